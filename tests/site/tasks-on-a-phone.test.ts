import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeInBrowser, NO_FAULTS } from './browser.ts';
import { catalogueSite } from './catalogue-site.ts';
import { PHONE, type Reader, readerOf } from './reader.ts';

const search = ({ page }: Reader) => page.getByRole('searchbox').first();
const first = ({ page }: Reader) => page.locator('.results a').first();

async function finds(reader: Reader, words: string): Promise<void> {
  await reader.type(search(reader), words);
  await reader.press(first(reader));
}

/**
 * What a person comes for, in which language, and the most presses that it may take from the home page: pages of all
 * languages are made alike, and what each finds by their words search.test.ts holds.
 */
const TASKS: readonly {
  readonly name: string;
  readonly in: 'kk' | 'ru';
  readonly most: number;
  readonly does: (reader: Reader) => Promise<void>;
}[] = [
  {
    name: 'rural poverty in South Kazakhstan',
    in: 'kk',
    most: 2,
    does: async (reader) => {
      await finds(reader, 'кедейлік Оңтүстік Қазақстан ауыл');
      await reader.sees(reader.page.locator('#chart figcaption'), /Оңтүстік Қазақстан · Ауылдық жер/);
      await reader.sees(reader.page.locator('#chart svg:visible'), /7,5/);
    },
  },
  {
    name: 'Gini of Almaty city, and the chart saved with its source',
    in: 'ru',
    most: 3,
    does: async (reader) => {
      await finds(reader, 'джини город Алматы');
      await reader.sees(reader.page.locator('#chart figcaption'), /город Алматы/);
      const coming = reader.page.waitForEvent('download');
      await reader.press(reader.page.locator('[data-save=svg]'));
      expect(readFileSync(await (await coming).path(), 'utf8')).toContain('Источник');
    },
  },
  {
    name: 'seizures of two regions on one chart',
    in: 'kk',
    most: 5,
    does: async (reader) => {
      const { page } = reader;
      await finds(reader, 'есірткі тәркілеу');
      await reader.choose(page.locator('select[name=region]'), 'KZ-ALM');
      await reader.press(page.locator('details.compare summary').first());
      await reader.press(page.locator('input[name=region][value=KZ-AST]'));
      for (const name of [/Астана/, /Алматы/]) await reader.sees(page.locator('#chart ul.lines'), name);
    },
  },
  {
    name: 'domestic violence found in the text, its paragraph cited, and that for a list of literature',
    in: 'ru',
    most: 4,
    does: async (reader) => {
      await finds(reader, 'домашнее насилие');
      const paragraph = reader.page.locator('.paragraph:target');
      await reader.sees(paragraph, /зорлық/);
      const number = paragraph.locator('.number');
      const cite = paragraph.locator('.cite-part > summary');
      await reader.press(cite);
      await reader.sees(paragraph.locator('.cite:visible'), `«Пункт ${await number.textContent()}»`);
      const address = reader.page.url().replace(/report\/\d+\.html/, 'report.html');
      expect(await paragraph.locator('.cite .address').textContent()).toBe(address);
      expect(reader.presses()).toBeLessThanOrEqual(3);
      await paragraph.locator('.recipes summary').first().focus();
      await reader.key('Enter');
      await reader.sees(paragraph.locator('.recipes code:visible'), /^@misc\{[\w-]+-p\d+,\n/);
      expect(await paragraph.locator('.recipes code:visible').textContent()).toContain(`url = {${address}}`);
      for (const target of [number, cite])
        expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(43.5);
    },
  },
  {
    name: 'the contradictions that matter most and are proven',
    in: 'kk',
    most: 2,
    does: async (reader) => {
      const { page } = reader;
      await reader.press(page.locator('.menu a[href$="errata.html"]'));
      await reader.choose(page.locator('select[name=certainty]'), 'proven');
      await expect
        .poll(() => page.locator('article.erratum:visible:not([data-certainty=proven])').count())
        .toBe(0);
      await reader.sees(page.locator('main > section:visible h2').first(), /Ауыр/);
    },
  },
  {
    name: 'the profile of a region',
    in: 'ru',
    most: 2,
    does: async (reader) => {
      await finds(reader, 'Павлодарская область');
      await reader.sees(reader.page.locator('h1'), /Павлодарская/);
      const { page } = reader;
      // All that a row says is seen without moving it.
      const ends = await page
        .locator('.profile tbody tr')
        .first()
        .evaluate((row) => [...row.children].map((cell) => cell.getBoundingClientRect().right));
      for (const end of ends) expect(end).toBeLessThanOrEqual(360);
    },
  },
  {
    name: 'a misspelt search',
    in: 'kk',
    most: 2,
    does: async (reader) => {
      await finds(reader, 'кедейлк');
      await reader.page.waitForURL(/data\/poverty_/);
    },
  },
];

describeInBrowser('on a phone a person comes for', (open) => {
  const site = catalogueSite();

  it.each(TASKS)(
    '$name ($in) and has it within $most presses',
    async ({ name, in: language, most, does }) => {
      const { page, faults, done } = await open(site.url(`${language}/index.html`), PHONE);
      const reader = readerOf(page);
      await does(reader);
      expect(reader.presses()).toBeLessThanOrEqual(most);
      expect(faults).toEqual(NO_FAULTS);
      await reader.keep(`${name} ${language}`);
      await done();
    },
  );
});
