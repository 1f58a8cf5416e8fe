import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabularyOf } from '../../pipeline/identities/binding.ts';
import { instancesOf } from '../../pipeline/identities/instance.ts';
import { labelOf } from '../../pipeline/locale/look-alikes.ts';
import type { ReadCell } from '../../pipeline/normalise/reading/cell.ts';
import { contentsOf } from '../../pipeline/normalise/reading/cell.ts';
import { inText } from '../../pipeline/normalise/reading/number.ts';
import { rowLattice } from '../../pipeline/normalise/tables/lattice/in-order.ts';
import type { ReadRow } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import { changed, edgesOf, readingsOf } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import { type Share, supportedShares } from '../../pipeline/normalise/tables/solve/shares.ts';
import { type Solution, solve } from '../../pipeline/normalise/tables/solve/solve.ts';
import { slotsFor } from '../made-up-slots.ts';
import { inkFor, whole } from './made-up-ink.ts';

const FORM = { decimals: [0], minimum: 0, maximum: Number.POSITIVE_INFINITY };

/** A number as it is printed: in groups of three. */
function printed(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ' ');
}

function said(cells: readonly ReadCell[]): readonly string[] {
  return contentsOf(cells).map((content) => (content.kind === 'number' ? content.value : content.kind));
}

/** Solves rows of which the first is the sum of the others, column by column. */
function solveSum(
  parts: readonly (readonly number[])[],
  change = (row: number[]): number[] => row,
): Solution {
  const width = parts[0]?.length ?? 0;
  const total = change(Array.from({ length: width }, (_, column) => sumOf(parts, column)));
  const places = ['all', ...parts.map((_, index) => `part${index}`)];
  const years = Array.from({ length: width }, (_, column) => `y${column}`);
  const slots = slotsFor({ trees: { keys: { place: places, year: years } } });
  const rows = [total, ...parts].map((values, index): ReadRow => {
    const ink = inkFor(values.map(printed).join(' '));
    const label = places[index] ?? '';
    const form = {
      columns: years.map(() => FORM),
      marks: [],
      phrases: [],
      notation: inText(','),
      ink: '',
    } as const;
    const own = slots.filter(({ codes }) => codes.place === label);
    const item = { kind: 'row', label, name: label, match: labelOf(label), form, slots: own } as const;
    const lattice = rowLattice(ink, [whole(ink)], form);
    return { item, label: { from: 0, to: 0 }, headers: [], lattice, to: ink.folded.length };
  });
  const says = 'trees[place=all] = sum(trees[place≠all])';
  const instances = instancesOf({ id: 'i', kind: 'total', says, because: '' }, vocabularyOf(slots));
  return solve(rows, [], instances);
}

function sumOf(rows: readonly (readonly number[])[], column: number): number {
  return rows.reduce((sum, row) => sum + (row[column] ?? 0), 0);
}

/**
 * Six-digit numbers whose last three digits carry when two of them are added: else a group of three could go to the
 * column before in all rows alike, and no sum would tell.
 */
function sixDigits(count: number, seed: number): readonly number[] {
  const some = (at: number, most: number): number => (seed * 131 + at * at * 71 + at * 29) % most;
  return Array.from({ length: count }, (_, at) => (100 + some(at, 200)) * 1000 + 500 + some(at + 40, 499));
}

describe('rows that can be read in thousands of ways', () => {
  it('are decided by sums, column by column: eight columns of six-digit numbers', () => {
    const parts = [sixDigits(8, 3), sixDigits(8, 5)];
    const { solved, open } = solveSum(parts);
    expect(open.map(({ count }) => count)).toEqual([]);
    expect(solved.map(({ cells }) => said(cells))).toEqual(
      [[...Array(8).keys()].map((column) => sumOf(parts, column)), ...parts].map((row) => row.map(String)),
    );
    expect(solved[1]?.row.lattice.count).toBe(6435);
  });

  it('are decided without a look at each: twelve columns of six-digit numbers', () => {
    const parts = [sixDigits(12, 3), sixDigits(12, 5)];
    const { solved, open } = solveSum(parts);
    expect(open.map(({ count }) => count)).toEqual([]);
    expect(solved.slice(1).map(({ cells }) => said(cells))).toEqual(parts.map((row) => row.map(String)));
    expect(solved[1]?.row.lattice.count).toBeGreaterThan(1_000_000);
  });

  it('stay open, and say how many ways are left, where a sum does not hold', () => {
    const parts = [sixDigits(8, 3), sixDigits(8, 5)];
    const { open } = solveSum(parts, ([first = 0, ...rest]) => [first, ...rest.map((value) => value + 5)]);
    expect(open.length).toBeGreaterThan(0);
    expect(open.every(({ count, readings }) => count > 1 && readings.length > 1)).toBe(true);
  });

  it('say so where their identity allows more combinations than are tried', () => {
    const { open } = solveSum(Array.from({ length: 24 }, (_, index) => sixDigits(10, index * 31 + 1)));
    expect(open.map(({ isCut }) => isCut)).toEqual(Array(24).fill(true));
  });
});

describe('a graph of readings', () => {
  const form = {
    columns: Array(5).fill(FORM),
    marks: [],
    phrases: [],
    notation: inText(','),
    ink: '',
  } as const;
  const ink = inkFor('100 404 304 2 419 53 382');
  const lattice = rowLattice(ink, [whole(ink)], form);

  it('counts its paths and has no edge that is on none', () => {
    const readings = readingsOf(lattice, 100);
    expect(readings).toHaveLength(lattice.count);
    const cells = new Set(edgesOf(lattice).map(({ edge, column }) => `${column} ${said([edge.cell])}`));
    expect(cells).toEqual(
      new Set(readings.flatMap((reading) => reading.map((cell, column) => `${column} ${said([cell])}`))),
    );
  });

  it('keeps the readings whose cells are kept', () => {
    const without = changed(lattice, ({ cell }) => (said([cell])[0] === '404304' ? undefined : [cell, '']));
    const kept = readingsOf(lattice, 100).filter((reading) => !said(reading).includes('404304'));
    expect(readingsOf(without, 100).map(said)).toEqual(kept.map(said));
    expect(without.count).toBe(kept.length);
  });
});

describe('the shares that a sum allows', () => {
  const share = fc.record({
    sum: fc.integer({ min: -30, max: 30 }),
    half: fc.constantFrom(0, 0.5),
    size: fc.constant(30),
  });

  it('are those that trying every combination finds', () => {
    fc.assert(
      fc.property(share, fc.array(fc.array(share, { maxLength: 5 }), { maxLength: 5 }), (rest, rows) => {
        const found = supportedShares(rest, rows);
        const expected = rows.map(() => new Set<number>());
        const walk = (row: number, taken: readonly number[], sum: Share): void => {
          if (row === rows.length) {
            if (Math.abs(sum.sum) > sum.half) return;
            for (const [index, share] of taken.entries()) expected[index]?.add(share);
            return;
          }
          for (const [index, own] of (rows[row] ?? []).entries()) {
            const next = { sum: sum.sum + own.sum, half: sum.half + own.half, size: 0 };
            walk(row + 1, [...taken, index], next);
          }
        };
        walk(0, [], rest);
        expect(found).toEqual(expected);
      }),
    );
  });

  it('are not known where there are too many sums', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ sum: 2 ** index, half: 0, size: 0 }));
    expect(supportedShares({ sum: 1, half: 0, size: 1 }, Array(12).fill(many))).toBeUndefined();
  });
});
