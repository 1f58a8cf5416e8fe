import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { bibtex, type Cited, partOf, ris } from '../../site/catalogue/citation.ts';
import { datasetPage } from '../../site/pages/dataset.ts';
import { errataPage } from '../../site/pages/errata.ts';
import { whereKey } from '../../site/pages/errata-filter.ts';
import { evidencePages } from '../../site/pages/evidence.ts';
import { pathOf, placeOf } from '../../site/pages/page.ts';
import { reportPages } from '../../site/pages/report.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

const CITED: Cited = {
  title: '50 % of {all} & more_or_less',
  key: 'data/x y',
  publisher: 'A report',
  date: '2026-11-23',
  version: '1.0.0',
  language: 'en',
  url: 'https://example.org/a_b.html',
};

describe('a citation', () => {
  it('in BibTeX has no sign that BibTeX would read, and its address as it is', () => {
    const text = bibtex(CITED);
    expect(text).toMatch(/^@misc\{data-x-y,\n/);
    expect(text).toContain('title = {50 \\% of all \\& more\\_or\\_less}');
    expect(text).toContain('url = {https://example.org/a_b.html}');
    expect(text.split('{').length).toBe(text.split('}').length);
  });

  it('in RIS has a tag a line, and ends', () => {
    const lines = ris(CITED).split('\n');
    expect(lines[0]).toBe('TY  - DATA');
    expect(lines.at(-1)).toBe('ER  - ');
    expect(lines).toContain('DA  - 2026/11/23');
    for (const line of lines) expect(line).toMatch(/^[A-Z]{2} {2}- /);
  });

  it('says no date where the data have none', () => {
    expect(bibtex({ ...CITED, date: '' })).not.toMatch(/year|month/);
    expect(ris({ ...CITED, date: '' })).not.toMatch(/^(DA|PY)/m);
  });

  it('says no address where the site does not know its own, and else the page and its version', () => {
    const [dataset] = CATALOGUE.datasets;
    if (dataset === undefined) throw new Error('no dataset');
    const path = `data/${dataset.table.name}.html`;
    const at = (url: string): string =>
      datasetPage(placeOf(siteOf(CATALOGUE, url), 'ru', path), dataset).body.toString();
    expect(at('')).not.toContain('UR  - ');
    expect(at('https://example.org/')).toContain(`UR  - https://example.org/ru/${path}`);
    expect(at('')).toContain(`ET  - ${CATALOGUE.package.version}`);
  });
});

describe('the citation of a paragraph', () => {
  const boxOf = (catalogue: typeof CATALOGUE, url: string, language: 'kk' | 'ru' | 'en') => {
    // The second part: what is cited is the address of the whole, which stays however a version is parted.
    const [, second] = reportPages((path) => placeOf(siteOf(catalogue, url), language, path));
    const boxes = [...parseHTML(`<main>${second?.body}</main>`).document.querySelectorAll('.cite-part')];
    const page: Cited = JSON.parse(boxes[0]?.getAttribute('data-page') ?? '');
    return { boxes, page };
  };

  it('says its number, its address with the fragment, the date and the version', () => {
    const { page } = boxOf(CATALOGUE, 'https://example.org/', 'ru');
    const { name, version, created = '' } = CATALOGUE.package;
    const cited = partOf(page, '12', 'p12');
    const lines = ris(cited).split('\n');
    expect(lines).toContain('TI  - Пункт 12');
    expect(lines).toContain('UR  - https://example.org/ru/report.html#p12');
    expect(lines).toContain(`ET  - ${version}`);
    expect(lines).toContain(`DA  - ${created.slice(0, 10).replaceAll('-', '/')}`);
    expect(bibtex(cited)).toContain(`@misc{${name}-p12,`);
    expect(bibtex(cited)).toContain('url = {https://example.org/ru/report.html#p12}');
    expect(partOf({ ...page, url: '' }, '12', 'p12').url).toBe('');
    expect(partOf(page, '$&', 'p 1"').title).toBe('Пункт $&');
    expect(partOf(page, '1', 'p 1"').url).toMatch(/#p%201%22$/);
  });

  it('stands once on a page of hundreds, hidden until a script fills it, and carries any title as text', () => {
    const title = '"><img src=x onerror=alert(1)> {n} </details>';
    const hostile = { ...CATALOGUE, package: { ...CATALOGUE.package, title, title_en: title } };
    const { boxes, page } = boxOf(hostile, '', 'en');
    expect(boxes).toHaveLength(1);
    expect(boxes[0]?.hasAttribute('hidden')).toBe(true);
    expect(boxes[0]?.querySelector('img')).toBeNull();
    expect(boxes[0]?.querySelector('.cite')?.textContent).toContain(title);
    expect(partOf(page, '12', 'p12').publisher).toBe(title);
  });
});

describe('the citation of a value', () => {
  it('stands once on a page of evidence, and says its table, its address, the date and the version', () => {
    const [dataset] = CATALOGUE.datasets.filter(({ table }) => table.name === 'poverty_rate');
    if (dataset === undefined) throw new Error('no dataset');
    const site = siteOf(CATALOGUE, 'https://example.org/');
    const pages = evidencePages((path) => placeOf(site, 'ru', path), dataset);
    expect(pages.length).toBeGreaterThan(1);
    for (const [at, { body, place }] of pages.entries()) {
      const { document } = parseHTML(`<main>${body}</main>`);
      const boxes = [...document.querySelectorAll('.cite-part')];
      expect(boxes).toHaveLength(1);
      expect(boxes[0]?.hasAttribute('hidden')).toBe(true);
      const { id } = document.querySelector('article.cell') ?? { id: '' };
      const cited = partOf(JSON.parse(boxes[0]?.getAttribute('data-page') ?? ''), 'Село · 2010: 5,9', id);
      expect(cited.title).toMatch(/^Доля населения .*[^\d]\. Село · 2010: 5,9$/);
      expect(place.path).toBe(pathOf.evidence('poverty_rate', at));
      const whole = pathOf.evidence('poverty_rate');
      expect(cited.url).toBe(`https://example.org/ru/${whole}#${encodeURIComponent(id)}`);
      expect(ris(cited)).toContain(`ET  - ${CATALOGUE.package.version}`);
      // Without a script the page can be cited.
      expect(document.querySelector('section .cite')?.textContent).toContain(place.path);
    }
  });
});

describe('the page of contradictions', () => {
  it('offers as a filter what its contradictions have, and each has what is offered', () => {
    const place = placeOf(siteOf(CATALOGUE), 'kk', 'errata.html');
    const markup = errataPage(place).body.toString();
    for (const name of ['kind', 'certainty', 'turns'] as const) {
      const offered = [
        ...(new RegExp(`<select name="${name}">(.*?)</select>`, 's').exec(markup)?.[1] ?? '').matchAll(
          /value="([^"]+)"/g,
        ),
      ].map(([, value]) => value);
      const had = new Set(CATALOGUE.errata.map(({ row }) => row[name] ?? '').filter((value) => value !== ''));
      expect(new Set(offered), name).toEqual(had);
    }
    expect([...markup.matchAll(/<article class="erratum"/g)]).toHaveLength(CATALOGUE.errata.length);
    const ofText = CATALOGUE.errata.filter((each) => whereKey(place, each) === 'text');
    expect(ofText.length).toBeGreaterThan(10);
    for (const { row } of ofText)
      expect(row.paragraph === '' && row.dataset?.startsWith('poverty')).toBe(false);
  });
});
