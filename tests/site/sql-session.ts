import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Served, serve } from '../../site/serve.ts';
import { madeOnce } from '../made-once.ts';
import { makeFolder, removeFolder } from '../publish/folder.ts';
import { axeFindings, type Scheme } from './axe.ts';
import type { OpenPage, Watched } from './browser.ts';
import { findChromium } from './chromium.ts';
import { buildSqlSite } from './sql-site.ts';

/** The site of a file of tests, served under a base path while they run. */
export interface SqlSite {
  readonly folder: () => string;
  /** Where downloads may be put. */
  readonly downloads: () => string;
  /** Address of the site, ending in a slash. */
  readonly url: () => string;
  /** Opens the page in a language, with the fragment that holds its query, and runs what stands in the editor. */
  readonly open: (openPage: OpenPage, fragment?: string, language?: string) => Promise<Watched>;
}

/** Serves the SQL page to the tests of a file; it is built once in a run. */
export function sqlSite(): SqlSite {
  const site: { folder: string; downloads: string; served?: Served } = { folder: '', downloads: '' };
  beforeAll(async () => {
    if (findChromium() === undefined) return;
    site.downloads = makeFolder();
    site.folder = await madeOnce('sql-site', buildSqlSite);
    site.served = await serve({ folder: site.folder, base: '/some/where/', port: 0 });
  });
  afterAll(async () => {
    await site.served?.close();
    if (site.downloads !== '') await removeFolder(site.downloads);
  });
  const url = (): string => site.served?.url ?? '';
  return {
    folder: () => site.folder,
    downloads: () => site.downloads,
    url,
    open: async (openPage, fragment = '', language = 'en') => {
      const watched = await openPage(`${url()}${language}/sql.html${fragment}`);
      await settled(watched.page);
      await watched.page.click('#sql-run');
      await settled(watched.page);
      return watched;
    },
  };
}

/** DuckDB begins in seconds; on a machine that has much else to do it takes more. */
const PATIENCE = { timeout: 150_000 };

/** Waits until the page has answered what it was asked last. */
export async function settled(page: Page): Promise<void> {
  await page.locator('#sql[aria-busy="false"]').waitFor(PATIENCE);
}

/** Where the query is written once the editor has come. */
const EDITOR = '#sql-code';

/** Asks a query with the keyboard and waits for what comes of it. */
export async function ask(page: Page, sql: string): Promise<void> {
  await page.fill(EDITOR, sql);
  await page.press(EDITOR, 'Control+Enter');
  await settled(page);
}

/**
 * What axe finds in a look at a page, and that nothing is wider than it. Names and widths are each language's own, and
 * show on a phone; the rest of a wide page is the same in all.
 */
export async function look(page: Page, scheme: Scheme, width: number): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height: 800 });
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  expect(await axeFindings(page, scheme), `${scheme} ${width}`).toEqual([]);
}

/** What stands in the editor. */
export async function written(page: Page): Promise<string> {
  return (await page.locator(`${EDITOR} .cm-line`).allTextContents()).join('\n');
}

/** The answer as it is downloaded. */
export async function downloaded(page: Page, folder: string): Promise<string> {
  return readFileSync(await saved(page, folder, 'csv'), 'utf8');
}

/** The file that a download of the answer leaves. */
export async function saved(page: Page, folder: string, format: 'csv' | 'parquet'): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#sql-${format}`)]);
  expect(download.suggestedFilename()).toBe(`result.${format}`);
  const path = join(folder, `result.${format}`);
  await download.saveAs(path);
  return path;
}

/** The rows that the table shows now. */
export async function shown(page: Page): Promise<readonly (readonly (string | null)[])[]> {
  return await page
    .locator('#sql-table tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children].map((cell) => (cell.classList.contains('sql-null') ? null : cell.textContent)),
      ),
    );
}
