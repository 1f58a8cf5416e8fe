import type { Instance } from '../identities/instance.ts';
import { evaluate, type Verdict } from '../identities/verdict.ts';
import type { Notation } from '../template/notation.ts';
import { isAdmitted, type ReadCell, spaced } from './cell.ts';
import { reachingSlots } from './chosen.ts';
import { Gap, type Ink } from './ink.ts';
import { decimalsOf, readNumber } from './number.ts';
import type { Solution, SolvedRow } from './solve.ts';
import { type Court, type Rival, rivalTo } from './trial.ts';

/** A row that nothing proves, with the other reading that it may have. */
export interface UnprovenRow extends SolvedRow {
  readonly rival?: Rival;
}

/** So many times as great as any other number of its row. */
const FAR_GREATER = 20;

/**
 * Rows whose form does not tell how many values are printed, and which no identity proves: a value may be
 * missing, or stand there twice.
 *
 * `34 131 -` reads as three values though it may be two of three, so one of two neighbours that could be one
 * number must satisfy an identity exactly. `274 274` reads as one number though it may be two, so it must not
 * be that one of its pieces satisfies exactly what the number breaks.
 */
export function unprovenRows(
  { solved, values }: Solution,
  ink: Ink,
  instances: readonly Instance[],
): readonly UnprovenRow[] {
  const rowsOf = solved.map(({ row }) => row);
  const court: Court = { ink, values, reaching: reachingSlots(rowsOf, instances) };
  // Where two rows break the same, the one with a number that may be two is more likely at fault.
  const tooFull = solved.filter((row) => mayHoldTwo(row, court));
  const others = solved.filter((row) => !tooFull.includes(row));
  const rest = others.flatMap((row): readonly UnprovenRow[] => {
    if (mayMissValue(row, court)) return [row];
    const rival = rivalTo(row, court);
    return rival === undefined ? [] : [{ ...row, rival }];
  });
  return leading([...tooFull, ...rest], court);
}

/** Of rows that the same broken identity makes doubtful one is at fault: the one that breaks most of them. */
function leading(rows: readonly UnprovenRow[], { values, reaching }: Court): readonly UnprovenRow[] {
  const ranked = rows.map((row) => {
    const slots = row.row.item.slots.map(({ index }) => index);
    const reached = new Set(slots.flatMap((slot) => reaching.get(slot) ?? []));
    const broken = [...reached].filter((instance) => evaluate(instance, values)?.verdict === 'broken');
    const totals = broken.filter(({ left }) => left.kind === 'slot' && slots.includes(left.slot)).length;
    return { row, broken, totals };
  });
  ranked.sort((a, b) => b.broken.length - a.broken.length || b.totals - a.totals);
  const told = new Set<Instance>();
  return ranked
    .filter(({ broken }) => {
      const isNew = broken.length === 0 || !broken.some((instance) => told.has(instance));
      for (const instance of broken) told.add(instance);
      return isNew;
    })
    .map(({ row }) => row);
}

function mayMissValue({ row, cells }: SolvedRow, court: Court): boolean {
  let column = 0;
  return cells.some((cell, index) => {
    const here = column;
    column += cell.columns;
    const next = cells[index + 1];
    if (next?.content.kind !== 'number' || (court.ink.gaps[next.from] ?? Gap.none) >= Gap.cell) return false;
    if (cell.reading === 'sentence' || next.reading === 'sentence' || cell.content.kind === 'missing')
      return false;
    if (cell.content.kind === 'number' && cell.content.marks.length > 0) return false;
    const form = row.item.form.columns[here];
    const joined = readNumber(
      spaced(court.ink, cell.from, next.to),
      row.item.form.marks,
      row.item.form.notation,
    );
    if (!joined.some(({ value }) => form === undefined || isAdmitted(form, value))) return false;
    const slots = [row.item.slots[here], row.item.slots[column]];
    return !slots.some(
      (slot) => slot !== undefined && verdicts(slot.index, court.values, court).includes('holds'),
    );
  });
}

/**
 * A number with white space inside may be two: if one of them satisfies what the number breaks, or if nothing proves
 * the number and it is far greater than all others of its row.
 */
function mayHoldTwo({ row, cells }: SolvedRow, court: Court): boolean {
  let column = 0;
  return cells.some((cell) => {
    const slot = row.item.slots[column];
    column += cell.columns;
    if (slot === undefined || cell.content.kind !== 'number' || cell.reading === 'sentence') return false;
    const pieces = piecesOf(cell, court.ink, row.item.form.notation);
    if (pieces.length === 0) return false;
    const equalities = (court.reaching.get(slot.index) ?? []).filter(({ relation }) => relation === '=');
    const verdicts = equalities.map((instance) => evaluate(instance, court.values)?.verdict);
    const isProven = verdicts.some((verdict) => verdict === 'holds' || verdict === 'rounding');
    if (!isProven && dwarfs(cell, cells)) return true;
    const broken = equalities.filter((_, index) => verdicts[index] === 'broken');
    if (broken.length === 0) return false;
    const value = court.values[slot.index];
    return pieces.some((piece) => {
      const trial = [...court.values];
      const exact = value?.kind === 'number' && value.exact ? { exact: true } : {};
      trial[slot.index] = { kind: 'number', value: Number(piece), decimals: decimalsOf(piece), ...exact };
      return broken.some((instance) => evaluate(instance, trial)?.verdict === 'holds');
    });
  });
}

/** Whether a number is far greater than any other of its row, as `140 123` beside 135 and 155. */
function dwarfs(cell: ReadCell, cells: readonly ReadCell[]): boolean {
  const sizeOf = ({ content }: ReadCell): number =>
    content.kind === 'number' ? Math.abs(Number(content.value)) : 0;
  const others = cells.filter((other) => other !== cell).map(sizeOf);
  return others.some((size) => size > 0) && sizeOf(cell) > FAR_GREATER * Math.max(...others);
}

/** The numbers on either side of each white space of a cell, where both sides are numbers. */
function piecesOf({ from, to }: ReadCell, ink: Ink, notation: Notation): readonly string[] {
  const pieces: string[] = [];
  for (let at = from + 1; at < to; at += 1) {
    if (ink.gaps[at] === Gap.none) continue;
    const sides = [spaced(ink, from, at), spaced(ink, at, to)].map(
      (side) => readNumber(side, [], notation)[0]?.value,
    );
    if (sides.every((side) => side !== undefined)) pieces.push(...sides.filter((side) => side !== undefined));
  }
  return pieces;
}

function verdicts(slot: number, values: Court['values'], { reaching }: Court): readonly Verdict[] {
  return (reaching.get(slot) ?? []).flatMap((instance) => evaluate(instance, values)?.verdict ?? []);
}
