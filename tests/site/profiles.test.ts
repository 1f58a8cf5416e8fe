import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { errataOfPlace, indicatorsOf, placeProfiles, rankOf } from '../../site/catalogue/profiles.ts';
import { trendOf } from '../../site/charts/trend.ts';
import { pathOf, placeOf } from '../../site/pages/page.ts';
import { placePage } from '../../site/pages/place.ts';
import { writtenValue } from '../../site/words/numbers.ts';
import { builtSite, pageOf } from './catalogue-site.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

const SITE = siteOf(CATALOGUE);
const dist = await builtSite();
const PROFILES = placeProfiles(CATALOGUE.datasets);
const profileOf = (code: string) => PROFILES.find((each) => each.code.code === code);
const bare = (markup: string): string => markup.replace(/<[^>]*>/g, '').replaceAll('&nbsp;', '\u00a0');

describe('places', () => {
  it('are those that the code list names by ISO 3166-2, each with all datasets that have it', () => {
    const named = CATALOGUE.rows('region').filter(({ iso_3166_2: iso }) => iso !== '');
    expect(PROFILES.map(({ code }) => code.code).sort()).toEqual(named.map(({ region }) => region).sort());
    const withRegions = [...CATALOGUE.package.tables.values()]
      .filter(({ primaryKey }) => primaryKey.includes('region') && primaryKey.includes('year'))
      .map(({ name }) => name);
    for (const { parts } of PROFILES)
      expect(parts.map(({ dataset }) => dataset.table.name).sort()).toEqual([...withRegions].sort());
  });

  it('have the rank that counting the published rows gives, for every region and year', () => {
    const rows = CATALOGUE.rows('drug_crimes').filter(({ region = '' }) => /^KZ-/.test(region));
    let seen = 0;
    for (const { region = '', year = '', cases = '' } of rows) {
      const part = profileOf(region)?.parts.find(({ dataset }) => dataset.table.name === 'drug_crimes');
      const [series] = part?.series ?? [];
      const greater = rows.filter((row) => row.year === year && Number(row.cases) > Number(cases));
      const rank =
        part === undefined || series === undefined ? undefined : rankOf(part, series, Number(year));
      const equal = rows.filter((row) => row.year === year && Number(row.cases) === Number(cases));
      const last = greater.length + equal.length;
      expect(rank, `${region} ${year}`).toEqual({ position: 1 + greater.length, last, of: 16 });
      seen += 1;
    }
    expect(seen).toBe(96);
  });

  it('have no rank where they are the whole, and share it where their values are the same', () => {
    const whole = profileOf('KZ')?.parts[0];
    const [series] = whole?.series ?? [];
    expect(whole !== undefined && series !== undefined && rankOf(whole, series, 2015)).toBeUndefined();
    const rates = PROFILES.flatMap(({ parts }) =>
      parts.filter(({ dataset }) => dataset.table.name === 'poverty_rate'),
    );
    const ranks = rates.flatMap((part) =>
      part.series
        .filter(({ codes }) => codes.area === '_T')
        .map((each) => ({
          value: each.byYear.get(2015)?.value,
          position: rankOf(part, each, 2015)?.position,
        })),
    );
    for (const { value, position } of ranks.filter((each) => each.position !== undefined))
      expect(
        ranks
          .filter((each) => each.value === value && each.position !== undefined)
          .every((each) => each.position === position),
      ).toBe(true);
  });

  it('tell every last value with a link to its evidence, in each language', () => {
    const profile = profileOf('KZ-YUZ');
    if (profile === undefined) throw new Error('no such place');
    for (const language of LANGUAGES) {
      const page = placePage(placeOf(SITE, language, pathOf.place('KZ-YUZ')), profile);
      const markup = page.body.toString();
      for (const { dataset, series } of profile.parts)
        for (const each of series) {
          const last = [...each.byYear.values()].filter(({ value }) => value !== null).at(-1);
          if (last === undefined) continue;
          const name = CATALOGUE.cells.get(last.cellId)?.name ?? '';
          expect(markup, name).toContain(
            `../${pathOf.evidence(dataset.table.name, CATALOGUE.partOfCell.get(last.cellId))}#${encodeURIComponent(name)}"`,
          );
        }
      expect(bare(markup)).toContain({ kk: '1 / 16', ru: '1 из 16', en: '1 of 16' }[language]);
    }
  });

  it('write the places that equal values share', () => {
    const profile = profileOf('KZ-YUZ');
    if (profile === undefined) throw new Error('no such place');
    const nil = CATALOGUE.rows('poverty_headcount_by_household_size').filter(
      (row) => row.year === '2015' && row.household_size === '1' && /^KZ-/.test(row.region ?? ''),
    );
    const zeros = nil.filter(({ persons }) => persons === '0').length;
    expect(zeros).toBeGreaterThan(1);
    const markup = placePage(placeOf(SITE, 'en', pathOf.place('KZ-YUZ')), profile).body.toString();
    expect(bare(markup)).toContain(`${nil.length - zeros + 1}–${nil.length} of ${nil.length}`);
  });

  it('own a contradiction where a number of theirs is wrong, and take part where they are one of many', () => {
    const sorted = PROFILES.map((profile) => ({ profile, ...errataOfPlace(profile, CATALOGUE.errata) }));
    const country = sorted.find(({ profile }) => profile.code.code === 'KZ');
    expect(country?.own.map(({ id }) => id)).toContain('drug_seizures_by_region:2010');
    const region = sorted.find(({ profile }) => profile.code.code === 'KZ-YUZ');
    expect(region?.own.map(({ id }) => id)).not.toContain('drug_seizures_by_region:2010');
    expect(region?.others.length).toBeGreaterThan(0);
  });
});

