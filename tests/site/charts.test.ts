import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { refuseMisplaced } from '../../site/catalogue/declared-tiles.ts';
import { introductionOf } from '../../site/catalogue/introduction.ts';
import { chosenSeries } from '../../site/charts/choice.ts';
import { memberSlots, slotsOf } from '../../site/charts/colours.ts';
import { splitLabels } from '../../site/charts/line-labels.ts';
import { lineChart } from '../../site/charts/lines.ts';
import { canShareScale, closeScaleOf, type Line, scaleOf } from '../../site/charts/number-line.ts';
import { pairChart } from '../../site/charts/pair.ts';
import { smallChart } from '../../site/charts/small.ts';
import { shadeNames, shadesOf, tilesOf } from '../../site/charts/tiles.ts';
import type { Site } from '../../site/pages/page.ts';
import { pathOf, placeOf } from '../../site/pages/page.ts';
import { placeMap } from '../../site/pages/tile-map.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';
import { placeOf as placeIn } from './drawings.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const series = (codes: readonly string[], unit = 'persons') => ({ codes, unit });
const regions = ['KZ', 'A', 'B', 'C'].flatMap((region) =>
  ['_T', 'U', 'R'].map((area) => series([region, area])),
);
const line = (label: string, ...values: readonly (number | null)[]): Line => ({
  label,
  slot: label.charCodeAt(0) % 2,
  points: values.map((value, at) => ({
    year: 2010 + at,
    value,
    printed: value === null ? null : String(value),
  })),
});

describe('the series that a chart shows', () => {
  it('are all of few, and the totals of many', () => {
    expect(chosenSeries(regions.slice(0, 3), [undefined, undefined], ['KZ', '_T'])).toHaveLength(3);
    expect(
      chosenSeries(regions, [undefined, undefined], ['KZ', '_T']).map(({ codes }) => codes.join()),
    ).toEqual(['KZ,_T', 'KZ,U', 'KZ,R']);
  });

  it('are those that the filter leaves', () => {
    expect(chosenSeries(regions, ['B', 'R'], ['KZ', '_T'])).toEqual([series(['B', 'R'])]);
    expect(chosenSeries(regions, ['B', undefined], ['KZ', '_T'])).toHaveLength(3);
    const two = chosenSeries(regions, [['B', 'KZ'], ['R']], ['KZ', '_T']);
    expect(new Set(two.map(({ codes }) => codes.join()))).toEqual(new Set(['KZ,R', 'B,R']));
  });

  it('have one unit, and are none where even totals are too many', () => {
    const units = [series(['a'], 'times'), series(['b'], 'coefficient'), series(['c'], 'coefficient')];
    expect(chosenSeries(units, [undefined], [undefined]).map(({ codes }) => codes[0])).toEqual(['b', 'c']);
    expect(
      chosenSeries(
        Array.from({ length: 9 }, (_, at) => series([String(at)])),
        [undefined],
        [undefined],
      ),
    ).toEqual([]);
  });

  it('are named by what tells them apart, totals only where nothing else does', () => {
    const label = (text: string) => ({ text, isTotal: text === 'All' || text === 'Total' });
    const named = (...series: readonly (readonly string[])[]) =>
      splitLabels(series.map((texts) => texts.map(label)));
    expect(named(['Akmola', 'Rural'], ['Akmola', 'Urban'])).toEqual({
      shared: ['Akmola'],
      own: ['Rural', 'Urban'],
    });
    expect(named(['Akmola', 'Rural'])).toEqual({ shared: ['Akmola', 'Rural'], own: [''] });
    expect(named(['Total', 'All'], ['Total', 'Men'], ['Rural', 'All']).own).toEqual([
      'Total',
      'Men',
      'Rural',
    ]);
  });
});

