import { type Hidden, type PrintRemark, UNKNOWN } from '../../../page/token.ts';
import { isBlank, isFontGlyph } from '../glyphs/font-glyph.ts';
import { SETTINGS } from '../settings.ts';
import { isInsideAll, isWithin, MIDDLE } from './clip.ts';
import { type Blend, bothBlends, type Colour, type GraphicsState } from './graphics.ts';
import { type Glyph, product, type Reach } from './ink.ts';
import { widthOfPen } from './painted.ts';
import type { Pen } from './pen.ts';
import { closePlacesOf, isOfNumbers, placesOf } from './points.ts';

/** A glyph as drawn, before it is known which way the page reads. */
export interface DrawnGlyph extends Glyph {
  /** Quarter turns clockwise from the viewport's x axis to the glyph's baseline. */
  readonly turns: 0 | 1 | 2 | 3;
  /** From there on to its baseline, clockwise, in radians. */
  readonly slant: number;
  /** Whether all that keeps it from being read is that nobody knows which dash it is. */
  readonly isDash?: boolean;
}

/** The glyphs that one operator drew, all in one colour. */
export interface Stroke {
  readonly from: number;
  readonly to: number;
  /** Number of the operator: what has a higher one lies over it. */
  readonly order: number;
  /** Undefined where it is not known, or where there are several. */
  readonly colour: Colour;
  readonly alpha: number;
  readonly blend: Blend;
  /** What is stroked along the outlines of the letters, where that is another colour than they are filled with. */
  readonly edge?: Colour;
  /** How wide their outlines are stroked, in points; 0 where they are not. */
  readonly pen: number;
}

/** Less of a letter than that is not seen on any ground. */
const LEAST_ALPHA = 0.05;
const UNKNOWN_GLYPH: PrintRemark = {
  says: 'a drawn character that the file does not name',
  stops: true,
};
const MASKED: PrintRemark = {
  says: 'something drawn through a mask, which may leave nothing of it',
  stops: true,
};
const MIXED: PrintRemark = {
  says: 'letters that are mixed into what they stand on, which may leave nothing of them',
  stops: true,
};
const AT_TIMES: PrintRemark = {
  says: 'something of a layer that is seen at times: on the screen alone, in print alone, in one language, or at one size',
  stops: true,
};
const PATTERNED: PrintRemark = {
  says: 'letters that are filled with a pattern, which may leave nothing of them',
  stops: true,
};
const DASHED: PrintRemark = {
  says: 'letters whose outlines alone are drawn, in dashes, which may leave out parts of them',
  stops: true,
};
const MODELESS: PrintRemark = {
  says: 'letters in a way of drawing that there is none of: some programs draw them, and others do not',
  stops: true,
};
const MIRRORED: PrintRemark = { says: 'letters that are drawn mirrored', stops: true };
const DOWNWARDS: PrintRemark = { says: 'letters that are set from top to bottom', stops: true };
const CUT: PrintRemark = { says: 'a digit of which a clip leaves a part', stops: true };
const ANNOTATED: PrintRemark = { says: 'something that an annotation puts over the page', stops: true };
/** A letter that is so many times as wide as it should be for its height, or as high for its width, is a line. */
const FLAT = SETTINGS.flatLetter.value;
const MODES: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6, 7]);
const UNSEEN_MODES: ReadonlySet<number> = new Set([3, 7]);

/** Notes the glyphs of one string and moves the pen behind them. */
export function show(
  items: unknown,
  state: GraphicsState,
  mark: number,
  unseen: Hidden | undefined,
  remarkOnAll: PrintRemark | undefined,
  pen: Pen,
  glyphs: DrawnGlyph[],
): void {
  if (!Array.isArray(items)) return;
  const { ctm, clip, cuts, object, font, size, charSpacing, wordSpacing, stretch, rise: textRise } = state;
  const { 0: a, 1: b, 2: c, 3: d, 4: e, 5: f } = product(ctm, pen.matrix);
  // The page counts downwards, so that letters are mirrored where the axes are not.
  const isMirrored = (a * d - b * c) * stretch > 0;
  const remark = font.isVertical ? DOWNWARDS : isMirrored && !font.mayMirror ? MIRRORED : remarkOnAll;
  const y = pen.lineY + textRise;
  const sign = Math.sign(size * stretch) || 1;
  const turns = quarterTurns(a * sign, b * sign);
  const slant = slantTo(a, b);
  const perUnit = Math.hypot(a, b);
  const flatness = (perUnit * Math.abs(stretch)) / Math.hypot(c, d);
  const isFlat = !(flatness > 1 / FLAT && flatness < FLAT);
  const em = Math.abs(size) * Math.hypot(c, d) * font.em;
  const perWidth = font.unit * size * stretch;
  const { colour } = penOf(state);
  let x = pen.x;
  for (let index = 0; index < items.length; index += 1) {
    const item: unknown = items[index];
    if (typeof item === 'number') x -= (item / 1000) * size * stretch;
    if (!isFontGlyph(item)) continue;
    const advance = item.width * perWidth;
    const { text, stands, reach, isDash = false, isEmpty = false } = font.glyphOf(item);
    if (text !== '' || item.width > 0) {
      const [penX, penY] =
        stands === undefined ? [x, y] : [x + stands.ahead * size * stretch, y + stands.rise * size];
      const own = stands === undefined ? advance : stands.width * size * stretch;
      const scale = stands?.scale ?? 1;
      const px = a * penX + c * penY + e;
      const py = b * penX + d * penY + f;
      const isSeenAt = (along: number, up: number): boolean => {
        const ahead = along * own;
        const above = up * size * font.em * scale;
        const pointX = px + a * ahead + c * above;
        const pointY = py + b * ahead + d * above;
        return isWithin(clip, pointX, pointY) && isInsideAll(cuts, pointX, pointY);
      };
      const isClipped = !isSeenAt(0.5, MIDDLE);
      const looks = isDash ? '-' : text;
      const places = isClipped ? closePlacesOf(looks) : placesOf(looks);
      const isCut = isOfNumbers(looks) && places.some(([along, up]) => isSeenAt(along, up) === isClipped);
      const width = Math.abs(own) * perUnit;
      const isTurnedOver = font.mayMirror && reach !== undefined && reach.hangs !== isMirrored;
      glyphs.push({
        text,
        x: px,
        y: py,
        width,
        size: em * scale,
        reach: grown(reach, em / font.em),
        font,
        colour,
        blank: text === '' || isBlank(text),
        object,
        mark,
        hidden: unseen ?? hiddenBy(isClipped, isFlat, isEmpty),
        remark: text === UNKNOWN ? UNKNOWN_GLYPH : isCut ? CUT : isTurnedOver ? MIRRORED : remark,
        turns,
        slant,
        ...(isDash && !isCut && remark === undefined && { isDash }),
      });
    }
    x += advance + (charSpacing + (item.isSpace ? wordSpacing : 0)) * stretch;
  }
  pen.x = x;
}

