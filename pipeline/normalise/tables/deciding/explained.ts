import { lineOf, type TextLayer } from '../../../extract/text-layer.ts';
import type { Finding, Place } from '../../../page/finding.ts';
import type { Span } from '../../../page/place.ts';
import type { Slot } from '../../../template/plan.ts';
import type { ReadCell } from '../../reading/cell.ts';
import { type CellContent, contentText } from '../../reading/cell-content.ts';
import type { Ink } from '../../reading/ink.ts';
import type { SolvedRow } from '../lattice/lattice.ts';
import type { Surroundings } from '../solve/row-identities.ts';
import { BY_WORDS, type Chosen, chosenCells } from './chosen.ts';

/** A value with what decided how it is read. */
export interface ExplainedCell extends Chosen, Span {
  readonly cellId: string;
  /** The header of its column; the name of its column in the data where it stands in a sentence. */
  readonly column: string;
  /** Its characters in the text layer, and what they say: `12 345` says `12345`; with its marks, `345 [1]`. */
  readonly text: string;
  readonly says: string;
  readonly content: CellContent;
  /** 1-based, of the source and of its text. */
  readonly page: number;
  readonly line: number;
}

/** A declared row, or a sentence, and what became of it. */
export interface ExplainedRow {
  readonly table: string;
  /** Its label and its codes, `Ақмола (KZ-AKM)`; `sentence` for what is read in one. */
  readonly row: string;
  /** Where it stands; without a line where it was not found. */
  readonly place: Place;
  /** One for each value; none where the row was not read. A cell that spans columns stands once for each. */
  readonly cells: readonly ExplainedCell[];
  /** Why the build refuses it, and what would decide: for a row that was reached and is at fault. */
  readonly finding?: Finding;
  /** The readings that are left where evidence could not choose: `1 | 100200 | 3`. */
  readonly readings: readonly string[];
}

/** Every declared row, and what the build refuses; no finding where all is well. */
export interface Explanation {
  readonly rows: readonly ExplainedRow[];
  readonly findings: readonly Finding[];
}

/** The cells of a row as they are explained, one for each of its values. */
export function explainedCells(
  layer: TextLayer,
  ink: Ink,
  { row, cells }: SolvedRow,
  around: Surroundings,
  columnOf: (slot: Slot | undefined, at: number) => string,
): readonly ExplainedCell[] {
  const chosen = chosenCells(ink, row, cells, around);
  return cells
    .flatMap((cell, index) => {
      const own = explainedCell(layer, ink, cell, chosen[index] ?? BY_WORDS);
      return Array.from({ length: cell.columns }, () => own);
    })
    .map((cell, at) => {
      const slot = row.item.slots[at];
      return { ...cell, cellId: slot?.cellId ?? '', column: columnOf(slot, at) };
    });
}

/** A cell as it is explained, without the names of its column and its value. */
export function explainedCell(
  layer: TextLayer,
  { offsets }: Ink,
  { from, to, content }: ReadCell,
  chosen: Chosen,
): Omit<ExplainedCell, 'cellId' | 'column'> {
  const end = (offsets[to - 1] ?? -1) + 1;
  const start = from === to ? end : (offsets[from] ?? 0);
  const { number: line, page } = lineOf(layer, start);
  const text = layer.text.slice(start, end);
  return { ...chosen, start, end, text, says: contentText(content), content, page, line };
}
