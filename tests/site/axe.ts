import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What colours can break. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What is told of nothing but faults, without the selectors of elements, and without the sheets being asked for again. */
const QUICK = { resultTypes: ['violations'], selectors: false, preload: false };

/** What a page is looked at in. */
export type Scheme = 'light' | 'dark';

/**
 * What axe finds wrong with a page for those who see, hear or move otherwise: each rule with the elements that break it.
 * All rules in the light; in the dark those that colours can break. Of articles, paragraphs, rows, entries and details
 * that are alike the first is left on the page and examined, for axe takes minutes for thousands of them: what is to be
 * seen or counted must be so before.
 *
 * Of a page that was examined before and has something new, that alone can be.
 *
 *     expect(await axeFindings(page, 'light')).toEqual([]);
 *     expect(await axeFindings(page, 'light', 'dialog[open]')).toEqual([]);
 */
export async function axeFindings(page: Page, scheme: Scheme, part = 'html'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  await page.evaluate(leaveOneOfAlike);
  const found = await violations(page, part, scheme === 'light' ? {} : { runOnly: OF_COLOURS });
  return found.map(({ id, nodes }) => `${id}: ${nodes.join(' | ')}`);
}

/** The rules that a page breaks, each with the first elements that break it. */
async function violations(
  page: Page,
  part: string,
  options: object,
): Promise<readonly { readonly id: string; readonly nodes: readonly string[] }[]> {
  return page.evaluate(
    async ([what, how]) => {
      const { axe } = globalThis as unknown as {
        axe: { run: (context: string, options: object) => Promise<AxeResults> };
      };
      const results = await axe.run(what, how);
      return results.violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.slice(0, 200)}`),
      }));
    },
    [part, { ...QUICK, ...options }] as const,
  );
}

/**
 * Takes each article, paragraph, row, entry of a list and details from the page of which every element is one like another
 * that stays: with its way from the root, its class, its attributes, with a text or without, in the same colours and sizes.
 * What is named elsewhere stays too.
 */
function leaveOneOfAlike(): void {
  const kinds = new WeakMap<Element, number>();
  const numbers = new Map<string, number>();
  const firsts = new Map<number, Element>();
  const spoken = ['role', 'type', 'lang', 'scope', 'tabindex', 'aria-hidden'];
  const kindOf = (element: Element): number => {
    const known = kinds.get(element);
    if (known !== undefined) return known;
    const { color, backgroundColor, fontSize, fontWeight, display, textDecorationLine } =
      getComputedStyle(element);
    const attributes = [...element.attributes].map(({ name, value }) =>
      spoken.includes(name) || value === '' ? `${name}=${value}` : name,
    );
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    const said = [
      element.parentElement === null ? 0 : kindOf(element.parentElement),
      element.localName,
      element.getAttribute('class') ?? '',
      ...attributes.sort(),
      ...[hasText, color, backgroundColor, fontSize, fontWeight, display, textDecorationLine],
    ].join();
    const number = numbers.get(said) ?? numbers.size;
    numbers.set(said, number);
    kinds.set(element, number);
    return number;
  };
  const named = new Map<string, Element>();
  for (const name of ['for', 'headers', 'aria-labelledby', 'aria-describedby', 'aria-controls'])
    for (const element of document.querySelectorAll(`[${name}]`))
      for (const id of element.getAttribute(name)?.split(/\s+/) ?? []) named.set(id, element);
  const isNeeded = (block: Element): boolean =>
    [block, ...block.querySelectorAll('[id]')].some(({ id }) => {
      const by = named.get(id);
      return by !== undefined && !block.contains(by);
    });
  for (const block of document.querySelectorAll('article, .paragraph, tbody tr, li, details')) {
    if (!block.isConnected) continue;
    const parts = [block, ...block.querySelectorAll('*')];
    const others = parts.map((part) => firsts.get(kindOf(part)));
    const isAlike = others.every((other) => other?.isConnected && !block.contains(other));
    if (isAlike && !isNeeded(block)) block.remove();
    else for (const part of parts) if (!firsts.get(kindOf(part))?.isConnected) firsts.set(kindOf(part), part);
  }
}
