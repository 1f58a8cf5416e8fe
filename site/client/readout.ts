import type { ChartView } from './chart-tools.ts';
import { valueCells } from './table.ts';

/** The readout of a chart. */
export interface Readout {
  /** Forgets the year that was shown: the chart was drawn anew. */
  readonly reset: () => void;
}

/**
 * Tells the values of a year under the chart when it is pointed at, touched, or reached by the arrow keys; a press on
 * a point opens its evidence, as the values told do. Everything is read from the table of values.
 */
export function followPointer(figure: HTMLElement, view: () => ChartView, isFirst: boolean): Readout {
  const drawing = figure.querySelector<HTMLElement>('.drawing');
  const told = figure.querySelector<HTMLElement>('.readout');
  const guide = figure.querySelector<HTMLElement>('.guide');
  if (drawing === null || told === null || guide === null) return { reset: () => undefined };
  const show = (year: number): void => {
    tell(figure, told, view(), year);
    placeGuide(drawing, guide, year);
  };
  const reset = (): void => {
    told.replaceChildren();
    delete told.dataset.year;
    guide.hidden = true;
  };
  if (isFirst) listen(drawing, told, view, show);
  return { reset };
}

function listen(
  drawing: HTMLElement,
  told: HTMLElement,
  view: () => ChartView,
  show: (year: number) => void,
): void {
  told.hidden = false;
  drawing.tabIndex = 0;
  drawing.addEventListener('pointermove', ({ clientX }) => {
    const year = nearestYear(drawing, clientX);
    if (year !== undefined && String(year) !== told.dataset.year) show(year);
  });
  drawing.addEventListener('click', ({ clientX, clientY }) => {
    const year = nearestYear(drawing, clientX);
    if (year === undefined) return;
    show(year);
    pressed(drawing, told, clientX, clientY)?.click();
  });
  drawing.addEventListener('keydown', (event) => {
    const { years } = view();
    const at = years.indexOf(Number(told.dataset.year));
    const next = {
      ArrowLeft: at < 0 ? years.length - 1 : at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: years.length - 1,
    }[event.key];
    if (event.key === 'Enter') told.querySelector<HTMLAnchorElement>('a.v')?.click();
    const year = next === undefined ? undefined : years[next];
    if (year === undefined) return;
    event.preventDefault();
    show(year);
  });
}

/** Where each year stands on the drawing that is seen, in pixels of the window. */
function yearPlaces(drawing: HTMLElement): readonly { readonly year: number; readonly x: number }[] {
  return [...drawing.querySelectorAll('svg text')].flatMap((text) => {
    const { left, width } = text.getBoundingClientRect();
    return width > 0 &&
      /^\d{4}$/.test(text.textContent ?? '') &&
      text.parentElement?.getAttribute('text-anchor') === null
      ? [{ year: Number(text.textContent), x: left + width / 2 }]
      : [];
  });
}

function nearestYear(drawing: HTMLElement, x: number): number | undefined {
  const sorted = [...yearPlaces(drawing)].sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x));
  return sorted[0]?.year;
}

/** The link of the value whose point was pressed: the nearest within reach of a finger. */
export function pressed(
  drawing: HTMLElement,
  told: HTMLElement,
  x: number,
  y: number,
): HTMLAnchorElement | undefined {
  const reach = 22;
  const near = [...drawing.querySelectorAll('svg path[transform][fill]')]
    .map((dot) => {
      const { left, top, width, height } = dot.getBoundingClientRect();
      const distance = Math.hypot(left + width / 2 - x, top + height / 2 - y);
      return { slot: /--s(\d)/.exec(dot.getAttribute('fill') ?? '')?.[1], distance, width };
    })
    .filter(({ slot, distance, width }) => slot !== undefined && width > 0 && distance <= reach)
    .sort((a, b) => a.distance - b.distance);
  const [nearest] = near;
  if (nearest === undefined) return undefined;
  const line = told.querySelector(`li.s${nearest.slot}`) ?? told.querySelector('li');
  return line?.querySelector<HTMLAnchorElement>('a.v') ?? undefined;
}

function placeGuide(drawing: HTMLElement, guide: HTMLElement, year: number): void {
  const place = yearPlaces(drawing).find((each) => each.year === year);
  guide.hidden = place === undefined;
  if (place !== undefined) guide.style.left = `${place.x - drawing.getBoundingClientRect().left}px`;
}

/** The year, and the value of each line with its name, its mark and the link to its evidence. */
function tell(figure: HTMLElement, told: HTMLElement, { rows, years }: ChartView, year: number): void {
  const names = [...figure.querySelectorAll<HTMLElement>('ul.lines > li')];
  const at = years.indexOf(year);
  const entries = rows.map(({ element }, line) => {
    const cell = valueCells(element)[at];
    const entry = document.createElement('li');
    const name = names[line];
    if (name !== undefined && rows.length > 1) {
      entry.className = name.className;
      entry.append(...[...name.childNodes].map((node) => node.cloneNode(true)), ' ');
    } else entry.className = 's1';
    entry.append(...[...(cell?.childNodes ?? [])].map((node) => node.cloneNode(true)));
    return entry;
  });
  const heading = document.createElement('b');
  heading.textContent = String(year);
  const list = document.createElement('ul');
  list.className = 'lines';
  list.append(...entries);
  told.replaceChildren(heading, list);
  told.dataset.year = String(year);
}
