/**
 * What the address says of a page beside its filter, whose names are those of columns. These have a hyphen, which no
 * column can have: none is taken for a dimension, nor a dimension for one of these.
 */
export const CHART_VIEW = 'chart-view';
export const CHART_BASE = 'chart-base';
export const MAP_YEAR = 'map-year';
export const MAP_VIEW = 'map-view';
export const SMALL_SCALE = 'small-scale';

const PARTS = [MAP_YEAR, MAP_VIEW, SMALL_SCALE] as const;
type Part = (typeof PARTS)[number];

/** What the address says of a part; undefined where it is as the page came. */
export function partOf(part: Part): string | undefined {
  return new URLSearchParams(location.search).get(part) ?? undefined;
}

/** Lets the address say a part, as a step of the history; undefined leaves it out. */
export function tellPart(part: Part, value: string | undefined): void {
  const query = new URLSearchParams(location.search);
  if (value === undefined) query.delete(part);
  else query.set(part, value);
  const search = query.size === 0 ? '' : `?${query}`;
  if (search !== location.search)
    history.pushState(null, '', `${location.pathname}${search}${location.hash}`);
}

/** All parts that the address says, for who writes the rest of it anew. */
export function partsTold(): readonly (readonly [string, string])[] {
  return PARTS.flatMap((part): (readonly [string, string])[] => {
    const value = partOf(part);
    return value === undefined ? [] : [[part, value]];
  });
}
