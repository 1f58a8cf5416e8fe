/** Where a place stands on the map of tiles, in columns and rows from 1. */
export interface Tile {
  readonly column: number;
  readonly row: number;
}

/**
 * Where each place of a layout stands: a text is a row of the map, its words are codes, `.` is left empty.
 *
 *     tilesOf(['.  N', 'W  .'])   // N: { column: 2, row: 1 }, W: { column: 1, row: 2 }
 */
export function tilesOf(layout: readonly string[]): ReadonlyMap<string, Tile> {
  return new Map(
    layout.flatMap((line, row) =>
      codesIn(line).flatMap((code, column): [string, Tile][] =>
        code === NO_PLACE ? [] : [[code, { column: column + 1, row: row + 1 }]],
      ),
    ),
  );
}

/** The codes of a layout in its order; one that stands twice is there twice. */
export function codesOfLayout(layout: readonly string[]): readonly string[] {
  return layout.flatMap(codesIn).filter((code) => code !== NO_PLACE);
}

const NO_PLACE = '.';

function codesIn(line: string): readonly string[] {
  return line.trim().split(/\s+/);
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
