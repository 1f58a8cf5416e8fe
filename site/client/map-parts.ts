import { shadeNames } from '../charts/tiles.ts';
import type { ValueRow } from './table.ts';

/** Time that each year of a map is shown while it plays, in milliseconds. */
const A_YEAR = 900;

/** Writes the bounds of the shades into the legend of the map. */
export function nameShades(
  figure: HTMLElement,
  values: readonly number[],
  write: (printed: string) => string,
): void {
  const names = shadeNames(values, write);
  for (const [at, name] of [...figure.querySelectorAll('.shades span')].entries())
    name.textContent = names[at] ?? '';
}

/** Puts the places of a map in the order of their values of a year, the greatest first. */
export function rankPlaces(
  figure: HTMLElement,
  codes: readonly string[],
  rows: ReadonlyMap<string, ValueRow>,
  year: number,
  places: number,
): void {
  const ranked = codes
    .flatMap((code) => rows.get(code) ?? [])
    .filter(({ printed }) => (printed[year] ?? null) !== null)
    .sort((a, b) => Number(b.printed[year]) - Number(a.printed[year]));
  figure.querySelector('.ranking ol')?.replaceChildren(
    ...ranked.map(({ element, labels }) => {
      const entry = document.createElement('li');
      const name = document.createElement('span');
      name.textContent = labels[places] ?? '';
      const link = [...element.querySelectorAll('td.n')][year]?.querySelector('a.v');
      entry.append(name, ' ', ...(link === null || link === undefined ? [] : [link.cloneNode(true)]));
      return entry;
    }),
  );
}

/** Lets the years of a map run from the first to the last; a second press, or the slider, stops them and `tells` where. */
export function startPlaying(
  figure: HTMLElement,
  slider: HTMLInputElement,
  draw: () => void,
  tell: () => void,
): void {
  const button = figure.querySelector<HTMLButtonElement>('button.play');
  if (button === null) return;
  let timer: number | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
    button.setAttribute('aria-pressed', 'false');
  };
  stop();
  slider.addEventListener('pointerdown', stop);
  button.addEventListener('click', () => {
    if (timer !== undefined) {
      stop();
      tell();
      return;
    }
    slider.value = slider.min;
    draw();
    button.setAttribute('aria-pressed', 'true');
    timer = window.setInterval(() => {
      slider.value = String(Number(slider.value) + 1);
      draw();
      if (slider.value !== slider.max) return;
      stop();
      tell();
    }, A_YEAR);
  });
}
