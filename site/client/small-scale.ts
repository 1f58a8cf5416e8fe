import { type Slots, slotsOf } from '../charts/colours.ts';
import { closeScaleOf, type Line, type Scale, scaleOf } from '../charts/number-line.ts';
import { smallChart } from '../charts/small.ts';
import { writtenValue } from '../words/numbers.ts';
import { pointsOf } from './row-points.ts';
import { pageLanguage, type ValuesTable } from './table.ts';

/** Draws the small charts of a section again, all on one scale or each on its own. */
export function redrawSmall(section: HTMLElement, table: ValuesTable, isShared: boolean): void {
  const list = section.querySelector<HTMLElement>('ul.multiples');
  if (list === null) return;
  const slots: Slots = JSON.parse(list.dataset.slots ?? '[]');
  const units = new Set((list.dataset.units ?? '').split(' '));
  const at = Number(list.dataset.panel);
  const panels = [...list.querySelectorAll<HTMLElement>('li[data-code]')].map((item) => ({
    item,
    lines: linesOf(table, slots, units, (codes) => codes[at] === item.dataset.code),
  }));
  const common = scaleOf(panels.flatMap(({ lines }) => lines));
  const own = (lines: readonly Line[]): Scale =>
    'places' in list.dataset ? scaleOf(lines) : closeScaleOf(lines);
  const write = writtenValue(pageLanguage(), 'multiple' in list.dataset);
  for (const { item, lines } of panels) {
    const drawn = item.querySelector('svg');
    if (drawn === null || lines.length === 0) continue;
    const label = drawn.getAttribute('aria-label') ?? '';
    drawn.replaceWith(smallChart(lines, { document, label, write, scale: isShared ? common : own(lines) }));
  }
}

function linesOf(
  { rows, years }: ValuesTable,
  slots: Slots,
  units: ReadonlySet<string>,
  isOfPanel: (codes: readonly string[]) => boolean,
): readonly Line[] {
  const shown = rows.filter(({ codes, unit }) => isOfPanel(codes) && units.has(unit));
  const colours = slotsOf(
    shown.map(({ codes }) => codes),
    slots,
  );
  return shown.map((row, line) => ({
    label: row.codes.join('\n'),
    slot: colours[line] ?? 0,
    points: pointsOf(row, years),
  }));
}