describe('the page of an indicator', () => {
  it('writes every printed value at its point, and leads from each to its evidence', () => {
    let written = 0;
    for (const dataset of CATALOGUE.datasets) {
      const dimension = indicatorsOf(dataset);
      for (const { code } of dimension?.codes ?? []) {
        if (dimension === undefined || code === dimension.total) continue;
        const markup = pageOf(dist, `ru/${pathOf.indicator(dataset.table.name, code)}`);
        const values = [...markup.matchAll(/<text class="value"[^>]*>([^<]*)/g)].map(([, text]) => text);
        const rows = dataset.table.rows
          .filter((row) => row[dimension.name] === code)
          .sort((a, b) => Number(a.year) - Number(b.year));
        const printed = dataset.measures.flatMap(({ field }) => rows.map((row) => row[field.name] ?? ''));
        const shown = printed.filter((value) => value !== '').map(writtenValue('ru'));
        expect(values, `${dataset.table.name} ${code}`).toEqual(shown);
        written += values.length;
      }
    }
    expect(written).toBeGreaterThan(500);
  });
});

describe('the marks of an indicator', () => {
  it('are explained on its page, its signs and footnotes alone', () => {
    let marked = 0;
    for (const dataset of CATALOGUE.datasets) {
      const dimension = indicatorsOf(dataset);
      for (const { code } of dimension?.codes ?? []) {
        if (dimension === undefined || code === dimension.total) continue;
        const markup = pageOf(dist, `en/${pathOf.indicator(dataset.table.name, code)}`);
        const used = [...markup.matchAll(/<sup class="marks">([^<]*)/g)].flatMap(([, text = '']) =>
          text.split(' '),
        );
        const explained = [...markup.matchAll(/<dt><sup>([^<]*)/g)].map(([, text]) => text);
        for (const mark of used) expect(explained, `${dataset.table.name} ${code}`).toContain(mark);
        marked += used.length;
      }
    }
    expect(marked).toBeGreaterThan(20);
  });
});

describe('a trend', () => {
  const FRAME = { width: 100, height: 50, margin: 10 } as const;
  const point = (year: number, printed: string | null) => ({
    year,
    printed,
    value: printed === null ? null : Number(printed),
  });

  it('stands where its numbers ask: years from left to right, nought at the foot', () => {
    const { points, nought } = trendOf(
      { label: '', slot: 0, points: [point(2010, '0'), point(2012, '4'), point(2014, '2')] },
      FRAME,
    );
    expect(points.map(({ x, y }) => [x, y])).toEqual([
      [10, 40],
      [50, 10],
      [90, 25],
    ]);
    expect(nought).toBe(40);
  });

  it('is broken where a year prints nothing', () => {
    const line = {
      label: '',
      slot: 0,
      points: [point(2010, '1'), point(2011, '2'), point(2012, null), point(2013, '3'), point(2014, '4')],
    };
    expect(trendOf(line, FRAME).paths).toHaveLength(2);
    expect(trendOf(line, FRAME).points).toHaveLength(4);
  });

  it('has no line at nought where the frame does not hold it', () => {
    const line = { label: '', slot: 0, points: [point(2010, '101'), point(2011, '103')] };
    expect(trendOf(line, { ...FRAME, domain: [100, 104] }).nought).toBeUndefined();
  });
});
