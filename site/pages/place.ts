import type { Series } from '../catalogue/dataset.ts';
import { told } from '../catalogue/language.ts';
import {
  endsOf,
  errataOfPlace,
  type PlacePart,
  type PlaceProfile,
  placeProfiles,
  type Rank,
  rankOf,
} from '../catalogue/profiles.ts';
import { saysUnit } from '../charts/title.ts';
import { html, type Markup } from '../html/markup.ts';
import { fill } from '../words/words.ts';
import { placeCard } from './cards.ts';
import { citation } from './cite.ts';
import { errataLinks, erratumArticle } from './errata.ts';
import { annexName, inLanguage, seriesLabels, titleOf, unitName } from './labels.ts';
import { type Page, type Place, pathOf } from './page.ts';
import { trend } from './trend.ts';
import { valueLink } from './values.ts';

/** All that the datasets say of one place: each series with its last value, rank, course and evidence. */
export function placePage(place: Place, profile: PlaceProfile): Page {
  const { words, site, language } = place;
  const { code, parts } = profile;
  const name = told(code.row ?? {}, 'name', language);
  const isWhole = parts.every(({ dimension }) => dimension.total === code.code);
  const { own, others } = errataOfPlace(profile, site.catalogue.errata);
  const lead = isWhole ? words.wholeLead : words.placeLead;
  const body = html`<div class="page-head"><p class="crumbs"><a href="${place.to('index.html')}">${words.home}</a> / ${words.places}</p>
<h1>${inLanguage(name, place)}</h1><p class="lead">${lead}</p></div>
${parts.map((part) => partSection(place, part, isWhole))}
${own.length > 0 && html`<section><h2>${words.ownErrata} <span class="count">${own.length}</span></h2>${own.map((each) => erratumArticle(place, each, 3))}</section>`}
${others.length > 0 && html`<section><h2>${words.sharedErrata} <span class="count">${others.length}</span></h2>${errataLinks(place, others)}</section>`}
<section><h2>${words.otherPlaces}</h2>${placeList(place, code.code)}</section>
<section><h2 id="cite">${words.cite}</h2>${citation(place, name, code.code)}</section>`;
  return {
    place,
    title: name.text,
    description: lead,
    body,
    section: 'home',
    card: placeCard(place, profile),
  };
}

/** Links to the pages of all places, without one. */
export function placeList(place: Place, without = ''): Markup | undefined {
  const profiles = placeProfiles(place.site.catalogue.datasets).filter(({ code }) => code.code !== without);
  if (profiles.length === 0) return undefined;
  return html`<ul class="place-list">${profiles.map(({ code }) => html`<li><a href="${place.to(pathOf.place(code.code))}">${inLanguage(told(code.row ?? {}, 'name', place.language), place)}</a></li>`)}</ul>`;
}

function partSection(place: Place, part: PlacePart, isWhole: boolean): Markup {
  const { words } = place;
  const { dataset, series } = part;
  const title = titleOf(dataset.table, place);
  const heads = [words.lastValue, ...(isWhole ? [] : [words.rank, ...wholeName(place, part)]), words.trend];
  return html`<section><h2><a href="${place.to(pathOf.dataset(dataset.table.name))}">${inLanguage(title, place)}</a></h2><p class="hint">${annexName(dataset, place)}</p>
<div class="table-frame" tabindex="0" role="region" aria-label="${title.text}"><table class="profile"><thead><tr><th scope="col">${words.seriesColumn}</th>${heads.map((head, at) => html`<th scope="col"${at < heads.length - 1 && html` class="n"`}>${head}</th>`)}</tr></thead><tbody>${series.map((each) => seriesRow(place, part, each, heads))}</tbody></table></div></section>
`;
}

/** A row; on a narrow page, where no heads stand over the cells, each cell has its own beside it. */
function seriesRow(
  place: Place,
  part: PlacePart,
  series: Series,
  heads: readonly string[],
): Markup | undefined {
  const { dataset, dimension } = part;
  const { last } = endsOf(series);
  if (last === undefined) return undefined;
  const label =
    dataset.dimensions.length > 1 || dataset.measures.length > 1
      ? seriesLabels(dataset, series, place, new Set([dimension.name])).join(' · ')
      : titleOf(series.measure.field, place).text;
  const filter = new URLSearchParams(dataset.dimensions.map(({ name }) => [name, series.codes[name] ?? '']));
  const rank = rankOf(part, series, last.year);
  const unit = unitName(series.unit, place);
  const whole = dataset.series.find(({ key }) => key === wholeKey(part, series))?.byYear.get(last.year);
  const cells = [
    html`${valueLink(place, last)} <small>${last.year}</small>`,
    rank === undefined ? '' : rankText(place, rank),
    whole === undefined ? '' : valueLink(place, whole),
  ].slice(0, heads.length - 1);
  return html`<tr><th scope="row"><a href="${place.to(pathOf.dataset(dataset.table.name))}?${filter.toString()}">${label}</a> ${!saysUnit(label, unit) && html`<span class="unit">${unit}</span>`}</th>${cells.map((cell, at) => html`<td class="n" data-head="${heads[at]}">${cell}</td>`)}<td>${trend(place, series)}</td></tr>
`;
}

/** A rank, and of equal values the places that they share: `3–16 of 16` is no third place. */
function rankText({ words }: Place, { position, last, of }: Rank): string {
  const text = position === last ? words.rankOf : words.rankShared;
  return fill(text, { n: position, last, all: of });
}

/** What the whole is called that the places make. */
function wholeName({ language }: Place, { dimension }: PlacePart): readonly string[] {
  return dimension.total === undefined ? [] : [dimension.label(dimension.total, language).text];
}

/** The key of the same series of the whole. */
function wholeKey({ dataset, dimension }: PlacePart, { codes, measure }: Series): string {
  const own = dataset.dimensions.map(({ name }) =>
    name === dimension.name ? (dimension.total ?? '') : (codes[name] ?? ''),
  );
  return [...own, measure.field.name].join('.');
}
