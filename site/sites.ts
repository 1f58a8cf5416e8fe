import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { INDEX } from '../pipeline/command-line/outputs-index.ts';
import { fault } from '../pipeline/page/finding.ts';
import { sha256 } from '../pipeline/page/sha256.ts';
import { CHECKSUMS, readChecksums } from '../pipeline/publish/folder/checksums.ts';
import type { Bundle } from './bundle.ts';
import { cardFiles } from './cards/card-files.ts';
import { type CardPainter, cardPainter } from './cards/card-painter.ts';
import { catalogueOf } from './catalogue/catalogue.ts';
import { refuseMisplaced } from './catalogue/declared-tiles.ts';
import { introductionOf } from './catalogue/introduction.ts';
import { readPackage } from './catalogue/package.ts';
import { compressedBeside } from './compressed.ts';
import { documentsPage } from './pages/documents.ts';
import type { Assets, Page, Site } from './pages/page.ts';
import { readVocabulary } from './search/concepts.ts';
import { type SiteFile, siteFiles, sitemapIndex, sitePages } from './site-files.ts';
import { refuseUnanswered } from './sql/declared-queries.ts';
import { readRelations } from './sql/relations.ts';

/** The output of a project that has one document. */
export const OUTPUT = 'output';

/** A document's part of the catalogue: what it is built from, and the folder of the site that holds it. */
export interface PublishedSite {
  readonly output: string;
  /** Empty for the site's own root, else `documents/wells/`. */
  readonly under: string;
}

/**
 * What the catalogue of a project is built from: output/ alone, or all that its index of outputs lists. The document of
 * output/ has its pages in the root, where they are without any other beside it.
 */
export function publishedSites(): readonly PublishedSite[] {
  const alone = [{ output: OUTPUT, under: '' }];
  if (!existsSync(INDEX)) return alone;
  const { documents }: { documents: readonly { name: string; datapackage: string }[] } = JSON.parse(
    readFileSync(INDEX, 'utf8'),
  );
  const all = documents.map(({ name, datapackage }) => {
    const output = join(dirname(INDEX), dirname(datapackage));
    return { output, under: output === OUTPUT ? '' : `documents/${name}/` };
  });
  return all.length === 0 ? alone : all;
}

/** The files of a whole catalogue: each document's pages and downloads, and the page that lists them where there are several. */
export async function filesOf(
  all: readonly PublishedSite[],
  url: string,
  bundled: Bundle,
  painter: () => Promise<CardPainter> = cardPainter,
): Promise<readonly SiteFile[]> {
  // Cards are named by whole addresses alone, so there are none without the site's own.
  const paint = url === '' ? undefined : await painter();
  const isOne = all.length === 1 && all[0]?.under === '';
  const sites: {
    readonly site: Site;
    readonly pages: readonly Page[];
    readonly cards: readonly SiteFile[];
    readonly published: PublishedSite;
  }[] = [];
  for (const published of all) {
    const own = await siteOf(published, url, bundled.assets);
    const site = isOne ? own : { ...own, documents: `${way(published)}index.html` };
    const pages = sitePages(site);
    sites.push({
      published,
      site,
      pages,
      cards: paint === undefined ? [] : cardFiles(pages, bundled, paint),
    });
  }
  const parts = sites.flatMap(({ site, pages, cards, published: { output, under } }) => [
    ...siteFiles(site, pages).map((file) => ({ ...file, path: `${under}${file.path}` })),
    ...cards.map((file) => ({ ...file, path: `${under}${file.path}` })),
    ...downloads(output).map((file) => ({ ...file, path: `${under}${file.path}` })),
    ...(under === '' ? [] : pictures(bundled).map((file) => ({ ...file, path: `${under}${file.path}` }))),
  ]);
  const [first] = sites;
  if (isOne || first === undefined) return [...parts, ...bundled.files];
  const places = sites.map(({ site, published: { under } }) => ({ site, under }));
  const root = [
    { path: 'index.html', content: documentsPage(places).toString() },
    ...(all.some(({ under }) => under === '')
      ? []
      : [
          ...siteFiles({ ...first.site, url, assets: bundled.assets }).filter(
            ({ path }) => path === '404.html',
          ),
          { path: 'sitemap.xml', content: sitemapIndex(url, all) },
        ]),
  ];
  const own = new Set(root.map(({ path }) => path));
  return [...parts.filter(({ path }) => !own.has(path)), ...root, ...bundled.files];
}

async function siteOf(published: PublishedSite, url: string, assets: Assets): Promise<Site> {
  const catalogue = catalogueOf(readPackage(published.output));
  const database = join(published.output, catalogue.package.database.path);
  const relations = await readRelations(database);
  const introduction = introductionOf(catalogue.package.name);
  refuseMisplaced(catalogue, introduction?.tiles ?? []);
  await refuseUnanswered(catalogue.package.name, introduction?.queries ?? [], database);
  return {
    catalogue,
    url: url === '' ? '' : `${url}${published.under}`,
    assets: assetsFrom(way(published), assets),
    relations,
    databaseSent: compressedBeside({ path: database, content: readFileSync(database) }).sent,
    vocabulary: readVocabulary(),
    ...(introduction && { introduction }),
  };
}

/** The way from a document's part to the root of the site. */
function way({ under }: PublishedSite): string {
  return '../'.repeat(under.split('/').length - 1);
}

/** What is large is loaded from the root by every document. */
function assetsFrom(root: string, { style, script, sql }: Assets): Assets {
  return {
    style: `${root}${style}`,
    script: `${root}${script}`,
    sql: {
      style: `${root}${sql.style}`,
      script: `${root}${sql.script}`,
      worker: { ...sql.worker, href: `${root}${sql.worker.href}` },
      module: { ...sql.module, href: `${root}${sql.module.href}` },
    },
  };
}

/** The icon and the card, which each document has beside its own pages. */
function pictures({ files }: Bundle): readonly SiteFile[] {
  return files.filter(({ path }) => /\.(svg|png)$/.test(path));
}

/** The files of an output, each as its checksums say it is. */
function downloads(output: string): readonly SiteFile[] {
  const list = readFileSync(join(output, CHECKSUMS));
  const listed = [...readChecksums(list.toString())].map(([path, sum]) => {
    const content = readFileSync(join(output, path));
    if (sha256(content) === sum) return { path: `download/${path}`, content };
    const place = { file: join(output, path) };
    const expected = `what ${CHECKSUMS} lists`;
    throw fault({ kind: 'output', place, expected, found: 'other content', action: 'run make' });
  });
  // The SQL page loads the database, which hosts do not compress of themselves.
  const compressed = listed
    .filter(({ path }) => path.endsWith('.duckdb'))
    .flatMap((file) => compressedBeside(file).files);
  return [...listed, { path: `download/${CHECKSUMS}`, content: list }, ...compressed];
}
