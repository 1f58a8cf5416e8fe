import type { Dimension } from '../catalogue/codes.ts';
import type { Dataset, Series } from '../catalogue/dataset.ts';
import { shownCode } from '../catalogue/headline.ts';
import type { Told } from '../catalogue/language.ts';
import { placesOf } from '../catalogue/profiles.ts';
import { shadeNames, shadesOf, type Tile, tilesOf } from '../charts/tiles.ts';
import { scopeOf, subjectOf } from '../charts/title.ts';
import { html, type Markup } from '../html/markup.ts';
import { tileNumber } from '../words/numbers.ts';
import { codesOf, titleOfChart } from './chart-parts.ts';
import { inLanguage, isMultiple, seriesLabels } from './labels.ts';
import type { Place } from './page.ts';
import { valueLink } from './values.ts';

/**
 * The places of a dataset by their values in the last year, which a script moves: as tiles, each roughly in its place and
 * shaded by its value, where the document declares where all of them stand; else in their order. Nothing where a place
 * has several values and none of them stands for all.
 */
export function placeMap(place: Place, dataset: Dataset): Markup | undefined {
  const tiles = tilesOf(place.site.introduction?.tiles ?? []);
  const isMapped = (dimension: Dimension): boolean => {
    const own = placesOf(dimension);
    return own.length > 1 && own.every((code) => tiles.has(code));
  };
  const places = dataset.dimensions.find(isMapped) ?? dataset.dimensions.find(({ isPlaces }) => isPlaces);
  if (places === undefined) return undefined;
  const codes = new Set(placesOf(places));
  const shown = mapSeries(dataset, places).filter((series) => codes.has(series.codes[places.name] ?? ''));
  const [sample] = shown;
  if (sample === undefined) return undefined;
  return isMapped(places)
    ? tileMap(place, { dataset, places, shown, sample }, tiles)
    : rankedPlaces(place, { dataset, places, shown, sample });
}

/** What a map shows: a series for each place, and one of them for what all have in common. */
interface Mapped {
  readonly dataset: Dataset;
  readonly places: Dimension;
  readonly shown: readonly Series[];
  readonly sample: Series;
}

function tileMap(place: Place, mapped: Mapped, tiles: ReadonlyMap<string, Tile>): Markup {
  const { words, language } = place;
  const { dataset, places, shown, sample } = mapped;
  const year = dataset.years.at(-1) ?? 0;
  const values = shown.flatMap(({ byYear }) =>
    [...byYear.values()].flatMap(({ value }) => (value === null ? [] : [Number(value)])),
  );
  const shade = shadesOf(values);
  const write = tileNumber(language, isMultiple(sample.unit, place));
  const drawn = shown.flatMap((series) => {
    const code = series.codes[places.name] ?? '';
    const tile = tiles.get(code);
    const observation = series.byYear.get(year);
    if (tile === undefined || observation === undefined) return [];
    const depth = observation.value === null ? 'none' : String(shade(Number(observation.value)));
    return [
      html`<li class="tile c${tile.column} r${tile.row} q${depth}" data-code="${code}"><span class="name">${inLanguage(breakable(places.label(code, language)), place)}</span><span class="short" aria-hidden="true">${code.split('-').at(-1)}</span>${valueLink(place, observation, write)}</li>`,
    ];
  });
  return figureOf(
    place,
    mapped,
    words.mapNote,
    html`<ul class="tiles">${drawn}</ul>
<ul class="shades">${shadeNames(values, write).map((name, at) => html`<li><i class="q${at}"></i><span>${name}</span></li>`)}</ul>
<details class="ranking"><summary>${words.mapRanking}</summary>${ranking(place, mapped)}</details>`,
  );
}

/** Where no layout says where places stand, or not where all of them do: the places in the order of their values. */
function rankedPlaces(place: Place, mapped: Mapped): Markup {
  return figureOf(place, mapped, undefined, html`<div class="ranking">${ranking(place, mapped)}</div>`);
}

/** The frame of a map: its title, its year, and for a script what it shows. */
function figureOf(place: Place, mapped: Mapped, note: string | undefined, content: Markup): Markup {
  const { words } = place;
  const { dataset, places, shown, sample } = mapped;
  const [first = 0] = dataset.years;
  const year = dataset.years.at(-1) ?? 0;
  const group =
    dataset.dimensions.length > 1 || dataset.measures.length > 1
      ? seriesLabels(dataset, sample, place, new Set([places.name]))
      : [];
  const title = { ...titleOfChart(place, dataset, shown, group), years: [year, year] as const };
  const codes = shown.map((series) => series.codes[places.name] ?? '');
  const slider = html`<label class="slider" hidden><span>${note === undefined ? words.year : words.mapYear}</span> <input type="range" min="${first}" max="${year}" step="1" value="${year}"> <button type="button" class="play">${words.mapPlay}</button></label>`;
  return html`<figure class="chart map" id="map" data-dimension="${dataset.dimensions.indexOf(places)}" data-places="${JSON.stringify(codes)}" data-first="${JSON.stringify(codesOf(dataset, sample))}" data-measure="${dataset.measures.length > 1 ? '' : title.measure}" data-unit="${title.unit}"${isMultiple(sample.unit, place) && html` data-multiples`}>
<figcaption><b>${subjectOf(title)}</b> <span class="unit"><span class="name">${scopeOf(title).slice(0, -String(year).length)}</span><output>${year}</output></span>${note !== undefined && html` <span class="hint">${note}</span>`}</figcaption>
${slider}
${content}
</figure>`;
}

/** The places in the order of their values, the greatest first; a script keeps it to the year and the choice. */
function ranking(place: Place, { dataset, places, shown }: Mapped): Markup {
  const year = dataset.years.at(-1) ?? 0;
  const ranked = shown
    .flatMap((series) => {
      const observation = series.byYear.get(year);
      return observation === undefined || observation.value === null ? [] : [{ series, observation }];
    })
    .sort((a, b) => Number(b.observation.value) - Number(a.observation.value));
  return html`<ol>${ranked.map(({ series, observation }) => html`<li><span>${inLanguage(places.label(series.codes[places.name] ?? '', place.language), place)}</span> ${valueLink(place, observation)}</li>`)}</ol>`;
}

/** A series for each place: of the other dimensions the code that is shown where only one can be. */
function mapSeries(dataset: Dataset, places: Dimension): readonly Series[] {
  const others = dataset.dimensions.filter((each) => each !== places);
  const measure = dataset.table.headline?.measure ?? dataset.measures[0]?.field.name;
  return dataset.series.filter(
    ({ codes, measure: own }) =>
      own.field.name === measure && others.every((each) => codes[each.name] === shownCode(dataset, each)),
  );
}

/** Lets a long word break before its ending, as in Кызылордин-ская: tiles are narrow, and few browsers know where. */
function breakable({ text, language }: Told): Told {
  return { text: text.replace(/\p{L}{7,}(?=\p{L}{4}(?!\p{L}))/gu, '$&\u00ad'), language };
}
