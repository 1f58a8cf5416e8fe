import { isSlight } from '../catalogue/catalogue.ts';
import type { Dataset, Series } from '../catalogue/dataset.ts';
import { memberSlots, type Slots, slotsOf } from '../charts/colours.ts';
import { type LineLabel, splitLabels } from '../charts/line-labels.ts';
import type { Line } from '../charts/number-line.ts';
import { type ChartTitle, titleText } from '../charts/title.ts';
import { shortNumber, writtenValue } from '../words/numbers.ts';
import { isMultiple, measureName, seriesLabels, unitName } from './labels.ts';
import type { Place } from './page.ts';

/** The codes of a series in the order of the dimensions, then its column where the dataset has several. */
export function codesOf({ dimensions, measures }: Dataset, { codes, measure }: Series): readonly string[] {
  const own = dimensions.map(({ name }) => codes[name] ?? '');
  return measures.length > 1 ? [...own, measure.field.name] : own;
}

/** The colour and shape of every member of a dataset, the same on all its charts. */
export function slotsOfDataset({ dimensions, measures }: Dataset): Slots {
  const ofDimensions = dimensions.map(({ codes, total }) => ({
    codes: codes.map(({ code }) => code),
    total,
  }));
  const ofMeasures = { codes: measures.map(({ field }) => field.name), total: undefined };
  return memberSlots(measures.length > 1 ? [...ofDimensions, ofMeasures] : ofDimensions);
}

/** The lines of a chart, each by what tells it from the others, and what all of them share. */
export function linesOf(
  place: Place,
  dataset: Dataset,
  shown: readonly Series[],
): { readonly shared: readonly string[]; readonly lines: readonly Line[] } {
  const { shared, own } = splitLabels(shown.map((each) => lineLabels(dataset, each, place)));
  const slots = slotsOf(
    shown.map((each) => codesOf(dataset, each)),
    slotsOfDataset(dataset),
  );
  const { errataOfCell } = place.site.catalogue;
  const lines = shown.map((each, at) =>
    lineOf(
      each,
      own[at] ?? '',
      slots[at] ?? 0,
      (cellId) => errataOfCell.has(cellId),
      (cellId) => isSlight(place.site.catalogue, cellId),
    ),
  );
  return { shared, lines };
}

/** The points of a series as a chart takes them. */
export function lineOf(
  series: Series,
  label: string,
  slot: number,
  isContradicted: (cellId: string) => boolean = () => false,
  isOfLittle: (cellId: string) => boolean = () => false,
): Line {
  const points = [...series.byYear.values()]
    .map(({ year, value, cellId }) => ({
      year,
      value: value === null ? null : Number(value),
      printed: value,
      isContradicted: isContradicted(cellId),
      isSlight: isOfLittle(cellId),
    }))
    .sort((a, b) => a.year - b.year);
  return { label, slot, points };
}

/** The title of a chart of these series: what they share is of whom it tells. */
export function titleOfChart(
  place: Place,
  dataset: Dataset,
  shown: readonly Series[],
  group: readonly string[],
): ChartTitle {
  const { years } = dataset;
  return {
    measure: measureName(dataset, shown, place),
    group,
    unit: unitName(shown[0]?.unit ?? '', place),
    years: [years[0] ?? 0, years.at(-1) ?? 0],
  };
}

/** A chart of series in lines, before it is drawn at a size. */
export interface LinesOfChart {
  readonly title: ChartTitle;
  readonly lines: readonly Line[];
  /** The title with the names of the lines, for those who do not see the drawing. */
  readonly label: string;
  /** How numbers are written at the axis, and beside the points. */
  readonly format: ReturnType<typeof shortNumber>;
  readonly write: ReturnType<typeof writtenValue>;
}

/** What a chart of these series says and draws. */
export function linesOfChart(place: Place, dataset: Dataset, shown: readonly Series[]): LinesOfChart {
  const { shared, lines } = linesOf(place, dataset, shown);
  const title = titleOfChart(place, dataset, shown, shared);
  const names = lines.map(({ label }) => label);
  const isOfMultiples = isMultiple(shown[0]?.unit ?? '', place);
  return {
    title,
    lines,
    label: titleText(title, names),
    format: shortNumber(place.language, isOfMultiples),
    write: writtenValue(place.language, isOfMultiples),
  };
}

/** The labels of a series with the totals among them; its column is said by the title where all have the same. */
function lineLabels(dataset: Dataset, series: Series, place: Place): readonly LineLabel[] {
  const totals = new Set(
    dataset.dimensions.flatMap(({ name, total, label }) =>
      total !== undefined && series.codes[name] === total ? [label(total, place.language).text] : [],
    ),
  );
  return seriesLabels(dataset, series, place).map((text) => ({ text, isTotal: totals.has(text) }));
}
