import { type Slots, slotsOf } from '../charts/colours.ts';
import { pressed } from './readout.ts';
import { type ValueRow, type ValuesTable, valueCells } from './table.ts';

/** A small chart, or a pair of bars, with the rows that it draws. */
interface Panel {
  readonly element: HTMLElement;
  readonly name: string;
  readonly rows: readonly ValueRow[];
  readonly slots: readonly number[];
}

/**
 * Tells the values of a year in the line above the small charts and pairs when one is pointed at, touched, or reached by
 * the keys: left and right for the years, up and down for the charts, Enter for the evidence.
 */
export function startSmallReadouts(table: ValuesTable | undefined): void {
  if (table === undefined) return;
  for (const section of document.querySelectorAll<HTMLElement>('section.each, section.by-pair')) {
    const told = section.querySelector<HTMLElement>('.readout');
    const panels = panelsOf(section, table);
    const [first] = panels;
    if (told === null || first === undefined) continue;
    told.hidden = false;
    first.element.tabIndex = 0;
    for (const [at, panel] of panels.entries()) listen(panels, at, panel, told, table.years);
  }
}

function panelsOf(section: HTMLElement, { rows }: ValuesTable): readonly Panel[] {
  const holder = section.querySelector<HTMLElement>('[data-slots]');
  if (holder === null) return [];
  const slots: Slots = JSON.parse(holder.dataset.slots ?? '[]');
  const units = holder.dataset.units?.split(' ');
  const at = Number(holder.dataset.panel);
  return [...holder.querySelectorAll<HTMLElement>('li[data-code], figure[data-rows]')].map((element) => {
    const wanted = element.dataset.rows;
    const own = rows.filter(({ codes, unit }) =>
      wanted === undefined
        ? codes[at] === element.dataset.code && units?.includes(unit) === true
        : (JSON.parse(wanted) as unknown[]).some((each) => JSON.stringify(each) === JSON.stringify(codes)),
    );
    const name = element.querySelector('h4, figcaption')?.textContent ?? '';
    return {
      element,
      name,
      rows: own,
      slots: slotsOf(
        own.map(({ codes }) => codes),
        slots,
      ),
    };
  });
}

function listen(
  panels: readonly Panel[],
  at: number,
  panel: Panel,
  told: HTMLElement,
  years: readonly number[],
): void {
  const { element } = panel;
  const isTold = (): boolean => told.dataset.panel === String(at);
  const show = (year: number): void => {
    if (isTold() && told.dataset.year === String(year)) return;
    tell(panel, told, years, year);
    told.dataset.panel = String(at);
  };
  element.addEventListener('pointermove', ({ clientX, clientY }) => {
    const year = nearestYear(element, years, clientX, clientY);
    if (year !== undefined) show(year);
  });
  element.addEventListener('click', ({ clientX, clientY }) => {
    const year = nearestYear(element, years, clientX, clientY);
    if (year === undefined) return;
    show(year);
    pressed(element, told, clientX, clientY)?.click();
  });
  element.addEventListener('focus', () => {
    const year = isTold() ? Number(told.dataset.year) : years.at(-1);
    if (year !== undefined) show(year);
  });
  element.addEventListener('keydown', (event) => {
    const index = years.indexOf(Number(told.dataset.year));
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const other = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === 'Enter') told.querySelector<HTMLAnchorElement>('a.v')?.click();
    const year = step === undefined ? undefined : years[index + step];
    const next = other === undefined ? undefined : panels[at + other]?.element;
    if (step === undefined && next === undefined) return;
    event.preventDefault();
    if (year !== undefined) show(year);
    if (next === undefined) return;
    element.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
}

/** The year that is pointed at: the first and the last, or all, stand at an axis, across or from above. */
function nearestYear(
  element: HTMLElement,
  years: readonly number[],
  x: number,
  y: number,
): number | undefined {
  const named = [...element.querySelectorAll('svg text')].flatMap((text) => {
    const { left, top, width, height } = text.getBoundingClientRect();
    const isYear =
      width > 0 && /^\d{4}$/.test(text.textContent ?? '') && years.includes(Number(text.textContent));
    return isYear ? [{ year: Number(text.textContent), x: left + width / 2, y: top + height / 2 }] : [];
  });
  const [first, last] = [named[0], named.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (first === last) return first.year;
  const isAcross = Math.abs(last.x - first.x) > Math.abs(last.y - first.y);
  const along = isAcross ? (x - first.x) / (last.x - first.x) : (y - first.y) / (last.y - first.y);
  const said = first.year + along * (last.year - first.year);
  return [...years].sort((a, b) => Math.abs(a - said) - Math.abs(b - said))[0];
}

/** The name of the chart, the year, and each value with its mark and the link to its evidence. */
function tell({ name, rows, slots }: Panel, told: HTMLElement, years: readonly number[], year: number): void {
  const at = years.indexOf(year);
  const entries = rows.map(({ element, labels }, line) => {
    const entry = document.createElement('li');
    entry.className = `s${(slots[line] ?? 0) + 1}`;
    const own = labels.filter((label, index) => rows.some((row) => row.labels[index] !== label));
    const cell = valueCells(element)[at];
    entry.append(own.join(' · '), ' ', ...[...(cell?.childNodes ?? [])].map((node) => node.cloneNode(true)));
    return entry;
  });
  const heading = document.createElement('b');
  heading.textContent = `${name} · ${year}`;
  const list = document.createElement('ul');
  list.className = 'lines';
  list.append(...entries);
  told.replaceChildren(heading, list);
  told.dataset.year = String(year);
}
