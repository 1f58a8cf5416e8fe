import { parseHTML } from 'linkedom';
import { expect } from 'vitest';
import { LANGUAGES, type Language } from '../../site/catalogue/language.ts';
import { bodyOf, builtSite } from './catalogue-site.ts';
import { CATALOGUE } from './catalogue-under-test.ts';
import { type Place, readNumber, scaleThrough, textsOf } from './drawings.ts';
import { namedBy, type PublishedSeries, type PublishedTable, publishedTables } from './published-series.ts';

const dist = await builtSite();
export const TABLES = publishedTables();

/** A page of the site, as a document. */
function documentOf(body: string): Document {
  return parseHTML(`<!doctype html><html><body>${body}</body></html>`).document;
}

/** The page of each table in each language, as a document. */
export const PAGES = LANGUAGES.flatMap((language) =>
  TABLES.flatMap((table) => {
    const dataset = CATALOGUE.datasets.find((each) => each.table.name === table.name);
    if (dataset === undefined) return [];
    return [{ language, table, page: documentOf(bodyOf(dist, `${language}/data/${table.name}.html`)) }];
  }),
);
/** The home page in each language. */
export const HOMES = LANGUAGES.map((language) => ({
  language,
  page: documentOf(bodyOf(dist, `${language}/index.html`)),
}));

/** The text of an element, as it is seen. */
export const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\u00ad/g, '').trim();
/** The members that a series is named by. */
export const partsOf = (subject: string): readonly string[] => subject.split(' · ');

/** The one series that a title with a line's name names; a test fails when it names none or several. */
export function theSeries(
  table: PublishedTable,
  parts: readonly string[],
  language: Language,
): PublishedSeries {
  const found = namedBy(table, parts, language);
  expect(found, `${language} ${table.name}: ${parts.join(' · ')}`).toHaveLength(1);
  return found[0] as PublishedSeries;
}

/** The names of the lines of a chart by their colour; one without a name where there is one line. */
export function legendOf(figure: Element): ReadonlyMap<number, string> {
  return new Map(
    [...figure.querySelectorAll('ul.lines > li')].map((entry) => [
      Number(entry.className.slice(1)),
      textOf(entry),
    ]),
  );
}

/** A title must name the unit, whatever the endings of its words, and the years that the table has. */
export function expectScope(
  title: string,
  series: PublishedSeries,
  table: PublishedTable,
  language: Language,
): void {
  const [first, last] = table.years;
  expect(title).toContain(`${first}–${last}`);
  expectUnit(title, series, table, language);
}

/** A title names the unit of its values, and no other. */
export function expectUnit(
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
export function expectDrawn(
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
export function scalesOf(svg: Element, language: Language) {
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
export function expectShades(figure: Element, language: Language): void {
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
export function expectRanked(figure: Element, language: Language, shown: number): void {
  const values = [...figure.querySelectorAll('.ranking li .v')].map(
    (link) => readNumber(textOf(link).replace('▲', ''), language)?.value ?? Number.NaN,
  );
  expect(values).toHaveLength(shown);
  expect(values).toEqual([...values].sort((a, b) => b - a));
}

/** A text, and what is left of it when the parts behind commas are taken away one by one. */
export function candidatesOf(text: string): readonly string[] {
  const parts = text.split(', ');
  return parts
    .flatMap((_, start) =>
      parts.slice(start).map((__, length) => parts.slice(start, parts.length - length).join(', ')),
    )
    .flatMap((part) => [part, ...part.split(' · ')]);
}

/** Whether a read value is the printed one, as exactly as it is written. */
export function isWritten(
  { value, precision }: { value: number; precision: number },
  printed: string | undefined,
): boolean {
  return printed !== undefined && Math.abs(value - Number(printed)) <= precision;
}
