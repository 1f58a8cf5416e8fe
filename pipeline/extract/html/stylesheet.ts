import type { Document, Element } from 'domhandler';
import { markupText, selected } from './tree.ts';

/** What styles say of an element: the value of each property, in lower case. */
export type Declarations = ReadonlyMap<string, string>;

/** What the style sheets of a page say of each element that they name. */
export type StyleSheet = ReadonlyMap<Element, Declarations>;

/** Nothing else decides what is read. */
const PROPERTIES = new Set([
  'display',
  'visibility',
  'opacity',
  'color',
  'clip',
  'clip-path',
  'text-decoration',
  'text-decoration-line',
  'vertical-align',
  'font-size',
  'white-space',
  'text-align',
  'text-indent',
  'list-style',
  'list-style-type',
]);
const COMMENTS = /\/\*[\s\S]*?\*\/|<!--|-->/g;
/** A block of rules for some media or others: its rules have braces of their own. */
const MEDIA = /@(media|supports|layer)([^{]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}/gi;
const FOR_SCREENS = /^(?:only\s+)?(?:screen|all)?$/i;
const OF_THE_ELEMENT = 1e12;
const BY_FORCE = 1e15;

type Declared = ReadonlyMap<string, { readonly value: string; readonly isForced: boolean }>;

interface Weighed {
  readonly value: string;
  readonly weight: number;
}

/**
 * The `<style>` elements of a page and the attributes `style`, for a screen of the usual size. Linked style sheets are
 * other files.
 */
export function styleSheetOf(tree: Document): StyleSheet {
  const css = (selected(tree, 'style') ?? []).map(markupText).join('\n').replace(COMMENTS, ' ');
  const found = new Map<Element, Map<string, Weighed>>();
  const say = (element: Element, declarations: Declared, weight: number): void => {
    const own = found.get(element) ?? new Map<string, Weighed>();
    found.set(element, own);
    for (const [property, { value, isForced }] of declarations) {
      const full = weight + (isForced ? BY_FORCE : 0);
      if (full >= (own.get(property)?.weight ?? 0)) own.set(property, { value, weight: full });
    }
  };
  for (const { selector, declarations } of rulesOf(css)) {
    const weight = weightOf(selector);
    for (const element of selected(tree, selector) ?? []) say(element, declarations, weight);
  }
  for (const element of selected(tree, '[style]') ?? []) {
    say(element, declared(element.attribs.style ?? ''), OF_THE_ELEMENT);
  }
  return new Map(
    [...found].map(([element, own]) => [
      element,
      new Map([...own].map(([property, { value }]) => [property, value])),
    ]),
  );
}

function rulesOf(css: string): { readonly selector: string; readonly declarations: Declared }[] {
  const plain = css.replace(MEDIA, (_, kind: string, media: string, rules: string) =>
    kind.toLowerCase() === 'layer' || media.split(',').some((each) => FOR_SCREENS.test(each.trim()))
      ? rules
      : ' ',
  );
  // What stands behind the last brace is no rule.
  const rules = plain.split('}').slice(0, -1);
  return rules.flatMap((rule) => {
    const [body, selectors] = rule.split('{').reverse();
    if (body === undefined || selectors === undefined) return [];
    const declarations = declared(body);
    if (declarations.size === 0) return [];
    const own = selectors.slice(selectors.lastIndexOf(';') + 1);
    return own
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '' && !each.startsWith('@'))
      .map((selector) => ({ selector, declarations }));
  });
}

function declared(body: string): Declared {
  const declarations = new Map<string, { value: string; isForced: boolean }>();
  for (const each of body.split(';')) {
    const colon = each.indexOf(':');
    const property = each.slice(0, colon).trim().toLowerCase();
    if (colon < 0 || !PROPERTIES.has(property)) continue;
    const value = each
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const bare = value.replace(/!\s*important$/, '').trimEnd();
    declarations.set(property, { value: bare, isForced: bare !== value });
  }
  return declarations;
}

/** Of two rules the more particular one holds, whichever is later. */
function weightOf(selector: string): number {
  const ids = selector.match(/#[\w-]+/g)?.length ?? 0;
  const classes = selector.match(/\.[\w-]+|\[[^[\]]*\]|(?<!:):(?!:)[\w-]+/g)?.length ?? 0;
  const tags = selector.match(/(?:^|[\s>+~])[a-z][\w-]*/gi)?.length ?? 0;
  return 1e6 * ids + 1e3 * classes + tags + 1;
}
