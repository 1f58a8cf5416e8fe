import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

/** The published errata of the report, by name. What is expected of them was worked out from the printed numbers. */
const rows: readonly Readonly<Record<string, string>>[] = parse(readFileSync('output/csv/erratum.csv'), {
  columns: true,
});
const erratum = (id: string): Readonly<Record<string, string>> =>
  rows.find(({ erratum_id }) => erratum_id === id) ?? {};

describe('an erratum of the report', () => {
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
      'footnote_socioeconomic_indicators:registered_unemployed.2012',
      'killed_fall:_T.2015',
      'nominal_wage_index:2015',
      'paragraph_317',
      'paragraph_490_cases',
      'poverty-rate-2010-rural-header',
    ]);
  });

  it('of a limit stated in words stands in the paragraph that states it', () => {
    expect(erratum('killed_yearly:_T.2015')).toMatchObject({
      paragraph: '245',
      printed: '300',
      implied: '≤ 250',
    });
    expect(erratum('trafficking_yearly:2010')).toMatchObject({
      paragraph: '311',
      printed: '300',
      implied: '≤ 266',
    });
    expect(erratum('labour_violations_more:2015')).toMatchObject({
      paragraph: '198',
      printed: '19587',
      implied: '19600',
    });
    expect(erratum('paragraph_245_injured')).toMatchObject({ paragraph: '245', certainty: 'proven' });
    expect(erratum('admitted_yearly:_T.2011')).toMatchObject({
      paragraph: '319',
      printed: '6',
      implied: '≤ 4',
    });
  });

  it('counts the 300 cases of 2014 and the 5 994 persons of 2012 among what is not more', () => {
    expect(erratum('trafficking_yearly:2010').description_en).toContain('300, which are not more, for 2014');
    expect(erratum('admitted_yearly:_T.2011').description_en).toContain('5 994 for 2012');
    const checks: readonly Readonly<Record<string, string>>[] = parse(
      readFileSync('output/csv/check_result.csv'),
      { columns: true },
    );
    const verdicts = ['trafficking_yearly:2014', 'admitted_yearly:_T.2012', 'migrant_children:2015'].map(
      (id) => checks.find(({ check_id }) => check_id === id)?.verdict,
    );
    expect(verdicts).toEqual(['broken', 'broken', 'holds']);
  });

  it('is proven where the text prints what a share, a growth or a limit is of, whatever the method', () => {
    const proven = [
      'abortion_shares:UNDER_15.2015',
      'admitted_yearly:_T.2011',
      'air_ambulance_share:MOTHERS_AND_CHILDREN.2015',
      'basic_pension_recipients:_T.2017',
      'classroom_shares:LANGUAGE_LAB.2015',
      'injured_fall:_T.2015',
      'killed_fall:_T.2015',
      'killed_yearly:_T.2015',
      'pneumonia_deaths_fall:2015',
      'trafficking_yearly:2010',
      'water_rural_settlements:CENTRALISED.2015',
    ];
    expect(proven.filter((id) => erratum(id).certainty !== 'proven')).toEqual([]);
    const likely = ['average_pension_usd:2012', 'nominal_wage_index:2015', 'population_of_country:2010'];
    expect(likely.filter((id) => erratum(id).certainty !== 'likely')).toEqual([]);
  });

  it('names every number of the identities where no single one can be wrong alone', () => {
    expect(erratum('special_needs_preschool:2016').cells?.split(' ')).toHaveLength(8);
    expect(erratum('special_needs_school:2016').cells?.split(' ')).toHaveLength(13);
  });
});
