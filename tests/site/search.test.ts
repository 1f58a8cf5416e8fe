import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { introductionOf } from '../../site/catalogue/introduction.ts';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { searchIndex } from '../../site/pages/search-index.ts';
import { readVocabulary } from '../../site/search/concepts.ts';
import { KINDS, type Kind, type SearchEntry } from '../../site/search/entry.ts';
import { countsOf, finderOf } from '../../site/search/finder.ts';
import { spelling } from '../../site/search/letters.ts';
import { stemOf } from '../../site/search/stems.ts';
import { wordsIn } from '../../site/search/terms.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

interface Query {
  readonly page: string;
  readonly query: string;
  readonly first: readonly string[];
  readonly kind?: Kind;
}

const QUERIES: readonly Query[] = parse(readFileSync('tests/site/search-queries.yaml', 'utf8'));
const INDEX = searchIndex(siteOf(CATALOGUE));
const find = finderOf(INDEX);
/** Which page of the report has a paragraph is its own matter: every address is held against the built site. */
const addressOf = ({ url }: SearchEntry): string =>
  decodeURIComponent(url).replace(/^report\/\d+\.html#/, 'report.html#');
const urls = (query: string): readonly string[] => find(query).map(addressOf);

describe('the search', () => {
  it('is asked what readers of every language ask', () => {
    expect(QUERIES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(QUERIES.map(({ page }) => page))).toEqual(new Set(LANGUAGES));
  });

  it.each(QUERIES)(
    'finds first what a reader of the page in $page means by «$query»',
    ({ query, first, kind }) => {
      const [best] = find(query).filter((entry) => kind === undefined || entry.kind === kind);
      const address = best === undefined ? 'nothing' : addressOf(best);
      const isMeant = first.some((each) => address.startsWith(each) || address.includes(`?${each}`));
      expect(isMeant, `${query}: found ${address}, expected ${first.join(' or ')}`).toBe(true);
    },
  );

  it.each(LANGUAGES)(
    'finds with the example in its own field what that names, and nothing else (%s)',
    (language) => {
      const found = urls(
        (introductionOf(CATALOGUE.package.name)?.search[language] ?? '').replace(/^[^:]*: /, ''),
      );
      expect(found.length).toBeGreaterThan(2);
      expect(found.length).toBeLessThan(20);
      for (const url of found) expect(url).toContain('region=KZ-YUZ');
    },
  );

  it('finds the tables of a matter before their series', () => {
    const tables = CATALOGUE.datasets
      .map(({ table }) => table.name)
      .filter((name) => name.startsWith('poverty'));
    for (const query of ['poverty', 'бедность', 'кедейлік']) {
      const found = find(query).slice(0, tables.length);
      expect(new Set(found.map(({ kind }) => kind)), query).toEqual(new Set(['dataset']));
    }
  });

  it('counts all that it finds, of each kind and in all', () => {
    const found = find('poverty');
    const counts = countsOf(found);
    const series = CATALOGUE.datasets.find(({ table }) => table.name === 'poverty_rate')?.series.length ?? 0;
    expect(counts.get('indicator')).toBeGreaterThan(series);
    expect([...counts.values()].reduce((sum, each) => sum + each, 0)).toBe(found.length);
    expect([...counts.keys()]).toEqual([...KINDS]);
  });

  it('finds paragraphs, acts and contradictions, each by itself', () => {
    const of = (kind: Kind): number => INDEX.entries.filter((entry) => entry.kind === kind).length;
    expect(of('paragraph')).toBe(CATALOGUE.rows('paragraph').length);
    expect(of('erratum')).toBe(CATALOGUE.errata.length);
    expect(of('act')).toBeGreaterThan(50);
    expect(of('act')).toBeLessThan(CATALOGUE.rows('legal_reference').length);
  });

  it('finds a paragraph by a figure in it, however its thousands are written', () => {
    for (const query of ['81440', '81 440', '81,440'])
      expect(urls(query), query).toContain('report.html#p405');
  });

  it('finds nothing for what is nowhere, and no number for another', () => {
    expect(urls('zzzzzz')).toEqual([]);
    expect(urls('  ')).toEqual([]);
    expect(urls('81441')).not.toContain('report.html#p405');
  });

  it('takes those that have every word alone, and where none has, those with half of them', () => {
    const entries = ['red apples', 'green apples', 'red roofs'].map(
      (title, at): SearchEntry => ({ kind: 'dataset', title: { en: title }, place: {}, url: String(at) }),
    );
    const among = finderOf({ entries, concepts: [] });
    const found = (query: string): readonly string[] => among(query).map(({ url }) => url);
    expect(found('red apples')).toEqual(['0']);
    expect([...found('green roofs')].sort()).toEqual(['0', '1', '2'].slice(1));
    expect(found('blue red green roofs')).toEqual(['2']);
  });

  it('takes for a synonym what is declared as one, and nothing where nothing is declared', () => {
    const entries: readonly SearchEntry[] = [{ kind: 'act', title: { en: 'bicycle' }, place: {}, url: 'x' }];
    const phrases = [
      ['en', 'bicycle'],
      ['ru', 'велосипед'],
    ] as const;
    expect(finderOf({ entries, concepts: [{ asked: phrases, meant: phrases }] })('велосипеды')).toHaveLength(
      1,
    );
    expect(finderOf({ entries, concepts: [] })('велосипеды')).toHaveLength(0);
  });
});

describe('words of the search', () => {
  it('are declared in all three languages for every concept', () => {
    const { concepts, places } = readVocabulary();
    for (const { asked } of concepts)
      expect(new Set(asked.map(([language]) => language)), JSON.stringify(asked)).toEqual(new Set(LANGUAGES));
    expect(concepts.length).toBeGreaterThan(60);
    expect(places.size).toBe(17);
  });

  it.each([
    ['Қарағанды', 'Qaraghandy'],
    ['Шымкент', 'Shymkent'],
    ['Қызылорда', 'Кызылорда'],
    ['жұмыссыздық', 'жумыссыздык'],
    ['безработица', 'bezrabotitsa'],
    ['Ақтөбе', 'Aqtöbe'],
  ])('are one however they are spelt: %s, %s', (a, b) => {
    expect(spelling(a)).toBe(spelling(b));
  });

  it.each([
    ['ru', 'южный', 'южно'],
    ['ru', 'село', 'сельская'],
    ['ru', 'бедность', 'бедности'],
    ['ru', 'преступления', 'преступлений'],
    ['ru', 'казахстан', 'казахстанская'],
    ['ru', 'женщины', 'женщин'],
    ['en', 'regions', 'region'],
    ['en', 'cities', 'city'],
    ['kk', 'ауылдарында', 'ауылдық'],
    ['kk', 'баланың', 'балалар'],
    ['kk', 'мектептерде', 'мектеп'],
  ] as const)('are one whatever they end in (%s): %s, %s', (language, a, b) => {
    expect(stemOf(a, language)).toBe(stemOf(b, language));
  });

  it.each([
    ['ru', 'южный', 'северный'],
    ['ru', 'западный', 'восточный'],
    ['ru', 'село', 'семья'],
    ['ru', 'мужчины', 'женщины'],
    ['kk', 'солтүстік', 'оңтүстік'],
  ] as const)('are two (%s): %s, %s', (language, a, b) => {
    expect(stemOf(a, language)).not.toBe(stemOf(b, language));
  });

  it('of a number are one, where its thousands stand apart', () => {
    expect(wordsIn('1 234 567 and 2,868 of 12 2015')).toEqual(['1234567', 'and', '2868', 'of', '12', '2015']);
  });
});
