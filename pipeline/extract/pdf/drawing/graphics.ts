import type { Box } from '../../../page/place.ts';
import { OPS } from '../pdfjs.ts';
import { type Cut, clippedByBox } from './clip.ts';
import { type FontMetrics, type Matrix, PLAIN_FONT, product } from './ink.ts';
import { matrixOf, numberAt } from './operands.ts';
import { drawsShapes } from './patterns.ts';

/** A stretch of a list of glyphs. */
export interface GlyphRange {
  readonly from: number;
  readonly to: number;
}

/** A colour as pdf.js gives it, `#rrggbb`; undefined for a pattern, whose colours are not known. */
export type Colour = string | undefined;

export const WHITE = '#ffffff';
const BLACK = '#000000';

/** What is left of a colour and of what lies under it, of 255 each, by how the one is mixed into the other. */
const MIXTURES = {
  multiply: (top: number, ground: number) => (top * ground) / 255,
  screen: (top: number, ground: number) => 255 - ((255 - top) * (255 - ground)) / 255,
  darken: Math.min,
  lighten: Math.max,
  difference: (top: number, ground: number) => Math.abs(top - ground),
  exclusion: (top: number, ground: number) => top + ground - (2 * top * ground) / 255,
  'hard-light': (top: number, ground: number) => lit(top, ground),
  overlay: (top: number, ground: number) => lit(ground, top),
  'soft-light': (top: number, ground: number) =>
    ground +
    ((2 * top - 255) * (top < 128 ? ground - ground ** 2 / 255 : Math.sqrt(255 * ground) - ground)) / 255,
} as const;

/** How a colour mixes with what lies under it: not at all, channel by channel, in other ways, or in some that programs differ in. */
export type Blend = 'none' | keyof typeof MIXTURES | 'other';

function lit(light: number, other: number): number {
  return light < 128 ? (2 * light * other) / 255 : 255 - (2 * (255 - light) * (255 - other)) / 255;
}

/** What the operators before it have set for what is drawn next. */
export interface GraphicsState {
  ctm: Matrix;
  clip: Box;
  /** Whether `clip` and `cuts` say all of what cuts it: a shape of very many points is known by the rectangle around it. */
  isClipKnown: boolean;
  fill: Colour;
  stroke: Colour;
  /** Whether it is filled with a pattern that draws letters, or shapes which may be some. */
  hasShapes: boolean;
  fillAlpha: number;
  strokeAlpha: number;
  /** By how much all that is drawn in the groups around it is seen. */
  groupAlpha: number;
  /** Shapes that cut it as well, of which `clip` is only the rectangle around them. */
  cuts: readonly Cut[];
  /** The strings whose letters cut what is drawn after them, by their places in the list of glyphs. */
  textClip: readonly GlyphRange[];
  /** How it mixes with what lies under it; mixed, cut by a mask, or part of a group that is, it covers nothing. */
  blend: Blend;
  isMasked: boolean;
  groupBlend: Blend;
  isGroupMasked: boolean;
  /** What is drawn is an annotation over the page. */
  isAnnotation: boolean;
  /** What is drawn shapes a mask, and is not seen itself. */
  isMask: boolean;
  lineWidth: number;
  /** Whether lines reach half their width beyond their ends: of no length, they are dots then. */
  hasCaps: boolean;
  /** Whether lines are broken into dashes. */
  isDashed: boolean;
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
    isClipKnown: true,
    fill: BLACK,
    stroke: BLACK,
    hasShapes: false,
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    cuts: [],
    textClip: [],
    blend: 'none',
    isMasked: false,
    groupBlend: 'none',
    isGroupMasked: false,
    isAnnotation: false,
    isMask: false,
    lineWidth: 1,
    hasCaps: false,
    isDashed: false,
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

function colourOf(value: unknown): Colour {
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
    else if (key === 'LC' && typeof value === 'number') state.hasCaps = value > 0;
    else if (key === 'D' && Array.isArray(value)) state.isDashed = hasDashes(value[0]);
    else if (key === 'BM') state.blend = blendOf(value);
    else if (key === 'SMask') state.isMasked = value === true;
    else if (key === 'Font' && Array.isArray(value)) {
      state.font = fontOf(String(value[0]));
      state.size = typeof value[1] === 'number' ? value[1] : state.size;
    }
  }
}

/** Whether what a line is broken into leaves gaps. */
function hasDashes(dashes: unknown): boolean {
  return Array.isArray(dashes) && dashes.some((length) => typeof length === 'number' && length > 0);
}

function blendOf(value: unknown): Blend {
  if (value === 'source-over') return 'none';
  return isBlend(value) ? value : 'other';
}

function isBlend(value: unknown): value is keyof typeof MIXTURES {
  return typeof value === 'string' && Object.hasOwn(MIXTURES, value);
}

/** How something mixes that is mixed in its group, which is mixed itself. */
export function bothBlends(own: Blend, group: Blend): Blend {
  if (own === 'none') return group;
  return group === 'none' || own === group ? own : 'other';
}

/** Begins a group: what is drawn in it is put on the page as a whole, as the state before it says. */
export function beginGroup(state: GraphicsState, options: unknown): void {
  state.groupAlpha *= state.fillAlpha;
  state.groupBlend = bothBlends(state.blend, state.groupBlend);
  state.isGroupMasked ||= state.isMasked;
  state.blend = 'none';
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
  if (one === other) return 0;
  const apart = (at: number): number => Math.abs(channel(one, at) - channel(other, at));
  return Math.max(apart(1), apart(3), apart(5));
}

/** What is seen of a colour that is mixed into another. */
export function blended(over: string, under: string, blend: Blend): string {
  return colourBy((at) => {
    const [top, ground] = [channel(over, at), channel(under, at)];
    return blend === 'none' || blend === 'other' ? top : MIXTURES[blend](top, ground);
  });
}

/** What is seen of a colour that is laid over another. */
export function mixed(over: string, under: string, alpha: number): string {
  return colourBy((at) => alpha * channel(over, at) + (1 - alpha) * channel(under, at));
}

function colourBy(part: (at: number) => number): string {
  const parts = [1, 3, 5].map((at) => Math.round(part(at)).toString(16).padStart(2, '0'));
  return `#${parts.join('')}`;
}

function channel(colour: string, at: number): number {
  return Number.parseInt(colour.slice(at, at + 2), 16);
}

/** Applies an operator that sets a colour or how wide lines are; tells whether it is one. */
export function setColour(operator: number, args: readonly unknown[], state: GraphicsState): boolean {
  switch (operator) {
    case OPS.setFillRGBColor:
    case OPS.setFillColorN:
      state.fill = colourOf(args[0]);
      state.hasShapes = operator === OPS.setFillColorN && drawsShapes(args[2]);
      return true;
    case OPS.setStrokeRGBColor:
    case OPS.setStrokeColorN:
      state.stroke = colourOf(args[0]);
      return true;
    case OPS.setFillTransparent:
      state.fill = undefined;
      return true;
    case OPS.setStrokeTransparent:
      state.stroke = undefined;
      return true;
    case OPS.setLineWidth:
      state.lineWidth = numberAt(args, 0);
      return true;
    case OPS.setDash:
      state.isDashed = hasDashes(args[0]);
      return true;
    case OPS.setLineCap:
      state.hasCaps = numberAt(args, 0) > 0;
      return true;
  }
  return false;
}
