import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { figuresPages } from '../../site/pages/figures.ts';
import { pathOf, placeOf } from '../../site/pages/page.ts';
import type { SearchIndex } from '../../site/search/entry.ts';
import { files, inLanguages, pages } from './built-pages.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

const SITE = siteOf(CATALOGUE);
const downloads = CATALOGUE.package.tables;
/** Pages of places and of indicators: regions that ISO 3166-2 names, and codes of datasets of one dimension that are no totals. */
const placesAndIndicators =
  CATALOGUE.rows('region').filter(({ iso_3166_2: iso }) => iso !== '').length +
  ['indicator', 'right_category', 'article'].reduce((sum, list) => sum + listed(list), 0);

function listed(list: string): number {
  return CATALOGUE.rows(list).filter((row) => !['_T', ''].includes(row[list] ?? '')).length;
}

const plainText = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
  );
const attributes = (content: string, name: string): readonly string[] =>
  [...content.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => plainText(value));
const idsOf = new Map(pages.map(([path, content]) => [path, new Set(attributes(content, 'id'))]));

/** Classes of words: what is not translated, and what is longer than others. */
const OF_WORDS = ['in-english', 'foreign', 'long'];

/** What styles and scripts find on a page, without its words: names, kinds, classes, and which data there are. */
function partsOf(content: string): ReadonlySet<string> {
  const parts = content.match(/ (?:(?:id|class|name|type|role)="[^"]*"|data-[a-z-]+(?==")|hidden(?=[ >]))/g);
  return new Set(
    [...new Set(parts)].flatMap((part) =>
      part.startsWith(' class="')
        ? part
            .slice(' class="'.length, -1)
            .split(' ')
            .filter((each) => !OF_WORDS.includes(each))
            .map((each) => `.${each}`)
        : [part],
    ),
  );
}

/** The evidence of each cell of a page, by the cell's name. */
function articlesOf(content: string): readonly (readonly [name: string, article: string])[] {
  const [, ...articles] = content.split('<article class="cell" id="');
  return articles.map((each) => [plainText(each.slice(0, each.indexOf('"'))), each]);
}

/** Addresses of a page that lead nowhere in the site. */
function broken(path: string, content: string): readonly string[] {
  const addresses = [...attributes(content, 'href'), ...attributes(content, 'src')];
  return [...new Set(addresses)].filter((address) => {
    if (/^https?:/.test(address)) return false;
    const [before = '', fragment] = address.split('#');
    const target = before === '' ? path : posix.join(posix.dirname(path), before.split('?')[0] ?? '');
    if (target.startsWith('download/')) return !existsSync(join('output', target.slice('download/'.length)));
    if (target.startsWith('assets/')) return false;
    const ids = idsOf.get(target);
    if (ids === undefined) return true;
    const isQuery = target.endsWith('sql.html') || fragment === undefined;
    return !isQuery && !ids.has(decodeURIComponent(fragment));
  });
}

