import type { Dimension } from '../catalogue/codes.ts';
import type { Dataset } from '../catalogue/dataset.ts';
import { indicatorsOf } from '../catalogue/profiles.ts';
import { html, type Markup } from '../html/markup.ts';
import { formatBytes } from '../words/numbers.ts';
import { datasetCard } from './cards.ts';
import { citation } from './cite.ts';
import { datasetCharts } from './dataset-charts.ts';
import { rowCount, valuesTable } from './dataset-table.ts';
import { downloadTable } from './downloads.ts';
import { errataLinks, erratumArticle } from './errata.ts';
import { indicatorList } from './indicator.ts';
import { annexName, cautionOf, descriptionOf, inLanguage, saysMore, titleOf, unitName } from './labels.ts';
import { moreFromAnnex } from './more.ts';
import { type Page, type Place, pathOf } from './page.ts';
import { placeList } from './place.ts';
import { recipeList } from './recipes.ts';
import { spreadsheetNote } from './spreadsheet-note.ts';
import { structuredDataset } from './structured.ts';
import { legend } from './values.ts';

/** The page of a dataset: charts, the table, and everything that one needs to use it. */
export function datasetPage(place: Place, dataset: Dataset): Page {
  const { words, site } = place;
  const { table } = dataset;
  const errata = site.catalogue.errata.filter(({ row }) => row.dataset === table.name);
  const elsewhere = site.catalogue.errata.filter(
    (each) => !errata.includes(each) && each.cells.some((cell) => isOf(place, dataset, cell)),
  );
  const title = titleOf(table, place);
  const description = descriptionOf(table, place);
  const charts = datasetCharts(place, dataset);
  const body = html`<div class="page-head">
<p class="crumbs"><a href="${place.to('index.html')}">${words.home}</a> / ${annexName(dataset, place)}</p>
<h1>${inLanguage(title, place)}</h1>
${saysMore(description, title) && html`<p class="lead">${inLanguage(description, place)}</p>`}
<p class="hint">${words.asPrinted}</p>
${cautionNote(place, dataset)}</div>
${dataset.isYearly && filterForm(place, dataset)}
${charts.length > 0 && html`<section class="charts"><h2 class="visually-hidden" id="charts">${words.chart}</h2>${charts}</section>`}
<section><h2 id="table">${words.table}</h2>
<p class="hint">${words.tableHint}</p>
<div class="table-tools"><p class="row-count" role="status">${rowCount(place, dataset)}</p>
<p class="actions" hidden><button type="button" id="copy-table" data-copied="${words.copied}">${words.copy}</button> <button type="button" id="save-table">${words.downloadSelection}</button> <a href="#spreadsheets">${words.spreadsheetTitle}</a></p></div>
<div class="table-frame" tabindex="0" role="region" aria-label="${words.table}">${valuesTable(place, dataset)}</div>
${legend(place, dataset)}</section>
${errata.length > 0 && html`<section><h2 id="errata">${words.errataHere}</h2>${errata.map((each) => erratumArticle(place, each, 3))}</section>`}
${elsewhere.length > 0 && html`<section><h2 id="elsewhere">${words.errataElsewhere}</h2>${errataLinks(place, elsewhere)}</section>`}
<section><h2 id="columns">${words.columnsTitle}</h2>${columnList(place, dataset)}</section>
<section><h2 id="downloads">${words.downloadTitle}</h2>${downloadTable(place, table.downloads, words.downloadTitle)}
${spreadsheetNote(place, [table])}
<p><a href="${place.to('downloads.html')}">${words.downloadAll}</a></p></section>
<section><h2 id="recipes">${words.recipes}</h2>${recipeList(place, dataset)}</section>
<section><h2 id="cite">${words.cite}</h2>${citation(place, title, table.name)}</section>
${pagesOfParts(place, dataset)}${moreFromAnnex(place, dataset)}`;
  const structured = structuredDataset(place, dataset);
  const card = datasetCard(place, dataset);
  return { place, title: title.text, description: description.text, body, section: 'home', card, structured };
}

