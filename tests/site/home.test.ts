import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { errataPage } from '../../site/pages/errata.ts';
import { homePage } from '../../site/pages/home.ts';
import { placeOf } from '../../site/pages/page.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

const bodyOf = (body: unknown): Document => parseHTML(`<body>${body}</body>`).document;

describe('the home page', () => {
  it('tells first what the report contradicts most and cannot be explained away, as its page tells it', () => {
    const site = siteOf(CATALOGUE);
    for (const language of ['kk', 'ru', 'en'] as const) {
      const home = bodyOf(homePage(placeOf(site, language, 'index.html')).body);
      const errata = bodyOf(errataPage(placeOf(site, language, 'errata.html')).body);
      const proven = [...errata.querySelectorAll('article[data-certainty=proven]')].slice(0, 3);
      const told = [...home.querySelectorAll('.gravest li')];
      expect(told.map((each) => each.querySelector('a')?.getAttribute('href'))).toEqual(
        proven.map(({ id }) => `errata.html#${encodeURIComponent(id)}`),
      );
      expect(told.map((each) => each.querySelector('p')?.textContent)).toEqual(
        proven.map((each) => each.querySelector('.says')?.textContent),
      );
      expect(told).toHaveLength(3);
    }
  });

  it('tells of none where nothing is proven', () => {
    const errata = CATALOGUE.errata.filter(({ row }) => row.certainty !== 'proven');
    const home = bodyOf(homePage(placeOf(siteOf({ ...CATALOGUE, errata }), 'en', 'index.html')).body);
    expect(home.querySelector('.gravest')).toBeNull();
    expect(home.querySelectorAll('.annex').length).toBeGreaterThan(3);
  });
});
