import type { Rule } from '../layout/ink.ts';
import { areValues } from '../layout/values.ts';
import { runsOf, type Stretch, type WrittenCell, type WrittenGrid } from './grid.ts';

const BAR = /[|\u2502\u2503\u2506\u250a\u2551]/;
/** Signs at which a line of dashes meets bars. */
const JOINT = /[+|\u2502\u2503\u2506\u250a\u250c-\u254b\u2551-\u256c]/;
const OF_RULES = /^[\s+|:=_\-\u2500-\u257f]*$/;
const DASHES = /[-=_\u2500\u2501\u2504\u2505\u2508\u2509\u254c\u254d\u2550]{3}/;
const OF_DASHES = /^:?[-=_\u2500\u2501\u2504\u2505\u2508\u2509\u254c\u254d\u2550]{3,}:?$/;

/** Lines between two rules, as rows: all of them one, or each its own. */
interface Band {
  readonly lines: readonly number[];
  /** The line of the rule below it. */
  readonly rule: number | undefined;
}

const NO_BAND: Band = { lines: [], rule: undefined };

/**
 * Tables of a text that are drawn with its characters: bars between cells, and a line of dashes at least.
 *
 *     | Region | 2010 |      ┌────────┬──────┐
 *     |--------|-----:|      │ Region │ 2010 │
 *     | North  |    5 |      ├────────┼──────┤
 */
export function gridsOfBars(lines: readonly string[]): readonly WrittenGrid[] {
  return runsOf(lines, (line) => BAR.test(line) || isRule(line)).flatMap(({ from, to }) => {
    const own = lines.slice(from, to);
    const rules = own.flatMap((line, at) => (isRule(line) ? [from + at] : []));
    if (rules.length === 0 || own.length - rules.length < 2) return [];
    const texts = own.flatMap((line, at) => (isRule(line) ? [] : [from + at]));
    const drawn = { lines, from, to, ruled: rules, texts };
    return aligned(drawn) ?? counted(drawn) ?? [];
  });
}

/**
 * The rules that lines draw, counted in characters and lines: one for each line of dashes, and one for each place of bars
 * in lines that follow each other.
 */
export function rulesOf(lines: readonly string[]): readonly Rule[] {
  const levels = lines.flatMap((line, at): readonly Rule[] =>
    isRule(line) ? [{ axis: 'level', at: at + 0.5, from: line.search(/\S/), to: line.trimEnd().length }] : [],
  );
  const uprights = placesOf(BAR, lines).flatMap((place) =>
    runsOf(
      lines,
      (line) => BAR.test(line.charAt(place)) || (isRule(line) && JOINT.test(line.charAt(place))),
    ).map(({ from, to }): Rule => ({ axis: 'upright', at: place + 0.5, from, to })),
  );
  return [...levels, ...uprights];
}

/** A line without the strokes of its table. */
export function withoutStrokes(line: string): string {
  return isRule(line) ? '' : line.replace(new RegExp(BAR, 'g'), ' ');
}

/** A line of nothing but dashes and the bars that they meet. */
function isRule(line: string): boolean {
  return OF_RULES.test(line) && DASHES.test(line) && JOINT.test(line);
}

/** Lines that may be a table which is drawn: those of dashes and joints alone, and those with text, by number. */
interface DrawnLines {
  readonly lines: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly ruled: readonly number[];
  readonly texts: readonly number[];
}

/** The lines of a table that is drawn, and the columns that its bars part. */
interface Drawing {
  readonly lines: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Lines of nothing but dashes and joints. */
  readonly rules: ReadonlySet<number>;
  /** Where bars stand, and where text begins and ends that has none around it. */
  readonly edges: readonly number[];
}

/** A table whose bars stand below each other. Undefined where they do not, or something stands in no cell. */
function aligned(drawn: DrawnLines): readonly WrittenGrid[] | undefined {
  const { lines, from, to, ruled } = drawn;
  const rules = new Set(ruled);
  const numbers = Array.from({ length: to - from }, (_, at) => from + at);
  const texts = drawn.texts.map((at) => lines[at] ?? '');
  const bars = new Set(
    placesOf(
      JOINT,
      ruled.map((at) => lines[at] ?? ''),
    ),
  );
  if (placesOf(BAR, texts).some((at) => !bars.has(at))) return undefined;
  const width = Math.max(...numbers.map((at) => (lines[at] ?? '').length));
  const inner = [...bars];
  const isOutside = (left: number, right: number): boolean =>
    texts.some((text) => text.slice(left, right).trim() !== '');
  const edges = [
    ...(isOutside(0, inner[0] ?? 0) ? [-1] : []),
    ...inner,
    ...(isOutside((inner.at(-1) ?? 0) + 1, width) ? [width] : []),
  ];
  const drawing = { lines, from, to, rules, edges };
  const columns = columnsOf(drawing);
  const parting = new Set(numbers.filter((at) => columns.some((column) => isRuled(drawing, at, column))));
  const bands = bandsOf(numbers, parting).flatMap((band) => partedInLines(drawing, band));
  if (columns.length < 2 || bands.length < 2) return undefined;
  const cells = cellsOf(drawing, bands);
  if (!isWhole(drawing, cells)) return undefined;
  const head =
    bands.findIndex(
      ({ rule }) => rule !== undefined && columns.every((each) => isRuled(drawing, rule, each)),
    ) + 1;
  const headRows = head < bands.length ? head : 0;
  return [{ from, to, rows: bands.length, columns: columns.length, headRows, toldBy: 'ruled', cells }];
}

function columnsOf({ edges }: Drawing): readonly number[] {
  return Array.from({ length: Math.max(0, edges.length - 1) }, (_, column) => column);
}

