import '../needs-report.ts';
import { describe, expect, it } from 'vitest';
import type { SlotValue } from '../../pipeline/identities/verdict.ts';
import { severityOf, turnFinder } from '../../pipeline/validate/severity.ts';
import { document } from '../project.ts';

const { slots } = document.plan;

const rateOf = (region: string): number => {
  const found = slots.find(
    ({ table, codes }) =>
      table === 'poverty_rate' && codes.region === region && codes.area === '_T' && codes.year === '2010',
  );
  if (found === undefined) throw new Error(`no rate of ${region}`);
  return found.index;
};

/** What an error of a region's rate turns, beside the printed rates of the country and of two regions. */
function turnOf(region: string, implied: number): string | null {
  const values: (SlotValue | undefined)[] = [];
  const printed = [
    ['KZ', 6.5],
    ['KZ-KUS', 6.4],
    ['KZ-AKM', 6.3],
  ] as const;
  for (const [code, value] of printed) values[rateOf(code)] = { kind: 'number', value, decimals: 1 };
  const isWhole = (_: string, key: string, code: string): boolean => key === 'region' && code === 'KZ';
  return turnFinder(slots, values, () => 'percent', isWhole)(rateOf(region), implied);
}

describe('what an error turns round', () => {
  it('is the order of two parts', () => {
    expect(turnOf('KZ-KUS', 6.1)).toBe('order');
    expect(turnOf('KZ-KUS', 6.35)).toBeNull();
  });

  it('is not that of a whole among its parts, which have none', () => {
    expect(turnOf('KZ', 6.2)).toBeNull();
    expect(turnOf('KZ-KUS', 6.6)).toBeNull();
  });
});

describe('how much an error misleads', () => {
  it.each([
    [{ greatestError: 0.41, turns: null, values: 1 }, 'grave'],
    [{ greatestError: 0.019, turns: 'order', values: 1 }, 'grave'],
    [{ greatestError: 0.019, turns: null, values: 1 }, 'moderate'],
    [{ greatestError: 0.001, turns: null, values: 10 }, 'moderate'],
    [{ greatestError: null, turns: null, values: 1 }, 'slight'],
  ] as const)('%o is %s', (of, severity) => {
    expect(severityOf(of)).toBe(severity);
  });
});
