import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { isSlight } from '../../site/catalogue/catalogue.ts';
import { headlineSeries } from '../../site/catalogue/headline.ts';
import { lineChart } from '../../site/charts/lines.ts';
import type { Line } from '../../site/charts/number-line.ts';
import { indexed, logHelps } from '../../site/charts/view.ts';
import { addressOfView, viewAsked } from '../../site/client/chart-view.ts';
import { datasetPage } from '../../site/pages/dataset.ts';
import { embedPage } from '../../site/pages/embed.ts';
import { pathOf, placeOf } from '../../site/pages/page.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';
import { dotsOf, textsOf } from './drawings.ts';

const lineOf = (label: string, values: readonly (number | null)[]): Line => ({
  label,
  slot: 0,
  points: values.map((value, at) => ({
    year: 2010 + at,
    value,
    printed: value === null ? null : String(value),
  })),
});

describe('an index', () => {
  it('is 100 in its year, and keeps the proportions of the values to a tenth', () => {
    const value = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 8 }), fc.nat(), (values, pick) => {
        const at = pick % values.length;
        const [line] = indexed([lineOf('a', values)], 2010 + at);
        const whole = values[at] ?? 0;
        expect(line?.points[at]?.value).toBe(100);
        for (const [place, own] of values.entries()) {
          const found = line?.points[place]?.value ?? Number.NaN;
          expect(Math.abs(found - (100 * own) / whole)).toBeLessThanOrEqual(0.0501);
          expect(line?.points[place]?.printed).toBe(found.toFixed(1));
        }
      }),
    );
  });

  it('leaves out a line without a value above nought in its year, and keeps what is missing missing', () => {
    const lines = [lineOf('none', [null, 5]), lineOf('nought', [0, 5]), lineOf('some', [50, null, 60])];
    const found = indexed(lines, 2010);
    expect(found.map(({ label }) => label)).toEqual(['some']);
    expect(found[0]?.points.map(({ printed }) => printed)).toEqual(['100.0', null, '120.0']);
  });
});

describe('the view in the address', () => {
  it('has names that no column has, and is read back', () => {
    const told = addressOfView({ kind: 'index', base: 2011 });
    const columns = [...CATALOGUE.package.tables.values()].flatMap(({ fields }) =>
      fields.map(({ name }) => name),
    );
    expect(columns.filter((name) => name.includes('-'))).toEqual([]);
    expect(told.every(([name]) => name.includes('-'))).toBe(true);
    const search = `?view=R&base=U&${new URLSearchParams(told.map((each) => [...each]))}`;
    for (const dimensions of [[], ['view', 'base']])
      expect(viewAsked(search, new Set(dimensions))).toEqual({ kind: 'index', base: '2011' });
  });

  it('is read as addresses had it before, and left to a dimension of that name', () => {
    const earlier = (...dimensions: readonly string[]) =>
      viewAsked('?view=index&base=2011', new Set(dimensions));
    expect(earlier('region')).toEqual({ kind: 'index', base: '2011' });
    expect(earlier('view')).toEqual({ kind: '', base: '2011' });
    expect(earlier('base')).toEqual({ kind: 'index', base: '' });
  });
});

describe('a scale of equal ratios', () => {
  it('helps where all values are above nought and over two orders apart', () => {
    expect(logHelps([lineOf('a', [1, 99])])).toBe(false);
    expect(logHelps([lineOf('a', [1, 100])])).toBe(true);
    expect(logHelps([lineOf('a', [0, 1, 1000])])).toBe(false);
    expect(logHelps([])).toBe(false);
  });

  const drawnAs = (kind: 'printed' | 'index' | 'log', values: readonly number[]): Element => {
    const { document } = parseHTML('<!doctype html><body></body>');
    const [format, write] = [String, (text: string) => text];
    return lineChart([lineOf('a', values)], {
      ...{ document, label: 'a', width: 400, height: 300, format, write, kind },
    });
  };

  it('puts ratios at equal heights', () => {
    const [dots = []] = [...dotsOf(drawnAs('log', [1, 10, 100, 1000])).values()];
    const steps = dots.slice(1).map(({ y }, at) => (dots[at]?.y ?? 0) - y);
    expect(steps.every((step) => Math.abs(step - (steps[0] ?? 0)) < 0.5 && step > 10)).toBe(true);
  });

  it('marks an axis that is cut, and only such a one', () => {
    expect(drawnAs('index', [100, 101, 102]).querySelectorAll('path.cut')).toHaveLength(1);
    expect(drawnAs('printed', [100, 101, 102]).querySelectorAll('path.cut')).toHaveLength(0);
    expect(drawnAs('log', [1, 1000]).querySelectorAll('path.cut')).toHaveLength(0);
  });
});

describe('a point that a contradiction concerns', () => {
  it('has a grey sign where it misleads little, else one of alarm', () => {
    const { document } = parseHTML('<!doctype html><body></body>');
    const [format, write] = [String, (text: string) => text];
    const line = lineOf('a', [1, 2, 3]);
    const points = line.points.map((point, at) => ({
      ...point,
      isContradicted: at < 2,
      isSlight: at === 1,
    }));
    const svg = lineChart([{ ...line, points }], {
      document,
      label: 'a',
      width: 400,
      height: 300,
      format,
      write,
    });
    const signs = [...svg.querySelectorAll('text')].filter(({ textContent }) => textContent === '▲');
    expect(signs.map((sign) => sign.getAttribute('fill'))).toEqual(['var(--alarm)', 'var(--quiet)']);
  });

  it('is slight in the tables where all its contradictions are', () => {
    const cells = [...CATALOGUE.errataOfCell];
    const slight = cells.filter(([, errata]) => errata.every(({ row }) => row.severity === 'slight'));
    expect(slight.length).toBeGreaterThan(0);
    expect(slight.length).toBeLessThan(cells.length);
    expect(cells.filter(([cell]) => isSlight(CATALOGUE, cell))).toEqual(slight);
    expect(isSlight(CATALOGUE, 'none')).toBe(false);
  });
});

describe('a chart for a frame elsewhere', () => {
  const dataset = CATALOGUE.datasets.find(
    (each) => each.isYearly && each.table.headline?.chart !== 'multiples' && headlineSeries(each).length > 0,
  );
  if (dataset === undefined) throw new Error('no dataset');
  const url = 'https://example.org/data/';
  const page = (site: ReturnType<typeof siteOf>): string => {
    const path = pathOf.dataset(dataset.table.name);
    return datasetPage(placeOf(site, 'ru', path), dataset).body.toString();
  };

  it('has no script, says its source, and leads to its page', () => {
    const place = placeOf(siteOf(CATALOGUE, url), 'ru', pathOf.embed(dataset.table.name));
    const { document } = parseHTML(String(embedPage(place, dataset)));
    expect(document.querySelectorAll('script')).toHaveLength(0);
    const svg = document.querySelector('.wide svg');
    if (svg === null) throw new Error('no chart');
    expect(textsOf(svg, 'start').length).toBeGreaterThan(0);
    expect(document.querySelector('p.hint a')?.getAttribute('href')).toBe(
      `../data/${dataset.table.name}.html`,
    );
  });

  it('has its code on the page where the site knows its address, and none where it does not', () => {
    expect(page(siteOf(CATALOGUE, url))).toContain(
      `&lt;iframe src=&quot;${url}ru/embed/${dataset.table.name}.html&quot;`,
    );
    expect(page(siteOf(CATALOGUE))).not.toContain('iframe');
  });
});
