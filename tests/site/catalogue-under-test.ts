import '../needs-report.ts';
import { type Catalogue, catalogueOf } from '../../site/catalogue/catalogue.ts';
import { introductionOf } from '../../site/catalogue/introduction.ts';
import { readPackage } from '../../site/catalogue/package.ts';
import type { Assets, Site } from '../../site/pages/page.ts';
import { readVocabulary } from '../../site/search/concepts.ts';

/** The published output as the site reads it. */
export const CATALOGUE: Catalogue = catalogueOf(readPackage('output'));

const FILE = { href: 'assets/file', bytes: 1, sent: 1 };

/** File names as the bundler gives them. */
export const ASSETS: Assets = {
  style: 'assets/style.css',
  script: 'assets/site.js',
  sql: { style: 'assets/sql-style.css', script: 'assets/sql.js', worker: FILE, module: FILE },
};

const VOCABULARY = readVocabulary();

/** A site of a catalogue, without its scripts. */
export function siteOf(catalogue: Catalogue, url = ''): Site {
  const introduction = introductionOf(catalogue.package.name);
  return {
    catalogue,
    url,
    assets: ASSETS,
    relations: [],
    databaseSent: 1,
    vocabulary: VOCABULARY,
    ...(introduction && { introduction }),
  };
}
