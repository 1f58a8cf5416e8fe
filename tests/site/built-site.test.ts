import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../site/catalogue/catalogue.ts';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { compressedBeside } from '../../site/compressed.ts';
import { figuresPages } from '../../site/pages/figures.ts';
import { pathOf, placeOf } from '../../site/pages/page.ts';
import type { SearchIndex } from '../../site/search/entry.ts';
import { siteFiles, sitePages } from '../../site/site-files.ts';
import { builtSite, pageOf } from './catalogue-site.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

const dist = await builtSite();
const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort();
const files = new Map(
  paths
    .filter((path) => !path.startsWith('download/') && /\.(html|json|txt|xml)$/.test(path))
    .map((path) => [path, pageOf(dist, path)]),
);
const pages = [...files].filter(([path]) => path.endsWith('.html'));
/** Charts for frames elsewhere are no pages of their own: no menu leads there, and no map names them. */
const inLanguages = pages.filter(([path]) => path.includes('/') && !path.includes('/embed/'));
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

/** A page without its block of data for machines, where `<` is written as an escape of JSON. */
const withoutData = (content: string): string =>
  content.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '');

describe('a site that is told its address, of labels that are HTML,', () => {
  const url = 'https://example.org/data/';
  const HOSTILE = `"'><img src=x onerror=alert(1)><script>alert(2)</script>&lt;`;
  const hostile = CATALOGUE.package;
  const tables = [...hostile.tables].map(([name, table]): [string, typeof table] => [
    name,
    {
      ...table,
      title: table.title + HOSTILE,
      description: table.description + HOSTILE,
      rows: table.rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [
            key,
            /_(kk|ru|en)$|^(text|before|after|because|printed|implied|raw)$/.test(key) &&
            value !== '' &&
            !(name === 'section' && key === 'title_kk')
              ? value + HOSTILE
              : value,
          ]),
        ),
      ),
    },
  ]);
  const catalogue = catalogueOf({ ...hostile, title: hostile.title + HOSTILE, tables: new Map(tables) });
  const site = siteOf(catalogue, url);
  // In one language: labels of all are set into the same templates.
  const own = sitePages(site, ['ru']);
  const cards = new Set(own.map(({ place, card }) => card && pathOf.card(place.language, card)));
  const built = new Map(siteFiles(site, own).map(({ path, content }) => [path, content]));

  it('shows them as text on every page', () => {
    const shown = [...built].filter(([path]) => path.endsWith('.html'));
    for (const [path, content] of shown)
      expect(withoutData(content).match(/<img|<script>|onerror=alert\(1\)>/), path).toBeNull();
    expect(
      shown.filter(([, content]) => content.includes('&lt;img src=x onerror=alert(1)&gt;')).length,
    ).toBeGreaterThan(100);
  });

  it('has whole addresses', () => {
    expect(built.get('robots.txt')).toContain(`Sitemap: ${url}sitemap.xml`);
    const places = [...(built.get('sitemap.xml') ?? '').matchAll(/<loc>([^<]*)<\/loc>/g)].map(
      ([, place = '']) => place,
    );
    expect(places.length).toBe(own.length);
    expect(places.length).toBeGreaterThanOrEqual(
      inLanguages.filter(([path]) => path.startsWith('ru/')).length,
    );
    expect(places.every((place) => built.has(place.slice(url.length)))).toBe(true);
    for (const [path, content] of built) {
      if (!path.endsWith('.html') || !path.includes('/') || path.includes('/embed/')) continue;
      expect(content, path).toContain(`<link rel="canonical" href="${url}${path}">`);
      for (const property of ['og:title', 'og:description', 'og:url', 'og:image:alt'])
        expect(content, path).toContain(`property="${property}"`);
      const [, card = ''] = /property="og:image" content="([^"]*)"/.exec(content) ?? [];
      expect(cards, path).toContain(card.slice(url.length));
      expect(content, path).toContain(`<meta name="twitter:image" content="${card}">`);
    }
    expect(files.has('sitemap.xml')).toBe(false);
    for (const language of LANGUAGES)
      expect(built.get('404.html')).toContain(`action="/data/${language}/search.html"`);
    expect(built.get('404.html')).toContain('href="/data/assets/style.css"');
  });

  it('has a page in its root for programs that read for people, with the addresses of its files', () => {
    const page = built.get('llms.txt') ?? '';
    expect(page).toContain('](https://example.org/data/download/csv/observations.csv)');
    expect(page).not.toMatch(/\]\((?!https:)/);
  });
});

describe('the weight of the site', () => {
  const asset = (name: string): Buffer => readFileSync(join(dist, 'assets', name));
  const weight = (content: string | Buffer): number => gzipSync(content).length;

  it('is under 100 kB over the wire for the first page, and small for the others', () => {
    const shared = weight(asset('style.css')) + weight(asset('site.js'));
    expect(asset('site.js').length).toBeGreaterThan(1000);
    for (const [path, content] of inLanguages) {
      const limit = path.includes('/source/') ? 150_000 : path.endsWith('index.html') ? 40_000 : 100_000;
      // What is small enough as it is needs no compressing.
      // Pages in parts are held to it as they are read, uncompressed.
      if (/\/(source|report|figures)[/.]/.test(path))
        expect(Buffer.byteLength(content), path).toBeLessThan(150_000);
      const own = Buffer.byteLength(content) + shared < limit ? 0 : weight(content);
      expect(shared + own, path).toBeLessThan(limit);
    }
  });

  it('is under 9 MB for the first query: editor, engine and database as they are sent', () => {
    const assets = readdirSync(join(dist, 'assets'));
    const scripts = assets.filter((name) => /^(sql|part-)[\w-]*\.(js|css)$/.test(name));
    const large = assets.filter((name) => name.endsWith('.br'));
    const database = readFileSync(join('output', CATALOGUE.package.database.path));
    const sent = [
      ...scripts.map((name) => weight(asset(name))),
      ...large.map((name) => asset(name).length),
      compressedBeside({ path: '', content: database }).sent,
    ];
    expect([scripts.length > 3, large.length]).toEqual([true, 2]);
    expect(sent.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(9_000_000);
  });

  it('is small for the search, which is read when it is used', () => {
    expect(weight(files.get('assets/search.json') ?? '')).toBeGreaterThan(1000);
    expect(weight(files.get('assets/search.json') ?? '')).toBeLessThan(180_000);
  });
});
