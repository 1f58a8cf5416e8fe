import { describe, expect, it } from 'vitest';
import { headlineSeries } from '../../site/catalogue/headline.ts';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { CATALOGUE } from './catalogue-under-test.ts';
import { slotOf, textsOf } from './drawings.ts';
import { PAGES, textOf } from './drawn-charts.ts';

describe('the marks of charts', () => {
  it('stand at the points that a contradiction concerns, and no others', () => {
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

  it('are of one colour for a member through a page, and of its own for the total', () => {
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

  it('are explained wherever one is drawn, and nowhere else', () => {
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