describe('charts', () => {
  const lines = [line('a', 1, null, 3), line('b', 2, 2, 2)];
  const common = { document, label: 'Two <lines>', format: String, write: String };
  const charts = [
    lineChart(lines, { ...common, width: 360, height: 260 }),
    smallChart(lines, { ...common, scale: scaleOf(lines) }),
    pairChart([line('F', 1, 2), line('M', 2, 1)], common),
  ];

  it('bring nothing that a strict policy refuses', () => {
    for (const chart of charts) expect(chart.outerHTML).not.toMatch(/<style|style=|<script|\son\w+=|href=/);
  });

  it('say what they are, and show every point', () => {
    for (const chart of charts) expect(chart.getAttribute('aria-label')).toBe('Two <lines>');
    const written = charts[2]?.textContent ?? '';
    expect(['F', 'M', '2010', '2011'].filter((text) => !written.includes(text))).toEqual([]);
    expect(
      [...(charts[0]?.querySelectorAll('path[transform^="translate"]') ?? [])].length,
    ).toBeGreaterThanOrEqual(5);
  });

  it('share a scale unless most of them would be flat on it', () => {
    expect(canShareScale([[line('a', 1)], [line('b', 2)], [line('c', 5)]])).toBe(true);
    expect(canShareScale([[line('a', 1)], [line('b', 2)], [line('c', 500)]])).toBe(false);
  });

  it('begin at nought unless the numbers stay far from it', () => {
    expect(scaleOf([line('a', 3, 9)]).domain).toEqual([0, 9]);
    expect(scaleOf([line('a', -2, null)]).domain).toEqual([-2, 0]);
    expect(closeScaleOf([line('a', 1, 9)]).domain).toEqual([0, 9]);
    expect(closeScaleOf([line('a', 100, 106)]).domain).toEqual([99, 107]);
  });

  it('have written at their axis what is printed, and nothing that is no value', () => {
    const written = (lines: readonly Line[]): readonly string[] =>
      closeScaleOf(lines).ends.map(({ printed }) => printed);
    expect(written([line('a', 100, 103, 106)])).toEqual(['100', '106']);
    expect(written([line('a', null, 1)])).toEqual(['0', '1']);
    expect(written([line('a', 7, 7)])).toEqual(['0', '7']);
    expect(written([line('a', null)])).toEqual(['0']);
    const alone = smallChart([line('a', null, 1)], { ...common, scale: closeScaleOf([line('a', null, 1)]) });
    expect(alone.textContent).not.toMatch(/0[.,]8|1[.,]1/);
  });

  it('have no bar and no number for what has no value', () => {
    const chart = pairChart([line('F', 1, null), line('M', 2, 3)], common);
    expect(chart.querySelectorAll('rect')).toHaveLength(3);
    expect(chart.textContent).not.toContain('0\u00a0');
    expect([...chart.querySelectorAll('text')].map(({ textContent }) => textContent)).not.toContain('0');
  });

  it('have behind the number of a bar the sign of a contradiction, grey where it misleads little, within the drawing', () => {
    const long = line('M', 1234567, 7654321);
    const contested = {
      ...long,
      points: long.points.map((point, at) => ({ ...point, isContradicted: true, isSlight: at === 0 })),
    };
    const chart = pairChart([line('F', 1, 2), contested], common);
    const signs = [...chart.querySelectorAll('text')].filter(({ textContent }) => textContent === '▲');
    expect(
      signs.map((sign) => sign.getAttribute('fill') ?? sign.parentElement?.getAttribute('fill')),
    ).toEqual(['var(--quiet)', 'var(--alarm)']);
    for (const sign of signs) {
      const moved = sign.parentElement?.getAttribute('transform') ?? '';
      const x = placeIn(sign).x + Number(/translate\(([-\d.]+)/.exec(moved)?.[1] ?? '0');
      expect(x).toBeLessThan(430);
      expect(x).toBeGreaterThan(220);
    }
  });

  it('give a member one colour through a page, and lines of one chart never the same', () => {
    const slots = memberSlots([
      { codes: ['_T', 'F', 'M'], total: '_T' },
      { codes: ['_T', 'FORMAL', 'INFORMAL'], total: '_T' },
      { codes: Array.from({ length: 17 }, (_, at) => `R${at}`), total: 'R0' },
    ]);
    expect(slots).toEqual([{ _T: 0, F: 1, M: 2 }, { _T: 0, FORMAL: 3, INFORMAL: 4 }, {}]);
    const all = [
      ['_T', '_T', 'R0'],
      ['_T', 'FORMAL', 'R0'],
    ];
    expect(slotsOf(all, slots)).toEqual([0, 3]);
    expect(slotsOf([['F', 'FORMAL', 'R0']], slots)).toEqual([1]);
    expect(slotsOf([['_T', '_T', 'R7']], slots)).toEqual([0]);
    expect(
      slotsOf(
        [
          ['_T', '_T', 'R7'],
          ['_T', '_T', 'R8'],
        ],
        slots,
      ),
    ).toEqual([0, 1]);
  });
});

describe('the map of tiles', () => {
  it('has a place of its own for every region that is on a map', () => {
    const mapped = CATALOGUE.rows('region').filter(({ kind }) => kind === 'oblast' || kind === 'city');
    const tiles = tilesOf(introductionOf(CATALOGUE.package.name)?.tiles ?? []);
    const places = mapped.map(({ region = '' }) => JSON.stringify(tiles.get(region)));
    expect(places).not.toContain(undefined);
    expect(new Set(places).size).toBe(mapped.length);
    expect(tiles.has('KZ')).toBe(false);
  });

  it('has the places of a layout where they stand in it', () => {
    expect([...tilesOf(['.  N  .', 'W  .  E'])]).toEqual([
      ['N', { column: 2, row: 1 }],
      ['W', { column: 1, row: 2 }],
      ['E', { column: 3, row: 2 }],
    ]);
  });

  it('is refused with a code that no table has, or that stands twice', () => {
    const refused = (layout: readonly string[]) => () => refuseMisplaced(CATALOGUE, layout);
    expect(refused(['KZ-ALA .', '. KZ-AST'])).not.toThrow();
    expect(refused(['KZ-ALA KZ-ALMATY'])).toThrow(/catalogue\.yaml.*found "KZ-ALMATY", which no table has/s);
    expect(refused(['KZ-ALA', 'KZ-ALA'])).toThrow(/found "KZ-ALA" twice/);
  });

  const [mapped] = CATALOGUE.datasets.filter(({ table }) => table.name === 'poverty_rate');
  const { introduction, ...without } = siteOf(CATALOGUE);
  const mapOn = (site: Site): Document => {
    if (mapped === undefined) throw new Error('no dataset');
    const place = placeOf(site, 'en', pathOf.dataset(mapped.table.name));
    return parseHTML(`<body>${placeMap(place, mapped)}</body>`).document;
  };
  const ranked = (document: Document): readonly string[] =>
    [...document.querySelectorAll('.ranking li')].map(({ textContent }) => textContent ?? '');

  it('is the order of the places for a document that declares none, or of which a place is missing', () => {
    const whole = mapOn(siteOf(CATALOGUE));
    expect(whole.querySelectorAll('.tile')).toHaveLength(16);
    const layout = introduction?.tiles ?? [];
    const lacking = {
      ...without,
      ...(introduction && { introduction: { ...introduction, tiles: layout.slice(1) } }),
    };
    for (const site of [without, lacking]) {
      const document = mapOn(site);
      expect(document.querySelectorAll('.tile')).toHaveLength(0);
      expect(document.querySelector('.hint')).toBeNull();
      // The order stands open, with every place, no whole among them.
      expect(document.querySelector('details')).toBeNull();
      expect(ranked(document)).toEqual(ranked(whole));
      expect(ranked(document)).toHaveLength(16);
      expect(document.querySelector('input[type=range]')).not.toBeNull();
    }
  });

  it('gives a greater value never a lighter shade', () => {
    const values = [5, 1, 4, 2, 3, 9, 8, 7, 6, 10];
    const shade = shadesOf(values);
    expect([...values].sort((a, b) => a - b).map(shade)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect(shadeNames(values, (printed) => `${printed} g`)).toEqual([
      '< 3 g',
      '≥ 3 g',
      '≥ 5 g',
      '≥ 7 g',
      '≥ 9 g',
    ]);
  });
});
