import { counted } from '../../page/finding.ts';
import { type Block, linesOf, type Page, type Source } from '../../page/source.ts';
import { type Cell, rowsOf, type Table } from '../../page/table.ts';
import type { Line, Token } from '../../page/token.ts';

/** How parts of what is seen are set off: by colours on a terminal, by signs in a pipe. */
export interface Style {
  readonly title: (text: string) => string;
  readonly faint: (text: string) => string;
  /** A raised or lowered stretch, such as a footnote mark. */
  readonly mark: (text: string) => string;
  readonly struck: (text: string) => string;
  readonly empty: (text: string) => string;
}

const same = (text: string): string => text;

/** Plain text, for a pipe or a file. */
export const PLAIN: Style = {
  title: same,
  faint: same,
  mark: (text) => `^${text}`,
  struck: (text) => `~${text}~`,
  empty: same,
};

const coloured =
  (code: string) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;

/** ANSI colours. */
export const COLOURED: Style = {
  title: coloured('1'),
  faint: coloured('2'),
  mark: (text) => coloured('33')(`^${text}`),
  struck: coloured('9;31'),
  empty: coloured('2'),
};

/** A cell wider than this is cut in what is printed; --json has all of it. */
const WIDEST_CELL = 40;
const EMPTY_CELL = '\u00b7';
const CONTROL = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** What the engine sees on the pages of a source, for a person: page by page, block by block. */
export function seenText({ file, unit, pages }: Source, style: Style): string {
  const tables = pages.reduce(
    (count, { blocks }) => count + blocks.filter(({ kind }) => kind === 'table').length,
    0,
  );
  const head = `${clean(file)}: ${counted(pages.length, 'page')}, ${counted(tables, 'table')}`;
  return [style.title(head), ...pages.flatMap((page) => ['', ...pageText(page, unit, style)])].join('\n');
}

function pageText({ number, width, height, blocks }: Page, unit: Source['unit'], style: Style): string[] {
  const units = unit === 'point' ? 'pt' : 'characters';
  const size = unit === 'none' ? '' : `, ${Math.round(width)} x ${Math.round(height)} ${units}`;
  if (blocks.length === 0)
    return [style.title(`page ${number}`) + style.faint(`${size}: nothing is printed`)];
  return [
    style.title(`page ${number}`) + style.faint(size),
    ...blocks.flatMap((block) => blockText(block, style)),
  ];
}

function blockText(block: Block, style: Style): string[] {
  if (block.kind === 'table') return tableText(block, style);
  const lines = linesOf(block).map((line) => lineText(line, style));
  if (block.kind === 'paragraph') return lines.map((line) => `  ${line}`);
  const reasons = [
    ...new Set(linesOf(block).flatMap(({ tokens }) => tokens.flatMap(({ print }) => print.hidden ?? []))),
  ];
  const name =
    block.kind === 'furniture'
      ? 'furniture'
      : reasons.length === 0
        ? 'struck out'
        : `not seen (${reasons.join(', ')})`;
  return lines.map((line) => style.faint(`  ${name}: ${line}`));
}

function tableText(table: Table, style: Style): string[] {
  const { rows, columns, rowsToldBy, columnsToldBy, headRows } = table;
  const about = `  table: ${counted(rows, 'row')} (${rowsToldBy}), ${counted(columns, 'column')} (${columnsToldBy})`;
  const head = headRows > 0 ? `, boxhead of ${counted(headRows, 'row')}` : '';
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(
      1,
      ...table.cells
        .filter((cell) => cell.column === column && cell.columnSpan === 1)
        .map((cell) => shown(cell, PLAIN).length),
    ),
  );
  const lines = rowsOf(table).map((cells) => {
    const places = cells.map((cell) => ({ column: cell.column, text: padded(cell, widths, style) }));
    // A cell that began in a row above leaves its places free.
    const above = widths.flatMap((width, column) =>
      isFree(table, cells, column) ? [{ column, text: ' '.repeat(width) }] : [],
    );
    const row = [...places, ...above].sort((one, other) => one.column - other.column);
    return `  | ${row.map(({ text }) => text).join(' | ')} |`;
  });
  return [style.title(about) + style.faint(head), ...lines];
}

/** Whether a place of a row belongs to none of the cells that begin in it. */
function isFree({ cells: all }: Table, cells: readonly Cell[], column: number): boolean {
  const row = cells[0]?.row ?? 0;
  const isOwn = cells.some((cell) => column >= cell.column && column < cell.column + cell.columnSpan);
  return (
    !isOwn &&
    all.some((cell) => cell.row < row && column >= cell.column && column < cell.column + cell.columnSpan)
  );
}

function padded(cell: Cell, widths: readonly number[], style: Style): string {
  const own = widths.slice(cell.column, cell.column + cell.columnSpan);
  const room = own.reduce((sum, width) => sum + width, 3 * (own.length - 1));
  const spans = [
    ...(cell.rowSpan > 1 ? [`${cell.rowSpan} rows`] : []),
    ...(cell.columnSpan > 1 ? [`${cell.columnSpan} columns`] : []),
  ];
  const note = spans.length === 0 ? '' : ` [${spans.join(', ')}]`;
  const space = ' '.repeat(Math.max(0, room - shown(cell, PLAIN).length - note.length));
  const text = shown(cell, style);
  return (cell.lines.length === 0 ? style.empty(text) : text) + style.faint(note) + space;
}

function shown({ lines }: Cell, style: Style): string {
  if (lines.length === 0) return EMPTY_CELL;
  const text = lines.map((line) => lineText(line, PLAIN)).join(' ');
  if (text.length > WIDEST_CELL) return `${text.slice(0, WIDEST_CELL - 1)}\u2026`;
  return lines.map((line) => lineText(line, style)).join(' ');
}

function lineText({ tokens }: Line, style: Style): string {
  return tokens
    .map((token, index) => `${index > 0 && !token.joined ? ' ' : ''}${tokenText(token, style)}`)
    .join('');
}

function tokenText({ text, print }: Token, style: Style): string {
  const plain = clean(text);
  if (print.struck) return style.struck(plain);
  return print.stands === 'level' ? plain : style.mark(plain);
}

/** Nothing that a file holds may steer a terminal. */
function clean(text: string): string {
  return text.replace(CONTROL, '\ufffd');
}
