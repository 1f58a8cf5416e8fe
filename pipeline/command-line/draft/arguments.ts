import type { PageRange } from '../../extract/pdf/source.ts';
import { pagesAsked, QUIET, readCommand, TEXT } from '../words.ts';

/** What `draft` is asked for. */
export interface DraftCommand {
  readonly file: string;
  /** The name of the document, or a folder for it. */
  readonly document: string;
  readonly pages: PageRange | undefined;
  /** Only this table, counted from 1. */
  readonly table: number | undefined;
  readonly quiet: boolean;
}

const NAME = /^[a-z0-9-]+$/;

const OPTIONS = { document: TEXT, pages: TEXT, table: TEXT, quiet: QUIET } as const;

/** Reads the words behind `draft`. */
export function readDraftArguments(words: readonly string[]) {
  return readCommand('draft', words, OPTIONS, 1, ({ positionals: [file], texts, switches }) => {
    if (file === undefined) return 'draft needs a file';
    const document = texts.get('document');
    if (document === undefined) return 'draft needs --document NAME: the folder under sources/ to write to';
    const name = document.replace(/\/+$/, '').replace(/^.*\//, '');
    if (!NAME.test(name))
      return `--document takes a name of small letters, digits and hyphens, not "${name}"`;
    const pages = pagesAsked(texts);
    if (typeof pages === 'string') return pages;
    const counted = texts.get('table');
    if (counted !== undefined && !/^[1-9]\d{0,3}$/.test(counted))
      return `--table takes a number from 1, not "${counted}"`;
    const table = counted === undefined ? undefined : Number(counted);
    const draft: DraftCommand = { file, document, pages, table, quiet: switches.has('quiet') };
    return { kind: 'draft', draft } as const;
  });
}
