import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { warningsOf } from '../../pipeline/validate/plausibility.ts';
import { bind, slotsFor, valuesOf } from '../made-up-slots.ts';
import { reportIsThere } from '../report.ts';

const YEARS = ['2001', '2002', '2003', '2004', '2005', '2006', '2007', '2008'];

/** The doubted values of a made-up table of measures by year, each with its measure and year. */
function doubted(
  rows: Readonly<Record<string, readonly string[]>>,
  ...says: readonly string[]
): readonly string[] {
  const slots = slotsFor({ t: { keys: { measure: Object.keys(rows), year: YEARS } } });
  const values = valuesOf(
    slots.map(({ codes: { measure = '', year = '' } }) => rows[measure]?.[Number(year) - 2001] ?? '…'),
  );
  const instances = says.flatMap((statement) => bind(statement, slots));
  return warningsOf({ plan: { slots }, instances, totals: new Map(), together: undefined }, values).map(
    ({ slot, value }) => [...Object.values(slot.codes), value].join(' '),
  );
}

describe('a value is doubted', () => {
  it('where it lies far from the line through the other years of its series', () => {
    expect(doubted({ persons: ['25', '24', '32', '37', '41', '54', '50', '17'] })).toEqual([
      'persons 2008 17',
    ]);
    expect(doubted({ persons: ['25', '28', '32', '37', '91', '44', '48', '53'] })).toEqual([
      'persons 2005 91',
    ]);
  });

  it('not where an identity fixes it', () => {
    const rows = {
      a: ['25', '28', '32', '37', '91', '44', '48', '53'],
      b: ['25', '28', '32', '37', '91', '44', '48', '53'],
    };
    expect(doubted({ a: rows.a }, 't[measure=a] = t[measure=a]')).toEqual([]);
  });

  it('not where its series keeps to few values and moves in steps', () => {
    expect(doubted({ months: ['12', '24', '12', '12', '12', '7', '12', '12'] })).toEqual([]);
  });

  it('not where most of the values beside it depart alike in the same year', () => {
    const ratio = ['4,2', '5,1', '4,6', '4,3', '4,1', '3,7'];
    const tenths = ['0,226', '0,255', '0,240', '0,225', '0,223', '0,210'];
    const fifths = ['0,216', '0,243', '0,228', '0,214', '0,212', '0,200'];
    expect(doubted({ ratio, tenths, fifths })).toEqual([]);
    expect(doubted({ ratio })).toEqual(['ratio 2001 4.2']);
  });

  it('where only a few of the values beside it depart alike', () => {
    const ratio = ['4,2', '5,1', '4,6', '4,3', '4,1', '3,7'];
    const steady = ['0,266', '0,255', '0,243', '0,231', '0,222', '0,210'];
    expect(doubted({ ratio, steady, other: steady })).toEqual(['ratio 2001 4.2']);
  });

  it('where two rows print the same, but for few digits or one number throughout', () => {
    const slots = slotsFor({
      t: { keys: { place: ['a', 'b', 'c'], measure: ['x', 'y', 'z'], year: ['2001'] } },
    });
    const twins = (a: readonly string[], b: readonly string[], c: readonly string[]): readonly string[] => {
      const rows: Readonly<Record<string, readonly string[]>> = { a, b, c };
      const texts = slots.map(
        ({ codes: { place = '', measure = '' } }) => rows[place]?.['xyz'.indexOf(measure)] ?? '…',
      );
      return warningsOf(
        { plan: { slots }, instances: [], totals: new Map(), together: undefined },
        valuesOf(texts),
      ).map(({ slot, kind, twin }) => `${slot.codes.place} ${slot.codes.measure} ${kind} ${twin}`);
    };
    const row = ['3,7', '0,210', '0,200'];
    const found = twins(row, ['3,9', '0,211', '0,200'], row);
    expect(found).toHaveLength(6);
    expect(found[0]).toMatch(/^a x equal_rows t:c\.x/);
    expect(twins(row, ['3,9', '0,211', '0,200'], ['3,7', '0,21', '0,200'])).toEqual([]);
    expect(twins(['1', '2', '3'], ['1', '2', '3'], ['4', '5', '6'])).toEqual([]);
    expect(twins(['1234', '1234', '1234'], ['1234', '1234', '1234'], row)).toEqual([]);
  });

  it.runIf(reportIsThere)(
    'in the report in these cases, each of which stands out to who reads its row',
    () => {
      const rows: readonly Record<string, string>[] = parse(readFileSync('output/csv/warning.csv'), {
        columns: true,
      });
      const of = (kind: string): readonly string[] =>
        rows.flatMap((row) => (row.kind === kind ? [`${row.cell_id} ${row.value}`] : []));
      expect(of('line')).toEqual(['trafficking_convictions:2015 17']);
      expect(of('jump')).toEqual(['drug_crimes:KZ.2010 8769']);
      expect(of('growth')).toEqual([
        'drug_crimes:KZ-AKT.2010 275',
        'drug_crimes:KZ-YUZ.2010 471',
        'drug_seizures:KZ-AKT.2011 443283.7',
        'drug_seizures:KZ-ALA.2011 6244797.2',
        'drug_seizures:KZ-YUZ.2010 46854.0623',
        'drug_seizures:KZ-YUZ.2015 4708614.25',
        'income_inequality:KZ-KAR.FUNDS_RATIO.2012 8.2',
        'ombudsman_complaints:education.2012 23',
        'poverty_headcount_by_household_size:KZ-AST.GE5.2015 2398',
        'poverty_headcount_by_household_size:KZ-KAR.3.2014 155',
        'poverty_headcount_by_household_size:KZ-KZY.4.2015 1459',
        'poverty_headcount_by_household_size:KZ-MAN.4.2010 616',
        'poverty_headcount_by_household_size:KZ-ZAP.4.2011 923',
        'poverty_headcount_by_household_size:KZ.1.2010 967',
        'socioeconomic_indicators:life_expectancy_female.2013 76.3',
        'trafficking_cases:A135.2012 2',
      ]);
      expect(of('equal_rows')).toEqual(
        ['KZ-KZY', 'KZ-MAN'].flatMap((region) => [
          `income_inequality:${region}.FUNDS_RATIO.2015 3.7`,
          `income_inequality:${region}.GINI_DECILE.2015 0.21`,
          `income_inequality:${region}.GINI_QUINTILE.2015 0.2`,
        ]),
      );
    },
  );
});
