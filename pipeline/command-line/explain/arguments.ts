import { readCommand, TEXT } from '../words.ts';

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

/** Reads the words behind `explain`. */
export function readExplainArguments(words: readonly string[]) {
  return readCommand('explain', words, { source: TEXT }, 3, ({ positionals, texts }) => {
    const [document, table, row] = positionals;
    if (document === undefined || table === undefined)
      return 'explain needs a document and a table: explain DOCUMENT TABLE [ROW]';
    return { kind: 'explain', explain: { document, table, row, source: texts.get('source') } } as const;
  });
}
