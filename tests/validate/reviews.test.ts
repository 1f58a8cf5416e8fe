import { describe, expect, it } from 'vitest';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import { SourceFault } from '../../pipeline/page/finding.ts';
import type { Row } from '../../pipeline/template/schema/rows.ts';
import { type ValidatedDocument, validate } from '../../pipeline/validate/validate.ts';
import { document, sourceOf, text, whole } from '../project.ts';

/** A text with one place of it printed otherwise. */
function edited(text: string, printed: string, changed: string): string {
  const parts = text.split(printed);
  expect(parts, 'the edit matches once').toHaveLength(2);
  return parts.join(changed);
}

function readAndChecked(source: string): ValidatedDocument {
  return validate(normalise(sourceOf(source), document), document);
}

function errataOf({ datasets }: ValidatedDocument): readonly Row[] {
  return datasets.find(({ schema }) => schema.name === 'erratum')?.rows ?? [];
}

function erratum(rows: readonly Row[], id: string): Row | undefined {
  return rows.find(({ erratum_id }) => erratum_id === id);
}

/** The source with three numbers printed otherwise, of three tables: what is broken then is new. */
const otherwise = (
  [
    ['107,8 110,9 104,2', '107,8 110,9 102,4'],
    ['42 83 24 92 52', '42 83 24 29 52'],
    ['Қазақстан Республикасы 6,5 3,7', 'Қазақстан Республикасы 6,5 7,3'],
  ] as const
).reduce((all, [printed, changed]) => edited(all, printed, changed), text);
const fresh = readAndChecked(otherwise);

const INDEX_REVIEW = 'the wages printed there, 121,021 and 126,021 tenge, give 104.1 %';

describe('a review of a contradiction', () => {
  it('stands beside it while the sides that were seen are printed', () => {
    const found = errataOf(whole().validated);
    expect(erratum(found, 'nominal_wage_index:2015')?.description_en).toContain(INDEX_REVIEW);
  });

  it('stops the build when the contradiction is not printed any more', () => {
    const mended = sourceOf(edited(text, '107,8 110,9 104,2', '107,8 110,9 104,1'));
    let found = 'nothing';
    try {
      validate(normalise(mended, document), document);
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      found = error.message;
    }
    expect(found).toMatch(/^made-up\.txt:\d+: table socioeconomic_indicators, row nominal_wage_index:2015\n/);
    expect(found).toContain('expected 104.2 against 104.131514');
    expect(found).toContain('found 104.1 against 104.131514, which agree');
  });

  it('says nothing where another number is printed: what is broken there now is new', () => {
    const { description_en } = erratum(errataOf(fresh), 'nominal_wage_index:2015') ?? {};
    expect(description_en).toContain('the left side of the formula is 102.4');
    expect(description_en).not.toContain(INDEX_REVIEW);
  });

  it('is missed, and the build says so, where a contradiction is new', () => {
    expect(whole().validated.arithmetic.unreviewed).toEqual([]);
    expect(fresh.arithmetic.unreviewed).toContain('complaints_by_right:labour');
  });

  it('is not drawn into a new error of the same value', () => {
    const found = errataOf(fresh);
    expect(erratum(found, 'population_of_country:2010')?.description_en).toContain(
      '1,003,756 such persons; by the population of annex 1 these are 6.1 %',
    );
    expect(found.filter(({ cells }) => cells === 'poverty_rate:KZ.U.2010')).toHaveLength(1);
  });
});
