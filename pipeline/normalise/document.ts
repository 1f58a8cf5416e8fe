import type { Finding, Place } from '../page/finding.ts';
import type { RunningText } from './prose/running-text.ts';
import type { Cell } from './reading/provenance.ts';

/** A stretch of the ink (the characters that are not white space) and the element that owns it. */
export interface Owned {
  readonly element: string;
  readonly from: number;
  readonly to: number;
}

/** What the normalise stage makes of a text layer. */
export interface NormalisedDocument {
  readonly file: string;
  /** The text layer: what the offsets of cells count in. */
  readonly layer: string;
  /** Whether it has pages with places on them, as a PDF has. */
  readonly hasPages: boolean;
  /** Whether the source holds the running text, or its annexes alone. */
  readonly hasText: boolean;
  readonly cells: readonly Cell[];
  /** The printed text of each sentence and list of the annexes, in their order. */
  readonly sentences: readonly string[];
  /** Number of characters that are not white space. */
  readonly ink: number;
  readonly owned: readonly Owned[];
  /** What the build says of how the values are printed: hidden text beside one, a page that is a picture. */
  readonly remarks: readonly string[];
  /** The running text; undefined when the source holds annexes alone or no outline is declared. */
  readonly text?: RunningText;
}

/** What can be read of a document that is at fault, and what is wrong with the rest. */
export interface Partly {
  readonly normalised: NormalisedDocument;
  /** Everything that keeps the document from being published; none where nothing is left out. */
  readonly findings: readonly Finding[];
}

/** Where a cell or a paragraph is printed, for a finding: its file and line, and its page where the source has pages. */
export function placeOf(
  { file, hasPages }: Pick<NormalisedDocument, 'file' | 'hasPages'>,
  printed: Pick<Cell, 'lineStart' | 'page'> | undefined,
): Place {
  if (printed === undefined) return { file };
  return { file, line: printed.lineStart, ...(hasPages && { page: printed.page }) };
}

/** A document without the cells that findings name by table and row. */
export function withoutCells(
  normalised: NormalisedDocument,
  findings: readonly Finding[],
): NormalisedDocument {
  const named = new Set(findings.map(({ place }) => `${place.table} ${place.row}`));
  return {
    ...normalised,
    cells: normalised.cells.filter(({ table, cellId }) => !named.has(`${table} ${cellId}`)),
  };
}
