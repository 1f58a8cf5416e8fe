import { describe, expect, it } from 'vitest';
import { vocabularyOf } from '../../pipeline/identities/binding.ts';
import { instancesOf } from '../../pipeline/identities/instance.ts';
import { labelOf } from '../../pipeline/locale/look-alikes.ts';
import type { ReadCell } from '../../pipeline/normalise/reading/cell.ts';
import { contentsOf } from '../../pipeline/normalise/reading/cell.ts';
import { arithmeticOf } from '../../pipeline/normalise/reading/cell-content.ts';
import { inText } from '../../pipeline/normalise/reading/number.ts';
import { rowLattice } from '../../pipeline/normalise/tables/lattice/in-order.ts';
import type { ReadRow } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import { solve } from '../../pipeline/normalise/tables/solve/solve.ts';
import { slotsFor } from '../made-up-slots.ts';
import { inkFor, whole } from './made-up-ink.ts';

const ROWS = ['all', 'north', 'south'];
const YEARS = ['2001', '2002', '2003'];

const slots = slotsFor({ trees: { keys: { place: ROWS, year: YEARS } } });

const TOTAL = 'trees[place=all] = sum(trees[place≠all])';

/** Solves three rows of three columns and shows each as `north: 1 | 100200 | 3, form` or `..., arithmetic`, or as `open` readings. */
function solved(texts: readonly string[], says: readonly string[] = [TOTAL]): readonly string[] {
  const instances = says.flatMap((statement, index) =>
    instancesOf({ id: `i${index}`, kind: 'total', says: statement, because: '' }, vocabularyOf(slots)),
  );
  const rows = texts.map((text, index) => readRow(text, index));
  const solution = solve(rows, [], instances);
  const shown = [
    ...solution.solved.map(
      ({ row, cells }) =>
        [row, `${said(cells)}, ${row.lattice.count === 1 ? 'form' : 'arithmetic'}`] as const,
    ),
    ...solution.open.map(({ row, count }) => [row, `open ${count}`] as const),
  ];
  return rows.map((row) => `${row.item.label}: ${shown.find(([own]) => own === row)?.[1]}`);
}

function readRow(text: string, index: number): ReadRow {
  const ink = inkFor(text);
  const label = ROWS[index] ?? '';
  const columns = YEARS.map(() => ({ decimals: [0], minimum: 0, maximum: 10_000_000 }));
  const form = { columns, marks: [], phrases: [], notation: inText(','), ink: '' } as const;
  const own = slots.filter(({ codes }) => codes.place === label);
  const item = { kind: 'row', label, name: label, match: labelOf(label), form, slots: own } as const;
  return {
    item,
    label: { from: 0, to: 0 },
    headers: [],
    lattice: rowLattice(ink, [whole(ink)], form),
    to: ink.folded.length,
  };
}

function said(cells: readonly ReadCell[]): string {
  return contentsOf(cells)
    .map((content) => (content.kind === 'number' ? content.value : content.kind))
    .join(' | ');
}

describe('arithmetic chooses among the readings of a row', () => {
  it('that its identities allow', () => {
    expect(solved(['6 100 202 9', '1 100 200 3', '5 2 6'])).toEqual([
      'all: 6 | 100202 | 9, arithmetic',
      'north: 1 | 100200 | 3, arithmetic',
      'south: 5 | 2 | 6, form',
    ]);
  });

  it('one row after another, as each decides the next', () => {
    const says = ['trees[place=south] = trees[place=north]', 'trees[place=all] = trees[place=south]'];
    expect(solved(['1 100 200 3', '1 100200 3', '1 100 200 3'], says)).toEqual([
      'all: 1 | 100200 | 3, arithmetic',
      'north: 1 | 100200 | 3, form',
      'south: 1 | 100200 | 3, arithmetic',
    ]);
  });

  it('and needs no arithmetic where the form leaves one', () => {
    expect(solved(['3 5 7', '1 2 3', '2 3 4'])).toEqual([
      'all: 3 | 5 | 7, form',
      'north: 1 | 2 | 3, form',
      'south: 2 | 3 | 4, form',
    ]);
  });

  it('and by an identity that reaches one of its columns only', () => {
    const says = ['trees[place=north, year=2001] = trees[place=south, year=2001]'];
    expect(solved(['1 1 1', '1 100 200 3', '1100 200 3'], says)[1]).toBe('north: 1100 | 200 | 3, arithmetic');
  });

  it('but leaves a row open when nothing tells its readings apart', () => {
    expect(solved(['1 1 1', '1 100 200 3', '1 1 1'], ['trees[place=all] = trees[place=south]'])[1]).toBe(
      'north: open 2',
    );
  });

  it('and an identity that no reading satisfies decides nothing', () => {
    expect(solved(['9 9 9', '1 100 200 3', '1 1 1'])[1]).toBe('north: open 2');
  });

  it('and a missing value makes an identity say nothing', () => {
    expect(solved(['… … …', '1 100 200 3', '1 1 1'])[1]).toBe('north: open 2');
  });

  it('with a nil counting as nothing', () => {
    expect(solved(['1 100200 3', '1 100 200 3', '- - -'])[1]).toBe('north: 1 | 100200 | 3, arithmetic');
  });
});

it('contents count for arithmetic as what they mean', () => {
  expect(arithmeticOf({ kind: 'number', value: '-12.50', marks: ['1'] })).toEqual({
    kind: 'number',
    value: -12.5,
    decimals: 2,
  });
  expect(arithmeticOf({ kind: 'nil' })).toEqual({ kind: 'nil' });
  expect(arithmeticOf({ kind: 'not_in_force' })).toEqual({ kind: 'none' });
  expect(arithmeticOf({ kind: 'not_applicable' })).toEqual({ kind: 'none' });
  expect(arithmeticOf({ kind: 'missing' })).toEqual({ kind: 'unknown' });
});
