import type { TextLayer } from '../extract/text-layer.ts';
import { evaluateAll } from '../identities/check.ts';
import type { SlotValue } from '../identities/verdict.ts';
import { type Finding, type Place, SourceFault } from '../page/finding.ts';
import type { DeclaredReading } from '../template/document.ts';
import type { Plan } from '../template/plan.ts';
import { isOutOfColumn } from './alignment.ts';
import { areCellsCertain, type ReadCell } from './cell.ts';
import { swappedColumns } from './columns.ts';
import { readingText } from './contents.ts';
import { DECLARE_NUMBERS, doubtfulNumbers, mixedSigns } from './doubtful-notation.ts';
import { type Doubt, type DoubtfulRow, doubtfulRows } from './doubts.ts';
import { placeAt, rowName, tableName } from './fault-finder.ts';
import type { ReadRow } from './grid.ts';
import type { Ink } from './ink.ts';
import { hasSlippedMark } from './marks.ts';
import { surroundings } from './row-identities.ts';
import { type OpenRow, type Solution, type SolvedRow, solve } from './solve.ts';

/** What evidence made of the rows, and what is wrong with those that it could not decide. */
export interface Settled extends Solution {
  readonly findings: readonly Finding[];
  /** The readings that are left of rows that are refused. */
  readonly readings: ReadonlyMap<ReadRow, readonly (readonly ReadCell[])[]>;
}

/** Chooses the reading of each row as `settled` does, or throws what is wrong. */
export function settle(
  layer: TextLayer,
  ink: Ink,
  rows: readonly ReadRow[],
  known: readonly (SlotValue | undefined)[],
  document: Pick<DeclaredReading, 'plan' | 'instances'>,
): Solution {
  const result = settled(layer, ink, rows, known, document);
  if (result.findings.length > 0) throw new SourceFault(result.findings);
  return result;
}

/**
 * Chooses the reading of each row by arithmetic. Findings are rows that stay open, rows whose form proves nothing while
 * no identity does, and rows with a value or a mark that stands where another's should. `known` are the values outside
 * these rows.
 */
export function settled(
  layer: TextLayer,
  ink: Ink,
  rows: readonly ReadRow[],
  known: readonly (SlotValue | undefined)[],
  { plan, instances }: Pick<DeclaredReading, 'plan' | 'instances'>,
): Settled {
  const about: About = { layer, ink, plan, covered: new Set(instances.flatMap(({ slots }) => slots)) };
  const solution = solve(rows, known, instances);
  const readings = new Map(solution.open.map((row) => [row.row, row.readings]));
  const displaced = solution.solved.filter(
    ({ cells }) => !areCellsCertain(ink, cells) && (isOutOfColumn(ink, cells) || hasSlippedMark(ink, cells)),
  );
  // What such a row breaks makes others doubtful that are not at fault.
  if (displaced.length > 0)
    return { ...solution, readings, findings: displaced.map((row) => displacement(about, row)) };
  const notation = notationFindings(about, solution.solved);
  if (notation.length > 0) return { ...solution, readings, findings: notation };
  const around = surroundings(solution.values, rows, instances);
  const doubtful = doubtfulRows(ink, solution.solved, around);
  for (const { row, cells, doubt } of doubtful)
    readings.set(row, doubt.other === undefined ? [cells] : [cells, doubt.other]);
  const findings = [
    ...solution.open.map((row) => ambiguity(about, row)),
    ...doubtful.map((row) => doubtFinding(about, row)),
  ];
  if (findings.length === 0) return { ...solution, readings, findings };
  // Columns in each other's place make all their rows doubtful; then it is they that are at fault.
  const checks = evaluateAll(instances, solution.values);
  const swapped = swappedColumns(plan, checks, solution.values, (slot) => placeOfSlot(about, rows, slot));
  return { ...solution, readings, findings: swapped.length > 0 ? swapped : findings };
}

function placeOfSlot({ layer, ink }: About, rows: readonly ReadRow[], slot: number): Place {
  const row = rows.find(({ item }) => item.slots.some(({ index }) => index === slot));
  return row === undefined ? { file: layer.file } : placeAt(layer, ink, row.label.to);
}

/** What a row's place is told by. */
interface About {
  readonly layer: TextLayer;
  readonly ink: Ink;
  readonly plan: Plan;
  /** The slots that identities speak of. */
  readonly covered: ReadonlySet<number>;
}

/** Whether an identity is declared that speaks of a row. */
function isCovered({ covered }: About, { item }: ReadRow): boolean {
  return item.slots.some(({ index }) => covered.has(index));
}

const APART =
  'declare an identity that it is part of, or give a source that keeps its columns apart: a PDF, or a text laid out in columns';

