import { type Slots, slotsOf } from '../charts/colours.ts';
import type { Line } from '../charts/number-line.ts';
import { pairChart } from '../charts/pair.ts';
import { type ChartTitle, titleText } from '../charts/title.ts';
import { indexed, type View } from '../charts/view.ts';
import { writtenValue } from '../words/numbers.ts';
import { pointsOf } from './row-points.ts';
import { pageLanguage, type ValueRow, type ValuesTable } from './table.ts';

/** A pair of bars as the page came: what it goes back to when values are shown as printed. */
const asTheyCame = new WeakMap<Element, readonly Node[]>();

/**
 * Draws the pairs of bars as an index where the view is one, and else as they came. A pair of which a side has no value
 * above nought in the year of the index stays as it came: its title says in what its numbers are.
 */
export function redrawPairs(table: ValuesTable, { kind, base }: View, says: string): void {
  const holder = document.querySelector<HTMLElement>('.pairs[data-slots]');
  const slots: Slots = JSON.parse(holder?.dataset.slots ?? '[]');
  for (const figure of holder?.querySelectorAll<HTMLElement>('figure.pair') ?? []) {
    const before = asTheyCame.get(figure) ?? [...figure.childNodes];
    asTheyCame.set(figure, before);
    const [left, right] = kind === 'index' ? indexed(linesOf(figure, table, slots), base) : [];
    if (left === undefined || right === undefined) {
      figure.replaceChildren(...before);
      continue;
    }
    const title: ChartTitle = { ...JSON.parse(figure.dataset.title ?? '{}'), unit: says };
    const caption = document.createElement('figcaption');
    caption.textContent = titleText(title);
    const label = titleText(title, [left.label, right.label]);
    const write = writtenValue(pageLanguage(), false);
    figure.replaceChildren(caption, pairChart([left, right], { document, label, write }));
  }
}

/** The two sides of a pair, in their order. */
function linesOf(figure: HTMLElement, { rows, years }: ValuesTable, slots: Slots): readonly Line[] {
  const wanted: readonly (readonly string[])[] = JSON.parse(figure.dataset.rows ?? '[]');
  const own = wanted.flatMap((codes) => rows.find((row) => isOf(row, codes)) ?? []);
  const colours = slotsOf(
    own.map(({ codes }) => codes),
    slots,
  );
  return own.map((row, at) => ({
    label: row.labels.filter((label, part) => own.some((each) => each.labels[part] !== label)).join(' · '),
    slot: colours[at] ?? 0,
    points: pointsOf(row, years),
  }));
}

function isOf({ codes }: ValueRow, wanted: readonly string[]): boolean {
  return codes.length === wanted.length && codes.every((code, at) => code === wanted[at]);
}
