import { expect, it } from 'vitest';
import { SQL_WORDS } from '../../site/sql/words.ts';
import { describeInBrowser, NO_FAULTS } from './browser.ts';
import { EXAMPLES } from './sql-examples.ts';
import { fits, run, settled, sqlSite, written } from './sql-session.ts';

describeInBrowser('the SQL page, opened anew,', (open) => {
  const site = sqlSite();

  it('begins with the first example, and fits a phone in Kazakh', async () => {
    const { page, faults, done } = await open(site.url('kk'));
    await settled(page);
    await page.locator('#sql-code').waitFor();
    expect(await written(page)).toBe(EXAMPLES[0]?.sql('kk'));
    await page.locator('.sql-relation summary').first().click();
    await fits(page, 360);
    expect(faults).toEqual(NO_FAULTS);
    await done();
  });

  it('without JavaScript still has its tables, and says where the file is', async () => {
    const { page, faults, done } = await open(site.url('ru'), { javaScriptEnabled: false });
    expect(await page.isVisible('#sql-editor')).toBe(false);
    expect(await page.textContent('.sql-noscript')).toContain(SQL_WORDS.ru.noScript);
    await page.click('.sql-relation summary:has-text("poverty_rate")');
    expect(await page.isVisible('dt:has-text("percent"):visible')).toBe(true);
    expect(faults).toEqual(NO_FAULTS);
    await done();
  });

  it('says so when a file does not come', async () => {
    const { page } = await open(site.url('en'));
    // The engine itself need not come for that, and takes two seconds of a processor.
    await page.route('**/*.wasm', () => undefined);
    await page.route('**/*.duckdb', (route) => route.fulfill({ status: 404, body: '' }));
    await run(page);
    expect(await page.textContent('#sql-error p')).toBe(SQL_WORDS.en.notLoaded);
    expect(await page.textContent('#sql-error pre')).toContain('.duckdb: 404');
  });
});
