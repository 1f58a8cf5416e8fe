import type { PageRange } from '../../extract/pdf/source.ts';
import { pageRange, readWords } from '../words.ts';

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

export type DraftRequest =
  | { readonly kind: 'draft'; readonly draft: DraftCommand }
  | { readonly kind: 'help'; readonly topic: string | undefined }
  | { readonly kind: 'usage'; readonly message: string };

const OPTION_FORMS = {
  document: { type: 'string' },
  pages: { type: 'string' },
  table: { type: 'string' },
  quiet: { type: 'boolean', short: 'q' },
  help: { type: 'boolean', short: 'h' },
} as const;

const NAME = /^[a-z0-9-]+$/;

/** Reads the words behind `draft`. */
export function readDraftArguments(words: readonly string[]): DraftRequest {
  const read = readWords('draft', words, OPTION_FORMS);
  if (read.kind === 'usage') return read;
  const { positionals, texts, switches } = read;
  const usage = (message: string): DraftRequest => ({ kind: 'usage', message });
  if (switches.has('help')) return { kind: 'help', topic: 'draft' };
  const [file, more] = positionals;
  if (more !== undefined) return usage(`"${more}" is one word too many`);
  if (file === undefined) return usage('draft needs a file');
  const document = texts.get('document');
  if (document === undefined)
    return usage('draft needs --document NAME: the folder under sources/ to write to');
  const name = document.replace(/\/+$/, '').replace(/^.*\//, '');
  if (!NAME.test(name))
    return usage(`--document takes a name of small letters, digits and hyphens, not "${name}"`);
  const [asked, counted] = [texts.get('pages'), texts.get('table')];
  const pages = asked === undefined ? undefined : pageRange(asked);
  if (asked !== undefined && pages === undefined) return usage(`--pages takes 3 or 3-5, not "${asked}"`);
  if (counted !== undefined && !/^[1-9]\d{0,3}$/.test(counted))
    return usage(`--table takes a number from 1, not "${counted}"`);
  const table = counted === undefined ? undefined : Number(counted);
  return { kind: 'draft', draft: { file, document, pages, table, quiet: switches.has('quiet') } };
}
