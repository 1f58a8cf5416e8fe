import { MOST_ROOMY, shadesOf } from '../charts/tiles.ts';
import type { ValueRow, ValuesTable } from './table.ts';

/** The map of tiles, which follows the filter. */
export interface TileMap {
  readonly follow: (table: ValuesTable, filter: readonly (string | undefined)[]) => void;
}

/** Lets the reader move the year of the map; undefined on a page without one. */
export function startMap(): TileMap | undefined {
  const figure = document.querySelector<HTMLElement>('#map');
  const slider = figure?.querySelector('input');
  const output = figure?.querySelector('output');
  if (!figure || !slider || !output) return undefined;
  const places = Number(figure.dataset.dimension ?? '0');
  const tiles = [...figure.querySelectorAll<HTMLElement>('.tile')];
  const firstShown = new Map(
    tiles.map((tile) => [tile.dataset.code ?? '', tile.querySelector('a')?.getAttribute('href')]),
  );
  let state: { readonly table: ValuesTable; readonly filter: readonly (string | undefined)[] } | undefined;
  const draw = (): void => {
    if (state === undefined) return;
    const { table, filter } = state;
    const year = table.years.indexOf(Number(slider.value));
    if (year < 0) return;
    output.textContent = slider.value;
    const rows = rowsOfMap(table, places, filter, firstShown);
    const shade = shadesOf(
      [...rows.values()].flatMap(({ values }) => values.filter((value) => value !== null)),
    );
    for (const tile of tiles) {
      const row = rows.get(tile.dataset.code ?? '');
      if (row !== undefined) fillTile(tile, row, year, shade);
      tile.classList.toggle('chosen', filter[places] === tile.dataset.code);
    }
  };
  slider.addEventListener('input', draw);
  const label = figure.querySelector<HTMLElement>('.slider');
  if (label !== null) label.hidden = false;
  return {
    follow: (table, filter) => {
      state = { table, filter };
      draw();
    },
  };
}

/** The row of each place: with the other codes that are chosen, or those of the map as the page came. */
function rowsOfMap(
  { rows }: ValuesTable,
  places: number,
  filter: readonly (string | undefined)[],
  firstShown: ReadonlyMap<string, string | null | undefined>,
): ReadonlyMap<string, ValueRow> {
  const original = rows.find(({ element, codes }) => {
    const href = firstShown.get(codes[places] ?? '');
    return (
      href !== undefined && href !== null && element.querySelector(`a[href="${CSS.escape(href)}"]`) !== null
    );
  });
  const wanted = (codes: readonly string[]): boolean =>
    codes.every((code, at) => at === places || code === (filter[at] ?? original?.codes[at]));
  return new Map(rows.filter(({ codes }) => wanted(codes)).map((row) => [row.codes[places] ?? '', row]));
}

function fillTile(
  tile: HTMLElement,
  { element, values }: ValueRow,
  year: number,
  shade: (value: number) => number,
): void {
  const value = values[year];
  const link = [...element.querySelectorAll('td.n')][year]?.querySelector('a.v');
  const own = tile.querySelector('a.v');
  if (link !== null && link !== undefined && own !== null) own.replaceWith(link.cloneNode(true));
  tile.classList.toggle('long', String(value ?? '').length > MOST_ROOMY);
  const depth = value === null || value === undefined ? 'none' : String(shade(value));
  tile.className = tile.className.replace(/\bq\w+/, `q${depth}`);
}
