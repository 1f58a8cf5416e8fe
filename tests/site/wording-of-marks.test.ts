import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { CATALOGUE } from './catalogue-under-test.ts';
import { body, DATA_PAGES } from './wording.ts';

describe('footnote marks', () => {
  it('stand raised at the labels that carry them, and every note that is used is explained', () => {
    for (const { page } of DATA_PAGES.filter(
      ({ dataset }) => dataset.table.name === 'socioeconomic_indicators',
    )) {
      const legend = /<dl class="legend" aria-label="[^"]+">(.*?)<\/dl>/s.exec(page)?.[1] ?? '';
      expect([...legend.matchAll(/<sup>(\d)<\/sup>/g)].map(([, mark]) => mark)).toEqual([...'1234567']);
      const labels = [...page.matchAll(/<th scope="row">[^<]*<sup class="marks">([^<]*)<\/sup><\/th>/g)];
      const carrying = [...CATALOGUE.rows('indicator')]
        .sort((a, b) => Number(a.position) - Number(b.position))
        .filter(({ notes }) => notes !== '');
      expect(labels.map(([, marks]) => marks)).toEqual(carrying.map(({ notes }) => notes));
    }
  });

  it('are no digits of the number that they stand behind', () => {
    for (const language of LANGUAGES) {
      const page = body(language, 'errata.html');
      expect(page).not.toContain('34,66)');
      expect(page).toMatch(/<b>34[.,]6<sup class="marks">6<\/sup><\/b>/);
    }
  });

  it('have no legend where there is none to explain', () => {
    for (const { page } of DATA_PAGES)
      expect(page).not.toMatch(/<p class="visually-hidden">(?:Notes|Footnotes|Сноски|Ескертпелер)/);
  });
});

describe("a dash that is printed in a value's place", () => {
  const pageOf = (name: string): string =>
    DATA_PAGES.find(({ language, dataset }) => language === 'en' && dataset.table.name === name)?.page ?? '';

  it('is shown as one where it is zero, with what it says', () => {
    const page = pageOf('trafficking_cases');
    expect(page.match(/<abbr title="Nil \(a dash is printed\)">–<\/abbr>/g)?.length).toBeGreaterThanOrEqual(
      8,
    );
    expect(page).toContain('<dt>–</dt><dd>Nil (a dash is printed)</dd>');
  });

  it('is told from one where there can be no value', () => {
    const page = pageOf('poverty_rate');
    expect(page).toContain('<dt>·</dt><dd>No value possible (a dash is printed)</dd>');
    expect(page).not.toContain('Nil (a dash is printed)');
  });
});
