import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { axeFindings } from './axe.ts';
import { describeInBrowser, NO_FAULTS } from './browser.ts';
import { catalogueSite } from './catalogue-site.ts';
import { CATALOGUE } from './catalogue-under-test.ts';
import { largestPaint } from './largest-paint.ts';
import { ALL_PAGES, PAGE_KINDS } from './page-kinds.ts';

/** A limit for a busy machine, no measure. */
const LONG = 300_000;
/** Seconds in which the largest part of a page stands there, over a slow line. */
const SOON = 1;
const WIDTHS = [360, 820, 1440] as const;
/** What is still moving into view has no colours of its own yet. */
const STILL = { reducedMotion: 'reduce' } as const;
/** The page on which a cell is opened too: the panel is the same on all. */
const WITH_PANEL = PAGE_KINDS.find((path) => path.startsWith('data/'));
/** The language that every page is looked at in, those of each kind closely: its words are the longest. */
const WHOLE = 'ru';
const SCREENSHOTS = 'build/screenshots';

describeInBrowser('the pages of the catalogue', (open) => {
  const site = catalogueSite();
  beforeAll(() => {
    mkdirSync(SCREENSHOTS, { recursive: true });
  });

  for (const language of LANGUAGES) {
    const others = ALL_PAGES.filter((path) => !PAGE_KINDS.includes(path));
    const [which, paths] = language === WHOLE ? ['but those', others] : ['', PAGE_KINDS];
    it(`${which} of each kind render in ${language} with no error, no failed and no foreign request, painted within a second at 10 Mbit/s`, {
      timeout: LONG,
    }, async () => {
      const { page, faults } = await open(site.url(`${language}/index.html`));
      const reckoned: string[] = [];
      for (const path of paths) {
        const answer = await page.goto(site.url(`${language}/${path}`));
        expect(await page.locator('h1').count(), path).toBe(1);
        const paint = await largestPaint(page, (await answer?.text()) ?? '');
        expect(paint.faults, path).toEqual([]);
        expect(paint.seconds, path).toBeLessThan(SOON);
        reckoned.push(`${path} ${paint.seconds.toFixed(2)}`);
        expect(faults, path).toEqual(NO_FAULTS);
      }
      console.log(`seconds to the largest paint at 10 Mbit/s, ${language}: ${reckoned.join(', ')}`);
      await page.context().close();
    });
  }

  it('are complete without a script: tables, charts, texts, and a way from each number to its lines', async () => {
    const { page, faults } = await open(
      site.url(`en/${PAGE_KINDS.find((each) => each.startsWith('data/'))}`),
      { javaScriptEnabled: false },
    );
    expect(await page.locator('#chart svg[role=img]:visible').count()).toBe(1);
    expect(await page.locator('.tile:visible').count()).toBe(16);
    await page.locator('td.n > a.v').first().click();
    await page.locator('article:target mark').first().waitFor();
    expect(faults).toEqual(NO_FAULTS);
    await page.context().close();
  });

  for (const path of PAGE_KINDS)
    it(`of each kind have nothing that axe finds, light or dark, fit every width, and are kept as pictures: ${path}`, {
      timeout: LONG,
    }, async () => {
      const { page, faults } = await open(site.url(`${WHOLE}/${path}`), STILL);
      expect(await page.locator('h1').count()).toBe(1);
      const name = path.replace(/\W/g, '-').replace('-html', '');
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          expect(await tooWide(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
          const end = colorScheme === 'dark' ? '-dark' : '';
          await page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}${end}.png` });
        }
      }
      const findings = [...(await axeFindings(page, 'light'))];
      if (path === WITH_PANEL) {
        await page.locator('td.n > a.v').first().click();
        await page.locator('dialog[open] mark').first().waitFor();
        await page.locator('dialog[open] .cite-part > summary').click();
        await page.locator('dialog[open] .cite-part .recipes summary').first().click();
        findings.push(...(await axeFindings(page, 'light')));
      }
      await page.emulateMedia({ colorScheme: 'dark' });
      findings.push(...(await axeFindings(page, 'dark')));
      if (path === WITH_PANEL) {
        await page.keyboard.press('Escape');
        await page.locator('dialog[open]').waitFor({ state: 'detached' });
        findings.push(...(await axeFindings(page, 'dark')));
      }
      expect(findings).toEqual([]);
      expect(faults).toEqual(NO_FAULTS);
      await page.context().close();
    });

  it('show each number of a map whole and on one line, on the narrowest phone too', {
    timeout: LONG,
  }, async () => {
    const { page } = await open(site.url('ru/index.html'), { viewport: { width: 360, height: 900 } });
    const mapped = CATALOGUE.datasets.filter(({ dimensions }) => dimensions.some(({ isPlaces }) => isPlaces));
    for (const { table } of mapped) {
      await page.goto(site.url(`ru/data/${table.name}.html`));
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('.tile')].flatMap((tile) => {
          const link = tile.querySelector('.v');
          const [own, around] = [link?.getBoundingClientRect(), tile.getBoundingClientRect()];
          const fits = own !== undefined && own.right <= around.right && own.height < 30;
          return fits ? [] : [link?.textContent ?? 'none'];
        }),
      );
      expect(cut, table.name).toEqual([]);
    }
    await page.context().close();
  });
});

/** By how many pixels a page is wider than its window. */
function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
