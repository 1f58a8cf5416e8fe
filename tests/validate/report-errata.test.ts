import '../needs-report.ts';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

/** The published errata of the report, by name. What is expected of them was worked out from the printed numbers. */
const readRows = (table: string): readonly Readonly<Record<string, string>>[] =>
  parse(readFileSync(`output/csv/${table}.csv`), { columns: true });
const rows = readRows('erratum');
const erratum = (id: string): Readonly<Record<string, string>> =>
  rows.find(({ erratum_id }) => erratum_id === id) ?? {};

/** By how much of the larger the two sides of a published check differ; 0 where there is no such check. */
function errorOf(checkId: string): number {
  const check = readRows('check_result').find(({ check_id }) => check_id === checkId);
  const [left = 0, right = 0] = [Number(check?.left_value ?? 0), Number(check?.right_value ?? 0)];
  return left === right ? 0 : Math.abs(left - right) / Math.max(Math.abs(left), Math.abs(right));
}

/** What people found who read the whole report: two apart, who agreed, and another after them. */
const golden: typeof rows = parse(readFileSync('tests/golden/errata.csv'), { columns: true });

describe('an erratum of the report', () => {
  it('is published where readers found one, and nowhere else', () => {
    const published = rows.map(({ erratum_id, kind, dataset, paragraph, certainty }) => {
      return { erratum_id, place: paragraph === '' ? dataset : paragraph, kind, certainty };
    });
    expect(published).toHaveLength(golden.length);
    expect(published).toEqual(expect.arrayContaining([...golden]));
  });

  it('of a fact names in every language where the knowledge is from, and is never proven', () => {
    const facts = rows.filter(({ kind }) => kind === 'fact');
    expect(facts).not.toHaveLength(0);
    for (const { erratum_id, certainty, description_en, description_kk, description_ru } of facts) {
      const source = / (\([A-Z][^()]*\d\w*\))\.$/.exec(description_en ?? '')?.[1] ?? 'no source';
      expect(description_en, erratum_id).toContain(source);
      const named = source.replace('Adilet', 'Әділет');
      expect(description_kk, erratum_id).toContain(named);
      expect(description_ru, erratum_id).toContain(named);
      expect(certainty, erratum_id).toBe('likely');
    }
  });

  it('blames the dollars of the minimum pension of 2012, for its tenge grow by 9 per cent a year', () => {
    expect(erratum('minimum_pension_usd:2012')).toMatchObject({
      cells: 'socioeconomic_indicators:minimum_pension_usd.2012',
      printed: '120.3',
      implied: '117.3',
      suggestion: '',
    });
  });

  it('suggests nothing for the average pension of 2010, where tenge or dollars may be wrong', () => {
    expect(erratum('average_pension_usd:2010')).toMatchObject({
      cells:
        'socioeconomic_indicators:average_pension_tenge.2010 socioeconomic_indicators:average_pension_usd.2010',
      printed: '146.2',
      suggestion: '',
    });
  });

  it('suggests only what one small edit of one number tells', () => {
    const suggested = rows.flatMap(({ erratum_id, suggestion }) => (suggestion === '' ? [] : [erratum_id]));
    expect(suggested).toEqual([
      'education_gdp_share_2015',
      'footnote_socioeconomic_indicators:registered_unemployed.2012',
      'killed_fall:_T.2015',
      'nominal_wage_index:2015',
      'paragraph_262_civil_protection',
      'paragraph_306_law_127',
      'paragraph_317',
      'paragraph_330_code',
      'paragraph_334_joint_order',
      'paragraph_490_cases',
      'paragraph_504_decree_64',
      'poverty-rate-2010-rural-header',
    ]);
  });

  it('of a limit stated in words stands in the paragraph that states it', () => {
    expect(erratum('killed_yearly:_T.2015')).toMatchObject({
      paragraph: '245',
      printed: '300',
      implied: '251',
    });
    expect(erratum('trafficking_yearly:2010')).toMatchObject({
      paragraph: '311',
      printed: '300',
      implied: '267',
      left_value: '267',
      difference: '-33',
      relative_error: '0.11',
    });
    expect(erratum('labour_violations_more:2015')).toMatchObject({
      paragraph: '198',
      printed: '19.6',
      implied: '19.587',
    });
    expect(erratum('paragraph_245_injured')).toMatchObject({ paragraph: '245', certainty: 'likely' });
    expect(erratum('admitted_yearly:_T.2011')).toMatchObject({
      paragraph: '319',
      printed: '6',
      implied: '4.805',
    });
  });

  it('counts the 300 cases of 2014 and the 5 994 persons of 2012 among what is not more', () => {
    expect(erratum('trafficking_yearly:2010').description_en).toContain('300 for 2014, which is not more');
    expect(erratum('admitted_yearly:_T.2011').description_en).toContain('5,994 for 2012');
    const checks = readRows('check_result');
    const verdicts = ['trafficking_yearly:2014', 'admitted_yearly:_T.2012', 'migrant_children:2015'].map(
      (id) => checks.find(({ check_id }) => check_id === id)?.verdict,
    );
    expect(verdicts).toEqual(['broken', 'broken', 'holds']);
  });

  it('is proven where the text prints what a share, a growth or a limit is of, whatever the method', () => {
    const proven = [
      'abortion_shares:UNDER_15.2015',
      'admitted_yearly:_T.2011',
      'air_ambulance_share:PREGNANT_WOMEN_AND_CHILDREN.2015',
      'basic_pension_recipients:_T.2017',
      'classroom_shares:LANGUAGE_LAB.2015',
      'injured_fall:_T.2015',
      'killed_fall:_T.2015',
      'education_gdp_share_2015',
      'pneumonia_deaths_fall:2015',
      'trafficking_yearly:2010',
      'water_rural_settlements:CENTRALISED.2015',
    ];
    expect(proven.filter((id) => erratum(id).certainty !== 'proven')).toEqual([]);
    const likely = [
      'average_pension_usd:2012',
      'killed_yearly:_T.2015',
      'labour_violations_more:2015',
      'nominal_wage_index:2015',
      'population_of_country:2010',
      'preschool_organisations',
    ];
    expect(likely.filter((id) => erratum(id).certainty !== 'likely')).toEqual([]);
  });

  it('implies nothing where the rounding of the other numbers leaves several', () => {
    expect(erratum('employment_by_formality:F.2013')).toMatchObject({
      printed: '4181.3',
      implied: '',
      left_value: '4181.3',
      right_value: '4181.1',
    });
    expect(erratum('pneumonia_deaths_fall:2015').implied, 'from 13.5 to 17.6').toBe('');
    expect(erratum('orleu_participants:_T.2016').implied).toBe('22.42268');
  });

  it('has a relative error that is that of the two sides it shows', () => {
    const apart = rows.filter(({ left_value, right_value, relative_error }) => {
      if (left_value === '' || relative_error === '') return false;
      const [left, right] = [Number(left_value), Number(right_value)];
      const share = Math.abs(left - right) / Math.max(Math.abs(left), Math.abs(right));
      return Math.abs(share - Number(relative_error)) > 0.00002;
    });
    expect(apart.map(({ erratum_id }) => erratum_id)).toEqual([]);
  });

  it('has no size where words are swapped and every number is printed rightly', () => {
    expect(erratum('paragraph_490_cases')).toMatchObject({ relative_error: '', severity: 'slight' });
  });

  it('names every number of the identities where no single one can be wrong alone', () => {
    expect(erratum('special_needs_preschool:2016').cells?.split(' ')).toHaveLength(8);
    expect(erratum('special_needs_school:2016').cells?.split(' ')).toHaveLength(13);
  });

  it('is not grave for what nobody reckons with: how many things a text lists, how many years a law is old', () => {
    for (const id of ['paragraph_508_priorities', 'paragraph_365_ten_years'])
      expect(erratum(id)).toMatchObject({ relative_error: '', severity: 'slight' });
    expect(erratum('paragraph_85_countries'), 'a published number').toMatchObject({
      relative_error: '0.4',
      severity: 'grave',
    });
  });

  it('is as wrong as the two numbers that it shows, and as grave as the worst of its checks', () => {
    expect(erratum('special_needs_school:2016')).toMatchObject({
      left_value: '84120',
      right_value: '85761',
      relative_error: '0.019135',
      severity: 'grave',
    });
  });

  it('says printed of what is printed alone: of two computed sides it prints neither', () => {
    expect(erratum('calculation_index_2017:_T.2017')).toMatchObject({
      printed: '',
      implied: '',
      printed_cell: '',
      left_value: '2261.066236',
      right_value: '2269.006623',
    });
    const raw = new Map(
      readRows('cell').map(({ cell_id, raw = '' }) => [cell_id, raw.replace(/\s/g, '').replace(',', '.')]),
    );
    const named = rows.filter(({ printed_cell }) => printed_cell !== '');
    expect(named.length).toBeGreaterThan(20);
    for (const { printed = '', printed_cell } of named) expect(raw.get(printed_cell)).toContain(printed);
  });

  it('suggests the multiple where one wrong word explains it: 1.5 billion for 1.5 trillion', () => {
    expect(erratum('education_gdp_share_2015')).toMatchObject({
      cells: 'narrative_series:education_spending.spending._T.2015',
      printed: '1.5',
      suggestion: '1.5 trillion_tenge',
      severity: 'grave',
    });
  });

  it('is described in one sentence of each language, without formulas, and with the numbers of that language', () => {
    for (const row of rows) {
      const texts = [row.description_en, row.description_ru, row.description_kk].map((text) => text ?? '');
      expect(new Set(texts).size, row.erratum_id).toBe(3);
      for (const text of texts) {
        expect(text.length, row.erratum_id).toBeGreaterThan(40);
        expect(text).not.toMatch(/[[\]=≠]|narrative_series|as printed, the right side/);
        expect(text.replace(/(?:млрд|тыс|гг|ж|No)\.|\d\.\d/g, '')).toMatch(/^[^.]+\.$/);
      }
      expect(texts[0]).not.toMatch(/\d,\d(?!\d\d)|\d \d{3}/);
      expect(`${texts[1]} ${texts[2]}`).not.toMatch(/\d\.\d|\d,\d{3},/);
    }
  });

  it('is graver the more it is off, turns round or stands over', () => {
    const of = (severity: string): readonly string[] =>
      rows.flatMap((row) => (row.severity === severity ? [row.erratum_id ?? ''] : []));
    expect(of('grave')).toContain('preschool_organisations');
    expect(of('grave')).toContain('trafficking_yearly:2010');
    expect(of('moderate')).toContain('poverty-rate-2010-rural-header');
    expect(of('slight')).toContain('classroom_shares:LANGUAGE_LAB.2015');
    for (const { severity, relative_error = '', turns, cells = '', checks = '', kind } of rows) {
      const relative =
        kind === 'period' ? 0 : Math.max(Number(relative_error), ...checks.split(' ').map(errorOf));
      const many = cells.split(' ').length >= 10;
      const expected =
        turns !== '' || relative >= 0.1 ? 'grave' : relative >= 0.01 || many ? 'moderate' : 'slight';
      expect(severity).toBe(expected);
    }
    expect(erratum('paragraph_317').relative_error, 'years are no quantities').toBe('');
  });
});
