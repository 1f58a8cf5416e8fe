import { describe, expect, it } from 'vitest';
import type { Side } from '../../site/catalogue/arithmetic.ts';
import { CATALOGUE } from './catalogue-under-test.ts';

function evaluated(side: Side): number {
  if (side.kind === 'number') return side.value;
  if (side.kind === 'term') return Number(side.term.value);
  if (side.kind === 'binary') {
    const [left, right] = [evaluated(side.left), evaluated(side.right)];
    return { '+': left + right, '-': left - right, '*': left * right, '/': left / right }[side.operator];
  }
  const values = side.terms.map(({ value }) => Number(value));
  if (side.kind === 'sum') return values.reduce((sum, value) => sum + value, 0);
  return side.kind === 'greatest' ? Math.max(...values) : Math.min(...values);
}

/** Cells that are printed once over several columns stand for all of them. */
const spanned = (cells: readonly string[]): readonly string[] =>
  cells.filter((cell) => CATALOGUE.cells.get(cell)?.reading === 'spanned');

const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

describe('the arithmetic that is written out', () => {
  it('gives both sides of every check result as they are published', () => {
    const wrong = CATALOGUE.checks.filter(({ left, right, high, leftValue, rightValue }) => {
      const bounds = [right, ...(high === undefined ? [] : [high])].map(evaluated);
      return (
        !near(evaluated(left), Number(leftValue)) || !bounds.some((bound) => near(bound, Number(rightValue)))
      );
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(CATALOGUE.checks.length).toBe(CATALOGUE.rows('check_result').length);
  });

  it('has exactly the cells that the check result names', () => {
    const named = new Map(
      CATALOGUE.rows('check_result').map((row) => [row.check_id, row.cells?.split(' ') ?? []]),
    );
    for (const { id, cells } of CATALOGUE.checks) {
      const printed = named.get(id)?.filter((cell) => CATALOGUE.cells.has(cell));
      expect(new Set(cells)).toEqual(new Set([...(printed ?? []), ...spanned(cells)]));
    }
  });

  it('is read from columns of its own: a description is one sentence, without a formula', () => {
    const rows = CATALOGUE.rows('check_result');
    expect(rows.filter(({ formula = '' }) => !/ (?:=|<=|>=|<|>|between) /.test(formula))).toEqual([]);
    expect(rows.filter(({ codes = '' }) => !/^(?:[a-z_]+=\S+(?: [a-z_]+=\S+)*)?$/.test(codes))).toEqual([]);
    expect(rows.filter(({ description = '' }) => /[[\]]|\w=\w/.test(description))).toEqual([]);
  });
});
