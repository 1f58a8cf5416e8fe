import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vocabularyOf } from '../../../pipeline/identities/binding.ts';
import { evaluate, type SlotValue } from '../../../pipeline/identities/verdict.ts';
import { kkSeries } from '../../../pipeline/locale/kk-series.ts';
import { readSeries, type SeriesValue } from '../../../pipeline/normalise/prose/series.ts';
import { decimalsOf } from '../../../pipeline/normalise/reading/number.ts';
import { renderFinding } from '../../../pipeline/page/finding.ts';
import { bindIdentities } from '../../../pipeline/template/identities.ts';
import { said } from './made-up-series.ts';
import { reportPlans, reportSeries } from './series-plans.ts';
import { wholeReport } from './whole-report.ts';

const { paragraphs } = wholeReport.prose;
const { plans, slots } = reportPlans();
const report = readSeries(paragraphs, plans, kkSeries);

describe('the series of the report', () => {
  test('are read without a finding', () => {
    expect(report.findings.map(renderFinding)).toEqual([]);
  });

  test('say what a person reads in the text', () => {
    const golden: readonly Record<string, string>[] = parse(
      readFileSync('tests/golden/narrative_series.csv', 'utf8'),
      { columns: true },
    );
    const rows = report.values.map(({ slot, value, qualifier, paragraph: number }) => ({
      ...slot.codes,
      value,
      unit: slot.unit,
      qualifier: qualifier ?? '',
      paragraph: String(number),
    }));
    expect(golden.length).toBeGreaterThan(450);
    expect(byText(rows)).toEqual(byText(golden));
  });

  test('give the first end of a span another year than the last', () => {
    const ends = (category: string): ReadonlyMap<string, number> =>
      new Map(
        report.values
          .filter(({ slot }) => slot.codes.category === category)
          .map(({ slot: { codes } }) => [`${codes.series}.${codes.measure}`, Number(codes.year)]),
      );
    const [starts, last] = [ends('START'), ends('END')];
    expect(starts.size).toBe(6);
    expect([...starts].filter(([name, year]) => year >= (last.get(name) ?? 0))).toEqual([]);
  });

  test('point at the printed digits', () => {
    const texts = new Map(paragraphs.map(({ number, text }) => [number, text]));
    for (const { value, from, to, paragraph: number } of report.values) {
      const printed = texts.get(number)?.slice(from, to) ?? '';
      expect(printed.replace(/\s/g, '').replace(',', '.')).toBe(value);
    }
  });

  test('are the same however the paragraphs are wrapped', () => {
    const expected = report.values.map(said);
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const wrapped = paragraphs.map((each) => ({ ...each, text: rewrapped(each.text, seed) }));
        const { values, findings } = readSeries(wrapped, plans, kkSeries);
        expect(findings.map(renderFinding)).toEqual([]);
        expect(values.map(said)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test.each([
    ['lost', ''],
    ['doubled', '$& және $&'],
    ['joined by another', '$&, 77 адам'],
    ['replaced by words', 'бірнеше'],
  ])('are refused when any one of their figures is %s', (_, change) => {
    const silent = report.values.filter((value) => {
      const changed = paragraphs
        .filter(({ number }) => number === value.paragraph)
        .map((each) => ({ ...each, text: edited(each.text, value, change) }));
      const own = plans.filter((plan) => plan.paragraph === value.paragraph);
      return readSeries(changed, own, kkSeries).findings.length === 0;
    });
    expect(silent.map(said)).toEqual([]);
  });

  test('contradict each other only where the source does', () => {
    const values: SlotValue[] = [];
    for (const { slot, value } of report.values) {
      values[slot.index] = { kind: 'number', value: Number(value), decimals: decimalsOf(value) };
    }
    const own = (reportSeries().identities ?? []).filter(({ says }) =>
      [...says.matchAll(/(\w+)\[/g)].every(([, table]) => table === 'narrative_series'),
    );
    const declared = own.map((identity) => ({ file: 'series.yaml', line: 1, identity }));
    const broken = bindIdentities(declared, vocabularyOf(slots))
      .filter((instance) => evaluate(instance, values)?.verdict === 'broken')
      .map(({ checkId }) => checkId);
    expect(own.length).toBeGreaterThan(70);
    expect(broken).toEqual([
      'special_needs_school:2016',
      'special_needs_preschool:2016',
      'special_needs_school_share:INCLUSIVE.2016',
      'special_needs_school_share:SPECIAL_SCHOOL.2016',
      'special_needs_school_share:SPECIAL_CLASS.2016',
      'special_needs_school_share:HOME.2016',
      'special_needs_school_share:PRIVATE.2016',
      'special_needs_school_share:COLLEGE.2016',
      'special_needs_preschool_share:SPECIAL_GROUP.2016',
      'special_needs_preschool_share:CORRECTION_AND_REHABILITATION.2016',
      'labour_violations_more:2015',
      'injured_fall:_T.2015',
      'killed_yearly:_T.2015',
      'basic_pension_recipients:_T.2017',
      'admitted_yearly:_T.2011',
      'admitted_yearly:_T.2012',
      'water_rural_settlements:CENTRALISED.2015',
      'abortion_shares:UNDER_15.2015',
      'calculation_index_2017:_T.2017',
      'air_ambulance_share:PREGNANT_WOMEN_AND_CHILDREN.2015',
      'pneumonia_deaths_fall:2015',
      'preschool_organisations',
      'orleu_participants:_T.2016',
    ]);
  });
});

function byText(rows: readonly object[]): readonly string[] {
  return rows
    .map((row) =>
      Object.entries(row)
        .map(([key, value]) => `${key}=${value}`)
        .sort()
        .join(' '),
    )
    .sort();
}

/** The text with every space drawn anew: a line's end, one space or two. */
function rewrapped(text: string, seed: number): string {
  let state = seed;
  return text.replace(/ /g, () => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return [' ', '\n', '  ', ' \n'][state % 4] ?? ' ';
  });
}

/** The text with a figure changed, `$&` standing for its digits. */
function edited(text: string, { from, to }: SeriesValue, change: string): string {
  return text.slice(0, from) + change.replaceAll('$&', text.slice(from, to)) + text.slice(to);
}
