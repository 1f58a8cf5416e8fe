import { grouped } from '../../pipeline/page/grouped.ts';
import { type Dataset, valueCount } from '../catalogue/dataset.ts';
import type { Told } from '../catalogue/language.ts';
import { html, type Markup } from '../html/markup.ts';
import { formatDecimal } from '../words/numbers.ts';
import { counted, type Noun, nounFor } from '../words/plurals.ts';
import { homeCard } from './cards.ts';
import { erratumText, headingOf } from './errata.ts';
import { annexName, descriptionOf, inLanguage, saysMore, titleOf, titleStem } from './labels.ts';
import { hasText, type Page, type Place, pathOf, SECTION_PATHS } from './page.ts';
import { searchBox } from './search-box.ts';
import { spark } from './spark.ts';
import { structuredHome } from './structured.ts';

/** How many contradictions are told at once: a row of a wide page. */
const GRAVEST = 3;

/** What this is, the search, and the datasets by annex. */
export function homePage(place: Place): Page {
  const { words, site } = place;
  const { catalogue } = site;
  const groups = grouped(catalogue.datasets, (dataset) => annexName(dataset, place));
  const facts: readonly (readonly [number, Noun, string])[] = [
    [catalogue.placeCount, 'places', 'downloads.html'],
    [catalogue.checks.length, 'checks', SECTION_PATHS.errata],
    [catalogue.errata.length, 'errata', SECTION_PATHS.errata],
    ...(hasText(catalogue)
      ? [[catalogue.rows('paragraph').length, 'paragraphs', SECTION_PATHS.report] as const]
      : []),
  ];
  const body = html`<div class="hero">
<h1>${words.siteName}</h1>
<p class="subtitle">${words.siteSubtitle}</p>
<p class="lead">${words.homeLead} <b>${words.homeHow}</b></p>
${searchBox(place)}
<ul class="totals">${facts.map(([amount, name, path]) => html`<li><a href="${place.to(path)}"><b>${formatDecimal(String(amount), place.language)}</b> ${nounFor(amount, name, place.language)}</a></li>`)}</ul>
</div>
${gravest(place)}
${[...groups].map(([annex, datasets]) => html`<section class="annex" id="${placeName(datasets[0])}"><h2>${annex}</h2><ul class="datasets">${datasets.map((dataset) => card(place, dataset))}</ul></section>`)}`;
  return {
    place,
    title: words.siteName,
    description: words.siteSubtitle,
    body,
    section: 'home',
    card: homeCard(place),
    hasSearch: true,
    structured: structuredHome(place, catalogue.datasets),
  };
}

/** The first contradictions that cannot be explained away, in a sentence each: nothing where there are none. */
function gravest(place: Place): Markup | undefined {
  const proven = place.site.catalogue.errata.filter(({ row }) => row.certainty === 'proven');
  if (proven.length === 0) return undefined;
  return html`<section class="gravest"><h2>${place.words.homeErrata}</h2><ul>${proven.slice(0, GRAVEST).map((each) => html`<li><h3><a href="${place.to(SECTION_PATHS.errata, each.id)}">${headingOf(place, each)}</a></h3><p>${erratumText(place, each.row)}</p></li>`)}</ul></section>`;
}

/** Names a group of datasets by where they were read: `annex-5`, `text`, `text-annex-5`. */
function placeName(dataset: Dataset | undefined): string {
  const annexes = (dataset?.annexes ?? []).flatMap(({ section }) => section ?? []);
  return [...(dataset?.annex === undefined ? ['text'] : []), ...annexes].join('-');
}

function card(place: Place, dataset: Dataset): Markup {
  const { table, years } = dataset;
  const span = years.length === 0 || !dataset.isYearly ? '' : `${years[0]}–${years.at(-1)}`;
  const description = descriptionOf(table, place);
  const count = counted(valueCount(dataset), 'values', place.language);
  const meta = [span, count].filter((part) => part !== '').join(' · ');
  return html`<li class="card"><h3><a href="${place.to(pathOf.dataset(table.name))}">${inLanguage(titleStem(table, place), place)}</a></h3>
${
  saysMore(description, titleOf(table, place)) &&
  html`<p class="line">${inLanguage(oneLine(description), place)}</p>
`
}<p class="meta">${meta}</p>${spark(place, dataset)}</li>`;
}

/** A description's first sentence without the place in the report that it begins with: "Annex 5: ". */
function oneLine({ text, language }: Told): Told {
  const [first = ''] = text.replace(/^[^:.]{0,40}: /, '').split(/[.;] /);
  return { text: `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.$/, '')}`, language };
}
