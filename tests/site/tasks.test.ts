import type { BrowserContextOptions } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, NO_FAULTS } from './browser.ts';
import { catalogueSite } from './catalogue-site.ts';
import { PATIENCE, PHONE, type Reader, readerOf } from './reader.ts';

/** What a person comes for, where they begin, and the most presses that it may take. */
interface Task {
  readonly name: string;
  readonly from: string;
  readonly most: number;
  readonly on?: BrowserContextOptions;
  readonly does: (reader: Reader) => Promise<void>;
}

const TASKS: readonly Task[] = [
  {
    name: 'a table for a spreadsheet, on a phone',
    from: 'kk/index.html',
    most: 2,
    on: PHONE,
    does: async (reader) => {
      const { page } = reader;
      await reader.press(page.locator('.menu a[href$="downloads.html"]'));
      const coming = page.waitForEvent('download');
      await reader.press(page.locator('main a[href$=".xlsx"]').first());
      expect((await coming).suggestedFilename()).toMatch(/\.xlsx$/);
    },
  },
  {
    name: 'a page on paper with its address and its date',
    from: 'ru/data/poverty_rate.html',
    most: 0,
    does: async ({ page, sees }) => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await sees(page.locator('.site-footer .printed'), /poverty_rate\.html · .*20\d\d/);
      expect(await page.locator('.menu').isVisible()).toBe(false);
      expect(await page.locator('#chart svg[role=img]:visible').count()).toBe(1);
    },
  },
  {
    name: 'a chart, a map, a number and its line without JavaScript',
    from: 'ru/data/poverty_rate.html',
    most: 1,
    on: { javaScriptEnabled: false },
    does: async (reader) => {
      const { page } = reader;
      expect(await page.locator('#chart svg[role=img]:visible').count()).toBe(1);
      expect(await page.locator('.tile:visible').count()).toBe(16);
      await reader.press(page.locator('td.n > a.v').first());
      await page.locator('article:target mark').first().waitFor();
    },
  },
  {
    name: 'growth since a year as an index, kept in the address',
    from: 'en/data/poverty_headcount_by_sex.html',
    most: 2,
    does: async (reader) => {
      const { page } = reader;
      const pair = page.locator('figure.pair').first();
      const printed = await pair.textContent();
      await reader.choose(page.locator('select[data-view]'), 'index');
      await reader.choose(page.locator('select[data-base]'), '2012');
      await reader.sees(page.locator('#chart figcaption'), /index, 2012 = 100/);
      expect(page.url()).toContain('chart-view=index&chart-base=2012');
      // The bars too: both sides are 100 in the year, and the title says so.
      await reader.sees(pair.locator('figcaption'), /index, 2012 = 100/);
      expect((await pair.textContent())?.match(/100\.0/g)).toHaveLength(2);
      await page.reload();
      await reader.sees(page.locator('#chart figcaption'), /index, 2012 = 100/);
      await page.goBack();
      await page.goBack();
      await expect.poll(() => page.locator('#chart figcaption').textContent()).not.toContain('index');
      expect(await pair.textContent()).toBe(printed);
    },
  },
  {
    name: 'small and great seizures on a scale of equal ratios',
    from: 'en/data/drug_seizures.html?region=KZ-MAN&region=KZ-ZHA',
    most: 1,
    does: async (reader) => {
      const { page } = reader;
      await page.locator('option[value=log]:not([disabled])').waitFor({ state: 'attached', ...PATIENCE });
      await reader.choose(page.locator('select[data-view]'), 'log');
      await reader.sees(page.locator('#chart figcaption'), /logarithmic scale/);
    },
  },
  {
    name: 'small charts on one scale and on their own',
    from: 'en/data/drug_seizures.html',
    most: 2,
    does: async (reader) => {
      const section = reader.page.locator('section.each').first();
      const tops = () =>
        section
          .locator('li svg')
          .evaluateAll((all) => all.map((svg) => svg.querySelector('text')?.textContent));
      const before = await section.locator('.scale-said').textContent();
      const drawn = await section.locator('ul.multiples').innerHTML();
      await reader.press(section.locator('button[data-scale]'));
      await expect.poll(() => section.locator('.scale-said').textContent()).not.toBe(before);
      await expect.poll(() => section.locator('ul.multiples').innerHTML()).not.toBe(drawn);
      expect(new Set(await tops()).size).toBe(1);
      // What is shown is in the address, and is shown again to whom it is sent.
      expect(reader.page.url()).toMatch(/small-scale=(shared|own)/);
      await reader.page.reload();
      await expect.poll(() => section.locator('.scale-said').textContent()).not.toBe(before);
      await reader.press(section.locator('button[data-scale]'));
      await expect.poll(() => section.locator('.scale-said').textContent()).toBe(before);
      expect(reader.page.url()).not.toContain('small-scale');
      // The same functions draw in the browser as while building: the picture is that of the page.
      const path = (text: string) => [...text.matchAll(/ d="(M[^"]*)"/g)].map(([, d]) => d);
      expect(path(await section.locator('ul.multiples').innerHTML())).toEqual(path(drawn));
    },
  },
  {
    name: 'the evidence of a value and of its neighbour, and how to cite that',
    from: 'en/data/poverty_rate.html',
    most: 3,
    does: async (reader) => {
      const panel = reader.page.locator('dialog[open]');
      await reader.press(reader.page.locator('td.n > a.v').first());
      await panel.locator('mark').first().waitFor();
      const before = await panel.locator('h2').textContent();
      await reader.press(panel.locator('a[data-step=next]'));
      await expect.poll(() => panel.locator('h2').textContent()).not.toBe(before);
      await reader.press(panel.locator('.cite-part > summary'));
      const said = await panel.locator('.cite:visible').textContent();
      for (const part of ['.what', '.value']) expect(said).toContain(await panel.locator(part).textContent());
      const own = (await panel.locator('.permalink').getAttribute('href')) ?? '';
      // The page of evidence is one in parts: the address of the whole stays, however a version is parted.
      const address = own.replace(/poverty_rate\/\d+\.html/, 'poverty_rate.html');
      expect(await panel.locator('.cite .address').textContent()).toBe(address);
      expect(await panel.locator('[data-form=BibTeX]').textContent()).toContain(`url = {${address}}`);
    },
  },
  {
    name: 'the regions in order of an earlier year, kept in the address',
    from: 'ru/data/poverty_rate.html',
    most: 2,
    does: async (reader) => {
      const { page } = reader;
      const ranked = () => page.locator('#map .ranking li').allTextContents();
      await reader.press(page.locator('#map .ranking summary'));
      await expect.poll(async () => (await ranked())[0]).toMatch(/Южно-Казахстанская/);
      const last = await ranked();
      await page.locator('#map input[type=range]').focus();
      await reader.key('Home');
      await expect.poll(ranked).not.toEqual(last);
      const earlier = await ranked();
      expect(page.url()).toContain('map-view=ranking&map-year=2010');
      await page.reload();
      await expect.poll(ranked).toEqual(earlier);
      expect(await page.locator('#map .ranking li').first().isVisible()).toBe(true);
      await page.goBack();
      await expect.poll(ranked).toEqual(last);
    },
  },
  {
    name: 'a value of a small chart by the keys alone, and its evidence',
    from: 'en/data/drug_seizures.html',
    most: 4,
    does: async (reader) => {
      const { page } = reader;
      const told = page.locator('section.each .readout').first();
      await page.locator('section.each li[tabindex="0"]').first().focus();
      await reader.key('ArrowDown');
      await reader.key('ArrowLeft');
      await reader.sees(told, /Aktobe.*2014/);
      await reader.key('Enter');
      await page.locator('dialog[open] mark').first().waitFor();
    },
  },
  {
    name: 'the acts of the text, the oldest law first',
    from: 'ru/report.html',
    most: 1,
    does: async (reader) => {
      await reader.press(reader.page.locator('main a[href$="acts.html"]').first());
      await reader.sees(reader.page.locator('h1'), /акты/i);
    },
  },
  {
    name: 'how to cite a table in BibTeX',
    from: 'en/data/poverty_rate.html',
    most: 1,
    does: async (reader) => {
      const cited = reader.page.locator('details', { has: reader.page.locator('text=BibTeX') });
      await reader.press(cited.locator('summary'));
      await reader.sees(cited.locator('code'), /^@/);
    },
  },
  {
    name: 'buttons that a thumb can press, on a phone',
    from: 'ru/data/poverty_rate.html',
    most: 0,
    on: PHONE,
    does: async ({ page }) => {
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, select, summary, .menu a, .languages a, td.n > a.v')].flatMap(
          (target) => {
            const { width, height } = target.getBoundingClientRect();
            const isSmall = height > 0 && (height < 43.5 || width < 43.5);
            return isSmall ? [`${target.textContent?.trim().slice(0, 30)} ${width}x${height}`] : [];
          },
        ),
      );
      expect(small).toEqual([]);
    },
  },
];

describeInBrowser('a person who comes for', (open) => {
  const site = catalogueSite();

  it.each(TASKS)('$name has it within $most presses', async ({ name, from, most, on, does }) => {
    const { page, faults, done } = await open(site.url(from), on);
    const reader = readerOf(page);
    await does(reader);
    expect(reader.presses()).toBeLessThanOrEqual(most);
    expect(faults).toEqual(NO_FAULTS);
    await reader.keep(name);
    await done();
  });
});
