import { describe, expect, it } from 'vitest';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import { SourceFault } from '../../pipeline/page/finding.ts';
import type { Row } from '../../pipeline/template/schema/rows.ts';
import { validate } from '../../pipeline/validate/validate.ts';
import { document, sourceOf, text } from '../project.ts';

/** The errata of the source with one printed text changed, or what is said against it. */
function errata(printed: string, changed: string): readonly Row[] | string {
  const parts = text.split(printed);
  expect(parts, 'the edit matches once').toHaveLength(2);
  try {
    const { datasets } = validate(normalise(sourceOf(parts.join(changed)), document), document);
    return datasets.find(({ schema }) => schema.name === 'erratum')?.rows ?? [];
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.message;
  }
}

function erratum(rows: readonly Row[] | string, id: string): Row | undefined {
  if (typeof rows === 'string') throw new Error(rows);
  return rows.find(({ erratum_id }) => erratum_id === id);
}

const INDEX_REVIEW = 'the wages printed there, 121,021 and 126,021 tenge, give 104.1 %';

describe('a review of a contradiction', () => {
  it('stands beside it while the sides that were seen are printed', () => {
    const found = errata('115,3 116 112,5', '115,3 116 112,5');
    expect(erratum(found, 'nominal_wage_index:2015')?.description_en).toContain(INDEX_REVIEW);
  });

  it('stops the build when the contradiction is not printed any more', () => {
    const found = errata('107,8 110,9 104,2', '107,8 110,9 104,1');
    expect(found).toMatch(/^made-up\.txt:\d+: table socioeconomic_indicators, row nominal_wage_index:2015\n/);
    expect(found).toContain('expected 104.2 against 104.131514');
    expect(found).toContain('found 104.1 against 104.131514, which agree');
  });

  it('says nothing where another number is printed: what is broken there now is new', () => {
    const found = errata('107,8 110,9 104,2', '107,8 110,9 102,4');
    const { description_en } = erratum(found, 'nominal_wage_index:2015') ?? {};
    expect(description_en).toContain('the left side of the formula is 102.4');
    expect(description_en).not.toContain(INDEX_REVIEW);
  });

  it('is missed, and the build says so, where a contradiction is new', () => {
    const unreviewed = (source: string): readonly string[] =>
      validate(normalise(sourceOf(source), document), document).arithmetic.unreviewed;
    expect(unreviewed(text)).toEqual([]);
    expect(unreviewed(text.replace('42 83 24 92 52', '42 83 24 29 52'))).toEqual([
      'complaints_by_right:labour',
    ]);
  });

  it('is not drawn into a new error of the same value', () => {
    const found = errata('Қазақстан Республикасы 6,5 3,7', 'Қазақстан Республикасы 6,5 7,3');
    expect(erratum(found, 'population_of_country:2010')?.description_en).toContain(
      '1,003,756 such persons; by the population of annex 1 these are 6.1 %',
    );
    const fresh =
      typeof found === 'string' ? [] : found.filter(({ cells }) => cells === 'poverty_rate:KZ.U.2010');
    expect(fresh).toHaveLength(1);
  });
});
