import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { headlineSeries } from '../../site/catalogue/headline.ts';
import { LANGUAGES, type Language } from '../../site/catalogue/language.ts';
import { bodyOf, builtSite } from './catalogue-site.ts';
import { CATALOGUE } from './catalogue-under-test.ts';
import { cornersOf, dotsOf, type Place, readNumber, scaleThrough, slotOf, textsOf } from './drawings.ts';
import {
  isName,
  namedBy,
  type PublishedSeries,
  type PublishedTable,
  publishedTables,
} from './published-series.ts';

const dist = await builtSite();
const TABLES = publishedTables();

/** A page of the site, as a document. */
function documentOf(body: string): Document {
  return parseHTML(`<!doctype html><html><body>${body}</body></html>`).document;
}

const PAGES = LANGUAGES.flatMap((language) =>
  TABLES.flatMap((table) => {
    const dataset = CATALOGUE.datasets.find((each) => each.table.name === table.name);
    if (dataset === undefined) return [];
    return [{ language, table, page: documentOf(bodyOf(dist, `${language}/data/${table.name}.html`)) }];
  }),
);
const HOMES = LANGUAGES.map((language) => ({
  language,
  page: documentOf(bodyOf(dist, `${language}/index.html`)),
}));

const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\u00ad/g, '').trim();
const partsOf = (subject: string): readonly string[] => subject.split(' · ');

/** The one series that a title with a line's name names; a test fails when it names none or several. */
function theSeries(table: PublishedTable, parts: readonly string[], language: Language): PublishedSeries {
  const found = namedBy(table, parts, language);
  expect(found, `${language} ${table.name}: ${parts.join(' · ')}`).toHaveLength(1);
  return found[0] as PublishedSeries;
}

/** The names of the lines of a chart by their colour; one without a name where there is one line. */
function legendOf(figure: Element): ReadonlyMap<number, string> {
  return new Map(
    [...figure.querySelectorAll('ul.lines > li')].map((entry) => [
      Number(entry.className.slice(1)),
      textOf(entry),
    ]),
  );
}

/** A title must name the unit, whatever the endings of its words, and the years that the table has. */
function expectScope(
  title: string,
  series: PublishedSeries,
  table: PublishedTable,
  language: Language,
): void {
  const [first, last] = table.years;
  expect(title).toContain(`${first}–${last}`);
  expectUnit(title, series, table, language);
}

function expectUnit(
  title: string,
  { unit }: PublishedSeries,
  table: PublishedTable,
  language: Language,
): void {
  const words = table.unitName(unit, language).toLowerCase().split(' ');
  for (const word of words) {
    const stem = word.length > 5 ? word.slice(0, -2) : word.slice(0, 3);
    expect(title.toLowerCase(), `${table.name}: ${word}`).toContain(stem);
  }
}

/** Holds the places of drawn points against the values of a series, as exactly as a tenth of a pixel tells. */
function expectDrawn(
  places: readonly Place[],
  { byYear }: PublishedSeries,
  scale: { readonly year: (x: number) => number; readonly value: (y: number) => number },
  what: string,
): void {
  const drawn = places.map(({ x, y }) => ({ year: scale.year(x), value: scale.value(y) }));
  const published = [...byYear].filter(([, value]) => value !== '').sort(([a], [b]) => a - b);
  expect(
    drawn.map(({ year }) => Math.round(year)),
    what,
  ).toEqual(published.map(([year]) => year));
  const pixel = Math.abs(scale.value(1) - scale.value(0));
  for (const [index, [year, value]] of published.entries()) {
    const { value: shown = Number.NaN, year: when = 0 } = drawn[index] ?? {};
    expect(Math.abs(when - year), what).toBeLessThan(0.05);
    expect(Math.abs(shown - Number(value)), `${what} ${year}: ${value}, drawn ${shown}`).toBeLessThan(
      0.35 * pixel + 0.002 * Math.abs(Number(value)),
    );
  }
}

/** The scales of a chart, read from what is written at its axes. */
function scalesOf(svg: Element, language: Language) {
  const ticks = textsOf(svg, 'end').flatMap(({ y, text }) => {
    const read = readNumber(text, language);
    return read === undefined ? [] : [[y, read.value] as const];
  });
  const years = textsOf(svg, 'middle').map(({ x, text }) => [x, Number(text)] as const);
  const [low, high] = [ticks[0], ticks.at(-1)];
  const [first, last] = [years[0], years.at(-1)];
  if (low === undefined || high === undefined || first === undefined || last === undefined)
    throw new Error('a chart without axes');
  return { year: scaleThrough(first, last), value: scaleThrough(low, high) };
}