describe('the built site', () => {
  it('has no link or fragment that leads nowhere', () => {
    expect(
      pages.flatMap(([path, content]) => broken(path, content).map((address) => `${path}: ${address}`)),
    ).toEqual([]);
  });

  it('has what the search leads to', () => {
    const { entries }: SearchIndex = JSON.parse(files.get('assets/search.json') ?? '{}');
    expect(entries.length).toBeGreaterThan(1000);
    const lost = LANGUAGES.flatMap((language) =>
      broken(`${language}/search.html`, entries.map(({ url }) => ` href="${url}"`).join('')),
    );
    expect(lost).toEqual([]);
  });

  it('links every observation to a fragment with its characters', () => {
    const values = CATALOGUE.datasets.flatMap(({ table }) =>
      table.rows.map((row) => ({ name: table.name, cell: row.cell_id ?? '' })),
    );
    for (const { name, cell } of values) {
      const fragment = CATALOGUE.cells.get(cell)?.name ?? '';
      const path = pathOf.evidence(name, CATALOGUE.partOfCell.get(cell));
      expect(idsOf.get(`en/${path}`)?.has(fragment), cell).toBe(true);
      expect(
        attributesOf(`en/data/${name}.html`).has(`../${path}#${encodeURIComponent(fragment)}`),
        cell,
      ).toBe(true);
    }
    expect(values.length).toBeGreaterThan(3000);
  });

  it('shows of every cell the characters that it was read from, their line, and its checks', () => {
    const text = readFileSync('output/text-layer.txt', 'utf8');
    const articles = new Map(
      pages
        .filter(([path]) => path.startsWith('kk/source/'))
        .flatMap(([path, content]) =>
          articlesOf(content).map(([name, article]) => [`${path}#${name}`, article]),
        ),
    );
    for (const { id, name, dataset, raw, charStart, charEnd, lineStart } of CATALOGUE.cells.values()) {
      const path = pathOf.evidence(dataset, CATALOGUE.partOfCell.get(id));
      const article = articles.get(`kk/${path}#${name}`) ?? '';
      const source = article.slice(0, article.indexOf('</figure>'));
      const marks = [...source.matchAll(/<mark>([^<]*)<\/mark>/g)].map(([, each = '']) => plainText(each));
      // An empty line between the lines of a cell has nothing to mark.
      expect(marks.join('\n'), id).toBe(raw.replace(/\n+/g, '\n'));
      expect(raw, id).toBe(text.slice(charStart, charEnd));
      expect(source, id).toContain(`<li class="own"><span class="number">${lineStart}</span>`);
      const checks = article.match(/ data-check>/g)?.length ?? 0;
      expect(checks, id).toBe((CATALOGUE.checksOfCell.get(id) ?? []).length);
    }
    expect(CATALOGUE.cells.size).toBeGreaterThan(3000);
  });

  it('has no name twice on a page', () => {
    const twice = pages.flatMap(([path, content]) => {
      const ids = attributes(content, 'id');
      const seen = new Set<string>();
      return ids.filter((id) => seen.size === seen.add(id).size).map((id) => `${path}: ${id}`);
    });
    expect(twice).toEqual([]);
  });

  it('has no inline script or style, and loads nothing from elsewhere', () => {
    for (const [path, content] of pages) {
      expect(content.match(/<style|\sstyle="|\son[a-z]+="|javascript:/), path).toBeNull();
      const inline = [...content.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>/g)].map(([, rest]) => rest);
      expect(
        inline.filter((rest) => rest !== ' type="application/ld+json"'),
        path,
      ).toEqual([]);
      const loaded = [
        ...content.matchAll(
          /<(?:script|img|iframe|link rel="(?:stylesheet|icon)")[^>]*(?:src|href)="([^"]*)"/g,
        ),
      ].map(([, url]) => url);
      expect(
        loaded.filter((url) => /^(?:[a-z]+:|\/\/)/.test(url ?? '')),
        path,
      ).toEqual([]);
      expect(content, path).toContain('http-equiv="Content-Security-Policy"');
    }
  });

  it('allows WebAssembly on the SQL pages alone', () => {
    const allowed = pages.filter(([, content]) => content.includes('wasm-unsafe-eval')).map(([path]) => path);
    expect(allowed).toEqual(LANGUAGES.map((language) => `${language}/sql.html`).sort());
  });

  it('says on every page its title, language, one heading, description, and its siblings', () => {
    for (const [path, content] of inLanguages) {
      expect(content, path).toMatch(/<title>[^<]+<\/title>/);
      expect(content.match(/<h1/g), path).toHaveLength(1);
      expect(content, path).toMatch(new RegExp(`<html lang="${path.slice(0, 2)}">`));
      expect(content, path).toMatch(/<meta name="description" content="[^"]+">/);
      for (const language of LANGUAGES) expect(attributes(content, 'hreflang'), path).toContain(language);
      expect(content, path).not.toMatch(/rel="canonical"|property="og:/);
    }
  });

  it('has the same pages in each language', () => {
    const [first, ...others] = LANGUAGES.map((language) =>
      inLanguages.filter(([path]) => path.startsWith(`${language}/`)).map(([path]) => path.slice(3)),
    );
    for (const other of others) expect(other).toEqual(first);
    const evidence = [...CATALOGUE.evidenceParts.values()].flat().length;
    const text = CATALOGUE.reportParts.length + figuresPages((path) => placeOf(SITE, 'kk', path)).length;
    expect(first?.length).toBe(6 + text + CATALOGUE.datasets.length + evidence + placesAndIndicators);
  });

  it('has the same parts on a page in each language: names, classes, and what scripts read', () => {
    for (const [path, content] of inLanguages) {
      // The parts of evidence are all made alike.
      if (!path.startsWith('ru/') || /\/\d+\.html$/.test(path)) continue;
      const own = partsOf(content);
      for (const language of ['kk', 'en']) {
        const other = partsOf(files.get(`${language}${path.slice(2)}`) ?? '');
        const different = [...own, ...other].filter((each) => !own.has(each) || !other.has(each));
        expect(different, `${language} ${path}`).toEqual([]);
      }
    }
  });

  it('never goes down by more than one level of headings', () => {
    for (const [path, content] of inLanguages) {
      const levels = [...content.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      const jumps = levels.filter((level, at) => level > (levels[at - 1] ?? level) + 1);
      expect(jumps, path).toEqual([]);
    }
  });

  it('describes every dataset to search engines, with the hashes of its files', () => {
    for (const [name, table] of downloads) {
      const content = files.get(`en/data/${name}.html`);
      if (content === undefined) continue;
      const json: unknown = JSON.parse(
        /<script type="application\/ld\+json">(.*?)<\/script>/.exec(content)?.[1] ?? '{}',
      );
      expect(json).toMatchObject({
        '@type': 'Dataset',
        distribution: table.downloads.map(({ sha256 }) => ({ sha256 })),
      });
    }
  });

  it('shows every contradiction with its arithmetic or its explanation', () => {
    const errata = idsOf.get('en/errata.html');
    expect(CATALOGUE.errata.filter(({ id }) => !errata?.has(id))).toEqual([]);
    const broke = CATALOGUE.checks.filter(({ verdict }) => verdict === 'broken').length;
    expect(broke).toBeGreaterThan(0);
    expect(CATALOGUE.errata.filter(({ checks }) => checks.length > 0).length).toBeGreaterThan(20);
  });

  it('prints every paragraph of the report with its figures', () => {
    const parts = CATALOGUE.reportParts.map((_, part) => `kk/${pathOf.report(part)}`);
    const report = parts.map((path) => files.get(path)).join('\n');
    const ids = parts.flatMap((path) => [...(idsOf.get(path) ?? [])]);
    const paragraphs = CATALOGUE.rows('paragraph').map(({ paragraph }) => `p${paragraph}`);
    expect(ids.filter((id) => /^p\d/.test(id)).sort()).toEqual(paragraphs.sort());
    const linked = new Set(
      [...report.matchAll(/source\/figure(?:\/\d+)?\.html#([^"]+)"/g)].map(([, name = '']) =>
        decodeURIComponent(name),
      ),
    );
    const quotes = new Set(CATALOGUE.rows('figure').map(({ paragraph, quote }) => `${paragraph} ${quote}`));
    expect(linked.size).toBeGreaterThanOrEqual(0.95 * quotes.size);
  });
});

const linksCache = new Map<string, ReadonlySet<string>>();
function attributesOf(path: string): ReadonlySet<string> {
  const known = linksCache.get(path) ?? new Set(attributes(files.get(path) ?? '', 'href'));
  linksCache.set(path, known);
  return known;
}
