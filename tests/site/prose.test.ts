import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { grouped } from '../../pipeline/page/grouped.ts';
import { proseFigures, sentenceOf } from '../../site/catalogue/prose.ts';
import { ACTS_PATH, actsPage } from '../../site/pages/acts.ts';
import { figuresPages } from '../../site/pages/figures.ts';
import { placeOf } from '../../site/pages/page.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

const SITE = siteOf(CATALOGUE);
const FIGURES = proseFigures(CATALOGUE);

describe('the sentence of a number', () => {
  it('is the one that has its words, and no more', () => {
    const text = 'Бірінші 5 адам. Екінші\n2014 ж. 5 адам болды; «Үшінші». Төртінші.';
    expect(sentenceOf(text, ['2014 ж.'])).toEqual({
      sentence: '2014 ж. 5 адам болды; «Үшінші».',
      words: '2014 ж.',
    });
    expect(sentenceOf(text, ['', 'Бірінші  5'])).toEqual({ sentence: 'Бірінші 5 адам.', words: 'Бірінші 5' });
  });

  it('is the paragraph where the words are not found again', () => {
    expect(sentenceOf('Бір. Екі.', ['үш'])).toEqual({ sentence: 'Бір. Екі.', words: '' });
  });

  it('is none that has its digits within another number, nor one of two that have its words', () => {
    const text = '2015 жылы 12,1 %. Кейін 1 іс. Тағы 3 іс, 3 адам. Үш 7. Төрт 7.';
    expect(sentenceOf(text, ['1'])).toEqual({ sentence: 'Кейін 1 іс.', words: '1' });
    expect(sentenceOf(text, ['12'])).toEqual({ sentence: text, words: '' });
    expect(sentenceOf(text, ['3'])).toEqual({ sentence: 'Тағы 3 іс, 3 адам.', words: '' });
    expect(sentenceOf(text, ['7'])).toEqual({ sentence: text, words: '' });
  });
});

describe('the numbers of the text', () => {
  const published = CATALOGUE.datasets
    .filter(({ table }) => table.fields.some(({ name }) => name === 'paragraph'))
    .flatMap(({ table }) => table.rows.filter(({ paragraph }) => paragraph !== ''));
  const saysAll = (row: (typeof published)[number]): string => [row.paragraph, row.value, row.unit].join(' ');

  it('are all that the tables of the running text hold, in the order of the text', () => {
    expect(published.length).toBeGreaterThan(1000);
    const shown = new Set(FIGURES.map(({ row }) => saysAll(row)));
    expect(published.filter((row) => !shown.has(saysAll(row)))).toEqual([]);
    const series = published.filter(({ series }) => series !== undefined);
    expect(FIGURES.filter(({ row }) => row.series !== undefined)).toHaveLength(series.length);
    const order = FIGURES.map(({ paragraph }) => Number(paragraph));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('stand there once, by the name of their series where they have one', () => {
    const twice = FIGURES.filter(({ row, cell }) =>
      FIGURES.some(
        (other) =>
          other.row !== row &&
          (other.row.series === undefined) !== (row.series === undefined) &&
          saysAll(other.row) === saysAll(row) &&
          other.cell.charStart < cell.charEnd &&
          cell.charStart < other.cell.charEnd,
      ),
    );
    expect(twice).toEqual([]);
    expect(FIGURES.length).toBeLessThan(published.length - 400);
    const complaints = FIGURES.filter(({ paragraph, row }) => paragraph === '15' && row.value === '2566');
    expect(complaints.map(({ words }) => words)).toEqual(['2 566 өтініш']);
  });

  it('stand beside the sentence that prints them, nearly all with its words', () => {
    const lost = FIGURES.filter(({ words }) => words === '');
    expect(lost.length / FIGURES.length).toBeLessThan(0.07);
    expect(FIGURES.filter(({ sentence }) => sentence === '')).toEqual([]);
  });

  it('have a row each with the way to the evidence and to the paragraph, series their course', () => {
    const documents = figuresPages((path) => placeOf(SITE, 'ru', path)).map(
      ({ body }) => parseHTML(`<body>${body}</body>`).document,
    );
    expect(documents.length).toBeGreaterThan(1);
    const found = (selector: string): readonly Element[] =>
      documents.flatMap((document) => [...document.querySelectorAll(selector)]);
    const rows = found('#prose tbody tr');
    expect(rows).toHaveLength(FIGURES.length);
    expect(rows.every((row) => row.querySelector('a.v') !== null && row.querySelector('q') !== null)).toBe(
      true,
    );
    expect(found('#prose svg.trend').length).toBeGreaterThan(10);
    // Each page offers what any of them has.
    for (const document of documents) {
      const units = new Set(
        [...document.querySelectorAll('select[name=unit] option')].map((each) => each.getAttribute('value')),
      );
      expect(rows.filter((row) => !units.has(row.getAttribute('data-unit')))).toEqual([]);
    }
  });
});

describe('the recommendations', () => {
  it('say what was asked in the language of the page, and what the answer leaves out', () => {
    const { document } = parseHTML(`<body>${actsPage(placeOf(SITE, 'en', ACTS_PATH)).body}</body>`);
    const [table] = [...document.querySelectorAll('table')].slice(-1);
    const rows = [...(table?.querySelectorAll('tbody tr') ?? [])];
    const asks = grouped(CATALOGUE.rows('recommendation'), ({ section = '' }) => section);
    const asked = [...asks.values()].map((own) =>
      [...new Set(own.map(({ asks_en: text }) => text))].join(' '),
    );
    expect(rows.length).toBe(asked.length);
    expect(asked.filter((text) => text !== '').length).toBeGreaterThan(30);
    for (const [at, row] of rows.entries()) {
      const cells = [...row.querySelectorAll('td')].map(({ textContent }) => textContent ?? '');
      expect(cells[0]).toBe(asked[at]);
      expect(cells.at(-1)?.includes('no figures')).toBe(cells[2] === '0');
      expect(cells.at(-1)?.includes('no acts')).toBe(cells[3] === '0');
    }
  });
});
