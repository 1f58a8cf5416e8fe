import type { Box } from '../../../page/place.ts';
import { clippedByBox } from './clip.ts';
import { type FontMetrics, type Matrix, PLAIN_FONT, product } from './ink.ts';
import { matrixOf } from './operands.ts';

/** A colour as pdf.js gives it, `#rrggbb`; undefined for a pattern, whose colours are not known. */
export type Colour = string | undefined;

export const WHITE = '#ffffff';
const BLACK = '#000000';

/** What the operators before it have set for what is drawn next. */
export interface GraphicsState {
  ctm: Matrix;
  clip: Box;
  /** Whether all of `clip` can be seen: it may be only the rectangle around another shape. */
  isClipExact: boolean;
  fill: Colour;
  stroke: Colour;
  fillAlpha: number;
  strokeAlpha: number;
  /** By how much all that is drawn in the groups around it is seen. */
  groupAlpha: number;
  /** Whether it mixes with what lies under it, is cut by a mask, or is part of a group that is: it covers nothing. */
  isBlended: boolean;
  isMasked: boolean;
  isGroupMixed: boolean;
  /** What is drawn shapes a mask, and is not seen itself. */
  isMask: boolean;
  lineWidth: number;
  /** How text is drawn: 0 filled, 1 stroked, 2 both, 3 not at all; 4 more where it also clips. */
  renderMode: number;
  object: number;
  font: FontMetrics;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  rise: number;
  leading: number;
}

/** The state in which a page begins: black ink on all of the page. */
export function initialState(viewport: Matrix, page: Box): GraphicsState {
  return {
    ctm: viewport,
    clip: page,
    isClipExact: true,
    fill: BLACK,
    stroke: BLACK,
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    isBlended: false,
    isMasked: false,
    isGroupMixed: false,
    isMask: false,
    lineWidth: 1,
    renderMode: 0,
    object: 0,
    font: PLAIN_FONT,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    rise: 0,
    leading: 0,
  };
}

export function colourOf(value: unknown): Colour {
  return typeof value === 'string' && /^#[\da-f]{6}$/i.test(value) ? value.toLowerCase() : undefined;
}

/** Applies the entries of a graphics state that a file names: widths, alpha, blending, masks, a font. */
export function setGraphics(
  state: GraphicsState,
  entries: unknown,
  fontOf: (name: string) => FontMetrics,
): void {
  if (!Array.isArray(entries)) return;
  for (const entry of entries) {
    const [key, value]: readonly unknown[] = Array.isArray(entry) ? entry : [];
    if (key === 'ca' && typeof value === 'number') state.fillAlpha = value;
    else if (key === 'CA' && typeof value === 'number') state.strokeAlpha = value;
    else if (key === 'LW' && typeof value === 'number') state.lineWidth = value;
    else if (key === 'BM') state.isBlended = value !== 'source-over';
    else if (key === 'SMask') state.isMasked = value === true;
    else if (key === 'Font' && Array.isArray(value)) {
      state.font = fontOf(String(value[0]));
      state.size = typeof value[1] === 'number' ? value[1] : state.size;
    }
  }
}

/** Begins a group: what is drawn in it is put on the page as a whole, as the state before it says. */
export function beginGroup(state: GraphicsState, options: unknown): void {
  state.groupAlpha *= state.fillAlpha;
  state.isGroupMixed ||= state.isBlended || state.isMasked;
  state.isBlended = false;
  state.isMasked = false;
  state.fillAlpha = 1;
  state.strokeAlpha = 1;
  if (typeof options !== 'object' || options === null) return;
  if (Reflect.get(options, 'smask')) state.isMask = true;
  const within = product(state.ctm, matrixOf(Reflect.get(options, 'matrix')));
  state.clip = clippedByBox(state.clip, Reflect.get(options, 'bbox'), within);
}

/** How far two colours are apart in the channel in which they differ most, of 255. */
export function contrastOf(one: string, other: string): number {
  let most = 0;
  for (const at of [1, 3, 5]) {
    most = Math.max(most, Math.abs(channel(one, at) - channel(other, at)));
  }
  return most;
}

/** What is seen of a colour that is laid over another. */
export function mixed(over: string, under: string, alpha: number): string {
  const parts = [1, 3, 5].map((at) =>
    Math.round(alpha * channel(over, at) + (1 - alpha) * channel(under, at)),
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function channel(colour: string, at: number): number {
  return Number.parseInt(colour.slice(at, at + 2), 16);
}