function placeOf({ layer, ink, plan }: About, { item, label }: ReadRow): Place {
  const grids = plan.annexes.flatMap(({ elements }) => elements).filter((element) => element.kind === 'grid');
  const grid = grids.find(({ body }) => body.includes(item));
  return { ...placeAt(layer, ink, label.from), ...(grid && { table: tableName(grid) }), row: rowName(item) };
}

function ambiguity(about: About, { row, readings, count, isCut }: OpenRow): Finding {
  const shown = readings.map(readingText);
  const more = count > shown.length ? ` and ${count - shown.length} more` : '';
  return {
    kind: 'ambiguous',
    place: placeOf(about, row),
    expected: isCovered(about, row)
      ? 'one reading that satisfies the identities'
      : 'numbers that can be told apart',
    found: `${count}${isCovered(about, row) ? '' : ' readings'}: ${shown.join(' or ')}${more}`,
    action: isCut
      ? 'no more combinations were tried: their number is over the limit; set the columns apart, or declare an identity of fewer values'
      : isCovered(about, row)
        ? 'a digit or a value of this row is wrong or missing, or an identity is missing'
        : APART,
  };
}

function doubtFinding(about: About, { row, cells, doubt }: DoubtfulRow): Finding {
  const { other, isBetter } = doubt;
  const made = (expected: string, found: string, action: string): Finding => ({
    kind: 'ambiguous',
    place: placeOf(about, row),
    expected,
    found,
    action,
  });
  if (other !== undefined && !isBetter && haveMarks(cells) && markedText(other) !== markedText(cells)) {
    return made(
      'footnote marks that can be told from the digits before them',
      `${markedText(cells)}, or else ${markedText(other)}`,
      'list the note of each mark, or declare the decimals of the column',
    );
  }
  if (!isCovered(about, row)) {
    return made(
      'numbers that can be told apart',
      `${readingText(cells)}, where a space may part two numbers or the digits of one`,
      APART,
    );
  }
  return made(
    `${row.item.form.columns.length} values that an identity confirms`,
    `${readingText(cells)}, ${againstText(doubt)}`,
    adviceFor(doubt),
  );
}

function adviceFor({ other, isBetter, isCut }: Doubt): string {
  if (isCut) return 'print one cell behind the other in one line, or set the columns apart';
  if (other === undefined) return 'a value of this row is missing or too many, or a digit is wrong';
  return isBetter
    ? 'a space, a bracket or a line of this row is out of place'
    : 'print one cell behind the other, and nothing between them that is not of the row';
}

function againstText({ other, isBetter, isCut }: Doubt): string {
  if (isCut) return 'and more ways to read it otherwise than are tried: a limit is reached';
  if (other === undefined) return 'which breaks every identity';
  return isBetter
    ? `which breaks identities that ${readingText(other)} satisfies`
    : `or else ${readingText(other)}, and no identity that tells them apart`;
}

/** One finding a table: its first number that has two readings, or two numbers of different notations. */
function notationFindings(about: About, rows: readonly SolvedRow[]): readonly Finding[] {
  const told = new Set<string>();
  const isNew = ({ table = '' }: Place): boolean => !told.has(table) && told.add(table).has(table);
  const expected = 'numbers that can be read in one way';
  const made = (row: SolvedRow, found: string): Finding => ({
    kind: 'ambiguous',
    place: placeOf(about, row.row),
    expected,
    found,
    action: DECLARE_NUMBERS,
  });
  return [
    ...mixedSigns(about.ink, rows).map(([row, one, other]) => made(row, `"${one}" and "${other}"`)),
    ...doubtfulNumbers(about.ink, rows).map(({ row, cell, printed, grouped }) =>
      made(row, `"${printed}", which is ${readingText([cell])} or ${grouped}`),
    ),
  ].filter(({ place }) => isNew(place));
}

function displacement(about: About, { row, cells }: SolvedRow): Finding {
  const isMark = hasSlippedMark(about.ink, cells);
  return {
    kind: 'ambiguous',
    place: placeOf(about, row),
    expected: isMark
      ? 'each footnote mark at its number, none twice at one'
      : 'each value under the column that it is read for',
    found: isMark ? markedText(cells) : readingText(cells),
    action: isMark
      ? 'a mark may have slipped to another value'
      : 'a part of this row stands under another column; print one cell behind the other',
  };
}

function haveMarks(cells: readonly ReadCell[]): boolean {
  return cells.some(({ content }) => content.kind === 'number' && content.marks.length > 0);
}

function markedText(cells: readonly ReadCell[]): string {
  return cells
    .map(({ content }) =>
      content.kind === 'number'
        ? [content.value, ...content.marks.map((mark) => `${mark})`)].join(' ')
        : content.kind,
    )
    .join(' | ');
}
