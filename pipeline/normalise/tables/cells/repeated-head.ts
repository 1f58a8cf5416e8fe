import { type Table, tableTexts } from '../../../page/table.ts';

/** The texts of a table, row by row. */
type RowTexts = ReturnType<typeof tableTexts>;

/** How many rows from one on say again what the boxhead of their table says, or the last rows of it. */
export function repeatedHead(table: Table, headRows: number, from: number, to: number): number {
  return repeatedIn(tableTexts(table), headRows, from, to);
}

/**
 * The rows of a boxhead, and those further down that say it again, cell for cell:
 *
 *     Region   2010   2011
 *     North      12     13
 *     Region   2010   2011
 *     South      14     15
 */
export function headRowsIn(table: Table, headRows: number): ReadonlySet<number> {
  const texts = tableTexts(table);
  const rows = new Set(Array.from({ length: headRows }, (_, row) => row));
  for (let row = headRows; row < table.rows; row += 1) {
    const repeated = repeatedIn(texts, headRows, row, table.rows);
    for (let at = 0; at < repeated; at += 1) rows.add(row + at);
    row += Math.max(0, repeated - 1);
  }
  return rows;
}

function repeatedIn(texts: RowTexts, headRows: number, from: number, to: number): number {
  const heads = texts.slice(0, headRows);
  const first = Math.max(0, heads.findIndex(saysSomething));
  for (let start = first; start < headRows; start += 1) {
    const head = heads.slice(start);
    const rows = texts.slice(from, from + head.length);
    const isSame = head.every((own, at) => own.join('\t') === rows[at]?.join('\t'));
    if (from + head.length < to && isSame && rows.some(isOfNames)) return head.length;
  }
  return 0;
}

function saysSomething(texts: readonly string[]): boolean {
  return texts.some((text) => text !== '');
}

/** Whether a row cannot be one of values, nor a heading: several of its cells say something, some of them a word. */
function isOfNames(texts: readonly string[]): boolean {
  return texts.filter((text) => text !== '').length > 1 && texts.some((text) => /\p{L}/u.test(text));
}
