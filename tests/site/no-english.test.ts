import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { indicatorsOf, placeProfiles } from '../../site/catalogue/profiles.ts';
import { ACTS_PATH, actsPage } from '../../site/pages/acts.ts';
import { datasetPage } from '../../site/pages/dataset.ts';
import { downloadsPage } from '../../site/pages/downloads.ts';
import { errataPage } from '../../site/pages/errata.ts';
import { homePage } from '../../site/pages/home.ts';
import { indicatorPage } from '../../site/pages/indicator.ts';
import { layout } from '../../site/pages/layout.ts';
import { type Page, pathOf, placeOf } from '../../site/pages/page.ts';
import { placePage } from '../../site/pages/place.ts';
import { searchPage } from '../../site/pages/search.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

const SITE = siteOf(CATALOGUE);

/** Three English words or more in a row: names of files, of programs and of licences are shorter. */
const ENGLISH = /[A-Za-z]{2,}(?:[ ,]+[a-z]{2,}){2,}/;

/** Texts of a page that are English and are not marked as such: those a reader sees, and those that are read to one. */
function unmarked(page: Page): readonly string[] {
  const { document } = parseHTML(layout(page).toString());
  const seen = [...document.querySelectorAll('body *, title')]
    .filter((element) => element.closest('[lang="en"], code, pre, script, .hash') === null)
    .flatMap((element) => [
      ...[...element.childNodes]
        .filter(({ nodeType }) => nodeType === 3)
        .map((node) => node.textContent ?? ''),
      ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    ]);
  return seen.filter((text) => ENGLISH.test(text)).map((text) => text.trim().slice(0, 120));
}

describe.each(['kk', 'ru'] as const)('a page in %s', (language) => {
  const at = (path: string) => placeOf(SITE, language, path);
  const [profile] = placeProfiles(CATALOGUE.datasets).slice(-1);
  const [indicators] = CATALOGUE.datasets.flatMap((dataset) => {
    const dimension = indicatorsOf(dataset);
    return dimension === undefined ? [] : [{ dataset, dimension }];
  });
  if (profile === undefined || indicators === undefined) throw new Error('no place or no indicator');
  const { dataset, dimension } = indicators;
  const pages: readonly (readonly [string, () => Page])[] = [
    ['home', () => homePage(at('index.html'))],
    ['search', () => searchPage(at('search.html'))],
    ['contradictions', () => errataPage(at('errata.html'))],
    ['acts', () => actsPage(at(ACTS_PATH))],
    ['downloads', () => downloadsPage(at('downloads.html'))],
    ['place', () => placePage(at(pathOf.place(profile.code.code)), profile)],
    ...dimension.codes
      .slice(0, 12)
      .map(({ code }): readonly [string, () => Page] => [
        code,
        () => indicatorPage(at(pathOf.indicator(dataset.table.name, code)), dataset, dimension, code),
      ]),
    ...CATALOGUE.datasets
      .filter(({ isYearly }) => isYearly)
      .map((each): readonly [string, () => Page] => [
        each.table.name,
        () => datasetPage(at(pathOf.dataset(each.table.name)), each),
      ]),
  ];

  it.each(pages)('has no English that is not marked as such: %s', (_, page) => {
    expect(unmarked(page())).toEqual([]);
  });
});

describe('what looks for English', () => {
  it('finds it, and does not take names for it', () => {
    const english = homePage(placeOf(SITE, 'en', 'index.html'));
    expect('shown by age and sex').toMatch(ENGLISH);
    expect(unmarked({ ...english, place: placeOf(SITE, 'kk', 'index.html') }).length).toBeGreaterThan(10);
    expect('CC0 1.0, CSV, DuckDB-Wasm, Brent').not.toMatch(ENGLISH);
  });
});
