import { fault } from '../../pipeline/page/finding.ts';
import { unfitScheme } from '../../pipeline/template/links.ts';

/** A piece of HTML. Only this file makes one, so text from the data cannot become HTML by mistake. */
export class Markup {
  readonly #html: string;

  private constructor(html: string) {
    this.#html = html;
  }

  static of(html: string): Markup {
    return new Markup(html);
  }

  toString(): string {
    return this.#html;
  }
}

/** What stands between the pieces of a template: text is escaped, nothing and `false` leave no trace. */
export type Content = Markup | string | number | false | null | undefined | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const SPECIAL = /[&<>"']/;

/** Text with the five characters that mean something in HTML written as entities. */
export function escapeText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/**
 * HTML from a template; everything put in is escaped unless it is HTML already.
 *
 *     html`<a href="${url}">${label}</a>`
 *
 * Throws when a value would stand outside quotes in a tag, or in a script or style, where escaping does not help, and
 * a fault of the data when a link would have another scheme than https, http or mailto.
 */
export function html(pieces: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  for (const at of linksOf(pieces)) refuseScheme(pieces, contents, at);
  let text = pieces[0] ?? '';
  for (let at = 0; at < contents.length; at += 1) text += rendered(contents[at]) + (pieces[at + 1] ?? '');
  return Markup.of(text);
}

/** The values of a template that begin a link; throws when one would stand where it is not safe. */
function linksOf(pieces: TemplateStringsArray): readonly number[] {
  const known = LINKS.get(pieces);
  if (known !== undefined) return known;
  refuseUnsafe(pieces);
  const links = pieces.slice(0, -1).flatMap((piece, at) => (OPENS_LINK.test(piece) ? [at] : []));
  LINKS.set(pieces, links);
  return links;
}

/** The beginning of an attribute that a browser follows or loads. */
const OPENS_LINK = /(?:^|\s)(?:href|src|action|formaction|poster|cite|data|xlink:href)="\s*$/i;

/** An attribute ends at its quote; until then several values may stand in it. */
function refuseScheme(pieces: TemplateStringsArray, contents: readonly Content[], from: number): void {
  let address = '';
  for (let at = from; at < contents.length; at += 1) {
    const content = contents[at];
    address += typeof content === 'string' ? content : rendered(content);
    const [rest = '', ...beyond] = (pieces[at + 1] ?? '').split('"');
    address += rest;
    if (beyond.length > 0) break;
  }
  const scheme = unfitScheme(address);
  if (scheme === undefined) return;
  const expected = 'a link that begins with https:, http: or mailto:, or leads to another page of the site';
  throw fault({ kind: 'value', place: {}, expected, found: `"${address.slice(0, 80)}"` });
}

/** Templates whose places are known to be safe, with their values that begin a link. */
const LINKS = new WeakMap<TemplateStringsArray, readonly number[]>();

function refuseUnsafe(pieces: TemplateStringsArray): void {
  for (let at = 1; at < pieces.length; at += 1) {
    const before = pieces.slice(0, at).join('');
    const tag = before.slice(before.lastIndexOf('<'));
    const isQuoted = (tag.match(/"/g) ?? []).length % 2 === 1;
    const isBareAttribute = !tag.includes('>') && !isQuoted && /=\s*$/.test(tag);
    if (isBareAttribute) throw new Error(`markup: an attribute without quotes: ${tag}`);
    if (/<(script|style)\b[^>]*>[^<]*$/i.test(before)) throw new Error(`markup: a value in a script: ${tag}`);
  }
}

function rendered(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Markup) return content.toString();
  if (typeof content === 'object') return content.map(rendered).join('');
  return escapeText(String(content));
}

/** HTML that a library drew from our own numbers, such as the SVG of a chart; never text from the data. */
export function drawn(svg: string): Markup {
  return Markup.of(svg);
}

/** A block of data for machines. `<` is written as an escape, so that no text can close the block. */
export function dataBlock(
  type: 'application/ld+json' | 'application/json',
  value: unknown,
  id?: string,
): Markup {
  const json = JSON.stringify(value).replace(/</g, '\\u003c');
  const name = id === undefined ? '' : ` id="${escapeText(id)}"`;
  return Markup.of(`<script type="${type}"${name}>${json}</script>`);
}
