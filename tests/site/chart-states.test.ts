import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pathOf } from '../../site/pages/page.ts';
import { axeFindings } from './axe.ts';
import { describeInBrowser, NO_FAULTS } from './browser.ts';
import { catalogueSite } from './catalogue-site.ts';
import { CATALOGUE } from './catalogue-under-test.ts';
import { keepPicture } from './pictures.ts';

const [paragraph = ''] = [...CATALOGUE.partsOfReport.paragraphs].find(([, part]) => part > 0) ?? [];

/** What a reader makes of a page, or meets elsewhere, and by what it is told that it stands there. */
const STATES: readonly {
  readonly name: string;
  readonly path: string;
  /** What is another than on the page as it is sent, which catalogue-pages.test.ts looks at; without it all. */
  readonly part?: string;
  readonly stands: (page: Page) => Promise<void>;
}[] = [
  {
    name: 'a chart in a frame elsewhere',
    path: pathOf.embed('poverty_rate'),
    stands: (page) => page.locator('body.embed svg[role=img]:visible').waitFor(),
  },
  {
    name: 'lines and bars as an index',
    path: 'data/poverty_headcount_by_sex.html?chart-view=index&chart-base=2012',
    part: '#chart, .by-pair',
    stands: async (page) => {
      await page.locator('#chart figcaption', { hasText: '2012 = 100' }).waitFor();
      await page.locator('figure.pair figcaption', { hasText: '2012 = 100' }).first().waitFor();
    },
  },
  {
    name: 'a scale of equal ratios',
    path: 'data/drug_seizures.html?region=KZ-MAN&region=KZ-ZHA&chart-view=log',
    part: '#chart',
    stands: (page) => page.locator('#chart figcaption', { hasText: 'логарифмическ' }).waitFor(),
  },
  {
    name: 'how to cite a paragraph',
    path: `report.html#p${paragraph}`,
    part: '.paragraph:target',
    stands: async (page) => {
      await page.locator('.paragraph:target .cite-part > summary').click();
      await page.locator('.paragraph:target .recipes summary').first().click();
      await page.locator('.paragraph:target code:visible').waitFor();
    },
  },
];

describeInBrowser('charts and texts as readers make them', (open) => {
  const site = catalogueSite();
  it.each(STATES)(
    'have nothing that axe finds, light or dark, and fit the window: $name',
    {
      timeout: 300_000,
    },
    async ({ name, path, part, stands }) => {
      const { page, faults, done } = await open(site.url(`ru/${path}`), { reducedMotion: 'reduce' });
      await stands(page);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBeLessThanOrEqual(0);
      const findings: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await keepPicture(page, `states/${name.replace(/\W+/g, '-')}-${colorScheme}`);
        findings.push(...(await axeFindings(page, colorScheme, part)));
      }
      expect(findings).toEqual([]);
      expect(faults).toEqual(NO_FAULTS);
      await done();
    },
  );
});
