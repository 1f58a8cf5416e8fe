import type { Dimension } from '../catalogue/codes.ts';
import type { Dataset, Series } from '../catalogue/dataset.ts';
import { shownCode } from '../catalogue/headline.ts';
import type { Told } from '../catalogue/language.ts';
import { shadeNames, shadesOf, tileOf } from '../charts/tiles.ts';
import { scopeOf, subjectOf } from '../charts/title.ts';
import { html, type Markup } from '../html/markup.ts';
import { tileNumber } from '../words/numbers.ts';
import { codesOf, titleOfChart } from './chart-parts.ts';
import { inLanguage, isMultiple, seriesLabels } from './labels.ts';
import type { Place } from './page.ts';
import { valueLink } from './values.ts';

/**
 * The regions as tiles, each roughly in its place, shaded by its value in the last year; a script moves the year.
 * Nothing where a region has several values and none of them stands for all.
 */
export function tileMap(place: Place, dataset: Dataset, places: Dimension): Markup | undefined {
  const { words, language } = place;
  const year = dataset.years.at(-1) ?? 0;
  const [first = 0] = dataset.years;
  const shown = mapSeries(dataset, places);
  const [sample] = shown;
  if (sample === undefined) return undefined;
  const values = shown.flatMap(({ byYear }) =>
    [...byYear.values()].flatMap(({ value }) => (value === null ? [] : [Number(value)])),
  );
  const shade = shadesOf(values);
  const isOfMultiples = isMultiple(sample.unit, place);
  const write = tileNumber(language, isOfMultiples);
  const tiles = shown.flatMap((series) => {
    const code = series.codes[places.name] ?? '';
    const tile = tileOf(code);
    const observation = series.byYear.get(year);
    if (tile === undefined || observation === undefined) return [];
    const depth = observation.value === null ? 'none' : String(shade(Number(observation.value)));
    return [
      html`<li class="tile c${tile.column} r${tile.row} q${depth}" data-code="${code}"><span class="name">${inLanguage(breakable(places.label(code, language)), place)}</span><span class="short" aria-hidden="true">${code.slice(-3)}</span>${valueLink(place, observation, write)}</li>`,
    ];
  });
  // The places of another country have no tiles.
  if (tiles.length === 0) return undefined;
  const group =
    dataset.dimensions.length > 1 || dataset.measures.length > 1
      ? seriesLabels(dataset, sample, place, new Set([places.name]))
      : [];
  const title = { ...titleOfChart(place, dataset, shown, group), years: [year, year] as const };
  return html`<figure class="chart map" id="map" data-dimension="${dataset.dimensions.indexOf(places)}" data-first="${JSON.stringify(codesOf(dataset, sample))}" data-measure="${dataset.measures.length > 1 ? '' : title.measure}" data-unit="${title.unit}"${isOfMultiples && html` data-multiples`}>
<figcaption><b>${subjectOf(title)}</b> <span class="unit"><span class="name">${scopeOf(title).slice(0, -String(year).length)}</span><output>${year}</output></span> <span class="hint">${words.mapNote}</span></figcaption>
<label class="slider" hidden><span>${words.mapYear}</span> <input type="range" min="${first}" max="${year}" step="1" value="${year}"> <button type="button" class="play">${words.mapPlay}</button></label>
<ul class="tiles">${tiles}</ul>
<ul class="shades">${shadeNames(values, write).map((name, at) => html`<li><i class="q${at}"></i><span>${name}</span></li>`)}</ul>
${ranking(place, places, shown, year)}
</figure>`;
}

/** The places of the map in the order of their values, the greatest first; a script keeps it to the map. */
function ranking(place: Place, places: Dimension, shown: readonly Series[], year: number): Markup {
  const ranked = shown
    .filter(({ codes }) => tileOf(codes[places.name] ?? '') !== undefined)
    .flatMap((series) => {
      const observation = series.byYear.get(year);
      return observation === undefined || observation.value === null ? [] : [{ series, observation }];
    })
    .sort((a, b) => Number(b.observation.value) - Number(a.observation.value));
  return html`<details class="ranking"><summary>${place.words.mapRanking}</summary><ol>${ranked.map(({ series, observation }) => html`<li><span>${inLanguage(places.label(series.codes[places.name] ?? '', place.language), place)}</span> ${valueLink(place, observation)}</li>`)}</ol></details>`;
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
