import fc from 'fast-check';
import { madeUpPdf, stroke, widthOf, words } from '../extract/pdf/made-up-pdf.ts';
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

const STAMP = 'Appendix 1 to the report';

/** The file that a table is printed in, with its name. */
export function typeset(
  table: RandomTable,
  setting: Typesetting,
): { readonly name: string; readonly bytes: Uint8Array } {
  if (setting.kind.endsWith('PDF')) return { name: 'input.pdf', bytes: pdfOf(table, setting) };
  return { name: 'input.txt', bytes: new TextEncoder().encode(textOf(table, setting)) };
}

/** The rows of the table as they are printed, header first, the label before the cells. */
function printedRows({ years, cells }: RandomTable, withMarks: boolean): readonly (readonly string[])[] {
  const rows = cells.map((row, index) => [
    ROWS[index]?.[1] ?? '',
    ...row.map(({ printed, mark }) => (withMarks && mark !== undefined ? `${printed}${mark})` : printed)),
  ]);
  return [['', ...years.map(String)], ...rows];
}

function textOf(table: RandomTable, { kind, gap, isLevelAtEnds }: Typesetting): string {
  const rows = printedRows(table, true);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lineOf = (row: readonly string[]): string => {
    if (kind === 'spaced text') return row.filter((cell) => cell !== '').join(' ');
    if (kind === 'a cell a line') return row.filter((cell) => cell !== '').join('\n');
    return row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isLevelAtEnds && column > 0 ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(' '.repeat(gap))
      .trimEnd();
  };
  return `${[STAMP, TITLE].join('\n\n')}\n\n${rows.map(lineOf).join('\n')}\n`;
}

/** Characters that the encoding of the font has at other codes. */
function inWinAnsi(text: string): string {
  return text.replaceAll('–', '\x96').replaceAll('…', '\x85');
}

const SIZE = 8;
const LINE = 18;
const LEFT = 20;
const TOP = 240;

function pdfOf(table: RandomTable, { kind, gap, isLevelAtEnds, areMarksRaised }: Typesetting): Uint8Array {
  const rows = printedRows(table, !areMarksRaised);
  const width = (column: number): number =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? '', SIZE))) + 4 * gap;
  const lefts = [LEFT];
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1)
    lefts.push((lefts.at(-1) ?? LEFT) + width(column));
  const right = lefts.at(-1) ?? LEFT;
  let content = words(LEFT, TOP + 40, STAMP, SIZE) + words(LEFT, TOP + 22, TITLE, SIZE);
  for (const [row, cells] of rows.entries()) {
    const y = TOP - row * LINE;
    for (const [column, cell] of cells.entries()) {
      const [from = 0, to = 0] = [lefts[column], lefts[column + 1]];
      const own = widthOf(cell, SIZE);
      const x = isLevelAtEnds && column > 0 ? to - own - 2 * gap : from + gap;
      if (cell !== '') content += words(x, y, inWinAnsi(cell), SIZE);
      const mark = row === 0 || column === 0 ? undefined : table.cells[row - 1]?.[column - 1]?.mark;
      if (areMarksRaised && mark !== undefined) content += words(x + own, y + 3, mark, SIZE * 0.6);
    }
  }
  if (kind === 'ruled PDF') {
    for (let line = 0; line <= rows.length; line += 1)
      content += stroke(LEFT, TOP + 12 - line * LINE, right, TOP + 12 - line * LINE);
    for (const x of lefts) content += stroke(x, TOP + 12, x, TOP + 12 - rows.length * LINE);
  }
  return madeUpPdf([content]);
}
