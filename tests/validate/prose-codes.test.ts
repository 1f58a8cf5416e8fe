import '../needs-report.ts';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

type Row = Readonly<Record<string, string>>;
const rows = (table: string): readonly Row[] =>
  parse(readFileSync(`output/csv/${table}.csv`), { columns: true });
const names = ({ name_kk, name_ru, name_en }: Row): string => JSON.stringify([name_kk, name_ru, name_en]);

describe('the codes of the series in the prose', () => {
  it('have the names that other code lists give them', () => {
    const others = ['sex', 'area', 'region', 'article'].flatMap((list) =>
      rows(list).flatMap((row) => (row[list] === '_T' ? [] : [[row[list] ?? '', names(row)] as const])),
    );
    const known = new Map(others);
    const shared = rows('narrative_category').filter(({ category = '' }) => known.has(category));
    expect(shared.length).toBeGreaterThan(15);
    for (const row of shared) expect(names(row)).toBe(known.get(row.category ?? ''));
  });

  it('are all used', () => {
    const used = rows('narrative_series');
    for (const [list, key] of [
      ['narrative_measure', 'measure'],
      ['narrative_category', 'category'],
    ] as const) {
      const codes = rows(list).map((row) => row[key]);
      expect(codes.filter((code) => !used.some((row) => row[key] === code))).toEqual([]);
    }
  });

  it('have names in three languages, no two of one list alike in any', () => {
    for (const list of ['narrative_measure', 'narrative_category']) {
      for (const column of ['name_kk', 'name_ru', 'name_en']) {
        const found = rows(list).map((row) => row[column] ?? '');
        expect(found.filter((name, at) => name === '' || found.indexOf(name) !== at)).toEqual([]);
      }
    }
  });

  it('say the days of their sentences, a start not by its last year', () => {
    const figures = rows('narrative_series');
    const ends = figures.filter(({ category = '' }) => /^(?:START|END)$/.test(category));
    const year = (series: string, category: string): number =>
      Number(ends.find((row) => row.series === series && row.category === category)?.year);
    for (const { series = '' } of ends) expect(year(series, 'START')).toBeLessThan(year(series, 'END'));
    const day = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
    for (const row of figures) {
      const { year_basis: basis, period_start: start = '', period_end: end = '', as_of: moment = '' } = row;
      for (const each of [start, end, moment]) if (each !== '') expect(each).toMatch(day);
      if (moment !== '') expect(start + end).toBe('');
      if (start !== '' && end !== '') expect(start < end).toBe(true);
      if (basis === 'inferred' || basis === 'every_year') expect(start + end + moment).toBe('');
      if (basis === 'printed' && end + moment !== '') expect((moment || end).slice(0, 4)).toBe(row.year);
    }
    const told = figures.filter(({ as_of: moment }) => moment !== '').map(({ paragraph }) => paragraph);
    expect(new Set(told)).toEqual(new Set(['126', '273', '281']));
  });

  it('call what a paragraph says of people by what it says, not by what is near it', () => {
    const nameOf = (list: string, key: string, code = ''): string | undefined =>
      rows(list).find((row) => row[key] === code)?.name_en;
    const figures = rows('narrative_series');
    const of = (paragraph: string, value: string): (typeof figures)[number] | undefined =>
      figures.find((row) => row.paragraph === paragraph && row.value === value);
    expect(nameOf('narrative_measure', 'measure', of('369', '8.7')?.measure)).toContain('Drawn into');
    expect(nameOf('narrative_category', 'category', of('123', '12663')?.category)).toContain(
      'rehabilitation',
    );
    expect(nameOf('narrative_category', 'category', of('125', '149')?.category)).toBe('Correction rooms');
  });

  it('say what the year of a figure rests on', () => {
    const text = new Map(rows('paragraph').map(({ paragraph, text = '' }) => [paragraph, text]));
    const found = rows('narrative_series').map(({ paragraph, year = '', year_basis, measure = '' }) => {
      const isPrinted = new RegExp(`(?<!\\d)${year}(?!\\d)`).test(text.get(paragraph) ?? '');
      if (year_basis === 'every_year') expect(measure).toMatch(/_yearly$/);
      else if (year_basis === 'period') return year_basis;
      else if (year_basis === 'since') expect(isPrinted).toBe(true);
      else if (!isPrinted) expect(year_basis).toBe('inferred');
      else expect(year_basis, 'or of other figures').toMatch(/^(printed|inferred)$/);
      return year_basis;
    });
    const year = (measure: string): unknown =>
      rows('narrative_series')
        .filter((row) => row.measure === measure)
        .map(({ year_basis }) => year_basis);
    expect(year('contracts_place'), 'no year of its own').toEqual(['inferred']);
    expect(year('independence_place')).toEqual(['printed', 'printed', 'printed']);
    expect(found.filter((basis) => basis === 'every_year')).toHaveLength(4);
  });

  it('say the years of what is told of several together, and no others', () => {
    const text = new Map(rows('paragraph').map(({ paragraph, text = '' }) => [paragraph, text]));
    const spans = rows('narrative_series').flatMap((row) => {
      const { series, paragraph, first_year: first = '', year = '', year_basis: basis } = row;
      if (basis !== 'period') expect(first).toBe('');
      if (first !== '') {
        expect(text.get(paragraph)).toMatch(new RegExp(`(?<!\\d)${first}(?!\\d)`));
        expect(Number(first)).toBeLessThan(Number(year));
      }
      return basis === 'period' ? [`${series} ${first}-${year}`] : [];
    });
    expect(new Set(spans)).toEqual(
      new Set([
        'ombudsman_work 2010-2015',
        'employment_roadmap -2015',
        'pension_savings 2014-2017',
        'rental_housing_funding 2010-2016',
        'rental_housing_built 2010-2016',
        'substitution_therapy 2012-2016',
        'nuclear_test_benefits 2003-2016',
        'trust_line 2012-2015',
        'health_information 2011-2015',
      ]),
    );
    const total = rows('narrative_series').filter(({ measure }) => /_(?:total|ever)$/.test(measure ?? ''));
    expect(total.length).toBeGreaterThan(4);
    for (const { year_basis } of total) expect(year_basis).toBe('period');
  });
});
