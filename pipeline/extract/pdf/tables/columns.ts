import type { TextLine, Word } from '../lines/lines.ts';
import { isNumeric } from '../lines/numbers.ts';
import { segmentsOf } from '../lines/segments.ts';
import { type Column, withExtents } from './cell-extents.ts';

/** A table without rules: columns of numbers that stand below each other in a run of lines. */
export interface OpenTable {
  /** Left end of the lines, where labels begin. */
  readonly left: number;
  /** What stands above this is the head; undefined where a table's head is known otherwise. */
  readonly headEnd?: number;
  /** First and last line with numbers, as indices. */
  readonly first: number;
  readonly last: number;
  /** From left to right; what stands left of the first is the row's label. */
  readonly columns: readonly Column[];
}

/** A line with numbers in it. */
interface Reading {
  readonly index: number;
  /** Its stretches of nothing but numbers. */
  readonly numbers: readonly TextLine[];
  /** The same word by word, and those that stand so close to a label that they seem to be part of it. */
  readonly words: readonly Word[];
  readonly labelled: boolean;
}

interface Span {
  readonly left: number;
  readonly right: number;
}

interface CountedColumn {
  left: number;
  right: number;
  lines: number;
}

/** So many lines must show a column before it is believed. */
const FEWEST_LINES = 3;
const SHARE_OF_LINES = 0.25;
/** A table may be interrupted by headings, but not by a longer stretch without numbers, in em. */
const LONGEST_PAUSE = 14;

/** Finds tables by their columns of numbers. `lines` run from top to bottom. */
export function openTablesOf(lines: readonly TextLine[]): OpenTable[] {
  const runs: Reading[][] = [];
  let columns: CountedColumn[] = [];
  for (const reading of readingsOf(lines)) {
    const run = runs.at(-1);
    const line = lines[reading.index];
    const last = lines[run?.at(-1)?.index ?? -1];
    if (line === undefined) continue;
    if (reading.numbers.length === 1 && !reading.labelled && !standsInColumn(reading, columns)) continue;
    const near = last !== undefined && line.baseline - last.baseline < LONGEST_PAUSE * line.size;
    if (run !== undefined && near && takes(columns, reading.numbers, run.length)) run.push(reading);
    else {
      columns = [];
      takes(columns, reading.numbers, 0);
      runs.push([reading]);
    }
  }
  return runs.flatMap(alikeRuns).flatMap((run) => tableOf(run, lines) ?? []);
}

function readingsOf(lines: readonly TextLine[]): Reading[] {
  return lines.flatMap((line, index) => {
    const segments = segmentsOf(line);
    const numbers = segments.filter(isNumeric);
    if (numbers.length === 0) return [];
    const words = line.words.filter((word) => isNumeric({ words: [word] }));
    return [{ index, numbers, words, labelled: numbers.length < segments.length }];
  });
}

function standsInColumn({ numbers }: Reading, columns: readonly Span[]): boolean {
  return columns.some((column) => numbers.some((number) => overlaps(number, column)));
}

/** Two tables may follow each other whose columns overlap by chance: then the rows of one miss a column. */
function alikeRuns(run: readonly Reading[]): (readonly Reading[])[] {
  const columns = columnsOf(run);
  const rows = run.filter(({ labelled }) => labelled);
  const missing = rows.map((row) => {
    const words = wordsAround(row, run);
    return columns.map((column) => !words.some((word) => overlaps(word, column)));
  });
  for (const index of columns.keys()) {
    const misses = missing.map((row) => row[index] ?? false);
    const head = misses.indexOf(false);
    const tail = misses.length - 1 - misses.lastIndexOf(false);
    if (head < 0 || Math.max(head, tail) < FEWEST_LINES) continue;
    const next = head >= FEWEST_LINES ? rows[head] : rows[rows.length - tail];
    const cut = next === undefined ? 0 : run.indexOf(next);
    if (cut > 0) return [...alikeRuns(run.slice(0, cut)), ...alikeRuns(run.slice(cut))];
  }
  return [run];
}

/** The numbers of a row: those that are wrapped may stand above and below its label. */
function wordsAround({ index, words }: Reading, run: readonly Reading[]): Word[] {
  const beside = run.filter((other) => !other.labelled && Math.abs(other.index - index) === 1);
  return [...words, ...beside.flatMap((other) => other.words)];
}

function columnsOf(run: readonly Reading[]): CountedColumn[] {
  const columns: CountedColumn[] = [];
  for (const [count, { numbers }] of run.entries()) takes(columns, numbers, count);
  const least = Math.max(FEWEST_LINES, SHARE_OF_LINES * run.length);
  return columns.filter(({ lines }) => lines >= least);
}

function overlaps(one: Span, other: Span): boolean {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0;
}

/** Adds numbers to the columns of a table if each stands in a column of its own; tells whether it did. */
function takes(columns: CountedColumn[], numbers: readonly TextLine[], count: number): boolean {
  const places = numbers.map((number) => columns.filter((column) => overlaps(number, column)));
  const single = places.flat();
  const strays = places.filter((place) => place.length === 0).length;
  const isShared = new Set(single).size < single.length;
  if (count > 0 && (isShared || single.length === 0 || strays >= (count < FEWEST_LINES ? single.length : 1)))
    return false;
  if (places.some((place) => place.length > 1)) return true;
  for (const [at, { left, right }] of numbers.entries()) {
    const column = places[at]?.[0];
    if (column === undefined) columns.push({ left, right, lines: 1 });
    else {
      column.left = Math.min(column.left, left);
      column.right = Math.max(column.right, right);
      column.lines += 1;
    }
  }
  return true;
}

/** Keeps the columns that enough lines show and that hold more numbers than words. */
function tableOf(run: readonly Reading[], lines: readonly TextLine[]): OpenTable | undefined {
  const first = run[0]?.index;
  const last = run.at(-1)?.index;
  if (first === undefined || last === undefined || run.length < FEWEST_LINES) return undefined;
  const words = lines
    .slice(first, last + 1)
    .flatMap(segmentsOf)
    .filter((segment) => !isNumeric(segment));
  const kept = columnsOf(run)
    .filter((column) => words.filter((word) => startsIn(word, column)).length < column.lines)
    .sort((one, other) => one.left - other.left);
  const numbers = kept.map((column) =>
    run.flatMap((reading) => reading.numbers.filter((number) => overlaps(number, column))),
  );
  const labelRight = Math.max(
    ...lines.slice(first, last + 1).flatMap((line) => labelEnd(line, kept[0]?.left ?? 0)),
  );
  const left = Math.min(...lines.slice(first, last + 1).map((line) => line.left));
  return kept.length === 0
    ? undefined
    : {
        left,
        first,
        last,
        columns: withExtents(numbers, labelRight),
        headEnd: (lines[first]?.baseline ?? 0) - 1,
      };
}

function startsIn(segment: TextLine, { left, right }: Span): boolean {
  return segment.left > left - segment.size && segment.left < right;
}

/** Where the label of a line ends, if it ends left of all columns. */
function labelEnd(line: TextLine, left: number): number[] {
  const end = segmentsOf(line)[0]?.right ?? left;
  return end < left ? [end] : [];
}
