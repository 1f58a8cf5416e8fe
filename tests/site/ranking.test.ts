import { describe, expect, it } from 'vitest';
import type { Language } from '../../site/catalogue/language.ts';
import { findable, ranked } from '../../site/client/ranking.ts';
import { placeOf } from '../../site/pages/page.ts';
import { searchIndex, searchText } from '../../site/pages/search-index.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

function firstUrls(query: string, language: Language, most: number): readonly string[] {
  const entries = searchIndex(placeOf(siteOf(CATALOGUE), language, 'index.html'));
  const things = entries.map((entry) => ({ ...findable(entry.title, entry.words), url: entry.url }));
  return ranked(query, things, most).map(({ url }) => decodeURIComponent(url));
}

const SOUTH_RURAL = 'data/poverty_rate.html?region=KZ-YUZ&area=R';

describe('the search', () => {
  it('finds poverty in rural South Kazakhstan first, in each language', () => {
    expect(firstUrls('poverty in rural South Kazakhstan, 2010-2015', 'en', 1)).toEqual([SOUTH_RURAL]);
    expect(firstUrls('бедность Южно-Казахстанская сельская', 'ru', 1)).toEqual([SOUTH_RURAL]);
    expect(firstUrls('кедейлік Оңтүстік Қазақстан ауылдық', 'kk', 1)).toEqual([SOUTH_RURAL]);
  });

  it('finds indicators and datasets by parts of their names', () => {
    expect(firstUrls('life expect', 'en', 3).every((url) => url.includes('indicator=life_expectancy'))).toBe(
      true,
    );
    expect(firstUrls('неравенство доходов', 'ru', 8)).toContain('data/income_inequality.html');
  });

  it('finds paragraphs by Kazakh words whatever their endings', () => {
    const things = searchText(CATALOGUE).map(([paragraph, text]) => ({ ...findable('', text), paragraph }));
    expect(ranked('сумен жабдықтау', things, 5).map(({ paragraph }) => paragraph)).toContain('390');
  });

  it('finds nothing for what is nowhere', () => {
    expect(firstUrls('zzzzzz', 'en', 5)).toEqual([]);
    expect(firstUrls('  ', 'en', 5)).toEqual([]);
  });
});
