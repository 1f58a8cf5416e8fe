import type { Dimension } from '../catalogue/codes.ts';
import type { Dataset, Series } from '../catalogue/dataset.ts';
import { errataOfCells, isWhole, seriesOfIndicator } from '../catalogue/profiles.ts';
import { type ChartTitle, scopeOf, subjectOf, titleText } from '../charts/title.ts';
import { html, type Markup } from '../html/markup.ts';
import { indicatorCard } from './cards.ts';
import { titleOfChart } from './chart-parts.ts';
import { citation } from './cite.ts';
import { errataLinks, erratumArticle } from './errata.ts';
import { annexName, descriptionOf, inLanguage, titleOf } from './labels.ts';
import { moreFromAnnex } from './more.ts';
import { type Page, type Place, pathOf } from './page.ts';
import { trendChart } from './trend.ts';
import { legend, valueLink } from './values.ts';

/** One indicator: its course with every value at its point, the values with their evidence, its contradictions. */
export function indicatorPage(place: Place, dataset: Dataset, dimension: Dimension, code: string): Page {
  const { words, site } = place;
  const name = dimension.label(code, place.language);
  const series = seriesOfIndicator(dataset, dimension, code);
  const cells = new Set(series.flatMap(({ byYear }) => [...byYear.values()].map(({ cellId }) => cellId)));
  const { own, others } = errataOfCells(cells, site.catalogue.errata);
  const table = pathOf.dataset(dataset.table.name);
  const filter = new URLSearchParams({ [dimension.name]: code });
  const body = html`<div class="page-head"><p class="crumbs"><a href="${place.to('index.html')}">${words.home}</a> / ${annexName(dataset, place)} / <a href="${place.to(table)}?${filter.toString()}">${titleOf(dataset.table, place).text}</a></p>
<h1>${inLanguage(name, place)}</h1><p class="lead">${inLanguage(descriptionOf(dataset.table, place), place)}</p><p class="hint">${words.asPrinted}</p></div>
${series.map((each) => seriesSection(place, dataset, each, name.text))}
${legend(place, onlyOf(dataset, dimension, code))}
${own.length > 0 && html`<section><h2>${words.errata} <span class="count">${own.length}</span></h2>${own.map((each) => erratumArticle(place, each, 3))}</section>`}
${others.length > 0 && html`<section><h2>${words.sharedErrata} <span class="count">${others.length}</span></h2>${errataLinks(place, others)}</section>`}
<section><h2>${words.indicators}</h2>${indicatorList(place, dataset, dimension, code)}</section>
${moreFromAnnex(place, dataset)}
<section><h2 id="cite">${words.cite}</h2>${citation(place, name, code)}</section>`;
  const card = indicatorCard(place, dataset, dimension, code);
  const [first] = series;
  const title = first === undefined ? name.text : titleText(seriesTitle(place, dataset, first, name.text));
  return { place, title: name.text, description: title, body, section: 'home', card };
}

/** A dataset with what it has of one indicator alone. */
function onlyOf(dataset: Dataset, dimension: Dimension, code: string): Dataset {
  const rows = dataset.table.rows.filter((row) => row[dimension.name] === code);
  const codes = dimension.codes.filter((each) => each.code === code);
  const series = seriesOfIndicator(dataset, dimension, code);
  return { ...dataset, table: { ...dataset.table, rows }, series, dimensions: [{ ...dimension, codes }] };
}

/** What a series measures, by the name of its indicator and its column where there are several. */
function seriesTitle(place: Place, dataset: Dataset, series: Series, name: string): ChartTitle {
  const title = titleOfChart(place, dataset, [series], []);
  const column = dataset.measures.length > 1 ? [titleOf(series.measure.field, place).text] : [];
  return { ...title, measure: name, group: column };
}

function seriesSection(place: Place, dataset: Dataset, series: Series, name: string): Markup {
  const { words } = place;
  const title = seriesTitle(place, dataset, series, name);
  const years = [...series.byYear.values()].sort((a, b) => a.year - b.year);
  return html`<section><figure class="chart single"><figcaption><b>${subjectOf(title)}</b> <span class="unit">${scopeOf(title)}</span></figcaption>${trendChart(place, series, titleText(title))}</figure>
<div class="table-frame" tabindex="0" role="region" aria-label="${words.valuesByYear}"><table class="by-year"><thead><tr>${years.map(({ year }) => html`<th scope="col" class="n">${year}</th>`)}</tr></thead><tbody><tr>${years.map((each) => html`<td class="n">${valueLink(place, each)}${each.notes.length > 0 && html`<sup class="marks">${each.notes.join(' ')}</sup>`}</td>`)}</tr></tbody></table></div></section>
`;
}

/** Links to the pages of the indicators of a dataset, without one. */
export function indicatorList(place: Place, dataset: Dataset, dimension: Dimension, without = ''): Markup {
  const codes = dimension.codes.filter(({ code }) => code !== without && !isWhole(dimension, code));
  return html`<ul class="place-list">${codes.map(({ code }) => html`<li><a href="${place.to(pathOf.indicator(dataset.table.name, code))}">${inLanguage(dimension.label(code, place.language), place)}</a></li>`)}</ul>`;
}