/** Each tile has the shade whose bound in the legend is the last that its value reaches. */
function expectShades(figure: Element, language: Language): void {
  const bounds = [...figure.querySelectorAll('.shades span')].map(
    (each) => readNumber(textOf(each).replace(/^[<≥] /, ''), language) ?? { value: Number.NaN, precision: 0 },
  );
  expect(bounds).toHaveLength(5);
  for (const tile of figure.querySelectorAll('.tile')) {
    const shade = Number(/\bq(\d)/.exec(tile.className)?.[1] ?? 'NaN');
    if (Number.isNaN(shade)) continue;
    const link = tile.querySelector('.v');
    const value =
      readNumber(link?.getAttribute('title') ?? textOf(link).replace('▲', ''), language)?.value ?? Number.NaN;
    const [own, next] = [bounds[shade], bounds[shade + 1]];
    if (shade > 0) expect(value).toBeGreaterThanOrEqual((own?.value ?? 0) - (own?.precision ?? 0));
    if (next !== undefined) expect(value).toBeLessThanOrEqual(next.value + next.precision);
  }
}

/** The ranking has every place of the map that has a value, the greatest first. */
function expectRanked(figure: Element, language: Language, shown: number): void {
  const values = [...figure.querySelectorAll('.ranking li .v')].map(
    (link) => readNumber(textOf(link).replace('▲', ''), language)?.value ?? Number.NaN,
  );
  expect(values).toHaveLength(shown);
  expect(values).toEqual([...values].sort((a, b) => b - a));
}