/** What is not to be done with the table, where its schema says so. */
function cautionNote(place: Place, { table }: Dataset): Markup | false {
  const caution = cautionOf(table, place);
  return (
    caution.text !== '' &&
    html`<p class="caution"><strong>${place.words.caution}</strong> ${inLanguage(caution, place)}</p>\n`
  );
}

/** Whether a cell is one of a dataset. */
function isOf({ site }: Place, { table }: Dataset, cell: string): boolean {
  return site.catalogue.cells.get(cell)?.dataset === table.name;
}

/** Where the places or the indicators of a dataset have pages of their own. */
function pagesOfParts(place: Place, dataset: Dataset): Markup | false {
  const { words } = place;
  const indicators = indicatorsOf(dataset);
  if (indicators !== undefined)
    return html`<section><h2>${words.indicators}</h2>${indicatorList(place, dataset, indicators)}</section>\n`;
  const hasPlaces = dataset.isYearly && dataset.dimensions.some(({ isPlaces }) => isPlaces);
  return hasPlaces && html`<section><h2>${words.places}</h2>${placeList(place)}</section>\n`;
}

/** A choice for each dimension and the years; shown when a script can follow it. */
function filterForm(place: Place, { dimensions, years }: Dataset): Markup | undefined {
  const { words, language } = place;
  if (dimensions.length === 0) return undefined;
  const choices = dimensions.map(({ name, title, codes, label, total }, at) => {
    const options = codes.map(
      ({ code }) => html`<option value="${code}">${label(code, language).text || words.allTogether}</option>`,
    );
    return html`<label><span>${title(language)}</span> <select name="${name}" data-dimension="${at}" data-total="${total ?? ''}"><option value="">${words.all}</option>${options}</select></label>${codes.length > 2 && compareList(place, name, codes, label)}`;
  });
  return html`<form class="filter" id="filter" hidden aria-label="${words.filter}">${choices}${viewChoice(place, years)}<button type="reset">${words.reset}</button></form>`;
}

/** How the chart shows its values: as printed, as an index to a year, or on a scale of equal ratios where it helps. */
function viewChoice({ words }: Place, years: readonly number[]): Markup | undefined {
  if (years.length < 2) return undefined;
  return html`<label><span>${words.view}</span> <select data-view><option value="">${words.viewPrinted}</option><option value="index">${words.viewIndex}</option><option value="log">${words.logScale}</option></select></label><label hidden><span>${words.viewBase}</span> <select data-base>${years.map((year) => html`<option>${year}</option>`)}</select></label>`;
}

/** Further codes of a dimension beside the one that is selected, for charts that compare. */
function compareList(
  { words, language }: Place,
  name: string,
  codes: Dimension['codes'],
  label: Dimension['label'],
): Markup {
  return html`<details class="compare"><summary>${words.compare} <span class="count"></span></summary><ul>${codes.map(({ code }) => html`<li><label><input type="checkbox" name="${name}" value="${code}"> ${label(code, language).text || words.allTogether}</label></li>`)}</ul></details>`;
}

function columnList(place: Place, { table }: Dataset): Markup {
  const { words } = place;
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="${words.columnsTitle}"><table class="columns"><thead><tr><th scope="col">${words.column}</th><th scope="col">${words.meaning}</th><th scope="col">${words.unit}</th></tr></thead><tbody>${table.fields.map(
    (field) =>
      html`<tr><th scope="row"><code>${field.name}</code> ${inLanguage(titleOf(field, place), place)}</th><td>${inLanguage(descriptionOf(field, place), place)}</td><td>${unitName(field.unit ?? '', place)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** Sizes of the files of a dataset in one line, for the list of datasets. */
export function downloadLine({ language, toRoot }: Place, { table }: Dataset): Markup {
  return html`${table.downloads.map(
    ({ path, format, bytes }) =>
      html`<a href="${toRoot(pathOf.download(path))}" download>${format.toUpperCase()} <small>${formatBytes(bytes, language)}</small></a> `,
  )}`;
}
