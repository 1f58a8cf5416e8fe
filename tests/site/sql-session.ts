import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Language } from '../../site/catalogue/language.ts';
import { makeFolder, removeFolder } from '../publish/folder.ts';
import { axeFindings, type Scheme } from './axe.ts';
import { catalogueSite } from './catalogue-site.ts';

/** The SQL page of the whole catalogue, for the tests of a file. */
export interface SqlSite {
  /** Where downloads may be put. */
  readonly downloads: () => string;
  /** The address of the page in a language. */
  readonly url: (language: Language) => string;
}

/** Serves the SQL page to the tests of a file. */
export function sqlSite(): SqlSite {
  const site = catalogueSite();
  const folder = { downloads: '' };
  beforeAll(() => {
    folder.downloads = makeFolder();
  });
  afterAll(() => removeFolder(folder.downloads));
  return {
    downloads: () => folder.downloads,
    url: (language) => site.url(`${language}/sql.html`),
  };
}

/** Runs what stands in the editor. */
export async function run(page: Page): Promise<void> {
  await settled(page);
  await page.click('#sql-run');
  await settled(page);
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

/** That nothing of a page is wider than it; widths are each language's own. */
export async function fits(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

/** What axe finds in a look at a page, or at a part of one that was looked at before, and that it fits. */
export async function look(page: Page, scheme: Scheme, width: number, part?: string): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await fits(page, width);
  expect(await axeFindings(page, scheme, part), `${scheme} ${width}`).toEqual([]);
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
