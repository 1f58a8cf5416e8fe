import { isPlaced } from './boxes.ts';
import { isReckoned } from './colour.ts';
import { inEm } from './css-lengths.ts';
import type { Declarations } from './css-rules.ts';
import { SETTINGS } from './settings.ts';
import { movedUp } from './standing.ts';

/** What styles do to letters that changes which of them are seen, and that is not reckoned here. */
const REDRAWN: readonly (readonly [property: string, how: RegExp, what: string])[] = [
  ['clip-path', /^(?!none|initial|unset|[a-z]+-box$)/, 'text that a clip cuts'],
  ['mask', /^(?!none|initial|unset)/, 'text that a mask cuts'],
  ['mask-image', /^(?!none|initial|unset)/, 'text that a mask cuts'],
  ['-webkit-text-security', /^(?!none|initial|unset)/, 'text whose letters are replaced'],
  [
    'filter',
    /\b(?:blur|invert)\((?!0)|\burl\(|\b(?:contrast|brightness)\(0?(?:\.[0-2]|[%)])/,
    'text that a filter changes',
  ],
  ['mix-blend-mode', /^(?!normal|multiply|initial|unset)/, 'text that is blended with what lies under it'],
  ['offset-path', /^(?!none|initial|unset)/, 'text that a style puts elsewhere'],
  ['font-size-adjust', /^(?!none|initial|inherit|unset)/, 'text whose size a style reckons'],
  ['text-underline-offset', /^-/, 'text that a line goes through'],
  ['text-combine-upright', /^(?!none|initial|inherit|unset)/, 'text that is set into the room of one letter'],
  ['all', /^(?!inherit)/, 'text whose styles are set back'],
  ['transform', /\bmatrix(?:3d)?\(|\bperspective\(/, 'text that a style distorts'],
];
const COLOURS = ['color', '-webkit-text-fill-color', 'background-color'];
const SIDES = ['left', 'right', 'top', 'bottom'];
const SPACINGS = ['letter-spacing', 'word-spacing'];
const NOT_ANIMATED = /^(?:none|initial|unset|0s)\b/;

/**
 * What a style makes of letters that nobody can tell from the markup: `filter: blur(4px)`, letters drawn over each other
 * by `letter-spacing: -1em`. Undefined where they are seen as they are written.
 */
export function redrawnBy(style: Declarations, size: number): string | undefined {
  const found = REDRAWN.find(([property, how]) => {
    const said = style.get(property);
    return said !== undefined && how.test(said);
  });
  if (found !== undefined) return found[2];
  if (COLOURS.some((name) => isReckoned(style.get(name) ?? '')))
    return 'text whose colour, or that of its ground, a style reckons';
  const isDrawnOver = SPACINGS.some(
    (name) => -(inEm(style.get(name), size) ?? 0) / size >= SETTINGS.leastShift.value,
  );
  if (isDrawnOver) return 'text whose letters are drawn over each other';
  if (Math.abs(movedUp(style, size)) >= SETTINGS.leastStep.value)
    return 'text that a style puts into another line';
  if (isPlaced(style) && SIDES.some((side) => isFar(style.get(side) ?? '', size)))
    return 'text that a style puts elsewhere';
  return isAnimated(style) && /^0?(?:\.0*)?%?$/.test(style.get('opacity') ?? '1')
    ? 'text that only an animation shows'
    : undefined;
}

/** Whether a place is further off than what stands in a cell can be, or counted in a box that is not known here. */
function isFar(place: string, size: number): boolean {
  const length = Math.abs(inEm(place, size) ?? 0);
  return length / size > SETTINGS.furthest.value || /^-?\d{3,}(?:\.\d+)?(?:%|[sld]?v[wh])$/.test(place);
}

/** Whether a style shows something that it hides at first. */
export function isAnimated(style: Declarations): boolean {
  return ['animation', 'animation-name'].some((name) => !NOT_ANIMATED.test(style.get(name) ?? 'none'));
}
