import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { catalogueSite } from './catalogue-site.ts';
import { PAGE_KINDS } from './page-kinds.ts';

describeInBrowser('a page without JavaScript', (open) => {
  const site = catalogueSite();

  it('shows nothing that only a script can use', async () => {
    const { page } = await open('about:blank', { javaScriptEnabled: false });
    const shown: string[] = [];
    const kept: number[] = [];
    for (const kind of PAGE_KINDS) {
      await page.goto(site.url(`kk/${kind}`));
      kept.push(await page.locator('[hidden]').count());
      const seen = await page
        .locator('[hidden]:visible')
        .evaluateAll((all) => all.map(({ outerHTML }) => outerHTML));
      shown.push(...seen.map((each) => `${kind}: ${each.slice(0, 80)}`));
    }
    expect(shown).toEqual([]);
    expect(Math.max(...kept)).toBeGreaterThan(3);
    await page.context().close();
  });
});
