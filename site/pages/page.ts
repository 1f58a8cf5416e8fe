import { posix } from 'node:path';
import type { Card } from '../cards/card.ts';
import type { Catalogue, Cell } from '../catalogue/catalogue.ts';
import type { Introduction } from '../catalogue/introduction.ts';
import type { Language } from '../catalogue/language.ts';
import type { Markup } from '../html/markup.ts';
import type { Vocabulary } from '../search/concepts.ts';
import type { LoadedFile } from '../sql/page.ts';
import type { Relation } from '../sql/relations.ts';
import type { Words } from '../words/words.ts';
import { wordsFor } from './words-for.ts';

/** Where the bundled files stand in the site. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  /** What the SQL page alone loads. */
  readonly sql: {
    readonly style: string;
    readonly script: string;
    readonly worker: LoadedFile;
    readonly module: LoadedFile;
  };
}

/** What every page is made from. */
export interface Site {
  readonly catalogue: Catalogue;
  /** What a person has written of the document for its first page. */
  readonly introduction?: Introduction;
  /** Where the site will stand, ending in a slash; empty when that is not known. */
  readonly url: string;
  readonly assets: Assets;
  /** The page that lists all documents, from the root of this one's; undefined where it is the only one. */
  readonly documents?: string;
  /** What the published database holds, for the SQL page. */
  readonly relations: readonly Relation[];
  /** Bytes of the database as it is sent compressed. */
  readonly databaseSent: number;
  /** Words of one meaning, for the search. */
  readonly vocabulary: Vocabulary;
}

/** A page in one language: where it stands, and how it points at others. */
export interface Place {
  readonly site: Site;
  readonly language: Language;
  readonly words: Words;
  /** Path in the language's folder: `data/poverty_rate.html`. */
  readonly path: string;
  /** The address of another page in this language, relative to this one. */
  readonly to: (path: string, fragment?: string) => string;
  /** The address of a file of the whole site, relative to this page. */
  readonly toRoot: (path: string) => string;
}

/** What a page puts into the layout. */
export interface Page {
  readonly place: Place;
  readonly title: string;
  readonly description: string;
  readonly body: Markup;
  /** The entry of the menu that is marked as current. */
  readonly section: Section;
  readonly structured?: object;
  /** The picture that a link to the page shows elsewhere; that of the site where it has none of its own. */
  readonly card?: Card;
  /** Its own style and script, and WebAssembly: only the SQL page has them. */
  readonly runsSql?: boolean;
  /** True where the page has a search of its own, so that the header needs none. */
  readonly hasSearch?: boolean;
}

export const SECTIONS = ['home', 'report', 'errata', 'search', 'sql', 'downloads'] as const;
export type Section = (typeof SECTIONS)[number];

/** Where the page of each entry of the menu stands. */
export const SECTION_PATHS: Readonly<Record<Section, string>> = {
  home: 'index.html',
  report: 'report.html',
  errata: 'errata.html',
  search: 'search.html',
  sql: 'sql.html',
  downloads: 'downloads.html',
};

/** A page's place in the site. All addresses are relative, so that the site can stand under any path. */
export function placeOf(site: Site, language: Language, path: string): Place {
  const folder = posix.dirname(`${language}/${path}`);
  const toRoot = (target: string): string => posix.relative(folder, target);
  return {
    site,
    language,
    words: wordsFor(site, language),
    path,
    to: (target, fragment) => {
      const page = target === path && fragment !== undefined ? '' : toRoot(`${language}/${target}`);
      return fragment === undefined ? page : `${page}#${encodeURIComponent(fragment)}`;
    },
    toRoot,
  };
}

/** The entries of the menu: a document of which the tables alone are published has no running text to show. */
export function sectionsOf({ catalogue }: Site): readonly Section[] {
  return SECTIONS.filter((section) => section !== 'report' || hasText(catalogue));
}

/** Whether the running text of the document is published. */
export function hasText({ rows }: Catalogue): boolean {
  return rows('paragraph').length > 0;
}

/** The picture of a page that has none of its own. */
export const SITE_CARD = 'assets/social-card.png';

/** Where the pages of a dataset stand. */
export const pathOf = {
  dataset: (name: string): string => `data/${name}.html`,
  embed: (name: string): string => `embed/${name}.html`,
  evidence: (name: string, part = 0): string =>
    part === 0 ? `source/${name}.html` : `source/${name}/${part + 1}.html`,
  /** The running text: its first page where its whole was, as its readers know it. */
  report: (part = 0): string => (part === 0 ? SECTION_PATHS.report : `report/${part + 1}.html`),
  /** The numbers of the running text. */
  figures: (part = 0): string => (part === 0 ? 'figures.html' : `figures/${part + 1}.html`),
  place: (code: string): string => `place/${fileName(code)}.html`,
  indicator: (dataset: string, code: string): string => `indicator/${dataset}/${fileName(code)}.html`,
  download: (path: string): string => `download/${path}`,
  card: (language: Language, { path }: Pick<Card, 'path'>): string => `cards/${language}/${path}.png`,
} as const;

/** A code as the name of a file: signs other than letters, digits, `_` and `-` are written by their numbers. */
function fileName(code: string): string {
  return code.replace(/[^\w-]/gu, (sign) => `~${sign.codePointAt(0)?.toString(16) ?? ''}`);
}

/** The address of a cell's evidence, on the page of the dataset's that shows it. */
export function evidenceAddress({ site, to }: Place, { id, dataset, name }: Cell): string {
  return to(pathOf.evidence(dataset, site.catalogue.partOfCell.get(id)), name);
}

/** The page of the running text that shows a paragraph. */
function paragraphPath({ partsOfReport }: Catalogue, paragraph: string): string {
  return pathOf.report(partsOfReport.paragraphs.get(paragraph));
}

/** The address of a paragraph from a page. */
export function paragraphAddress({ site, to }: Place, paragraph: string): string {
  return to(paragraphPath(site.catalogue, paragraph), `p${paragraph}`);
}

/** The address of a paragraph in the folder of a language: `report/2.html#p120`. */
export function paragraphUrl(catalogue: Catalogue, paragraph: string): string {
  return `${paragraphPath(catalogue, paragraph)}#p${paragraph}`;
}

/** The address of a check among the evidence of a dataset. */
export function checkAddress({ site, to }: Place, dataset: string, id: string): string {
  const part = site.catalogue.partsOfChecks.get(dataset)?.get(id);
  return to(pathOf.evidence(dataset, part), checkFragment(id));
}

/** The name of a check on a page of evidence; no cell's name begins so. */
export function checkFragment(id: string): string {
  return `check.${id}`;
}
