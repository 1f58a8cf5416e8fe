/** Where a place stands on the map of tiles, in columns and rows from 1. */
export interface Tile {
  readonly column: number;
  readonly row: number;
}

/** The regions of Kazakhstan as they stood in 2010-2015, by ISO 3166-2, each roughly in its place; north is up. */
const TILES: Readonly<Record<string, Tile>> = {
  'KZ-KUS': { column: 3, row: 1 },
  'KZ-SEV': { column: 4, row: 1 },
  'KZ-PAV': { column: 5, row: 1 },
  'KZ-ZAP': { column: 1, row: 2 },
  'KZ-AKT': { column: 2, row: 2 },
  'KZ-AKM': { column: 4, row: 2 },
  'KZ-AST': { column: 5, row: 2 },
  'KZ-VOS': { column: 6, row: 2 },
  'KZ-ATY': { column: 1, row: 3 },
  'KZ-KZY': { column: 3, row: 3 },
  'KZ-KAR': { column: 4, row: 3 },
  'KZ-ALM': { column: 6, row: 3 },
  'KZ-MAN': { column: 1, row: 4 },
  'KZ-YUZ': { column: 4, row: 4 },
  'KZ-ZHA': { column: 5, row: 4 },
  'KZ-ALA': { column: 6, row: 4 },
};

/** The tile of a place, or nothing for one that has no place on a map, such as the whole country. */
export function tileOf(code: string): Tile | undefined {
  return TILES[code];
}

/** How many shades a map has. */
export const SHADES = 5;

/**
 * Gives each value its shade, 0 to 4, by the fifths of all values of all years: so that a shade means the same in
 * each year of the slider.
 */
export function shadesOf(values: readonly number[]): (value: number) => number {
  const bounds = boundsOf(values);
  return (value) => bounds.filter((bound) => value >= bound).length;
}

/** The lowest value of each shade but the first: values that the data have. */
export function boundsOf(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return Array.from(
    { length: SHADES - 1 },
    (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / SHADES)] ?? 0,
  );
}

/** What a map's legend says of its shades: below the first bound, and from each on. */
export function shadeNames(values: readonly number[], write: (printed: string) => string): readonly string[] {
  const bounds = boundsOf(values).map((bound) => write(String(bound)));
  return [`< ${bounds[0] ?? ''}`, ...bounds.map((bound) => `≥ ${bound}`)];
}
