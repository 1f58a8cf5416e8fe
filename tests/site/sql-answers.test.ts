import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkOf } from '../../site/sql/query-link.ts';
import { describeInBrowser, NO_FAULTS, type Watched } from './browser.ts';
import { PATIENCE, PHONE, readerOf } from './reader.ts';
import { EXAMPLES } from './sql-examples.ts';
import { type Disk, onDisk, openDisk } from './sql-on-disk.ts';
import { isOfParquet, RECIPES } from './sql-recipes.ts';
import { ask, downloaded, fits, settled, shown, sqlSite } from './sql-session.ts';

/** What is hard to carry unharmed from a database to a screen. */
const HARD = [
  'select 12345678901234567890123456789012345678::decimal(38, 0) as d, 0.1000::decimal(10, 4) as e, -0.05 as f',
  'select 9223372036854775807 as b, 170141183460469231731687303715884105727::hugeint as h, 18446744073709551615::ubigint as u',
  "select null as n, '' as empty, 'NULL' as word, true as t, date '2017-07-20' as d, timestamp '2017-07-20 10:00:00.125' as s",
  "select [1, null, 3] as list, {'a': 1.50, 'b': 'x'} as struct, map {'k': 1} as map, interval '1 month 2 days' as i",
  'select 1e20::double as a, 1 / 3 as b, 0.1::float as c, 2.0::double as d, 1e-7::double as e',
  "select 'a,b' as \"x,y\", 'say \"so\"' as q, 'two\nlines' as l, 'қазақша' as k, 1 as a, 2 as a",
  'values (1, $$a;b$$), (2, null)',
  'from poverty_rate order by all limit 250 -- a comment at the end',
  '/* a; comment */ select region from region order by position;',
  'describe poverty_rate',
  'summarize drug_crimes',
  'show tables',
  "pivot (from poverty_rate where area = 'U') on year using any_value(percent) group by region order by region",
  'select sum(persons) as persons, avg(persons) as mean from poverty_headcount',
  'select * from check_headcount_by_area where year = 2015 order by region',
  'select dataset, count(*) from observations group by all order by all',
];

/** Types that the driver on disk gives as values that are written in one way only. */
const EXACT = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\(.*\)|VARCHAR|BOOLEAN|DATE)$/;

/** A query that somebody sends another. */
const SENT = 'select count(*) as n from region';

describeInBrowser('the SQL page', (open) => {
  const site = sqlSite();
  const opened: { watched?: Watched; disk?: Disk } = {};
  const page = (): Page => {
    if (opened.watched === undefined) throw new Error('the page is not open');
    return opened.watched.page;
  };
  beforeAll(async () => {
    opened.watched = await open(`${site.url('ru')}${linkOf(SENT)}`, PHONE);
    opened.disk = await openDisk();
  });
  afterAll(() => opened.disk?.close());

  it('has a query that somebody sent read, then run, and sent on within 1 press, on a phone in Russian', async () => {
    const reader = readerOf(page());
    await page().locator('#sql-shared:visible').waitFor(PATIENCE);
    expect(await page().isVisible('#sql-result')).toBe(false);
    await reader.press(page().locator('#sql-run'));
    await settled(page());
    await page().locator('#sql-table td').first().waitFor(PATIENCE);
    expect(page().url()).toContain(linkOf(SENT));
    expect(reader.presses()).toBe(1);
    expect(opened.watched?.faults).toEqual(NO_FAULTS);
  });

  it('draws the first example as a line of its six years', async () => {
    await page().click(`text=${EXAMPLES[0]?.title.ru}`);
    await page().locator('#sql-chart .sql-dot').first().waitFor();
    await settled(page());
    expect(await page().locator('#sql-chart .sql-dot').count()).toBe(6);
    expect(await page().getAttribute('#sql-chart svg', 'aria-label')).toContain('percent');
    expect((await shown(page())).length).toBe(6);
    expect(await page().textContent('#sql-status')).toMatch(/: 6\D/);
  });

  const queries = [
    ...RECIPES.filter((sql) => !isOfParquet(sql)),
    ...EXAMPLES.map(({ sql }) => sql('kk')),
    ...HARD,
  ];
  for (const sql of queries)
    it(`answers as DuckDB on disk to: ${sql.replace(/\s+/g, ' ').slice(0, 90)}`, async () => {
      const { columns, texts, values } = await onDisk(opened.disk, sql);
      await ask(page(), sql);
      expect(await page().textContent('#sql-error')).toBe('');
      const heads = page().locator('#sql-table thead th');
      const names = await heads.evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent));
      const types = await page().locator('#sql-table thead .sql-type').allTextContents();
      expect(names.map((name, at) => ({ name, type: types[at] }))).toEqual(columns);
      expect(await shown(page())).toEqual(texts.slice(0, 100));
      const [header, ...rows]: string[][] = parse(await downloaded(page(), site.downloads()));
      expect(header).toEqual(columns.map(({ name }) => name));
      expect(rows).toEqual(texts.map((row) => row.map((cell) => cell ?? '')));
      for (const [at, { type }] of columns.entries())
        if (EXACT.test(type)) expect(texts.map((row) => row[at])).toEqual(values.map((row) => row[at]));
    });

  it('offers no words over the answer to what was asked', async () => {
    await page().fill('#sql-code', 'select 1 as u');
    await page().locator('.cm-tooltip-autocomplete').waitFor();
    await page().press('#sql-code', 'Control+Enter');
    await settled(page());
    expect(await page().locator('.cm-tooltip-autocomplete').count()).toBe(0);
  });

  it('fits a phone in Russian', async () => {
    await page().locator('.sql-relation summary').first().click();
    await ask(page(), EXAMPLES[2]?.sql('ru') ?? '');
    await fits(page(), 360);
    await ask(page(), 'selec');
    await fits(page(), 360);
  });

  it('had no fault and asked no other host', async () => {
    expect(opened.watched?.faults).toEqual(NO_FAULTS);
    await opened.watched?.done();
  });
});
