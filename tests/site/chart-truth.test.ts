import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { cornersOf, dotsOf, readNumber, scaleThrough, slotOf, textsOf } from './drawings.ts';
import {
  candidatesOf,
  expectDrawn,
  expectRanked,
  expectScope,
  expectShades,
  expectUnit,
  HOMES,
  isWritten,
  legendOf,
  PAGES,
  partsOf,
  scalesOf,
  TABLES,
  textOf,
  theSeries,
} from './drawn-charts.ts';
import { isName, type PublishedSeries, type PublishedTable } from './published-series.ts';

describe('every chart draws what its title names', () => {
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
});
