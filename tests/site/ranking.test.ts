import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../site/catalogue/language.ts';
import { findable, ranked } from '../../site/client/ranking.ts';
import { stemOf } from '../../site/client/stems.ts';
import { placeOf } from '../../site/pages/page.ts';
import { searchIndex, searchText } from '../../site/pages/search-index.ts';
import { wordsOf } from '../../site/words/words.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

function urls(query: string, language: Language): readonly string[] {
  const entries = searchIndex(placeOf(siteOf(CATALOGUE), language, 'index.html'));
  const things = entries.map(({ title, key, text, context, url }) => ({
    ...findable({ name: title, key, text, place: context }),
    isWhole: context === '',
    url,
  }));
  return ranked(query, things).map(({ url }) => decodeURIComponent(url));
}

const SOUTH_RURAL = 'data/poverty_rate.html?region=KZ-YUZ&area=R';

describe('the search', () => {
  it.each(LANGUAGES)(
    'finds with the example in its own field what that names, and nothing else (%s)',
    (language) => {
      const example = wordsOf(language).searchHint.replace(/^[^:]*: /, '');
      const found = urls(example, language);
      expect(found[0]).toBe(SOUTH_RURAL);
      expect(found[1]).toContain('area=R');
      expect(found.length).toBeLessThan(20);
      for (const url of found) expect(url, example).toContain('region=KZ-YUZ');
    },
  );

  it('finds poverty in rural South Kazakhstan first, in each language', () => {
    expect(urls('poverty in rural South Kazakhstan, 2010-2015', 'en')[0]).toBe(SOUTH_RURAL);
    expect(urls('бедность Южно-Казахстанская сельская', 'ru')[0]).toBe(SOUTH_RURAL);
    expect(urls('кедейлік Оңтүстік Қазақстан ауылдық', 'kk')[0]).toBe(SOUTH_RURAL);
  });

  it('finds the tables of a matter before their series and before what only belongs to it', () => {
    const tables = CATALOGUE.datasets
      .map(({ table }) => table.name)
      .filter((name) => name.startsWith('poverty'))
      .map((name) => `data/${name}.html`);
    for (const [query, language] of [
      ['poverty', 'en'],
      ['бедность', 'ru'],
      ['кедейлік', 'kk'],
    ] as const) {
      const found = urls(query, language).slice(0, tables.length);
      expect([...found].sort(), query).toEqual([...tables].sort());
    }
  });

  it('counts all that it finds', () => {
    const series = CATALOGUE.datasets.find(({ table }) => table.name === 'poverty_rate')?.series.length ?? 0;
    expect(urls('poverty', 'en').length).toBeGreaterThan(series);
    expect(urls('poverty rate South Kazakhstan', 'en').length).toBeGreaterThan(2);
  });

  it('finds indicators and datasets by parts of their names', () => {
    expect(
      urls('life expect', 'en')
        .slice(0, 3)
        .every((url) => url.includes('indicator=life_expectancy')),
    ).toBe(true);
    expect(urls('неравенство доходов', 'ru').slice(0, 8)).toContain('data/income_inequality.html');
  });

  it('finds paragraphs by Kazakh words whatever their endings', () => {
    const things = searchText(CATALOGUE).map(([paragraph, text]) => ({ ...findable({ text }), paragraph }));
    const found = ranked('сумен жабдықтау', things).slice(0, 5);
    expect(found.map(({ paragraph }) => paragraph)).toContain('390');
  });

  it('finds nothing for what is nowhere, and no year for another', () => {
    expect(urls('zzzzzz', 'en')).toEqual([]);
    expect(urls('  ', 'en')).toEqual([]);
    expect(ranked('2015', [findable({ text: '20155' })])).toEqual([]);
  });

  it('counts a word of a name more than the same word of a description, and that more than of a place', () => {
    const [place, text, key, name] = [
      findable({ name: 'a', place: 'apples' }),
      findable({ name: 'b', text: 'apples' }),
      findable({ name: 'c', key: 'apples' }),
      findable({ name: 'apples' }),
    ];
    expect(ranked('apple', [place, text, key, name])).toEqual([name, key, text, place]);
  });

  it('takes those that have every word alone, and where none has, those with half of them', () => {
    const things = ['red apples', 'green apples', 'red roofs'].map((name) => findable({ name }));
    expect(ranked('red apples', things)).toEqual([things[0]]);
    expect(ranked('green roofs', things)).toEqual(expect.arrayContaining([things[1], things[2]]));
    expect(ranked('blue red green roofs', things)).toEqual([things[2]]);
  });

  it.each([
    ['южный', 'южно'],
    ['село', 'сельская'],
    ['бедность', 'бедности'],
    ['преступления', 'преступлений'],
    ['казахстан', 'казахстанская'],
    ['женщины', 'женщин'],
    ['regions', 'region'],
    ['cities', 'city'],
  ])('takes %s and %s for one word', (a, b) => {
    expect(stemOf(a)).toBe(stemOf(b));
  });

  it.each([
    ['южный', 'северный'],
    ['западный', 'восточный'],
    ['село', 'семья'],
    ['мужчины', 'женщины'],
  ])('takes %s and %s for two', (a, b) => {
    expect(stemOf(a)).not.toBe(stemOf(b));
  });
});
