import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { linkOf } from '../../site/sql/query-link.ts';
import { SQL_WORDS } from '../../site/sql/words.ts';
import { describeInBrowser, NO_FAULTS, type Watched } from './browser.ts';
import { EXAMPLES } from './sql-examples.ts';
import { isOfParquet, RECIPES } from './sql-recipes.ts';
import { ask, downloaded, look, run, saved, settled, shown, sqlSite, written } from './sql-session.ts';

const words = SQL_WORDS.en;
const ENDLESS = 'select count(*) from range(1000000000000) where range % 7 = 3';
/** A limit for a busy machine, no measure. */
const LONG = 400_000;
/** A query that somebody sends another, with all that an address must write otherwise. */
const SENT = "select 'a+b & c#d %' as x, 'қ' as y";
/** What the engine is made of, by the address. */
const OF_ENGINE = /wasm|worker|duckdb$/;

describeInBrowser('the SQL page, asked one query after the other,', (open) => {
  const site = sqlSite();
  const opened: { watched?: Watched } = {};
  const page = (): Page => {
    if (opened.watched === undefined) throw new Error('the page is not open');
    return opened.watched.page;
  };
  beforeAll(async () => {
    opened.watched = await open(`${site.url('en')}${linkOf(SENT)}`);
  });

  it('asks before it runs a query that came with its address, and loads no engine until then', async () => {
    await expectSentQuery(page());
    await run(page());
    expect(await page().isVisible('#sql-shared')).toBe(false);
    expect(await shown(page())).toEqual([['a+b & c#d %', 'қ']]);
    // What it asks for itself; the worker asks for the module.
    expect((await asked(page())).filter((url) => OF_ENGINE.test(url))).toHaveLength(2);
  });

  it('says kindly what is wrong with a query, in whose words and on which line', async () => {
    const refusals: readonly (readonly [sql: string, said: string, message: string])[] = [
      ['select 1,\n  2 from\nwhere', words.refusals.syntax, 'LINE 3: where'],
      ['selec 1', words.refusals.syntax, 'LINE 1: selec 1'],
      ["select 'unfinished", words.refusals.syntax, 'LINE 1'],
      ['select year\nfrom poverty_rte', words.refusals.name, 'Did you mean "poverty_rate'],
      ['select 1;\n\nselect nothing_such from region', words.refusals.name, 'LINE 3: select nothing_such'],
      ["select\n'a'::int + year from poverty_rate", words.refusals.other, 'LINE 2'],
      ['create table mine as select 1', words.refusals.readOnly, 'read-only'],
      ['drop table region', words.refusals.readOnly, 'read-only'],
      ["copy region to 'region.csv'", words.refusals.outside, 'Permission'],
      ["from 'https://example.com/data.csv'", words.refusals.outside, 'example.com'],
      ["attach 'https://example.com/x.duckdb'", words.refusals.outside, ''],
      ['load json', words.refusals.outside, ''],
      ['set enable_external_access = true', words.refusals.outside, ''],
      ['set autoinstall_known_extensions = true', words.refusals.outside, ''],
      ["select to_json({'a': 1})", words.refusals.extension.replace('{extension}', 'json'), 'to_json'],
      ["select 'a' < 'b' collate kk", words.refusals.extension.replace('{extension}', 'icu'), ''],
      [RECIPES.find(isOfParquet) ?? '', words.refusals.extension.replace('{extension}', 'parquet'), ''],
    ];
    for (const [sql, said, message] of refusals) {
      await ask(page(), sql);
      expect(await page().textContent('#sql-error p'), sql).toBe(said);
      expect(await page().textContent('#sql-error pre'), sql).toContain(message);
      expect(await page().isVisible('#sql-result'), sql).toBe(false);
      expect(await page().isDisabled('#sql-csv'), sql).toBe(true);
    }
    await ask(page(), 'select 1 as one');
    expect(await page().textContent('#sql-error')).toBe('');
    expect(await shown(page())).toEqual([['1']]);
  });

  it('runs several statements and shows the last, with tables of one’s own', async () => {
    await ask(page(), "create temp table mine as select ';' as mark; select 1; -- not; this\nfrom mine");
    expect(await shown(page())).toEqual([[';']]);
    await ask(page(), 'drop table mine');
    expect(await page().textContent('#sql-status')).toBe(words.done);
    await ask(page(), 'explain select 1');
    expect(await page().textContent('#sql-table')).toContain('PROJECTION');
    await ask(page(), 'select 1 where false');
    expect(await page().textContent('#sql-status')).toContain(words.noRows);
  });

  it('draws the columns that are chosen', async () => {
    await ask(page(), "from poverty_rate where region in ('KZ', 'KZ-YUZ') and area <> 'U'");
    expect(await page().locator('#sql-chart .sql-legend li').allTextContents()).toEqual(['KZ', 'KZ-YUZ']);
    await page().selectOption('#sql-chart-series', { label: 'area' });
    expect(await page().locator('#sql-chart .sql-legend li').allTextContents()).toEqual(['R', '_T']);
    await page().selectOption('#sql-chart-kind', 'dot');
    expect(await page().locator('#sql-chart .sql-drawing > svg .sql-line').count()).toBe(0);
    expect(await page().locator('#sql-chart .sql-dot').count()).toBe(24);
    await page().selectOption('#sql-chart-axis', { label: 'cell_id' });
    expect(await page().locator('#sql-chart .sql-bar').count()).toBe(24);
  });

  it('shows what is hostile in a result as text', async () => {
    const title = await page().title();
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await ask(page(), `select '${hostile}' as "<b>name</b>", 3 as n`);
    expect(await shown(page())).toEqual([[hostile, '3']]);
    expect(await page().locator('#sql-result :is(img, script, b)').count()).toBe(0);
    expect(await page().textContent('#sql-table thead')).toContain('<b>name</b>');
    expect(await page().textContent('#sql-chart svg')).toContain('<img');
    expect(await page().title()).toBe(title);
  });

  it('turns the pages of many rows with the keyboard, a hundred in the document', async () => {
    await ask(page(), 'select range as i from range(1200)');
    expect((await shown(page())).length).toBe(100);
    await page().focus(`.sql-pager >> text=${words.next}`);
    for (let turn = 0; turn < 11; turn += 1) await page().keyboard.press('Enter');
    expect((await shown(page())).at(-1)).toEqual(['1199']);
    expect(await page().textContent('.sql-pager [role="status"]')).toBe('1,101–1,200 of 1,200');
    await page().keyboard.press('Enter');
    expect((await shown(page())).at(-1)).toEqual(['1199']);
  });

  it('takes a hundred thousand rows and says that there are more', async () => {
    await ask(page(), 'from range(100001)');
    expect(await page().textContent('#sql-status')).toContain('The first 100,000 rows');
    expect((await downloaded(page(), site.downloads())).split('\n').length).toBe(100_002);
  });

  it('finds a table by a column of it', async () => {
    await page().fill('#sql-filter', 'max_term');
    expect(await page().locator('.sql-relation:visible summary code').allTextContents()).toEqual([
      'trafficking_convictions',
    ]);
    await page().fill('#sql-filter', 'abortion');
    expect(await page().locator('.sql-checks li:visible').count()).toBeGreaterThan(0);
    await page().fill('#sql-filter', 'no-such-word');
    expect(await page().textContent('#sql-filter-none')).toBe(words.schemaNone);
    await page().fill('#sql-filter', '');
  });

  it('saves an answer as Parquet that says what the CSV says', async () => {
    await ask(page(), 'from poverty_rate order by all limit 5');
    const file = await asyncBufferFromFile(await saved(page(), site.downloads(), 'parquet'));
    // Its reader makes decimals into floats, of which the last digit is not the file's.
    const rounded = (value: unknown): unknown =>
      value === null || Number.isNaN(Number(value)) ? value : Number(Number(value).toPrecision(12));
    const rows = await parquetReadObjects({ file });
    expect(rows.map((row) => Object.values(row).map(rounded))).toEqual(
      (await shown(page())).map((row) => row.map(rounded)),
    );
  });

  it('stops a query that would not end, and answers the next', async () => {
    await page().fill('#sql-code', ENDLESS);
    await page().click('#sql-run');
    await page().click('#sql-stop');
    await settled(page());
    expect(await page().textContent('#sql-error')).toBe(words.refusals.stopped);
    expect(await page().evaluate('document.activeElement.shadowRoot.activeElement.id')).toBe('sql-code');
    await page().fill('#sql-code', ENDLESS);
    await page().click('#sql-run');
    await page().locator('#sql-stop').waitFor();
    await ask(page(), 'select 2 as two');
    expect(await shown(page())).toEqual([['2']]);
  });

  it('completes names, and colours the query', async () => {
    await page().fill('#sql-code', 'select 1 as one from poverty_ra');
    expect(await page().locator('#sql-code span[class]').count()).toBeGreaterThan(2);
    await page().press('#sql-code', 'Control+Space');
    await page()
      .locator('.cm-tooltip-autocomplete li[aria-selected="true"]:has-text("poverty_rate")')
      .waitFor();
    // Nothing is taken in the first moment after the names have come.
    await page().waitForTimeout(100);
    await page().press('#sql-code', 'Enter');
    expect(await written(page())).toBe('select 1 as one from poverty_rate');
  });

  it('keeps queries in the address and under their names', async () => {
    await page().fill('#sql-code', 'from poverty_rate');
    await page().fill('#sql-save-name', 'Mine <b>');
    await page().click('#sql-save-form button');
    await ask(page(), SENT);
    expect(page().url()).toContain(linkOf(SENT));
    await page().click(`text=${EXAMPLES[1]?.title.en}`);
    await page().locator('#sql-chart .sql-bar').first().waitFor();
    expect(await written(page())).toBe(EXAMPLES[1]?.sql('en'));
    await page().goBack();
    await page().locator('#sql-table td:has-text("a+b & c#d %")').waitFor();
    expect(await written(page())).toBe(SENT);
    await page().evaluate(`location.hash = '#q=select+7+as+seven'`);
    await page().locator('#sql-shared:visible').waitFor();
    expect(await shown(page())).toEqual([['a+b & c#d %', 'қ']]);
    await page().click('#sql-saved-list a');
    await settled(page());
    expect((await shown(page())).length).toBe(100);
  });

  it('is open to everyone: light and dark, wide and narrow', { timeout: LONG }, async () => {
    await ask(page(), EXAMPLES[2]?.sql('en') ?? '');
    await page().locator('.sql-relation summary').first().click();
    await look(page(), 'light', 1280);
    // The page as it is sent is looked at in the dark by catalogue-pages.test.ts.
    await look(page(), 'dark', 360, '#sql-form, #sql-result, .sql-relation[open]');
    await ask(page(), 'selec');
    const told = '#sql-form, #sql-status, #sql-error';
    await look(page(), 'dark', 1280, told);
    await look(page(), 'light', 360, told);
  });

  it('has them when it is opened again, and asks anew', async () => {
    await page().evaluate((hash) => history.replaceState(null, '', hash), linkOf(SENT));
    await page().reload();
    await expectSentQuery(page());
    expect(await page().locator('#sql-saved-list a').allTextContents()).toEqual(['Mine <b>']);
    await page().click('#sql-saved-list button');
    expect(await page().locator('#sql-saved-list a').count()).toBe(0);
  });

  it('had no fault and asked no other host', async () => {
    expect(opened.watched?.faults).toEqual(NO_FAULTS);
    await opened.watched?.done();
  });
});

/** That the page shows the query that came with its address, and has neither run it nor loaded what runs it. */
async function expectSentQuery(page: Page): Promise<void> {
  await settled(page);
  await page.locator('#sql-code').waitFor();
  expect(await written(page)).toBe(SENT);
  expect(await page.textContent('#sql-shared')).toBe(words.shared);
  expect(await page.isVisible('#sql-shared')).toBe(true);
  expect(await page.isVisible('#sql-result')).toBe(false);
  expect((await asked(page)).filter((url) => OF_ENGINE.test(url))).toEqual([]);
}

/** The addresses that a page has asked for since it was opened. */
function asked(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
}
