import { describe, expect, it } from 'vitest';
import { bibtex, type Cited, ris } from '../../site/pages/cite.ts';
import { datasetPage } from '../../site/pages/dataset.ts';
import { errataPage } from '../../site/pages/errata.ts';
import { whereKey } from '../../site/pages/errata-filter.ts';
import { placeOf } from '../../site/pages/page.ts';
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
