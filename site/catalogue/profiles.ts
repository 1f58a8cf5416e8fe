import type { Erratum } from './catalogue.ts';
import { ALL, type Code, type Dimension } from './codes.ts';
import type { Dataset, Observation, Series } from './dataset.ts';

/** What the datasets say of one place, dataset by dataset. */
export interface PlaceProfile {
  readonly code: Code;
  readonly parts: readonly PlacePart[];
}

/** The series of one dataset that are of the place. */
export interface PlacePart {
  readonly dataset: Dataset;
  readonly dimension: Dimension;
  readonly series: readonly Series[];
}

/** A series among those of its peers: the places that are no whole. */
export interface Rank {
  /** 1 for the greatest value; places of one value share it. */
  readonly position: number;
  /** The last place of those that share its value. */
  readonly last: number;
  readonly of: number;
}

/** Every place that a dataset with places has values of and that ISO 3166-2 names, in the order of the code list. */
export function placeProfiles(datasets: readonly Dataset[]): readonly PlaceProfile[] {
  const places = new Map<string, { readonly code: Code; readonly parts: PlacePart[] }>();
  for (const dataset of datasets.filter(({ isYearly }) => isYearly)) {
    const dimension = dataset.dimensions.find(({ isPlaces }) => isPlaces);
    if (dimension === undefined) continue;
    for (const code of dimension.codes.filter(isNamed)) {
      const series = dataset.series.filter(({ codes }) => codes[dimension.name] === code.code);
      const known = places.get(code.code) ?? { code, parts: [] };
      known.parts.push({ dataset, dimension, series });
      places.set(code.code, known);
    }
  }
  return [...places.values()];
}

/** The places of a dimension that are no whole: those that ISO 3166-2 names where its list tells them. */
export function placesOf({ codes, total, isPlaces }: Dimension): readonly string[] {
  return codes.flatMap((code) => (code.code === total || (isPlaces && !isNamed(code)) ? [] : [code.code]));
}

function isNamed({ row }: Code): boolean {
  return (row?.iso_3166_2 ?? '') !== '';
}

/** The last value of a series that is there, and the first. */
export function endsOf({ byYear }: Series): { readonly first?: Observation; readonly last?: Observation } {
  const known = [...byYear.values()].filter(({ value }) => value !== null).sort((a, b) => a.year - b.year);
  const [first, last] = [known[0], known.at(-1)];
  return first === undefined || last === undefined ? {} : { first, last };
}

/** Where a place stands in a year among the others, the greatest value first; none for a whole. */
export function rankOf({ dataset, dimension }: PlacePart, series: Series, year: number): Rank | undefined {
  const own = series.codes[dimension.name];
  const peers = new Set(
    dimension.codes.filter((code) => isNamed(code) && code.code !== dimension.total).map(({ code }) => code),
  );
  if (own === undefined || !peers.has(own)) return undefined;
  const values = dataset.series
    .filter((other) => peers.has(other.codes[dimension.name] ?? '') && isBeside(dimension, series, other))
    .flatMap(({ byYear }) => byYear.get(year)?.value ?? [])
    .map(Number);
  const value = Number(series.byYear.get(year)?.value);
  const greater = values.filter((other) => other > value).length;
  const equal = values.filter((other) => other === value).length;
  return { position: 1 + greater, last: greater + equal, of: values.length };
}

/** True for series that differ in their place alone. */
function isBeside(dimension: Dimension, a: Series, b: Series): boolean {
  const names = Object.keys(a.codes).filter((name) => name !== dimension.name);
  return (
    a.measure.field.name === b.measure.field.name && names.every((name) => a.codes[name] === b.codes[name])
  );
}

/** The contradictions in a place's own numbers, and those that its numbers only take part in. */
export function errataOfPlace(
  { parts }: PlaceProfile,
  errata: readonly Erratum[],
): { readonly own: readonly Erratum[]; readonly others: readonly Erratum[] } {
  const cells = new Set(
    parts.flatMap(({ series }) =>
      series.flatMap(({ byYear }) => [...byYear.values()].map(({ cellId }) => cellId)),
    ),
  );
  return errataOfCells(cells, errata);
}

/** The contradictions in some cells themselves, and those that the cells only take part in. */
export function errataOfCells(
  cells: ReadonlySet<string>,
  errata: readonly Erratum[],
): { readonly own: readonly Erratum[]; readonly others: readonly Erratum[] } {
  const touching = errata.filter((erratum) => erratum.cells.some((cell) => cells.has(cell)));
  const isOwn = ({ row, cells: concerned }: Erratum): boolean =>
    cells.has(row.printed_cell ?? '') || concerned.every((cell) => cells.has(cell));
  return { own: touching.filter(isOwn), others: touching.filter((each) => !isOwn(each)) };
}

/** A dimension whose codes are things measured, each worth a page: the only one of its dataset, neither places nor sexes. */
export function indicatorsOf(dataset: Dataset): Dimension | undefined {
  const [dimension, ...others] = dataset.dimensions;
  if (!dataset.isYearly || dimension === undefined || others.length > 0) return undefined;
  return dimension.isPlaces || dimension.isSexes ? undefined : dimension;
}

/** The series of one indicator, a column each. */
export function seriesOfIndicator(dataset: Dataset, { name }: Dimension, code: string): readonly Series[] {
  return dataset.series.filter(({ codes }) => codes[name] === code);
}

/** True for the code of all together, which needs no page beside that of its dataset. */
export function isWhole({ total }: Dimension, code: string): boolean {
  return code === ALL || code === total;
}
