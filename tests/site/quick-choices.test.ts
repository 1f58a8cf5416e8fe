import { expect, it } from 'vitest';
import { describeInBrowser, NO_FAULTS } from './browser.ts';
import { catalogueSite } from './catalogue-site.ts';
import { PATIENCE } from './reader.ts';

describeInBrowser('a reader who is quicker than the network', (open) => {
  const site = catalogueSite();

  it('sees the chart of what was chosen last, and the evidence of what was pressed last', async () => {
    const { page, faults } = await open(site.url('en/data/drug_seizures.html'));
    const held: (() => void)[] = [];
    let isHeld = true;
    await page.route(/\/assets\/.*\.js|\/source\//, async (route) => {
      // The first that is asked for comes last.
      if (isHeld) await new Promise<void>((go) => held.push(go));
      await route.continue();
    });
    for (const region of ['KZ-ALM', 'KZ-AST', 'KZ-PAV'])
      await page.locator('select[name=region]').selectOption(region);
    const cells = page.locator('tbody tr:visible td.n > a.v');
    await cells.first().click();
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await cells.nth(1).click();
    isHeld = false;
    for (const go of held.reverse()) go();
    await expect.poll(() => page.locator('#chart figcaption').textContent(), PATIENCE).toContain('Pavlodar');
    await expect.poll(() => page.locator('dialog[open] h2').textContent(), PATIENCE).toContain('2011');
    expect(faults).toEqual(NO_FAULTS);
    await page.context().close();
  });
});
