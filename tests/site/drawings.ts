import type { Language } from '../../site/catalogue/language.ts';

/** A number as the site writes it, and by how much it may be rounded. */
export interface Written {
  readonly value: number;
  readonly precision: number;
}

/** Reads a number as people of the language write it: `8,114.2`, `35,9 млн`, `147k`; undefined for another text. */
export function readNumber(text: string, language: Language): Written | undefined {
  const plain = text.replace(/\u00a0/g, ' ').trim();
  const match = /^([−-]?)([\d ,.]*\d) ?(M|k|млн|мың|тыс\.)?$/.exec(plain);
  if (match === null) return undefined;
  const [, sign, digits = '', suffix] = match;
  const bare = language === 'en' ? digits.replace(/,/g, '') : digits.replace(/ /g, '').replace(',', '.');
  const times = suffix === undefined ? 1 : /^(M|млн)$/.test(suffix) ? 1e6 : 1e3;
  const decimals = bare.split('.')[1]?.length ?? 0;
  return {
    value: (sign === '' ? 1 : -1) * Number(bare) * times,
    precision: (times / 10 ** decimals / 2) * (suffix === undefined && decimals > 0 ? 1.0001 : 1),
  };
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A place in a picture, and the text that stands there. */
export interface Said extends Place {
  readonly text: string;
}

/** Where an element was moved to. */
export function placeOf(element: Element): Place {
  const [, x = 'NaN', y = 'NaN'] =
    /translate\(([-\d.]+),([-\d.]+)\)/.exec(element.getAttribute('transform') ?? '') ?? [];
  return { x: Number(x), y: Number(y) };
}

/** The texts of a drawing that stand to one side of their place: `end` those of the left axis. */
export function textsOf(svg: Element, anchor: 'start' | 'middle' | 'end'): readonly Said[] {
  return [...svg.querySelectorAll('text')]
    .filter((each) => (each.parentElement?.getAttribute('text-anchor') ?? 'middle') === anchor)
    .map((each) => ({ ...placeOf(each), text: each.textContent ?? '' }));
}

/** The slot of a colour: `var(--s3)` is 3. */
export function slotOf(colour: string | null | undefined): number {
  return Number(/^var\(--s(\d)\)$/.exec(colour ?? '')?.[1] ?? 'NaN');
}

/** The points of a drawing by their colour. */
export function dotsOf(svg: Element): ReadonlyMap<number, readonly Place[]> {
  const dots = new Map<number, Place[]>();
  for (const path of svg.querySelectorAll('path[transform][fill]')) {
    const slot = slotOf(path.getAttribute('fill'));
    if (!Number.isNaN(slot)) dots.set(slot, [...(dots.get(slot) ?? []), placeOf(path)]);
  }
  return dots;
}

/** The corners of the lines of a drawing by their colour. */
export function cornersOf(svg: Element): ReadonlyMap<number, readonly Place[]> {
  const found = new Map<number, readonly Place[]>();
  for (const path of svg.querySelectorAll('path')) {
    const own = path.getAttribute('stroke') ?? path.parentElement?.getAttribute('stroke');
    const slot = slotOf(own);
    if (Number.isNaN(slot) || path.hasAttribute('transform')) continue;
    const numbers = [...(path.getAttribute('d') ?? '').matchAll(/([-\d.]+),([-\d.]+)/g)];
    found.set(
      slot,
      numbers.map(([, x, y]) => ({ x: Number(x), y: Number(y) })),
    );
  }
  return found;
}

/** A straight scale through two places of an axis. */
export function scaleThrough(
  [a, at]: readonly [number, number],
  [b, bt]: readonly [number, number],
): (place: number) => number {
  return (place) => at + ((place - a) * (bt - at)) / (b - a);
}
