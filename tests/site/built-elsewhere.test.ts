import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../site/catalogue/catalogue.ts';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { pathOf } from '../../site/pages/page.ts';
import { siteFiles, sitePages } from '../../site/site-files.ts';
import { files, inLanguages } from './built-pages.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

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
