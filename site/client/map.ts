import { shadesOf } from '../charts/tiles.ts';
import { saysUnit } from '../charts/title.ts';
import { MOST_ROOMY, tileNumber } from '../words/numbers.ts';
import { MAP_VIEW, MAP_YEAR, partOf, tellPart } from './address.ts';
import { nameShades, rankPlaces, startPlaying } from './map-parts.ts';
import type { Selection } from './selection.ts';
import { pageLanguage, type ValueRow, type ValuesTable } from './table.ts';

/** The map of places, or their order where there is none, which follows the filter. */
export interface TileMap {
  readonly follow: (table: ValuesTable, chosen: Selection) => void;
}

/** Lets the reader move the year of the map; undefined on a page without one. */
export function startMap(): TileMap | undefined {
  const figure = document.querySelector<HTMLElement>('#map');
  const slider = figure?.querySelector('input');
  const output = figure?.querySelector('output');
  if (!figure || !slider || !output) return undefined;
  const places = Number(figure.dataset.dimension ?? '0');
  const first: unknown = JSON.parse(figure.dataset.first ?? '[]');
  const shown = Array.isArray(first) ? first.map(String) : [];
  const codes: readonly string[] = JSON.parse(figure.dataset.places ?? '[]');
  const tiles = [...figure.querySelectorAll<HTMLElement>('.tile')];
  const write = tileNumber(pageLanguage(), 'multiples' in figure.dataset);
  let state: { readonly table: ValuesTable; readonly chosen: Selection } | undefined;
  const draw = (): void => {
    if (state === undefined) return;
    const { table, chosen } = state;
    const year = table.years.indexOf(Number(slider.value));
    if (year < 0) return;
    const rows = rowsOfMap(table, places, chosen, shown);
    const values = [...rows.values()].flatMap(({ printed }) =>
      printed.flatMap((text) => (text === null ? [] : [Number(text)])),
    );
    const shade = shadesOf(values);
    nameShades(figure, values, write);
    rankPlaces(figure, codes, rows, year, places);
    for (const tile of tiles) {
      const row = rows.get(tile.dataset.code ?? '');
      if (row !== undefined) fillTile(tile, row, year, { shade, write });
      tile.classList.toggle('chosen', chosen[places]?.includes(tile.dataset.code ?? '') === true);
    }
    const [sample] = rows.values();
    if (sample !== undefined) tellWhat(figure, sample, places);
    output.textContent = slider.value;
  };
  const ranking = figure.querySelector<HTMLDetailsElement>('details.ranking');
  const follow = (): void => {
    const asked = Number(partOf(MAP_YEAR) ?? slider.max);
    slider.value = asked >= Number(slider.min) && asked <= Number(slider.max) ? String(asked) : slider.max;
    if (ranking !== null) ranking.open = partOf(MAP_VIEW) === 'ranking';
    draw();
  };
  const tell = (): void => tellPart(MAP_YEAR, slider.value === slider.max ? undefined : slider.value);
  slider.addEventListener('input', draw);
  slider.addEventListener('change', tell);
  // It is opened behind this press.
  ranking?.querySelector('summary')?.addEventListener('click', () => {
    tellPart(MAP_VIEW, ranking.open ? undefined : 'ranking');
  });
  addEventListener('popstate', follow);
  follow();
  startPlaying(figure, slider, draw, tell);
  const label = figure.querySelector<HTMLElement>('.slider');
  if (label !== null) label.hidden = slider.min === slider.max;
  return {
    follow: (table, chosen) => {
      state = { table, chosen };
      draw();
    },
  };
}

/** The row of each place: with the other codes that are chosen, or those of the map as the page came. */
function rowsOfMap(
  { rows }: ValuesTable,
  places: number,
  chosen: Selection,
  first: readonly string[],
): ReadonlyMap<string, ValueRow> {
  const wanted = (codes: readonly string[]): boolean =>
    first.every((code, at) => at === places || codes[at] === (chosen[at]?.[0] ?? code));
  return new Map(
    rows.flatMap((row): [string, ValueRow][] => (wanted(row.codes) ? [[row.codes[places] ?? '', row]] : [])),
  );
}

/** The title follows the choice: of whom the map tells, and in which unit. */
function tellWhat(figure: HTMLElement, { labels, element }: ValueRow, places: number): void {
  const subject = figure.querySelector('figcaption b');
  const scope = figure.querySelector('figcaption .unit .name');
  if (subject === null) return;
  const group = labels.filter((label, at) => at !== places && label !== '');
  subject.textContent = [figure.dataset.measure ?? '', ...group].join(' · ');
  const unit = element.querySelector('td.unit')?.textContent ?? figure.dataset.unit ?? '';
  if (scope !== null)
    scope.textContent = unit === '' || saysUnit(subject.textContent, unit) ? '' : `${unit}, `;
}

/** How a tile shows its value. */
interface TileStyle {
  readonly shade: (value: number) => number;
  readonly write: (printed: string) => string;
}

function fillTile(
  tile: HTMLElement,
  { element, printed }: ValueRow,
  year: number,
  { shade, write }: TileStyle,
): void {
  const text = printed[year] ?? null;
  const link = [...element.querySelectorAll('td.n')][year]?.querySelector('a.v');
  const own = tile.querySelector('a.v');
  if (link !== null && link !== undefined && own !== null) own.replaceWith(inTile(link, text, write));
  const depth = text === null ? 'none' : String(shade(Number(text)));
  tile.className = tile.className.replace(/\bq\w+/, `q${depth}`);
}

/** A copy of a value's link with its number as it fits a tile; the whole number is its title. */
function inTile(link: Element, printed: string | null, write: TileStyle['write']): Node {
  const copy = link.cloneNode(true);
  if (!(copy instanceof HTMLElement) || printed === null) return copy;
  const short = write(printed);
  const [number] = copy.childNodes;
  const whole = number?.textContent ?? '';
  if (number !== undefined && short !== whole) {
    number.textContent = short;
    copy.title = whole;
  }
  copy.classList.toggle('long', short.length > MOST_ROOMY);
  return copy;
}
