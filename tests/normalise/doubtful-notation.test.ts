import { describe, expect, it } from 'vitest';
import { labelOf } from '../../pipeline/locale/look-alikes.ts';
import { doubtfulTables } from '../../pipeline/normalise/tables/doubts/doubtful-notation.ts';
import { rowLattice } from '../../pipeline/normalise/tables/lattice/in-order.ts';
import type { SolvedRow } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import { readingsOf } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import { notationOf, UNDECLARED } from '../../pipeline/template/notation.ts';
import { slotsFor } from '../made-up-slots.ts';
import { inkFor, whole } from './made-up-ink.ts';

const YEARS = ['2001', '2002', '2003'];
const slots = slotsFor({ crop: { keys: { place: ['north'], year: YEARS } } });

/** What is in doubt in a table of one row of three cells: the first number as printed, and what it may be. */
function doubts(
  text: string,
  {
    decimals = [],
    minimum = 0,
    notation = UNDECLARED,
  }: { decimals?: readonly number[]; minimum?: number; notation?: typeof UNDECLARED } = {},
): readonly string[] {
  const ink = inkFor(text);
  const columns = YEARS.map(() => ({ decimals, minimum, maximum: 10_000_000 }));
  const form = { columns, marks: [], phrases: [], notation, ink: '' } as const;
  const item = { kind: 'row', label: 'north', name: 'north', match: labelOf('north'), form, slots } as const;
  const lattice = rowLattice(ink, [whole(ink)], form);
  const [cells] = readingsOf(lattice);
  if (cells === undefined || lattice.count !== 1) return ['not read in one way'];
  const at = { from: 0, to: 0 };
  const row: SolvedRow = { row: { item, label: at, headers: [], lattice, to: 0 }, cells };
  return doubtfulTables(ink, [row]).map(({ printed }) => printed);
}

describe('a number with a sign before its last three digits', () => {
  it('is in doubt where nothing tells whether the sign parts thousands', () => {
    expect(doubts('6,709 7,120 8,433')).toEqual(['"6,709", which is 6.709 or 6709']);
    expect(doubts('712 8 6.709')).toEqual(['"6.709", which is 6.709 or 6709']);
  });

  it('is in none where another number has the sign before fewer digits', () => {
    expect(doubts('6,709 7,12 8,433')).toEqual([]);
  });

  it('is in none where its column prints three decimals, or its digits are no thousands', () => {
    expect(doubts('6,709 7,120 8,433', { decimals: [3] })).toEqual([]);
    expect(doubts('0,709 1234,500 8')).toEqual([]);
  });

  it('is in doubt where its column prints three decimals or none', () => {
    expect(doubts('6,709 7,120 8,433', { decimals: [0, 3] })).toHaveLength(1);
  });

  it('is in none where the notation is declared', () => {
    const notation = notationOf({ decimal: ',' }, undefined);
    expect(doubts('6,709 7,120 8,433', { notation })).toEqual([]);
  });
});

describe('a sign by itself before digits that stand apart', () => {
  it('is in doubt where it may be the minus of the first of them', () => {
    expect(doubts('0 - 1 100', { minimum: -1000 })).toEqual([
      '"- 1 100", which is "-" and "1 100", or -1 and "100"',
    ]);
  });

  it('is in none where nothing can be below zero, or the notation is declared', () => {
    expect(doubts('0 - 1 100')).toEqual([]);
    const notation = notationOf({ decimal: ',', group: [' '], symbols: { '-': 'nil' } }, undefined);
    expect(doubts('0 - 1 100', { minimum: -1000, notation })).toEqual([]);
  });
});

it('two decimal signs in one table are told', () => {
  expect(doubts('6,7 7.1 8,4')).toEqual(['"6,7" and "7.1"']);
  expect(doubts('6,709 7.120 8')).toEqual(['"6,709" and "7.120"']);
});
