import { Gap, type Ink } from '../pipeline/normalise/reading/ink.ts';

/** One change of the source: what kind, where it begins in the ink, and the ink after it. */
export interface Mutation {
  readonly kind:
    | 'digit'
    | 'dropped digit'
    | 'swapped digits'
    | 'moved comma'
    | 'swapped cells'
    | 'deleted row';
  /** The table whose ink is changed, and its number among the elements of the annexes. */
  readonly table: string;
  readonly number: number;
  readonly ink: Ink;
}

/** A stretch of the ink that belongs to one element. */
export interface Place {
  readonly table: string;
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** A cell in the ink, end exclusive. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

const DIGIT = /\d/;

/** Every digit of a stretch of the ink to every other digit. */
export function* changedDigits(ink: Ink, place: Place): Generator<Mutation> {
  const { from, to } = place;
  for (let at = from; at < to; at += 1) {
    if (!DIGIT.test(ink.folded[at] ?? '')) continue;
    for (let digit = 0; digit <= 9; digit += 1) {
      if (ink.folded[at] !== String(digit)) yield replaced('digit', ink, place, at, at + 1, String(digit));
    }
  }
}

/** Digits dropped, neighbouring digits swapped, decimal commas moved by one place. */
export function* brokenNumbers(ink: Ink, place: Place): Generator<Mutation> {
  const { from, to } = place;
  for (let at = from; at < to; at += 1) {
    const [a = '', b = ''] = [ink.folded[at], ink.folded[at + 1]];
    if (DIGIT.test(a)) yield spliced('dropped digit', ink, place, at, at + 1);
    if (at + 1 >= to || a === b || ink.gaps[at + 1] === Gap.cell) continue;
    if (DIGIT.test(a) && DIGIT.test(b)) yield replaced('swapped digits', ink, place, at, at + 2, b + a);
    const moves = (a === ',' && DIGIT.test(b)) || (b === ',' && DIGIT.test(a));
    if (moves && ink.gaps[at + 1] === Gap.none) yield replaced('moved comma', ink, place, at, at + 2, b + a);
  }
}

/** A row's neighbouring cells exchanged, and the row deleted. */
export function* brokenRow(ink: Ink, row: Place & { readonly cells: readonly Piece[] }): Generator<Mutation> {
  const { from, to, cells } = row;
  yield spliced('deleted row', ink, row, from, to);
  for (const [index, first] of cells.entries()) {
    const second = cells[index + 1];
    if (second === undefined) continue;
    const texts = [first, second].map(({ start, end }) => ink.folded.slice(start, end));
    if (texts[0] === texts[1]) continue;
    yield exchanged(ink, row, first, second);
  }
}

function replaced(
  kind: Mutation['kind'],
  ink: Ink,
  { table, number }: Place,
  from: number,
  to: number,
  text: string,
): Mutation {
  // Values are read of what is printed: digits and commas are folded to themselves.
  const changed = (of: string): string => of.slice(0, from) + text + of.slice(to);
  const [folded, printed] = [changed(ink.folded), changed(ink.printed)];
  return { kind, table, number, ink: { ...ink, folded, printed } };
}

function spliced(
  kind: Mutation['kind'],
  ink: Ink,
  { table, number }: Place,
  from: number,
  to: number,
): Mutation {
  const gaps = without(ink.gaps, from, to);
  gaps[from] = Math.max(ink.gaps[from] ?? 0, ink.gaps[to] ?? 0);
  if (to === from + 1) gaps[from] = ink.gaps[from] ?? ink.gaps[to] ?? 0;
  const offsets = without(ink.offsets, from, to);
  const lines = without(ink.lines, from, to);
  const columns = without(ink.columns, from, to);
  const cells = without(ink.cells, from, to);
  const raised = without(ink.raised, from, to);
  return {
    kind,
    table,
    number,
    ink: {
      folded: ink.folded.slice(0, from) + ink.folded.slice(to),
      printed: ink.printed.slice(0, from) + ink.printed.slice(to),
      gaps,
      offsets,
      lines,
      columns,
      cells,
      breaks: ink.breaks,
      raised,
    },
  };
}

function without<T extends Uint8Array | Int32Array>(list: T, from: number, to: number): T {
  const rest = list.slice(0, list.length - (to - from)) as T;
  rest.set(list.subarray(to), from);
  return rest;
}

function exchanged(ink: Ink, { table, number }: Place, first: Piece, second: Piece): Mutation {
  const changed = (of: string): string => {
    const text = ({ start, end }: Piece): string => of.slice(start, end);
    const middle = of.slice(first.end, second.start);
    return `${of.slice(0, first.start)}${text(second)}${middle}${text(first)}${of.slice(second.end)}`;
  };
  const [folded, printed] = [changed(ink.folded), changed(ink.printed)];
  const gaps = ink.gaps.slice();
  const gapsOf = ({ start, end }: Piece): Uint8Array => ink.gaps.slice(start + 1, end);
  const split = first.start + (second.end - second.start);
  gaps.set(gapsOf(second), first.start + 1);
  gaps[split] = ink.gaps[second.start] ?? Gap.space;
  gaps.set(gapsOf(first), split + 1);
  return { kind: 'swapped cells', table, number, ink: { ...ink, folded, printed, gaps } };
}
