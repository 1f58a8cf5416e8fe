import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { catalogueSite, pageOf } from './catalogue-site.ts';
import { PAGE_KINDS } from './page-kinds.ts';

describeInBrowser('a page without JavaScript', (open) => {
  const site = catalogueSite();

  it('shows nothing that only a script can use', async () => {
    const { page, done } = await open('about:blank', { javaScriptEnabled: false });
    const shown: string[] = [];
    const looked = new Set<string>();
    for (const kind of PAGE_KINDS) {
      const hidden = hiddenIn(pageOf(site.folder(), `kk/${kind.replace(/\?.*/, '')}`));
      // What is hidden in the same way on a page before needs no second look.
      if (hidden.every((each) => looked.has(each))) continue;
      for (const each of hidden) looked.add(each);
      await page.goto(site.url(`kk/${kind}`));
      expect(await page.locator('[hidden]').count(), kind).toBe(hidden.length);
      const seen = await page
        .locator('[hidden]:visible')
        .evaluateAll((all) => all.map(({ outerHTML }) => outerHTML));
      shown.push(...seen.map((each) => `${kind}: ${each.slice(0, 80)}`));
    }
    expect(shown).toEqual([]);
    expect(looked.size).toBeGreaterThan(3);
    await done();
  });
});

/** The hidden elements of a page as it is sent, each by its name and classes. */
function hiddenIn(content: string): readonly string[] {
  return [...content.matchAll(/<([a-z][\w-]*)((?:\s[a-z][\w-]*(?:="[^"]*")?)*)>/g)].flatMap(
    ([, name, attributes = '']) =>
      /\shidden(?=\s|$)/.test(attributes.replace(/="[^"]*"/g, ''))
        ? [`${name}.${/\sclass="([^"]*)"/.exec(attributes)?.[1]}`]
        : [],
  );
}
