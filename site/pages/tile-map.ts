import type { Dimension } from '../catalogue/codes.ts';
import type { Dataset, Series } from '../catalogue/dataset.ts';
import type { Told } from '../catalogue/language.ts';
import { MOST_ROOMY, SHADES, shadesOf, tileOf } from '../charts/tiles.ts';
import { html, type Markup } from '../html/markup.ts';
import { inLanguage } from './labels.ts';
import type { Place } from './page.ts';
import { valueLink } from './values.ts';

/** The regions as tiles, each roughly in its place, shaded by its value in the last year; a script moves the year. */
export function tileMap(place: Place, dataset: Dataset, places: Dimension): Markup {
  const { words, language } = place;
  const year = dataset.years.at(-1) ?? 0;
  const [first = 0] = dataset.years;
  const shown = mapSeries(dataset, places);
  const values = shown.flatMap(({ byYear }) =>
    [...byYear.values()].flatMap(({ value }) => (value === null ? [] : [Number(value)])),
  );
  const shade = shadesOf(values);
  const tiles = shown.flatMap((series) => {
    const code = series.codes[places.name] ?? '';
    const tile = tileOf(code);
    const observation = series.byYear.get(year);
    if (tile === undefined || observation === undefined) return [];
    const isLong = (observation.value ?? '').length > MOST_ROOMY;
    const depth = observation.value === null ? 'none' : String(shade(Number(observation.value)));
    return [
      html`<li class="tile c${tile.column} r${tile.row} q${depth}${isLong && ' long'}" data-code="${code}"><span class="name">${inLanguage(breakable(places.label(code, language)), place)}</span><span class="short" aria-hidden="true">${code.slice(-3)}</span>${valueLink(place, dataset.table.name, observation)}</li>`,
    ];
  });
  return html`<figure class="chart map" id="map" data-dimension="${dataset.dimensions.indexOf(places)}">
<figcaption><b>${words.map}, <output>${year}</output></b> <span class="hint">${words.mapNote}</span></figcaption>
<label class="slider" hidden><span>${words.mapYear}</span> <input type="range" min="${first}" max="${year}" step="1" value="${year}"></label>
<ul class="tiles">${tiles}</ul>
<p class="shades"><span>${words.mapFewer}</span>${Array.from({ length: SHADES }, (_, at) => html`<i class="q${at}"></i>`)}<span>${words.mapMore}</span></p>
</figure>`;
}

/** A series for each place: of the other dimensions the total, or where there is none their first code. */
function mapSeries({ series, dimensions }: Dataset, places: Dimension): readonly Series[] {
  const others = dimensions.filter((each) => each !== places);
  return series.filter(({ codes }) =>
    others.every(({ name, total, codes: [first] }) => codes[name] === (total ?? first?.code)),
  );
}

/** Lets a long word break before its ending, as in Кызылордин-ская: tiles are narrow, and few browsers know where. */
function breakable({ text, language }: Told): Told {
  return { text: text.replace(/\p{L}{7,}(?=\p{L}{4}(?!\p{L}))/gu, '$&\u00ad'), language };
}
