import { describe, expect, it } from 'vitest';
import type { Row } from '../../site/catalogue/package.ts';
import { proseFigures } from '../../site/catalogue/prose.ts';
import { partsOfReport, reportParts } from '../../site/catalogue/report-parts.ts';
import { pathOf } from '../../site/pages/page.ts';
import { describeInBrowser, NO_FAULTS } from './browser.ts';
import { bodyOf, builtSite, catalogueSite } from './catalogue-site.ts';
import { CATALOGUE } from './catalogue-under-test.ts';

const dist = await builtSite();

/** A report of sections with a paragraph for each number: as long in bytes as it says. */
function reportOf(sections: Readonly<Record<string, readonly number[]>>): (table: string) => readonly Row[] {
  const paragraphs = Object.entries(sections).flatMap(([section, lengths]) =>
    lengths.map((length) => ({ section, length })),
  );
  const tables: Readonly<Record<string, readonly Row[]>> = {
    section: Object.keys(sections).map((section, at) => ({ section, position: String(at) })),
    paragraph: paragraphs.map(({ section }, at) => ({ section, paragraph: String(at + 1) })),
    paragraph_block: paragraphs.map(({ length }, at) => ({
      paragraph: String(at + 1),
      text: 'x'.repeat(length),
    })),
  };
  return (table) => tables[table] ?? [];
}

/** The parts as their headings and paragraphs: `['a', '1', '2']`. */
const told = (rows: (table: string) => readonly Row[]): readonly (readonly string[])[] =>
  reportParts(rows).map((part) =>
    part.flatMap(({ section, isBegun, paragraphs }) => [
      ...(isBegun ? [section.section ?? ''] : []),
      ...paragraphs.map(({ row }) => row.paragraph ?? ''),
    ]),
  );

describe('the parts of a report', () => {
  it('begin with a section where one has no room, and never end with a heading', () => {
    const report = reportOf({ a: [60_000], b: [], c: [70_000], d: [1000] });
    expect(told(report)).toEqual([
      ['a', '1'],
      ['b', 'c', '2', 'd', '3'],
    ]);
  });

  it('part a section that alone is too long, between its paragraphs', () => {
    const report = reportOf({ a: [1000], b: [80_000, 80_000, 200_000, 10] });
    expect(told(report)).toEqual([['a', '1'], ['b', '2'], ['3'], ['4'], ['5']]);
    const { paragraphs, sections } = partsOfReport(reportParts(report));
    expect([...paragraphs.values()]).toEqual([0, 1, 2, 3, 4]);
    expect([...sections]).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });

  it('are one where there is nothing', () => {
    expect(told(reportOf({}))).toEqual([[]]);
  });

  it('say below which headings they begin, and have the contents of the whole', () => {
    expect(CATALOGUE.reportParts.length).toBeGreaterThan(3);
    const titles = (page: string): readonly string[] =>
      [...(/<nav class="outline".*?<\/nav>/s.exec(page)?.[0] ?? '').matchAll(/>([^<]+)<\/a>/g)].map(
        ([, title = '']) => title,
      );
    const whole = titles(bodyOf(dist, `en/${pathOf.report()}`));
    expect(whole).toHaveLength(CATALOGUE.rows('section').length);
    for (const part of CATALOGUE.reportParts.keys()) {
      const page = bodyOf(dist, `en/${pathOf.report(part)}`);
      expect(titles(page)).toEqual(whole);
      const before = /<div class="running-text">(.*?)<section/s.exec(page)?.[1] ?? '';
      const parent = CATALOGUE.reportParts[part]?.[0]?.section.parent ?? '';
      expect(before.includes(`#${parent}"`) && before.includes('continued')).toBe(parent !== '');
    }
  });
});

describeInBrowser('a reader of the parts of the text', (open) => {
  const site = catalogueSite();

  it('arrives at a paragraph by its address from before there were parts, sees it, and goes on from there', async () => {
    const [[paragraph = '', part = 0] = []] = [...CATALOGUE.partsOfReport.paragraphs].slice(-1);
    const { page, faults, done } = await open(site.url(`ru/report.html#p${paragraph}`));
    await page.waitForURL(site.url(`ru/${pathOf.report(part)}#p${paragraph}`));
    const target = page.locator('.paragraph:target');
    await expect.poll(async () => (await target.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
    expect((await target.boundingBox())?.y).toBeLessThan(400);
    const address = site.url(`ru/report.html#p${paragraph}`);
    expect(await target.locator('.cite .address').textContent()).toBe(address);
    await page.locator('.outline a', { hasText: 'Методология' }).click();
    await page.waitForURL(site.url('ru/report.html#methodology'));
    expect(faults).toEqual(NO_FAULTS);
    await done();
  });

  it('reads all parts without a script', async () => {
    const { page, done } = await open(site.url('kk/report.html'), { javaScriptEnabled: false });
    const parts = page.locator('nav.parts a[data-part]');
    expect(await parts.count()).toBe(CATALOGUE.reportParts.length);
    await page.locator('.part-steps a[rel=next]').first().click();
    await page.waitForURL(site.url('kk/report/2.html'));
    expect(await page.locator('.paragraph:visible').count()).toBeGreaterThan(0);
    await done();
  });

  it('finds a number of the text from whichever part of its numbers, and comes from it to its paragraph', async () => {
    const { page, faults, done } = await open(site.url('en/figures/2.html'));
    const rows = page.locator('#prose tbody tr:visible');
    const count = page.locator('#prose-filter .row-count');
    const before = await rows.count();
    const all = await page.locator('h1 .count').textContent();
    expect(await count.textContent()).toBe(`${before} of ${all} rows shown`);
    // Printed in paragraph 15, on the first of the pages.
    const words = '2 566 өтініш';
    const printed = proseFigures(CATALOGUE).filter(({ sentence }) => sentence.includes(words));
    await page.locator('#prose-filter input').fill(words);
    await expect.poll(() => count.textContent()).toBe(`${printed.length} of ${all} rows shown`);
    expect(await rows.locator('mark').allTextContents()).toContain(words);
    expect(await page.locator('.parts').isVisible()).toBe(false);
    await page.locator('#prose-filter button').click();
    await expect.poll(() => rows.count()).toBe(before);
    await page.locator('#prose-filter input').fill(words);
    await rows.locator('a', { hasText: 'Paragraph 15' }).first().click();
    await page.waitForURL(site.url('en/report.html#p15'));
    expect(faults).toEqual(NO_FAULTS);
    await done();
  });

  it('is told that a search is not of all where a part cannot be read', async () => {
    const { page, done } = await open(site.url('en/figures.html'));
    await page.route('**/figures/3.html', (route) => route.abort());
    await page.locator('#prose-filter select[name=year]').selectOption('2014');
    await expect
      .poll(() => page.locator('#prose-filter .row-count').textContent())
      .toMatch(/only this part was searched/);
    await page.unroute('**/figures/3.html');
    await page.locator('#prose-filter select[name=year]').selectOption('2013');
    await expect
      .poll(() => page.locator('#prose-filter .row-count').textContent())
      .toMatch(/^\d+ of \d+ rows shown$/);
    await done();
  });
});
