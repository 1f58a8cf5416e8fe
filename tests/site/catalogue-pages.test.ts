import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { linkOf } from '../../site/sql/query-link.ts';
import { axeFindings } from './axe.ts';
import { describeInBrowser, NO_FAULTS } from './browser.ts';
import { catalogueSite, pageOf, sentOf } from './catalogue-site.ts';
import { type LargestPaint, largestPaint } from './largest-paint.ts';
import { ALL_PAGES, PAGE_KINDS } from './page-kinds.ts';
import { keepPictures } from './pictures.ts';

/** A limit for a busy machine, no measure. */
const LONG = 300_000;
/** Seconds in which the largest part of a page stands there, over a slow line. */
const SOON = 1;
const WIDTHS = [1440, 820, 360] as const;
/** The widest, in which what is still moving into view, and has no colours of its own yet, stands at once. */
const STILL = { reducedMotion: 'reduce', viewport: { width: WIDTHS[0], height: 900 } } as const;
/** The narrowest phone. */
const NARROW = { ...STILL, viewport: { width: 360, height: 900 } };
/** The page on which a cell is opened too: the panel is the same on all. */
const WITH_PANEL = PAGE_KINDS.find((path) => path.startsWith('data/'));
const PANEL = 'dialog[open]';
/**
 * What an address ends with. The SQL page is opened with a query that somebody sent: it waits, and DuckDB need not come,
 * which takes two seconds of a processor; sql-page.test.ts looks at what it answers.
 */
const ENDS: Readonly<Record<string, string>> = { 'sql.html': linkOf('select 1') };
/**
 * The language that every page is looked at in, those of each kind closely: its words are the longest. What a script finds
 * on a page is the same in all, as built-site.test.ts holds; readers of each language come in the other tests.
 */
const WHOLE = 'ru';

describeInBrowser('the pages of the catalogue', (open) => {
  const site = catalogueSite();
  const reckoned: string[] = [];
  /** What the largest paint waits for, by the kind of page: pages of a kind differ in their own size alone. */
  const paints = new Map<string, LargestPaint['secondsFor']>();

  async function paintOf(page: Page, path: string): Promise<LargestPaint['secondsFor']> {
    const paint = await largestPaint(page, pageOf(site.folder(), `${WHOLE}/${path}`));
    expect(paint.faults, path).toEqual([]);
    return paint.secondsFor;
  }

  /** What every page that is open has: a heading, and its largest part soon, in whichever language it is. */
  async function expectWhole(page: Page, path: string): Promise<void> {
    expect(await page.locator('h1').count(), path).toBe(1);
    // What an address asks for may stand in another part of the page, which a script reads; without it all is sent.
    if (path.includes('?')) return;
    const known = PAGE_KINDS.includes(path) ? undefined : paints.get(kindOf(path));
    const secondsFor = known ?? (await paintOf(page, path));
    paints.set(kindOf(path), secondsFor);
    for (const language of LANGUAGES) {
      const seconds = secondsFor(sentOf(site.folder(), `${language}/${path}`));
      expect(seconds, `${language}/${path}`).toBeLessThan(SOON);
      reckoned.push(`${language}/${path} ${seconds.toFixed(2)}`);
    }
  }

  for (const path of PAGE_KINDS)
    it(`of each kind have no error, no failed and no foreign request, are painted within a second at 10 Mbit/s, fit every width, and have nothing that axe finds, light or dark: ${path}`, {
      timeout: LONG,
    }, async () => {
      const { page, faults, done } = await open(site.url(`${WHOLE}/${path}${ENDS[path] ?? ''}`), STILL);
      await expectWhole(page, path);
      const name = path.replace(/\W/g, '-').replace('-html', '');
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await tooWide(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
        await keepPictures(page, `${name}-${width}`);
      }
      expect(await cutTiles(page), path).toEqual([]);
      await page.setViewportSize(STILL.viewport);
      const findings = [...(await axeFindings(page, 'light'))];
      if (path === WITH_PANEL) await openPanel(page);
      if (path === WITH_PANEL) findings.push(...(await axeFindings(page, 'light', PANEL)));
      await page.emulateMedia({ colorScheme: 'dark' });
      if (path === WITH_PANEL) {
        findings.push(...(await axeFindings(page, 'dark', PANEL)));
        await page.keyboard.press('Escape');
        await page.locator(PANEL).waitFor({ state: 'detached' });
      }
      findings.push(...(await axeFindings(page, 'dark')));
      expect(findings).toEqual([]);
      expect(faults).toEqual(NO_FAULTS);
      await done();
    });

  it('but those of each kind have no error, no failed and no foreign request, are painted within a second at 10 Mbit/s, and show all on the narrowest phone', {
    timeout: LONG,
  }, async () => {
    const { page, faults, done } = await open(site.url(`${WHOLE}/index.html`), NARROW);
    for (const path of ALL_PAGES.filter((each) => !PAGE_KINDS.includes(each))) {
      await page.goto(site.url(`${WHOLE}/${path}`));
      await expectWhole(page, path);
      expect(await tooWide(page), path).toBeLessThanOrEqual(0);
      expect(await cutTiles(page), path).toEqual([]);
      expect(faults, path).toEqual(NO_FAULTS);
    }
    console.log(`seconds to the largest paint at 10 Mbit/s: ${reckoned.join(', ')}`);
    await done();
  });
});

/** `data/poverty_rate.html` is of the kind `data`. */
function kindOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** Opens a cell of a page, and how to cite it. */
async function openPanel(page: Page): Promise<void> {
  await page.locator('td.n > a.v').first().click();
  const panel = page.locator(PANEL);
  await panel.locator('mark').first().waitFor();
  await panel.locator('.cite-part > summary').click();
  await panel.locator('.cite-part .recipes summary').first().click();
}

/** By how many pixels a page is wider than its window. */
function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The numbers of maps that are not shown whole and on one line. */
function cutTiles(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.tile')].flatMap((tile) => {
      const link = tile.querySelector('.v');
      const [own, around] = [link?.getBoundingClientRect(), tile.getBoundingClientRect()];
      const fits = own !== undefined && own.right <= around.right && own.height < 30;
      return fits ? [] : [link?.textContent ?? 'none'];
    }),
  );
}