function grown(reach: Reach | undefined, size: number): Reach | undefined {
  return reach && { ...reach, feet: reach.feet * size, head: reach.head * size };
}

/** Why nothing that the state lets be shown is seen, whatever lies under or over it. */
export function unseenBy(state: GraphicsState, isLayerOff: boolean): Hidden | undefined {
  if (isLayerOff) return 'layer off';
  if (UNSEEN_MODES.has(state.renderMode) || state.isMask) return 'invisible';
  if (state.textClip.length > 0) return 'clipped';
  return penOf(state).alpha < LEAST_ALPHA ? 'transparent' : undefined;
}

/** What is to be said of all that the state draws, in a layer that is not always seen or in none. */
export function remarkOn(state: GraphicsState, isAtTimes: boolean): PrintRemark | undefined {
  if (isAtTimes) return AT_TIMES;
  if (!MODES.has(state.renderMode)) return MODELESS;
  if (state.isDashed && state.renderMode % 4 === 1) return DASHED;
  if (state.isMasked || state.isGroupMasked) return MASKED;
  if (bothBlends(state.blend, state.groupBlend) === 'other') return MIXED;
  if (state.isAnnotation) return ANNOTATED;
  return !state.font.hasColours && isPatterned(state) ? PATTERNED : undefined;
}

/** Whether a pattern fills letters: its colours are not known, and may be those of the paper. */
function isPatterned({ fill, stroke, renderMode }: GraphicsState): boolean {
  return (renderMode % 4 === 1 ? stroke : fill) === undefined;
}

function hiddenBy(isClipped: boolean, isFlat: boolean, isEmpty: boolean): Hidden | undefined {
  if (isClipped) return 'clipped';
  if (isFlat) return 'too small';
  return isEmpty ? 'invisible' : undefined;
}

/** Whether letters cut what is drawn after their text. */
export function isClipping({ renderMode }: GraphicsState): boolean {
  return renderMode >= 4 && MODES.has(renderMode);
}

/** The colours that letters are drawn in, and how much of them is seen: their stroke shows where they are not filled. */
export function penOf(state: GraphicsState): Pick<Stroke, 'colour' | 'alpha' | 'blend' | 'edge' | 'pen'> {
  const { fill, stroke, groupAlpha, renderMode, font, isMasked, isGroupMasked } = state;
  const blend = bothBlends(state.blend, state.groupBlend);
  const fillAlpha = state.fillAlpha * groupAlpha;
  const strokeAlpha = state.strokeAlpha * groupAlpha;
  const isKnown = !font.hasColours && blend !== 'other' && !isMasked && !isGroupMasked;
  const mode = renderMode % 4;
  const [filled, edge] = isKnown ? [fill, stroke] : [];
  const pen = widthOfPen(state);
  if (mode === 1) return { colour: edge, alpha: strokeAlpha, blend, pen };
  if (mode === 0 || strokeAlpha < LEAST_ALPHA) return { colour: filled, alpha: fillAlpha, blend, pen: 0 };
  if (fillAlpha < LEAST_ALPHA) return { colour: edge, alpha: strokeAlpha, blend, pen };
  const alpha = Math.max(fillAlpha, strokeAlpha);
  return { colour: filled, alpha, blend, pen, ...(filled === edge ? {} : { edge }) };
}

/** From the x axis, or the nearest quarter turn from it, to a direction: clockwise, in radians. */
function slantTo(x: number, y: number): number {
  if (x === 0 || y === 0) return 0;
  return Math.abs(x) > Math.abs(y) ? Math.atan(y / x) : -Math.atan(x / y);
}

function quarterTurns(x: number, y: number): 0 | 1 | 2 | 3 {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}