function stretchAt({ edges }: Drawing, line: number, column: number, columnSpan = 1): Stretch {
  return { line, left: (edges[column] ?? 0) + 1, right: edges[column + columnSpan] ?? 0 };
}

function inkOf({ lines }: Drawing, { line, left, right }: Stretch): string {
  return (lines[line] ?? '').slice(left, right);
}

/** Whether a line parts what stands above it in a column from what stands below. */
function isRuled(drawing: Drawing, line: number, column: number): boolean {
  const ink = inkOf(drawing, stretchAt(drawing, line, column));
  return OF_DASHES.test(drawing.rules.has(line) ? ink.trim() : ink);
}

function cellsOf(drawing: Drawing, bands: readonly Band[]): readonly WrittenCell[] {
  const columns = columnsOf(drawing);
  const taken = bands.map(() => new Set<number>());
  const isOpen = (row: number, column: number): boolean =>
    column < columns.length &&
    taken[row]?.has(column) === false &&
    bands[row]?.lines.some((line) =>
      BAR.test(drawing.lines[line]?.charAt(drawing.edges[column] ?? -1) ?? ''),
    ) === false;
  return bands.flatMap((_, row) =>
    columns.flatMap((column): readonly WrittenCell[] => {
      if (taken[row]?.has(column) === true) return [];
      let columnSpan = 1;
      while (isOpen(row, column + columnSpan)) columnSpan += 1;
      const stretches: Stretch[] = [];
      let rowSpan = 0;
      for (let below = row; below < bands.length; below += 1) {
        const { lines, rule } = bands[below] ?? NO_BAND;
        for (const line of lines) stretches.push(stretchAt(drawing, line, column, columnSpan));
        for (let at = column; at < column + columnSpan; at += 1) taken[row + rowSpan]?.add(at);
        rowSpan += 1;
        if (rule === undefined || row + rowSpan === bands.length || isRuled(drawing, rule, column)) break;
        stretches.push(stretchAt(drawing, rule, column, columnSpan));
      }
      return [{ row, column, rowSpan, columnSpan, stretches }];
    }),
  );
}

/** Whether all that is no bar and no dash stands in a cell. */
function isWhole({ lines, from, to }: Drawing, cells: readonly WrittenCell[]): boolean {
  const left = new Map(lines.slice(from, to).map((line, at) => [from + at, line.split('')]));
  for (const { stretches } of cells)
    for (const stretch of stretches)
      for (let at = stretch.left; at < stretch.right; at += 1) left.get(stretch.line)?.fill(' ', at, at + 1);
  return [...left.values()].every((signs) => OF_RULES.test(signs.join('')));
}

function placesOf(sign: RegExp, lines: readonly string[]): readonly number[] {
  const places = new Set(
    lines.flatMap((line) => line.split('').flatMap((each, at) => (sign.test(each) ? [at] : []))),
  );
  return [...places].sort((one, other) => one - other);
}

/** What stands between rules; a rule that parts some columns alone stands between two bands of one cell. */
function bandsOf(numbers: readonly number[], rules: ReadonlySet<number>): readonly Band[] {
  const bands: { lines: number[]; rule: number | undefined }[] = [];
  let isOpen = false;
  for (const at of numbers) {
    const last = isOpen ? bands.at(-1) : undefined;
    if (rules.has(at)) {
      if (last !== undefined) last.rule = at;
    } else if (last === undefined) bands.push({ lines: [at], rule: undefined });
    else last.lines.push(at);
    isOpen = !rules.has(at);
  }
  return bands;
}

/** Where two lines have values in one column, each line is a row; else what stands between two rules is one. */
function partedInLines(drawing: Drawing, band: Band): readonly Band[] {
  const hasValue = (line: number, column: number): boolean =>
    areValues(
      inkOf(drawing, stretchAt(drawing, line, column))
        .trim()
        .split(/\s+/),
    );
  const isTwice = columnsOf(drawing).some(
    (column) => band.lines.filter((line) => hasValue(line, column)).length > 1,
  );
  if (!isTwice) return [band];
  return band.lines.map((line, at) => ({
    lines: [line],
    rule: at + 1 < band.lines.length ? undefined : band.rule,
  }));
}

/** A table whose lines have as many bars each, wherever they stand. */
function counted({ lines, from, to, ruled, texts }: DrawnLines): readonly WrittenGrid[] | undefined {
  const [rule, ...more] = ruled.filter((at) => at > from && at < to - 1);
  const rows = texts.map((at) => partedAtBars(lines[at] ?? '', at));
  const columns = rows[0]?.length ?? 0;
  if (rule === undefined || more.length > 0 || columns < 2 || rows.some(({ length }) => length !== columns))
    return undefined;
  const cells = rows.flatMap((row, at) =>
    row.map(
      (stretch, column): WrittenCell => ({
        row: at,
        column,
        rowSpan: 1,
        columnSpan: 1,
        stretches: [stretch],
      }),
    ),
  );
  const headRows = texts.filter((at) => at < rule).length;
  return [{ from, to, rows: rows.length, columns, headRows, toldBy: 'ruled', cells }];
}

function partedAtBars(line: string, at: number): readonly Stretch[] {
  const bars = [-1, ...placesOf(BAR, [line]), line.length];
  const parts = bars
    .slice(1)
    .map((right, index): Stretch => ({ line: at, left: (bars[index] ?? 0) + 1, right }));
  const isEdge = ({ left, right }: Stretch): boolean => line.slice(left, right).trim() === '';
  const [first, last] = [parts[0], parts.at(-1)];
  return parts.filter((part) => (part !== first && part !== last) || !isEdge(part));
}
