import { readWords } from '../words.ts';

/** What `explain` is asked for. */
export interface ExplainCommand {
  /** The name of the document, or its folder. */
  readonly document: string;
  readonly table: string;
  /** A part of the label or the codes of a row; every row without it. */
  readonly row: string | undefined;
  /** A file to read in place of the document's own. */
  readonly source: string | undefined;
}

export type ExplainRequest =
  | { readonly kind: 'explain'; readonly explain: ExplainCommand }
  | { readonly kind: 'help'; readonly topic: string | undefined }
  | { readonly kind: 'usage'; readonly message: string };

const OPTION_FORMS = {
  source: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the words behind `explain`. */
export function readExplainArguments(words: readonly string[]): ExplainRequest {
  const read = readWords('explain', words, OPTION_FORMS);
  if (read.kind === 'usage') return read;
  const { positionals, texts, switches } = read;
  if (switches.has('help')) return { kind: 'help', topic: 'explain' };
  const [document, table, row, more] = positionals;
  if (more !== undefined) return { kind: 'usage', message: `"${more}" is one word too many` };
  if (document === undefined || table === undefined)
    return { kind: 'usage', message: 'explain needs a document and a table: explain DOCUMENT TABLE [ROW]' };
  return { kind: 'explain', explain: { document, table, row, source: texts.get('source') } };
}
