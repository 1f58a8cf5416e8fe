import { evaluate, type Verdict } from '../../../identities/verdict.ts';
import type { Notation } from '../../../template/notation.ts';
import { isAdmitted, type ReadCell } from '../../reading/cell.ts';
import { Gap, type Ink, spaced } from '../../reading/ink.ts';
import { decimalsOf, readNumber } from '../../reading/number.ts';
import { levelEnd } from '../../reading/raised-marks.ts';
import { SETTINGS } from '../../settings.ts';
import type { SolvedRow } from '../lattice/lattice.ts';
import type { Surroundings } from '../solve/row-identities.ts';

/**
 * Whether a row may have a value too few or too many: two stand in the place of one, or one is lost. Neither is a reading
 * of its columns, of which each has one cell; so no edge can be made of it, and an identity must confirm the row instead.
 */
export function lostIn(
  row: SolvedRow,
  ink: Ink,
  around: Surroundings,
): 'two values' | 'lost value' | undefined {
  if (mayHoldTwo(row, ink, around)) return 'two values';
  return mayMissValue(row, ink, around) ? 'lost value' : undefined;
}

/**
 * Whether a row may lack a value: `34 131 -` reads as three values though it may be two of three, so one of two
 * neighbours that could be one number must satisfy an identity exactly.
 */
function mayMissValue({ row, cells }: SolvedRow, ink: Ink, around: Surroundings): boolean {
  const { form, slots } = row.item;
  let column = 0;
  return cells.some((cell, index) => {
    const here = column;
    column += cell.columns;
    const next = cells[index + 1];
    if (next?.content.kind !== 'number' || (ink.gaps[next.from] ?? Gap.none) >= Gap.cell) return false;
    if (cell.reading === 'sentence' || next.reading === 'sentence' || cell.content.kind === 'missing')
      return false;
    if (cell.content.kind === 'number' && cell.content.marks.length > 0) return false;
    const own = form.columns[here];
    const joined = readNumber(spaced(ink, cell.from, levelEnd(ink, next)), form.marks, form.notation);
    if (!joined.some(({ value }) => own === undefined || isAdmitted(own, value))) return false;
    return ![slots[here], slots[column]].some(
      (slot) => slot !== undefined && verdictsOf(slot.index, around).includes('holds'),
    );
  });
}

/**
 * Whether a row has a number with white space inside that may be two: `274 274`. It is if one of them satisfies exactly
 * what the number breaks, or if nothing proves the number and it is far greater than all others of its row.
 */
function mayHoldTwo(
  { row, cells }: SolvedRow,
  ink: Ink,
  { values, reaching, attempt }: Surroundings,
): boolean {
  let column = 0;
  return cells.some((cell) => {
    const slot = row.item.slots[column];
    column += cell.columns;
    if (slot === undefined || cell.content.kind !== 'number' || cell.reading === 'sentence') return false;
    const pieces = piecesOf(cell, ink, row.item.form.notation);
    if (pieces.length === 0) return false;
    const equalities = (reaching.get(slot.index) ?? []).filter(({ relation }) => relation === '=');
    const verdicts = equalities.map((instance) => evaluate(instance, values)?.verdict);
    const isProven = verdicts.some((verdict) => verdict === 'holds' || verdict === 'rounding');
    if (!isProven && dwarfs(cell, cells)) return true;
    const broken = equalities.filter((_, index) => verdicts[index] === 'broken');
    if (broken.length === 0) return false;
    const value = values[slot.index];
    const exact = value?.kind === 'number' && value.exact ? { exact: true } : {};
    return pieces.some((piece) => {
      attempt[slot.index] = { kind: 'number', value: Number(piece), decimals: decimalsOf(piece), ...exact };
      const isHeld = broken.some((instance) => evaluate(instance, attempt)?.verdict === 'holds');
      attempt[slot.index] = value;
      return isHeld;
    });
  });
}

/** Whether a number is far greater than any other of its row, as `140 123` beside 135 and 155. */
function dwarfs(cell: ReadCell, cells: readonly ReadCell[]): boolean {
  const sizeOf = ({ content }: ReadCell): number =>
    content.kind === 'number' ? Math.abs(Number(content.value)) : 0;
  const others = cells.filter((other) => other !== cell).map(sizeOf);
  return others.some((size) => size > 0) && sizeOf(cell) > SETTINGS.farGreater.value * Math.max(...others);
}

/** The numbers on either side of each white space of a cell, where both sides are numbers. */
function piecesOf(cell: ReadCell, ink: Ink, notation: Notation): readonly string[] {
  const pieces: string[] = [];
  const [from, to] = [cell.from, levelEnd(ink, cell)];
  for (let at = from + 1; at < to; at += 1) {
    if (ink.gaps[at] === Gap.none) continue;
    const sides = [spaced(ink, from, at), spaced(ink, at, to)].map(
      (side) => readNumber(side, [], notation)[0]?.value,
    );
    if (sides.every((side) => side !== undefined)) pieces.push(...sides.filter((side) => side !== undefined));
  }
  return pieces;
}

function verdictsOf(slot: number, { values, reaching }: Surroundings): readonly Verdict[] {
  return (reaching.get(slot) ?? []).flatMap((instance) => evaluate(instance, values)?.verdict ?? []);
}
