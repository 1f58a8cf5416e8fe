import '../needs-report.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

/** A published table, its columns in their order. */
function table(name: string): {
  columns: readonly string[];
  rows: readonly Readonly<Record<string, string>>[];
} {
  const [columns = [], ...lines]: readonly (readonly string[])[] = parse(
    readFileSync(`output/csv/${name}.csv`, 'utf8'),
    { bom: true },
  );
  const named = (line: readonly string[]): Readonly<Record<string, string>> =>
    Object.fromEntries(columns.map((column, at) => [column, line[at] ?? '']));
  return { columns, rows: lines.map(named) };
}

const SCHEMAS = ['schemas', 'sources/kz-icescr-2/schemas'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
);
const LISTS = readdirSync('sources/kz-icescr-2/codelists').map((name) =>
  readFileSync(`sources/kz-icescr-2/codelists/${name}`, 'utf8'),
);
const everything = [...SCHEMAS, ...LISTS].join('\n');

describe('what is translated keeps its meaning', () => {
  it('seized is not confiscated: the annex says "алып қою"', () => {
    expect(everything).not.toMatch(/тәркіле/i);
    expect(readFileSync('sources/kz-icescr-2/schemas/drug_seizures.json', 'utf8')).toMatch(
      /"title_kk": "Алып қойылған/,
    );
  });

  it('a dash is called a dash in each language', () => {
    const poverty = readFileSync('sources/kz-icescr-2/schemas/poverty_rate.json', 'utf8');
    expect(poverty).toMatch(/a dash is printed/);
    expect(poverty).toMatch(/сызықша басылған/);
    expect(poverty).toMatch(/прочерк/);
    expect(poverty).not.toMatch(/құбылыс жоқ» деп басылған/);
  });

  it('the articles are those of the Criminal Code of 2014, whose numbers stand at every year', () => {
    expect(everything).not.toMatch(/then in force|сол кезде қолданыста|действовавшего тогда/);
    expect(readFileSync('sources/kz-icescr-2/schemas/trafficking_cases.json', 'utf8')).toMatch(
      /Code of 2014.*2014 жылғы кодекс.*кодексу 2014 года/s,
    );
  });

  it('rates per births are per live births', () => {
    const lists = LISTS.join('\n');
    expect(lists).not.toMatch(/(?<!live )births\b(?=[)"])/i);
    expect(lists).not.toMatch(/родившихся(?! живыми)/);
  });

  it('those who suffered were found to have, not declared victims', () => {
    expect(everything).not.toMatch(/құрбаны деп танылған|признанные жертвами/);
  });

  it('a page without a contradiction says that none is known, not that it is unknown', () => {
    expect(readFileSync('site/words/page-words.ts', 'utf8')).not.toContain('Қайшылық белгісіз');
  });

  it('names of regions begin with a capital in Kazakh, also where the annex prints none', () => {
    for (const { region, name_kk } of table('region').rows) expect(name_kk, region).toMatch(/^\p{Lu}/u);
  });

  it('labels that stand alone begin with a capital in every language; units follow a number and do not', () => {
    for (const list of ['area', 'sex', 'formality', 'measure', 'obs_status', 'qualifier', 'year_basis'])
      for (const { name_kk, name_ru, name_en } of table(list).rows)
        for (const name of [name_kk, name_ru, name_en]) expect(name, list).toMatch(/^\p{Lu}(?!\p{Lu}{3})/u);
    for (const { name_kk } of table('article').rows) expect(name_kk).not.toMatch(/^\p{Lu}{3}/u);
  });

  it('a series is described in each language, and each names the same measures and categories', () => {
    const measures = new Map<string, Set<string>>();
    const categories = new Map<string, Set<string>>();
    for (const { series = '', measure = '', category = '' } of table('narrative_series').rows) {
      measures.set(series, (measures.get(series) ?? new Set()).add(measure));
      categories.set(series, (categories.get(series) ?? new Set()).add(category));
    }
    const { rows } = table('series');
    expect(rows.length).toBeGreaterThan(60);
    for (const { series = '', description = '', description_kk = '', description_ru = '' } of rows) {
      const words = [description, description_kk, description_ru].map(
        (text) => new Set(text.split(/[^A-Za-z0-9_-]+/)),
      );
      for (const text of [description_kk, description_ru])
        expect(text, series).toMatch(/\p{Script=Cyrillic}.*\.$/su);
      // What repeats another series names that series, whose description says the rest.
      const [repeated] = rows.filter(
        (row) => row.series !== series && row.series && words[1]?.has(row.series),
      );
      if (repeated !== undefined) continue;
      const codes = [...(categories.get(series) ?? [])].filter((code) => /^[A-Z][A-Z_]{2}/.test(code));
      for (const code of [...(measures.get(series) ?? []), ...codes])
        for (const said of words) expect([...said], `${series} ${code}`).toContain(code);
    }
  });

  it('headings stand in Russian too, and name both recommendations that they answer', () => {
    const { rows } = table('section');
    for (const { section, title_ru } of rows) expect(title_ru, section).toMatch(/^[А-Я][^A-Za-z]+$/);
    const both = rows.find(({ section }) => section === 'recommendation-15-19');
    expect(both?.title_en).toBe('Recommendations 15 and 19');
    expect(both?.title_ru).toBe('Рекомендации 15 и 19');
  });

  it('what a recommendation asks is said in each language or in none, with what it rests on', () => {
    const { columns, rows } = table('recommendation');
    expect(columns.slice(2)).toEqual([
      'articles',
      'theme',
      'asks_kk',
      'asks_ru',
      'asks_en',
      'basis',
      'source',
    ]);
    expect(rows).toHaveLength(37);
    for (const { recommendation, theme, basis, source, ...asks } of rows) {
      const said = [asks.asks_kk, asks.asks_ru, asks.asks_en].filter((sentence) => sentence !== '');
      expect(said.length, recommendation).toBe(basis === '' ? 0 : 3);
      expect(theme, recommendation).not.toBe('');
      expect(source !== '', recommendation).toBe(basis === 'quoted');
    }
  });

  it('nothing claims to be every act, every quantity or every contradiction', () => {
    const claims =
      /every (?:act|quantity|number|contradiction|place where)|әрбір шама|каждая величина|every legal act/i;
    expect(everything).not.toMatch(claims);
    expect(readFileSync('README.md', 'utf8')).not.toMatch(claims);
    expect(readFileSync('output/README.md', 'utf8')).not.toMatch(claims);
  });
});
