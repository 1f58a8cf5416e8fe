import { type Answer, type Cell, isNumeric, isTemporal } from './answer.ts';

/** Which columns of an answer are drawn, by their positions. */
export interface ChartChoice {
  /** Along the line, or the names of the bars. */
  readonly x: number;
  readonly y: number;
  /** The column that tells one line or bar from another at the same x. */
  readonly series: number | undefined;
  readonly kind: ChartKind;
}

/** Lines join points in time; dots and bars stand for themselves. */
export type ChartKind = 'line' | 'dot' | 'bar';

/** Names of columns that are numbers and say when. */
const YEAR = /^(year|жыл|год)$/i;

/** Most lines that can be told from each other. */
export const MOST_SERIES = 6;

/**
 * What a chart of the answer shows unless a person chooses otherwise: its first number over its years, dates or
 * names, a line for each value of the next column where a year comes several times.
 * Undefined when there is nothing to draw.
 */
export function choiceFor(answer: Answer): ChartChoice | undefined {
  const { columns, rows } = answer;
  if (rows.length === 0) return undefined;
  const all = columns.map((column, at) => ({ column, at }));
  const numbers = all.filter(({ column }) => isNumeric(column) && !YEAR.test(column.name));
  const times = all.filter(
    ({ column }) => isTemporal(column) || (isNumeric(column) && YEAR.test(column.name)),
  );
  const names = all.filter(({ column }) => !isNumeric(column) && !isTemporal(column));
  const [y] = numbers;
  const x = times[0] ?? names[0] ?? numbers[1];
  if (y === undefined || x === undefined) return undefined;
  const [series] = isRepeated(rows, x.at) ? names.filter(({ at }) => at !== x.at && isVaried(rows, at)) : [];
  return { x: x.at, y: y.at, series: series?.at, kind: isPlaced(answer, x.at) ? 'line' : 'bar' };
}

/** True when the column is a number or a time, so that its values have places along an axis. */
export function isPlaced({ columns }: Answer, at: number): boolean {
  const column = columns[at];
  return column !== undefined && (isNumeric(column) || isTemporal(column));
}

/** The kinds of chart that a column as an axis admits: names have no places between which a line may run. */
export function kindsFor(answer: Answer, x: number): readonly ChartKind[] {
  return isPlaced(answer, x) ? ['line', 'dot', 'bar'] : ['bar'];
}

/** True when two rows have the same value in the column. */
function isRepeated(rows: readonly (readonly Cell[])[], at: number): boolean {
  return new Set(rows.map((row) => row[at])).size < rows.length;
}

/** True when the column has several values. */
function isVaried(rows: readonly (readonly Cell[])[], at: number): boolean {
  return new Set(rows.map((row) => row[at])).size > 1;
}
