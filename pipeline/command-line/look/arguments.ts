import type { PageRange } from '../../extract/pdf/source.ts';
import { pagesAsked, QUIET, readCommand, SWITCH, TEXT } from '../words.ts';

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

const OPTIONS = {
  pages: TEXT,
  json: TEXT,
  tables: TEXT,
  html: TEXT,
  settings: SWITCH,
  quiet: QUIET,
} as const;

/** Reads the words behind `look`. */
export function readLookArguments(words: readonly string[]) {
  return readCommand('look', words, OPTIONS, 1, ({ positionals: [file], texts, switches }) => {
    const settings = switches.has('settings');
    if (file === undefined && !settings) return 'look needs a file';
    const pages = pagesAsked(texts);
    if (typeof pages === 'string') return pages;
    const [json, tables, html] = ['json', 'tables', 'html'].map((name) => texts.get(name));
    const look: LookCommand = { file, pages, json, tables, html, settings, quiet: switches.has('quiet') };
    return { kind: 'look', look } as const;
  });
}
