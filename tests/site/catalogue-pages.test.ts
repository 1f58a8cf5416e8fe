import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { axeFindings } from './axe.ts';
import { describeInBrowser, NO_FAULTS } from './browser.ts';
import { catalogueSite } from './catalogue-site.ts';
import { CATALOGUE } from './catalogue-under-test.ts';
import { ALL_PAGES, PAGE_KINDS } from './page-kinds.ts';

/** A limit for a busy machine, no measure. */
const LONG = 300_000;
const WIDTHS = [360, 820, 1440] as const;
/** The script of axe is not the site's; and what is still moving into view has no colours of its own yet. */
const STILL = { bypassCSP: true, reducedMotion: 'reduce' } as const;
/** The page on which a cell is opened too: the panel is the same on all. */
const WITH_PANEL = PAGE_KINDS.find((path) => path.startsWith('data/'));
/** The language that every page is looked at in: its words are the longest. */
const WHOLE = 'ru';
const SCREENSHOTS = 'build/screenshots';

describeInBrowser('the pages of the catalogue', (open) => {
  const site = catalogueSite();
  beforeAll(() => {
    mkdirSync(SCREENSHOTS, { recursive: true });
  });

  for (const language of LANGUAGES) {
    const [which, paths] = language === WHOLE ? ['all', ALL_PAGES] : ['of each kind', PAGE_KINDS];
    it(`${which} render in ${language} with no error, no failed and no foreign request`, {
      timeout: LONG,
    }, async () => {
      const { page, faults } = await open(site.url(`${language}/index.html`));
      for (const path of paths) {
        await page.goto(site.url(`${language}/${path}`));
        expect(await page.locator('h1').count(), path).toBe(1);
        expect(faults, path).toEqual(NO_FAULTS);
      }
      await page.context().close();
    });
  }

  it('are complete without a script: tables, charts, texts, and a way from each number to its lines', async () => {
    const { page, faults } = await open(site.url(`en/${PAGE_KINDS[6]}`), { javaScriptEnabled: false });
    expect(await page.locator('#chart svg[role=img]:visible').count()).toBe(1);
    expect(await page.locator('.tile:visible').count()).toBe(16);
    await page.locator('td.n > a.v').first().click();
    await page.locator('article:target mark').first().waitFor();
    expect(faults).toEqual(NO_FAULTS);
    await page.context().close();
  });

  describe('of each kind, opened once,', () => {
    const kinds = new Map<string, Page>();
    beforeAll(async () => {
      const { page: first } = await open(site.url('ru/index.html'), STILL);
      for (const path of PAGE_KINDS) {
        const page = kinds.size === 0 ? first : await first.context().newPage();
        await page.goto(site.url(`ru/${path}`));
        kinds.set(path, page);
      }
    }, LONG);
    afterAll(() => kinds.get('index.html')?.context().close());

    for (const colorScheme of ['light', 'dark'] as const)
      it(`have nothing that axe finds, ${colorScheme}`, { timeout: LONG }, async () => {
        const findings: string[] = [];
        const examine = async (page: Page, what: string): Promise<void> => {
          findings.push(...(await axeFindings(page, colorScheme)).map((finding) => `${what}: ${finding}`));
        };
        for (const [path, page] of kinds) {
          await page.emulateMedia({ colorScheme });
          await examine(page, path);
          if (path !== WITH_PANEL) continue;
          await page.locator('td.n > a.v').first().click();
          await page.locator('dialog[open] mark').first().waitFor();
          await examine(page, `${path}, a cell`);
          await page.keyboard.press('Escape');
          await page.locator('dialog[open]').waitFor({ state: 'detached' });
        }
        expect(findings).toEqual([]);
      });

    it('fit every width, from the narrowest phone on, and are kept as pictures', {
      timeout: LONG,
    }, async () => {
      for (const [path, page] of kinds) {
        await page.emulateMedia({ colorScheme: 'light' });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(0);
          await page.screenshot({
            path: `${SCREENSHOTS}/${path.replace(/\W/g, '-').replace('-html', '')}-${width}.png`,
          });
        }
      }
    });
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
