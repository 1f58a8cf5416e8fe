import { parseArgs } from 'node:util';
import type { PageRange } from '../../extract/pdf/source.ts';
import { hint } from '../../page/nearest.ts';

/** What `look` is asked for. */
export interface LookCommand {
  /** The file to look at; undefined when only the settings are asked for. */
  readonly file: string | undefined;
  readonly pages: PageRange | undefined;
  /** Where all that is seen is written as JSON, the tables alone, and a page of HTML to look at. */
  readonly json: string | undefined;
  readonly tables: string | undefined;
  readonly html: string | undefined;
  readonly settings: boolean;
  readonly quiet: boolean;
}

export type LookRequest =
  | { readonly kind: 'look'; readonly look: LookCommand }
  | { readonly kind: 'help'; readonly topic: string | undefined }
  | { readonly kind: 'usage'; readonly message: string };

const OPTION_FORMS = {
  pages: { type: 'string' },
  json: { type: 'string' },
  tables: { type: 'string' },
  html: { type: 'string' },
  settings: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  help: { type: 'boolean', short: 'h' },
} as const;

const PAGES = /^([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?$/;

/** Reads the words behind `look`. Everything that is not understood is wrong usage, nothing is ignored. */
export function readLookArguments(words: readonly string[]): LookRequest {
  const usage = (message: string): LookRequest => ({ kind: 'usage', message });
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: OPTION_FORMS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  if (values.help === true) return { kind: 'help', topic: 'look' };
  const forms = new Map(Object.entries(OPTION_FORMS));
  const given = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const form = forms.get(token.name);
    if (form === undefined)
      return usage(
        `look has no option ${token.rawName}${hint(
          token.rawName,
          [...forms.keys()].map((each) => `--${each}`),
        )}`,
      );
    const isWanting =
      token.value === undefined || token.value === '' || (token.value.startsWith('-') && !token.inlineValue);
    if (form.type === 'string' && (isWanting || given.has(token.name)))
      return usage(`--${token.name} needs one value`);
    if (form.type === 'boolean' && token.value !== undefined) return usage(`--${token.name} takes no value`);
    given.add(token.name);
  }
  const [, file, more] = positionals;
  if (more !== undefined) return usage(`"${more}" is one word too many`);
  if (file === undefined && values.settings !== true) return usage('look needs a file');
  const pages = textOf(values.pages);
  const range = pages === undefined ? undefined : rangeOf(pages);
  if (pages !== undefined && range === undefined) return usage(`--pages takes 3 or 3-5, not "${pages}"`);
  return {
    kind: 'look',
    look: {
      file,
      pages: range,
      json: textOf(values.json),
      tables: textOf(values.tables),
      html: textOf(values.html),
      settings: values.settings === true,
      quiet: values.quiet === true,
    },
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function rangeOf(pages: string): PageRange | undefined {
  const found = PAGES.exec(pages);
  const first = Number(found?.[1]);
  const last = Number(found?.[2] ?? found?.[1]);
  return found === null || last < first ? undefined : { first, last };
}
