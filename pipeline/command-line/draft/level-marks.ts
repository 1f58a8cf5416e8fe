import type { Source } from '../../page/source.ts';
import { noteTexts } from './notes.ts';
import { printedNumber } from './printed-number.ts';
import type { SeenCell } from './seen-cells.ts';
import type { SeenTable } from './seen-tables.ts';

/** A letter behind a number, as the flag of `8.3a` and of `345 p`. */
const FLAGGED = /^(?<level>.*\p{Nd}[%)]?)\s?(?<mark>\p{L})$/u;
/** Stars behind a label. */
const STARRED = /^(?<level>.*[\p{L})])\s?(?<mark>[*†‡§]+)$/u;
/** What says that a number is no more than a bound, or about so: it is no part of it, and no sign that says nothing. */
const BOUNDED = /^(?<mark>[<>≤≥~≈])\s?(?<level>[^\p{L}].*)$/u;

/**
 * A table whose cells have their marks apart that stand on the line: letters behind numbers and stars behind labels where
 * a note is printed for them, and signs that say `less than` before a number: 0.05 is not what `< 0.05` says.
 */
export function withLevelMarks(table: SeenTable, source: Pick<Source, 'pages'>): SeenTable {
  const cells = table.rows.flatMap((row) => row.cells);
  const codes = [...new Set(cells.flatMap(({ text }) => markOf(text)?.mark ?? []))];
  const notes = noteTexts(source, table.pages, codes);
  const apart = (cell: SeenCell): SeenCell => {
    const found = markOf(cell.text);
    if (found === undefined || !(notes.has(found.mark) || BOUNDED.test(cell.text))) return cell;
    const { mark, level } = found;
    return { ...cell, text: level, lines: [level], marks: [...cell.marks, mark] };
  };
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(apart) })) };
}

function markOf(text: string): { readonly mark: string; readonly level: string } | undefined {
  const found = FLAGGED.exec(text) ?? BOUNDED.exec(text);
  const { mark, level } = found?.groups ?? STARRED.exec(text)?.groups ?? {};
  const isNumber = found === null || printedNumber(level ?? '') !== undefined;
  return mark === undefined || level === undefined || !isNumber ? undefined : { mark, level };
}
