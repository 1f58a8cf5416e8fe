import type { Dataset } from './catalogue/dataset.ts';
import { LANGUAGES, type Language } from './catalogue/language.ts';
import { indicatorsOf, isWhole, placeProfiles } from './catalogue/profiles.ts';
import { ACTS_PATH, actsPage } from './pages/acts.ts';
import { datasetPage } from './pages/dataset.ts';
import { downloadsPage } from './pages/downloads.ts';
import { embedPage } from './pages/embed.ts';
import { errataPage } from './pages/errata.ts';
import { evidencePages } from './pages/evidence.ts';
import { figuresPages } from './pages/figures.ts';
import { homePage } from './pages/home.ts';
import { indicatorPage } from './pages/indicator.ts';
import { layout } from './pages/layout.ts';
import { notFoundPage, rootPage } from './pages/not-found.ts';
import { hasText, type Page, type Place, pathOf, placeOf, type Site } from './pages/page.ts';
import { placePage } from './pages/place.ts';
import { reportPages } from './pages/report.ts';
import { SEARCH_INDEX, searchPage } from './pages/search.ts';
import { searchIndex } from './pages/search-index.ts';
import { sqlSitePage } from './pages/sql.ts';

/** A file of the site. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A page or an index. */
export interface TextFile extends SiteFile {
  readonly content: string;
}

/** Every page of the site, in all languages or some. */
export function sitePages(site: Site, languages: readonly Language[] = LANGUAGES): readonly Page[] {
  return languages.flatMap((language) => pagesOf(site, language));
}

/** Every page and index of the site as text; the same catalogue gives the same bytes. */
export function siteFiles(site: Site, pages: readonly Page[] = sitePages(site)): readonly TextFile[] {
  return [
    ...pages.map((page) => ({
      path: `${page.place.language}/${page.place.path}`,
      content: layout(page).toString(),
    })),
    ...LANGUAGES.flatMap((language) => embedPages(site, language)),
    { path: 'index.html', content: rootPage(site).toString() },
    { path: '404.html', content: notFoundPage(site).toString() },
    { path: SEARCH_INDEX, content: JSON.stringify(searchIndex(site)) },
    {
      path: 'robots.txt',
      content: `User-agent: *\nAllow: /\n${site.url === '' ? '' : `Sitemap: ${site.url}sitemap.xml\n`}`,
    },
    ...(site.url === '' ? [] : [{ path: 'sitemap.xml', content: sitemap(site, pages) }]),
    { path: 'llms.txt', content: forPrograms(site.catalogue.package.forPrograms, site.url) },
  ];
}

function pagesOf(site: Site, language: Language): readonly Page[] {
  const at = (path: string): Place => placeOf(site, language, path);
  return [
    homePage(at('index.html')),
    ...(hasText(site.catalogue) ? [...reportPages(at), actsPage(at(ACTS_PATH)), ...figuresPages(at)] : []),
    errataPage(at('errata.html')),
    downloadsPage(at('downloads.html')),
    searchPage(at('search.html')),
    sqlSitePage(at('sql.html')),
    ...site.catalogue.datasets.flatMap((dataset) => [
      datasetPage(at(pathOf.dataset(dataset.table.name)), dataset),
      ...evidencePages(at, dataset),
      ...indicatorPages(at, dataset),
    ]),
    ...placeProfiles(site.catalogue.datasets).map((profile) =>
      placePage(at(pathOf.place(profile.code.code)), profile),
    ),
  ];
}

/** The chart of each dataset by itself, for frames elsewhere; it belongs to no menu and no sitemap. */
function embedPages(site: Site, language: Language): readonly TextFile[] {
  return site.catalogue.datasets.flatMap((dataset) => {
    const path = pathOf.embed(dataset.table.name);
    const page = dataset.isYearly ? embedPage(placeOf(site, language, path), dataset) : undefined;
    return page === undefined ? [] : [{ path: `${language}/${path}`, content: page.toString() }];
  });
}

function indicatorPages(at: (path: string) => Place, dataset: Dataset): readonly Page[] {
  const dimension = indicatorsOf(dataset);
  const codes = dimension?.codes.filter(({ code }) => !isWhole(dimension, code)) ?? [];
  return codes.flatMap(({ code }) =>
    dimension === undefined
      ? []
      : [indicatorPage(at(pathOf.indicator(dataset.table.name, code)), dataset, dimension, code)],
  );
}

/** All pages with their siblings in the other languages. The protocol wants whole addresses, so there is none without the site's own. */
function sitemap({ url, catalogue }: Site, pages: readonly Page[]): string {
  const { created } = catalogue.package;
  const changed = created === undefined ? '' : `<lastmod>${created.slice(0, 10)}</lastmod>`;
  const address = (language: string, path: string): string => encodeURI(`${url}${language}/${path}`);
  const entries = pages.map(({ place: { language, path } }) => {
    const others = LANGUAGES.map(
      (each) => `<xhtml:link rel="alternate" hreflang="${each}" href="${address(each, path)}"/>`,
    );
    return `<url><loc>${address(language, path)}</loc>${changed}${others.join('')}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`;
}

/** The sitemaps of the documents of a site of several, none of which stands in its root. */
export function sitemapIndex(url: string, all: readonly { readonly under: string }[]): string {
  const entries = all.map(
    ({ under }) => `<sitemap><loc>${encodeURI(`${url}${under}sitemap.xml`)}</loc></sitemap>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</sitemapindex>\n`;
}

/** The page for programs that read for people, as the output has it, with its addresses from where the site begins. */
function forPrograms(text: string, url: string): string {
  return text.replaceAll(
    /\]\((?!https?:)([^)]+)\)/g,
    (_, path: string) => `](${url}${pathOf.download(path)})`,
  );
}
