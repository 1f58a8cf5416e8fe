import { describe, expect, it } from 'vitest';
import { sha256 } from '../../pipeline/page/sha256.ts';
import type { CardContent } from '../../site/cards/card.ts';
import { CARD, cardDrawing } from '../../site/cards/card-drawing.ts';
import { cardFonts, FONT_FAMILY } from '../../site/cards/card-fonts.ts';
import { cardPainter } from '../../site/cards/card-painter.ts';
import { fitted } from '../../site/cards/lines-of-text.ts';
import { readPalette } from '../../site/cards/palette.ts';
import { headlineSeries } from '../../site/catalogue/headline.ts';
import { placeProfiles } from '../../site/catalogue/profiles.ts';
import { datasetCard, homeCard, placeCard } from '../../site/pages/cards.ts';
import { pathOf, placeOf } from '../../site/pages/page.ts';
import { formatDecimal } from '../../site/words/numbers.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

const FRAME = { brand: 'Numbers', source: 'Source', address: 'example.org' };
const FACTS: CardContent = {
  title: 'Күнкөріс',
  scope: '2010–2015',
  picture: { kind: 'facts', facts: [{ amount: '3', noun: 'tables' }] },
};
const fonts = cardFonts();
const site = siteOf(CATALOGUE, 'https://example.org/data/');
const named = (test: (dataset: (typeof CATALOGUE.datasets)[number]) => boolean) => {
  const found = CATALOGUE.datasets.find(test);
  if (found === undefined) throw new Error('no such dataset');
  return found;
};
const drawn = (content: CardContent): string => cardDrawing(content, FRAME, fonts);
const textsOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text.replace(/&(?:#160|nbsp);/g, '\u00a0'),
  );

describe('the fonts of the cards', () => {
  it.each([...'әғқңөұүһіӘҒҚҢӨҰҮҺІёЁъыэщ№«»–—…·%‰°≥≤×→'])('have %s, plain and bold', (letter) => {
    expect([fonts.plain.has(letter), fonts.bold.has(letter)]).toEqual([true, true]);
  });

  it('do not claim letters that they lack', () => {
    for (const letter of ['漢', 'ا', '▲']) expect(fonts.plain.has(letter)).toBe(false);
  });

  it('measure a text by its letters', () => {
    expect(fonts.plain.width('ааа', 40)).toBeCloseTo(3 * fonts.plain.width('а', 40));
    expect(fonts.plain.width('Ш', 40)).toBeGreaterThan(2 * fonts.plain.width('і', 40));
  });
});

describe('a title on a card', () => {
  it('is as great as fits, and ends with an ellipsis where nothing does', () => {
    const room = { width: 400, most: 2, sizes: [40, 30] } as const;
    expect(fitted('Короткий', fonts.bold, room)).toEqual({ lines: ['Короткий'], size: 40 });
    const { lines, size } = fitted('Доля населения с доходами '.repeat(6), fonts.bold, room);
    expect([lines.length, size, lines[1]?.at(-1)]).toEqual([2, 30, '…']);
    for (const line of lines) expect(fonts.bold.width(line, size)).toBeLessThanOrEqual(400);
  });
});

describe('the card of a page', () => {
  it('has the headline of the dataset: each line by its name, each last value as it is printed', () => {
    const dataset = named(
      (each) => headlineSeries(each).length === 3 && each.table.headline?.chart === 'lines',
    );
    const content = datasetCard(placeOf(site, 'kk', pathOf.dataset(dataset.table.name)), dataset).content();
    const svg = drawn(content);
    const shown = headlineSeries(dataset);
    expect(svg.match(/<path[^>]*\bd="M/g)?.length).toBeGreaterThanOrEqual(shown.length);
    for (const { byYear } of shown) {
      const last = [...byYear.values()].findLast(({ value }) => value !== null)?.value ?? '';
      expect(textsOf(svg)).toContain(formatDecimal(last, 'kk'));
    }
    for (const year of dataset.years) expect(textsOf(svg)).toContain(String(year));
    expect(content.scope).toContain(`${dataset.years[0]}–${dataset.years.at(-1)}`);
  });

  it('has small charts for a place and for the first page, one a dataset', () => {
    const profile = placeProfiles(CATALOGUE.datasets).at(-1);
    if (profile === undefined) throw new Error('no place');
    for (const card of [
      placeCard(placeOf(site, 'ru', 'place/x.html'), profile),
      homeCard(placeOf(site, 'ru', 'index.html')),
    ]) {
      const { picture } = card.content();
      expect(picture.kind === 'panels' && picture.panels.length).toBe(6);
    }
  });
});

describe('a painted card', () => {
  it('is a picture of 1200 by 630, the same bytes each time, and none where a letter is lacking', async () => {
    const paint = await cardPainter();
    const png = paint(FACTS, FRAME);
    const again = (await cardPainter())(FACTS, FRAME);
    expect(sha256(png ?? '')).toBe(sha256(again ?? ''));
    const view = Buffer.from(png ?? []);
    expect(view.toString('latin1', 1, 4)).toBe('PNG');
    expect([view.readUInt32BE(16), view.readUInt32BE(20)]).toEqual([CARD.width, CARD.height]);
    expect(paint({ ...FACTS, title: '漢字' }, FRAME)).toBeUndefined();
  });

  it('asks for the fonts by the name that they have, and for colours of the style', () => {
    expect(Buffer.from(fonts.plain.bytes).swap16().toString('utf16le')).toContain(FONT_FAMILY);
    const names = [...drawn(FACTS).matchAll(/var\(--([\w-]+)\)/g)].map(([, name = '']) => name);
    expect(names.filter((name) => !readPalette().has(name))).toEqual([]);
  });
});
