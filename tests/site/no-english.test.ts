import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { indicatorsOf, isWhole, placeProfiles } from '../../site/catalogue/profiles.ts';
import { ACTS_PATH } from '../../site/pages/acts.ts';
import { pathOf } from '../../site/pages/page.ts';
import { builtSite, pageOf } from './catalogue-site.ts';
import { CATALOGUE } from './catalogue-under-test.ts';

const dist = await builtSite();

/** Three English words or more in a row: names of files, of programs and of licences are shorter. */
const ENGLISH = /[A-Za-z]{2,}(?:[ ,]+[a-z]{2,}){2,}/;

/** Texts of a page that are English and are not marked as such: those a reader sees, and those that are read to one. */
function unmarked(page: string): readonly string[] {
  const { document } = parseHTML(page);
  return [...document.querySelectorAll('body *, title')].flatMap((element) => {
    const texts = [
      ...[...element.childNodes]
        .filter(({ nodeType }) => nodeType === 3)
        .map((node) => node.textContent ?? ''),
      ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    ];
    const english = texts.filter((text) => ENGLISH.test(text));
    const isMarked = () => element.closest('[lang="en"], code, pre, script, .hash') !== null;
    return english.length === 0 || isMarked() ? [] : english.map((text) => text.trim().slice(0, 120));
  });
}

describe.each(['kk', 'ru'] as const)('a page in %s', (language) => {
  const [profile] = placeProfiles(CATALOGUE.datasets).slice(-1);
  const [indicators] = CATALOGUE.datasets.flatMap((dataset) => {
    const dimension = indicatorsOf(dataset);
    return dimension === undefined ? [] : [{ dataset, dimension }];
  });
  if (profile === undefined || indicators === undefined) throw new Error('no place or no indicator');
  const { dataset, dimension } = indicators;
  const pages = [
    ...['index.html', 'search.html', 'errata.html', ACTS_PATH, 'downloads.html'],
    pathOf.place(profile.code.code),
    ...dimension.codes
      .filter(({ code }) => !isWhole(dimension, code))
      .slice(0, 12)
      .map(({ code }) => pathOf.indicator(dataset.table.name, code)),
    ...CATALOGUE.datasets.filter(({ isYearly }) => isYearly).map(({ table }) => pathOf.dataset(table.name)),
  ];

  it.each(pages)('has no English that is not marked as such: %s', (path) => {
    expect(unmarked(pageOf(dist, `${language}/${path}`))).toEqual([]);
  });
});

describe('what looks for English', () => {
  it('finds it, and does not take names for it', () => {
    expect('shown by age and sex').toMatch(ENGLISH);
    const english = pageOf(dist, 'en/index.html').replace('<html lang="en">', '<html lang="kk">');
    expect(unmarked(english).length).toBeGreaterThan(10);
    expect('CC0 1.0, CSV, DuckDB-Wasm, Brent').not.toMatch(ENGLISH);
  });
});