describe('every chart draws what its title names', () => {
  it('and marks the points that a contradiction concerns, and no others', () => {
    let marked = 0;
    for (const { table, page, language } of PAGES) {
      const dataset = CATALOGUE.datasets.find((each) => each.table.name === table.name);
      const figure = page.querySelector('#chart');
      const shown =
        dataset?.table.headline?.chart === 'multiples' || dataset === undefined
          ? []
          : headlineSeries(dataset);
      const flagged = shown.flatMap(({ byYear }) =>
        [...byYear.values()].filter(
          ({ cellId, value }) => value !== null && CATALOGUE.errataOfCell.has(cellId),
        ),
      );
      for (const svg of figure?.querySelectorAll('svg[role=img]') ?? []) {
        const signs = textsOf(svg, 'end').filter(({ text }) => text === '▲');
        expect(signs.length, `${language} ${table.name}`).toBe(flagged.length);
        marked += signs.length;
      }
    }
    expect(marked).toBeGreaterThan(0);
  });

  it.each(LANGUAGES)('the chart of the headline (%s)', (language) => {
    let charts = 0;
    for (const { table, page } of PAGES.filter((each) => each.language === language)) {
      const figure = page.querySelector('#chart');
      const drawings = [...(figure?.querySelectorAll('svg[role=img]') ?? [])];
      if (figure === null || figure.hasAttribute('hidden')) {
        expect(drawings).toEqual([]);
        continue;
      }
      const subject = textOf(figure.querySelector('figcaption b'));
      const title = textOf(figure.querySelector('figcaption'));
      const legend = legendOf(figure);
      for (const svg of drawings) {
        charts += 1;
        expect(svg.getAttribute('aria-label')).toContain(subject);
        const dots = dotsOf(svg);
        expect(dots.size).toBe(Math.max(1, legend.size));
        const ends = textsOf(svg, 'start');
        for (const [slot, places] of dots) {
          const line = legend.get(slot);
          const parts = [...partsOf(subject), ...(line === undefined ? [] : partsOf(line))];
          const series = theSeries(table, parts, language);
          expectScope(title, series, table, language);
          expectDrawn(places, series, scalesOf(svg, language), `${language} ${parts.join(' · ')}`);
          const last = [...series.byYear.values()].filter((value) => value !== '').at(-1);
          const written = ends.flatMap(({ text }) => readNumber(text, language) ?? []);
          expect(written.some((each) => isWritten(each, last))).toBe(true);
        }
      }
    }
    expect(charts).toBeGreaterThan(20);
  });

  it.each(LANGUAGES)('the small charts, which together draw all series (%s)', (language) => {
    let charts = 0;
    let signs = 0;
    for (const { table, page } of PAGES.filter((each) => each.language === language)) {
      const drawn = new Set<PublishedSeries>();
      const values = ['0', ...table.series.flatMap(({ byYear }) => [...byYear.values()])];
      const sections = [...page.querySelectorAll('section.each')];
      for (const section of sections) {
        const heading = textOf(section.querySelector('h3'));
        const subject = partsOf(heading)
          .flatMap(candidatesOf)
          .filter((part) => isName(table, part, language));
        const legend = legendOf(section);
        for (const panel of section.querySelectorAll('ul.multiples > li')) {
          charts += 1;
          const svg = panel.querySelector('svg[role=img]') as Element;
          const name = textOf(panel.querySelector('h4')?.firstChild?.parentElement).replace(
            textOf(panel.querySelector('h4 .unit')),
            '',
          );
          const label = svg.getAttribute('aria-label') ?? '';
          for (const [slot, places] of dotsOf(svg)) {
            const line = legend.get(slot);
            const own = line === undefined ? [] : partsOf(line);
            const parts = [...subject, name.trim(), ...own];
            const series = theSeries(table, parts, language);
            drawn.add(series);
            expectScope(label, series, table, language);
            expectUnit(`${heading} ${textOf(panel)}`, series, table, language);
            expectDrawn(places, series, scalesOf(svg, language), `${language} ${parts.join(' · ')}`);
          }
          const said = textsOf(svg, 'end');
          signs += said.filter(({ text }) => text === '▲').length;
          for (const { text } of said.filter((each) => each.text !== '▲')) {
            const read = readNumber(text, language);
            expect(
              read !== undefined && values.some((value) => value !== '' && isWritten(read, value)),
              text,
            ).toBe(true);
          }
        }
      }
      if (sections.length === 0) continue;
      const left = table.series.filter(
        (each) =>
          !drawn.has(each) &&
          [...each.byYear.values()].some((value) => value !== '') &&
          each.codes.region !== 'KZ',
      );
      expect(left.map(({ codes }) => codes)).toEqual([]);
    }
    expect(charts).toBeGreaterThan(100);
    expect(signs).toBeGreaterThan(10);
  });

  it.each(LANGUAGES)('the pairs of bars (%s)', (language) => {
    let charts = 0;
    for (const { table, page } of PAGES.filter((each) => each.language === language))
      for (const figure of page.querySelectorAll('figure.pair')) {
        charts += 1;
        const title = textOf(figure.querySelector('figcaption'));
        const svg = figure.querySelector('svg[role=img]') as Element;
        const sides = textsOf(svg, 'middle').map(({ text }) => text);
        const bars = [...svg.querySelectorAll('rect')];
        const slots = [...new Set(bars.map((bar) => slotOf(bar.getAttribute('fill'))))];
        const subject = partsOf(title).filter((part) => isName(table, part.replace(/, .*$/u, ''), language));
        const drawn = sides.map((side, index) => {
          const last = title.split(' · ').at(-1) ?? '';
          const group = candidatesOf(last).find((part) => isName(table, part, language));
          const parts = [...subject.slice(0, -1), ...(group === undefined ? [] : [group]), side];
          const series = theSeries(
            table,
            parts.filter((part) => isName(table, part, language)),
            language,
          );
          expectScope(title, series, table, language);
          const own = bars.filter((bar) => slotOf(bar.getAttribute('fill')) === slots[index]);
          return own.map((bar, year) => ({
            width: Number(bar.getAttribute('width')),
            value: Number([...series.byYear].sort(([a], [b]) => a - b)[year]?.[1]),
          }));
        });
        const all = drawn.flat();
        const most = Math.max(...all.map(({ width }) => width));
        const top = Math.max(...all.map(({ value }) => value));
        expect(all.length).toBe(2 * (table.years[1] - table.years[0] + 1));
        for (const { width, value } of all) expect(width / most).toBeCloseTo(value / top, 2);
      }
    expect(charts).toBeGreaterThan(4);
  });

  it.each(LANGUAGES)('the maps (%s)', (language) => {
    let tiles = 0;
    for (const { table, page } of PAGES.filter((each) => each.language === language)) {
      const figure = page.querySelector('#map');
      if (figure === null) continue;
      const subject = textOf(figure.querySelector('figcaption b'));
      const year = Number(textOf(figure.querySelector('output')));
      let shown = 0;
      for (const tile of figure.querySelectorAll('.tile')) {
        tiles += 1;
        const parts = [...partsOf(subject), textOf(tile.querySelector('.name'))];
        const series = theSeries(table, parts, language);
        expectUnit(textOf(figure.querySelector('figcaption')), series, table, language);
        const value = series.byYear.get(year) ?? '';
        const link = tile.querySelector('.v');
        const text = textOf(link).replace('▲', '');
        const read = readNumber(text, language);
        if (value !== '') shown += 1;
        expect(value === '' ? '–…×'.includes(text) : read !== undefined && isWritten(read, value), text).toBe(
          true,
        );
        const whole = readNumber(link?.getAttribute('title') ?? text, language);
        if (value !== '') expect(whole?.value).toBe(Number(value));
        expect(text.replace(/\u00a0/g, '').length).toBeLessThanOrEqual(8);
      }
      expect(shown, `${table.name}: regions with a value`).toBeGreaterThan(8);
      expectShades(figure, language);
      expectRanked(figure, language, shown);
    }
    expect(tiles).toBeGreaterThan(100);
  });

  it.each(HOMES)('the small pictures of the home page ($language)', ({ language, page }) => {
    const cards = [...page.querySelectorAll('.card')].filter(
      (card) => card.querySelector('svg[role=img]') !== null,
    );
    expect(cards.length).toBeGreaterThan(10);
    for (const card of cards) {
      const heading = textOf(card.querySelector('h3'));
      const table = TABLES.find((each) => each.title(language) === heading) as PublishedTable;
      const svg = card.querySelector('svg[role=img]') as Element;
      const label = svg.getAttribute('aria-label') ?? '';
      const caption = textOf(card.querySelector('figcaption'));
      const legend = legendOf(card);
      const lines = [...cornersOf(svg)].map(([slot, places]) => {
        const said = [
          heading,
          ...candidatesOf(caption),
          ...(legend.has(slot) ? partsOf(legend.get(slot) ?? '') : []),
        ];
        const series = theSeries(
          table,
          said.filter((part) => isName(table, part, language)),
          language,
        );
        expectScope(`${heading} ${caption}`, series, table, language);
        expectScope(label, series, table, language);
        const ends = [...series.byYear.values()].filter((value) => value !== '');
        for (const end of [ends[0], ends.at(-1)])
          expect(
            label.split(/[;:] |, (?=\d{4})|\. /).some((part) => {
              const read = readNumber(part, language);
              return read !== undefined && isWritten(read, end);
            }),
            `${label}: ${end}`,
          ).toBe(true);
        return { series, places };
      });
      const values = lines.flatMap(({ series }) =>
        [...series.byYear.values()].filter((value) => value !== '').map(Number),
      );
      const scale = {
        year: scaleThrough([5, table.years[0]], [135, table.years[1]]),
        value: scaleThrough([39, Math.min(0, ...values)], [5, Math.max(...values)]),
      };
      for (const { series, places } of lines) expectDrawn(places, series, scale, `${language} ${heading}`);
    }
  });

  it('in which a member has one colour through a page, and the total its own', () => {
    for (const { table, page, language } of PAGES) {
      const slots = new Map<string, Set<number>>();
      const note = (name: string, slot: number): void => {
        slots.set(name, (slots.get(name) ?? new Set()).add(slot));
      };
      for (const list of page.querySelectorAll('ul.lines'))
        for (const entry of list.children) note(textOf(entry), Number(entry.className.slice(1)));
      for (const svg of page.querySelectorAll('figure.pair svg[role=img]')) {
        const sides = textsOf(svg, 'middle').map(({ text }) => text);
        const bars = [...svg.querySelectorAll('rect')].map((bar) => slotOf(bar.getAttribute('fill')));
        sides.forEach((side, index) => {
          note(side, index === 0 ? (bars[0] ?? 0) : (bars.at(-1) ?? 0));
        });
      }
      for (const [name, own] of slots) expect([...own], `${language} ${table.name}: ${name}`).toHaveLength(1);
    }
  });

  it('that say what the sign at a point means wherever they draw one, and nowhere else', () => {
    let signed = 0;
    for (const { table, page, language } of PAGES)
      for (const chart of page.querySelectorAll('#chart, section.each, section.by-pair')) {
        const isSigned = [...chart.querySelectorAll('svg[role=img] text')].some(
          (each) => textOf(each) === '▲',
        );
        const note = chart.querySelector('.flag-note:not([hidden])');
        expect(note !== null, `${language} ${table.name}`).toBe(isSigned);
        signed += Number(isSigned);
      }
    expect(signed).toBeGreaterThan(LANGUAGES.length);
  });
});

/** A text, and what is left of it when the parts behind commas are taken away one by one. */
function candidatesOf(text: string): readonly string[] {
  const parts = text.split(', ');
  return parts
    .flatMap((_, start) =>
      parts.slice(start).map((__, length) => parts.slice(start, parts.length - length).join(', ')),
    )
    .flatMap((part) => [part, ...part.split(' · ')]);
}

function isWritten(
  { value, precision }: { value: number; precision: number },
  printed: string | undefined,
): boolean {
  return printed !== undefined && Math.abs(value - Number(printed)) <= precision;
}
