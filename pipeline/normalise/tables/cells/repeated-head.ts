import { cellText, type Table } from '../../../page/table.ts';

/**
 * How many rows from one on say again, cell for cell, what the boxhead of their table says, or the last rows of it:
 *
 *     Region   2010   2011
 *     North      12     13
 *     Region   2010   2011
 *     South      14     15
 */
export function repeatedHead({ cells }: Table, headRows: number, from: number, to: number): number {
  const textsOf = (row: number): readonly string[] => cells.filter((cell) => cell.row === row).map(cellText);
  const first = cells.find(({ row, lines }) => row < headRows && lines.length > 0)?.row ?? 0;
  for (let start = first; start < headRows; start += 1) {
    const rows = Array.from({ length: headRows - start }, (_, index) => index);
    if (
      from + rows.length < to &&
      rows.every((row) => textsOf(start + row).join('\t') === textsOf(from + row).join('\t')) &&
      rows.some((row) => isOfNames(textsOf(from + row)))
    )
      return rows.length;
  }
  return 0;
}

/** Whether a row cannot be one of values, nor a heading: several of its cells say something, some of them a word. */
function isOfNames(texts: readonly string[]): boolean {
  return texts.filter((text) => text !== '').length > 1 && texts.some((text) => /\p{L}/u.test(text));
}

/** The rows of a boxhead, and those further down that say it again. */
export function headRowsIn(table: Table, headRows: number): ReadonlySet<number> {
  const rows = new Set(Array.from({ length: headRows }, (_, row) => row));
  for (let row = headRows; row < table.rows; row += 1) {
    const repeated = repeatedHead(table, headRows, row, table.rows);
    for (let at = 0; at < repeated; at += 1) rows.add(row + at);
    row += Math.max(0, repeated - 1);
  }
  return rows;
}
