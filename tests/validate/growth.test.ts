import { describe, expect, it } from 'vitest';
import { totalsOf } from '../../pipeline/template/totals.ts';
import { warningsOf } from '../../pipeline/validate/plausibility.ts';
import { bind, slotsFor, valuesOf } from '../made-up-slots.ts';

const YEARS = ['2001', '2002', '2003', '2004', '2005', '2006'];
/** Regions that go their ways, by some per cent a year. */
const STEADY = {
  b: ['200', '210', '205', '215', '220', '224'],
  c: ['330', '320', '335', '340', '330', '345'],
  d: ['120', '126', '130', '127', '133', '138'],
  e: ['510', '500', '520', '515', '530', '525'],
};

/** The values of a made-up table of regions by year that are doubted, but by their line; with the kind of doubt. */
function doubted(
  rows: Readonly<Record<string, readonly string[]>>,
  units: Readonly<Record<string, string>> = {},
  ...says: readonly string[]
): readonly string[] {
  const slots = slotsFor({ t: { keys: { region: Object.keys(rows), year: YEARS } } }).map((slot) => {
    return { ...slot, unit: units[slot.codes.region ?? ''] ?? null };
  });
  const values = valuesOf(
    slots.map(({ codes: { region = '', year = '' } }) => rows[region]?.[YEARS.indexOf(year)] ?? '…'),
  );
  const instances = says.flatMap((statement) => bind(statement, slots));
  return warningsOf({ plan: { slots }, instances, totals: totalsOf(says), together: undefined }, values)
    .filter(({ kind }) => kind !== 'line')
    .map(({ slot: { codes }, value, kind }) => [kind, ...Object.values(codes), value].join(' '));
}

describe('a value is doubted for its growth', () => {
  it('where it leaves its series by far more than its other years and related series leave theirs', () => {
    expect(doubted({ ...STEADY, a: ['100', '104', '980', '110', '115', '118'] })).toEqual([
      'growth a 2003 980',
    ]);
  });

  it('in the first and in the last year too, though only one year stands beside them', () => {
    expect(doubted({ ...STEADY, a: ['9', '101', '104', '108', '110', '115'] })).toEqual(['growth a 2001 9']);
    expect(doubted({ ...STEADY, a: ['101', '104', '108', '110', '115', '990'] })).toEqual([
      'growth a 2006 990',
    ]);
  });

  it('once, of two years beside each other that would both be far', () => {
    expect(doubted({ ...STEADY, a: ['410', '90', '180', '170', '165', '160'] })).toEqual([
      'growth a 2002 90',
    ]);
  });

  it('though it is in a sum, which was added up from it; not where another number tells it', () => {
    const rows = { ...STEADY, a: ['100', '104', '980', '110', '115', '118'] };
    const total = YEARS.map((_, at) =>
      String(Object.values(rows).reduce((sum, row) => sum + Number(row[at]), 0)),
    );
    const sum = 't[region=all] = sum(t[region≠all])';
    expect(doubted({ ...rows, all: total }, {}, sum)).toContain('growth a 2003 980');
    const told = bindGrowth({ ...rows, index: rows.a });
    expect(told).not.toContain('growth a 2003 980');
  });

  it('not where related series leave theirs as far', () => {
    const wild = {
      b: ['200', '2100', '300', '2500', '220', '2000'],
      c: ['330', '30', '335', '34', '330', '40'],
    };
    expect(doubted({ ...wild, a: ['100', '104', '980', '110', '115', '118'] })).toEqual([]);
  });

  it('not where its siblings go with it, which is told once of their whole', () => {
    const halved = Object.fromEntries(
      Object.entries(STEADY).map(([name, [first = '', ...rest]]) => [
        name,
        [String(2 * Number(first)), ...rest],
      ]),
    );
    expect(doubted(halved)).toEqual([]);
    const total = YEARS.map((_, at) =>
      String(Object.values(halved).reduce((sum, row) => sum + Number(row[at]), 0)),
    );
    expect(doubted({ ...halved, all: total }, {}, 't[region=all] = sum(t[region≠all])')).toEqual([
      `jump all 2001 ${total[0]}`,
    ]);
  });

  it('not among rows of several units, which are no siblings, unless an identity ties them', () => {
    const life = {
      all: ['68,4', '69,0', '69,6', '70,6', '71,4', '72,0'],
      men: ['63,5', '64,2', '64,8', '65,7', '66,7', '67,5'],
      women: ['73,4', '73,8', '74,3', '77,9', '75,8', '76,6'],
    };
    const units = { all: 'years', men: 'years', women: 'years', price: 'usd' };
    const rows = { ...life, price: ['5', '6', '8', '7', '9', '8'] };
    expect(doubted(rows, units)).toEqual([]);
    const between = 't[region=all] between t[region=men] and t[region=women]';
    expect(doubted(rows, units, between)).toEqual(['growth women 2004 77.9']);
  });

  it('not in a series with a nil', () => {
    expect(doubted({ ...STEADY, a: ['100', '104', '980', '-', '115', '118'] })).toEqual([]);
  });
});

/** The doubts of rows of which `index` repeats what is printed of `a`. */
function bindGrowth(rows: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const slots = slotsFor({ t: { keys: { region: Object.keys(rows), year: YEARS } } });
  const values = valuesOf(
    slots.map(({ codes: { region = '', year = '' } }) => rows[region]?.[YEARS.indexOf(year)] ?? '…'),
  );
  const instances = bind('t[region=a] = t[region=index]', slots).map((instance) => ({
    ...instance,
    identity: { ...instance.identity, kind: 'text' as const },
  }));
  return warningsOf({ plan: { slots }, instances, totals: new Map(), together: undefined }, values).map(
    ({ slot: { codes }, value, kind }) => [kind, ...Object.values(codes), value].join(' '),
  );
}
