import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** All rules in the light; in the dark those that colours can break. */
const RULES = { light: {}, dark: { runOnly: ['color-contrast', 'link-in-text-block'] } } as const;

/** What a page is looked at in. */
export type Scheme = keyof typeof RULES;

/**
 * What axe finds wrong with a page for those who see, hear or move otherwise: each rule with the elements that break it.
 *
 *     expect(await axeFindings(page, 'light')).toEqual([]);
 */
export async function axeFindings(page: Page, scheme: Scheme): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const results = await axe.run({ resultTypes: ['violations'], ...options });
    return results.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.slice(0, 200)}`),
    }));
  }, RULES[scheme]);
  return found.map(({ id, nodes }) => `${id}: ${nodes.join(' | ')}`);
}
