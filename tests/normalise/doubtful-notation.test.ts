import { describe, expect, it } from 'vitest';
import { doubtfulNumbers, mixedSigns } from '../../pipeline/normalise/tables/doubts/doubtful-notation.ts';
import { rowLattice } from '../../pipeline/normalise/tables/lattice/in-order.ts';
import type { SolvedRow } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import { readingsOf } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import { labelOf } from '../../pipeline/template/label.ts';
import { notationOf, UNDECLARED } from '../../pipeline/template/notation.ts';
import { slotsFor } from '../made-up-slots.ts';
import { inkFor, whole } from './made-up-ink.ts';

const YEARS = ['2001', '2002', '2003'];
const slots = slotsFor({ crop: { keys: { place: ['north'], year: YEARS } } });

/** What is in doubt in a row of three cells: each number as printed, and as it would be in groups. */
function doubts(
  text: string,
  {
    decimals = [],
    notation = UNDECLARED,
  }: { decimals?: readonly number[]; notation?: typeof UNDECLARED } = {},
): readonly string[] {
  const ink = inkFor(text);
  const columns = YEARS.map(() => ({ decimals, minimum: 0, maximum: 10_000_000 }));
  const form = { columns, marks: [], phrases: [], notation, ink: '' } as const;
  const item = { kind: 'row', label: 'north', name: 'north', match: labelOf('north'), form, slots } as const;
  const lattice = rowLattice(ink, [whole(ink)], form);
  const [cells] = readingsOf(lattice);
  if (cells === undefined || lattice.count !== 1) return ['not read in one way'];
  const at = { from: 0, to: 0 };
  const row: SolvedRow = { row: { item, label: at, headers: [], lattice, to: 0 }, cells };
  return [
    ...doubtfulNumbers(ink, [row]).map(({ printed, grouped }) => `${printed} or ${grouped}`),
    ...mixedSigns(ink, [row]).map(([, one, other]) => `${one} and ${other}`),
  ];
}

describe('a number with a sign before its last three digits', () => {
  it('is in doubt where nothing tells whether the sign parts thousands', () => {
    expect(doubts('6,709 7,120 8,433')).toEqual(['6,709 or 6709', '7,120 or 7120', '8,433 or 8433']);
    expect(doubts('6.709 712 8')).toEqual(['6.709 or 6709']);
  });

  it('is in none where another number has the sign before fewer digits', () => {
    expect(doubts('6,709 7,12 8,433')).toEqual([]);
  });

  it('is in none where its column prints three decimals, or its digits are no thousands', () => {
    expect(doubts('6,709 7,120 8,433', { decimals: [3] })).toEqual([]);
    expect(doubts('0,709 1234,500 8')).toEqual([]);
  });

  it('is in doubt where its column prints three decimals or none', () => {
    expect(doubts('6,709 7,120 8,433', { decimals: [0, 3] })).toHaveLength(3);
  });

  it('is in none where the notation is declared', () => {
    const notation = notationOf({ decimal: ',' }, undefined);
    expect(doubts('6,709 7,120 8,433', { notation })).toEqual([]);
  });
});

it('two decimal signs in one table are told', () => {
  expect(doubts('6,7 7.1 8,4')).toEqual(['6,7 and 7.1']);
});
