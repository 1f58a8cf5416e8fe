import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What colours can break. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What a page is looked at in. */
export type Scheme = 'light' | 'dark';

/**
 * What axe finds wrong with a page for those who see, hear or move otherwise: each rule with the elements that break it.
 * All rules in the light; in the dark those that colours can break. Of articles and rows that look alike, the colours of
 * the first are examined: they take most of the time.
 *
 *     expect(await axeFindings(page, 'light')).toEqual([]);
 */
export async function axeFindings(page: Page, scheme: Scheme): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  await page.evaluate(markAlike);
  const found = [
    ...(scheme === 'light' ? await violations(page, [], { rules: without(OF_COLOURS) }) : []),
    ...(await violations(page, ['[data-alike]'], { runOnly: OF_COLOURS })),
  ];
  return found.map(({ id, nodes }) => `${id}: ${nodes.join(' | ')}`);
}

function without(rules: readonly string[]): object {
  return Object.fromEntries(rules.map((rule) => [rule, { enabled: false }]));
}

/** The rules that a page breaks but for the elements that are left out, each with the first elements that break it. */
async function violations(
  page: Page,
  exclude: readonly string[],
  options: object,
): Promise<readonly { readonly id: string; readonly nodes: readonly string[] }[]> {
  return page.evaluate(
    async ([left, how]) => {
      const { axe } = globalThis as unknown as {
        axe: { run: (context: object, options: object) => Promise<AxeResults> };
      };
      const context = { include: ['html'], exclude: left };
      const results = await axe.run(context, { resultTypes: ['violations'], ...how });
      return results.violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.slice(0, 200)}`),
      }));
    },
    [exclude, options] as const,
  );
}

/** Marks each article and row whose texts have the colours and sizes, and stand on the colours, of one before. */
function markAlike(): void {
  const seen = new Set<string>();
  for (const block of document.querySelectorAll('article, tbody tr')) {
    const parts = [block.parentElement ?? block, block, ...block.querySelectorAll('*')];
    const looks = parts.map((part) => {
      const { color, backgroundColor, fontSize, fontWeight, display, textDecorationLine } =
        getComputedStyle(part);
      return [
        part.localName,
        color,
        backgroundColor,
        fontSize,
        fontWeight,
        display,
        textDecorationLine,
      ].join();
    });
    const look = [...new Set(looks)].join('\n');
    block.toggleAttribute('data-alike', seen.has(look));
    seen.add(look);
  }
}
