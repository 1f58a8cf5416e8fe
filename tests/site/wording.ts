import type { Dataset } from '../../site/catalogue/dataset.ts';
import { LANGUAGES, type Language } from '../../site/catalogue/language.ts';
import { hasSeveralUnits } from '../../site/pages/dataset-table.ts';
import { type Place, pathOf, placeOf } from '../../site/pages/page.ts';
import { bodyOf, builtSite } from './catalogue-site.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

/** The pages of the catalogue as they are built, to look for words in them. */
const SITE = siteOf(CATALOGUE);
export const at = (language: Language, path = 'index.html'): Place => placeOf(SITE, language, path);
export const datasets = CATALOGUE.datasets;
/** Pages are read as text: to parse all of them would take longer than to build them. */
const dist = await builtSite();
export const body = (language: Language, path = 'index.html'): string => bodyOf(dist, `${language}/${path}`);
export const evidence = (language: Language, dataset: Dataset | undefined): string =>
  (CATALOGUE.evidenceParts.get(dataset?.table.name ?? '') ?? [])
    .map((_, part) => body(language, pathOf.evidence(dataset?.table.name ?? '', part)))
    .join('\n');
/** The text of a page without its markup. */
export const bare = (html: string): string => html.replace(/<[^>]*>/g, '');
export const DATA_PAGES = LANGUAGES.flatMap((language) =>
  datasets.map((dataset) => ({
    language,
    dataset,
    page: body(language, pathOf.dataset(dataset.table.name)),
  })),
);
/** The dataset with the most units, and all that are small enough to be built thrice. */
const WITH_EVIDENCE = datasets
  .filter((dataset) => hasSeveralUnits(dataset) || dataset.series.length === 9 || !dataset.isYearly)
  .slice(0, 4);
export const EVIDENCE = (language: Language): readonly string[] =>
  WITH_EVIDENCE.map((dataset) => evidence(language, dataset));
