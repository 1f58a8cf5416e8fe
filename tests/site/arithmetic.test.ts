import { describe, expect, it } from 'vitest';
import { boundsOf, evaluated } from '../../site/catalogue/arithmetic.ts';
import { shortFormula } from '../../site/pages/formula.ts';
import { placeOf } from '../../site/pages/page.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

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

  it('writes what lies between two numbers with the lesser first, whichever the identity names first', () => {
    const between = CATALOGUE.checks.filter(({ relation }) => relation === 'between');
    const turned = between.filter(({ right, high = right }) => evaluated(right) > evaluated(high));
    expect(turned.length).toBeGreaterThan(5);
    const place = placeOf(siteOf(CATALOGUE), 'en', 'index.html');
    for (const check of between) {
      const [low, high] = boundsOf(check).map(evaluated);
      expect(low).toBeLessThanOrEqual(high ?? 0);
      if (check.verdict === 'holds') {
        expect(low).toBeLessThanOrEqual(evaluated(check.left) + Number(check.tolerance));
        expect(high).toBeGreaterThanOrEqual(evaluated(check.left) - Number(check.tolerance));
      }
    }
    const [disorders] = turned.filter(({ cells }) => cells.includes('mental_disorders:R._T.2010'));
    const written = disorders === undefined ? '' : shortFormula(place, disorders).toString();
    expect(written.replace(/<[^>]*>/g, '')).toBe('87.0 ≤ 122.2 ≤ 151.7');
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
