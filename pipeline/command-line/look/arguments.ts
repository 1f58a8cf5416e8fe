import type { PageRange } from '../../extract/pdf/source.ts';
import { pageRange, readWords } from '../words.ts';

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

/** Reads the words behind `look`. */
export function readLookArguments(words: readonly string[]): LookRequest {
  const read = readWords('look', words, OPTION_FORMS);
  if (read.kind === 'usage') return read;
  const { positionals, texts, switches } = read;
  const usage = (message: string): LookRequest => ({ kind: 'usage', message });
  if (switches.has('help')) return { kind: 'help', topic: 'look' };
  const [file, more] = positionals;
  const settings = switches.has('settings');
  if (more !== undefined) return usage(`"${more}" is one word too many`);
  if (file === undefined && !settings) return usage('look needs a file');
  const asked = texts.get('pages');
  const pages = asked === undefined ? undefined : pageRange(asked);
  if (asked !== undefined && pages === undefined) return usage(`--pages takes 3 or 3-5, not "${asked}"`);
  const [json, tables, html] = ['json', 'tables', 'html'].map((name) => texts.get(name));
  return { kind: 'look', look: { file, pages, json, tables, html, settings, quiet: switches.has('quiet') } };
}
