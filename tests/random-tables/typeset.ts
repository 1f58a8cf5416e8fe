import fc from 'fast-check';
import { pdfPages } from '../../bench/synthesis/as-pdf.ts';
import { columnText } from '../../bench/synthesis/as-text.ts';
import type { Block, MatrixCell } from '../../bench/synthesis/matrix.ts';
import { type RandomTable, ROWS, TITLE } from './random-table.ts';

/** How a table is set on its page. */
export interface Typesetting {
  readonly kind: 'spaced text' | 'text in columns' | 'a cell a line' | 'ruled PDF' | 'unruled PDF';
  readonly gap: number;
  readonly isLevelAtEnds: boolean;
  /** Marks of footnotes are raised digits, where a page can have them. */
  readonly areMarksRaised: boolean;
}

export const typesetting: fc.Arbitrary<Typesetting> = fc.record({
  kind: fc.constantFrom('spaced text', 'text in columns', 'a cell a line', 'ruled PDF', 'unruled PDF'),
  gap: fc.integer({ min: 2, max: 6 }),
  isLevelAtEnds: fc.boolean(),
  areMarksRaised: fc.boolean(),
});

const STAMP: Block = { kind: 'text', text: 'Appendix 1 to the report' };
/** Letters of a line of a label: none is wrapped. */
const LABEL_WIDTH = 100;

/** The file that a table is printed in, with its name. */
export function typeset(
  table: RandomTable,
  { kind, gap, isLevelAtEnds, areMarksRaised }: Typesetting,
): { readonly name: string; readonly bytes: Uint8Array } {
  const isPdf = kind.endsWith('PDF');
  const rows = printedRows(table, isPdf && areMarksRaised);
  const block: Block = {
    kind: 'table',
    title: TITLE,
    page: undefined,
    head: rows.slice(0, 1),
    body: rows.slice(1),
  };
  if (isPdf) {
    const setting = {
      isRuled: kind === 'ruled PDF',
      labelWidth: LABEL_WIDTH,
      padding: 2 * gap,
      isLevelAtEnds,
    };
    return { name: 'input.pdf', bytes: pdfPages([STAMP, block], setting) };
  }
  const text =
    kind === 'text in columns'
      ? columnText([STAMP, block], { gap, isLevelAtEnds })
      : spacedText(rows, kind === 'a cell a line' ? '\n' : ' ');
  return { name: 'input.txt', bytes: new TextEncoder().encode(text) };
}

/** The rows of the table as they are printed, header first, the label before the cells. */
function printedRows(
  { years, cells }: RandomTable,
  areMarksRaised: boolean,
): readonly (readonly MatrixCell[])[] {
  const plain = (text: string): MatrixCell => ({ text, columns: 1 });
  const rows = cells.map((row, index) => [
    plain(ROWS[index]?.[1] ?? ''),
    ...row.map(({ printed, mark }): MatrixCell => {
      if (mark === undefined) return plain(printed);
      return areMarksRaised ? { text: printed, raised: mark, columns: 1 } : plain(`${printed}${mark})`);
    }),
  ]);
  return [[plain(''), ...years.map((year) => plain(String(year)))], ...rows];
}

/** A text in which nothing shows where a cell is empty. */
function spacedText(rows: readonly (readonly MatrixCell[])[], gap: string): string {
  const lines = rows.map((row) => row.flatMap(({ text }) => (text === '' ? [] : [text])).join(gap));
  return `Appendix 1 to the report\n\n${TITLE}\n\n${lines.join('\n')}\n`;
}
