import type { Box } from '../../../page/place.ts';
import { UNKNOWN } from '../../../page/token.ts';
import { OPS } from '../pdfjs.ts';
import { clippedBy, clippedByBox, cutOf, isExactClip } from './clip.ts';
import { type CutPaint, showCutting, textThrough } from './cutting.ts';
import { withDashes } from './dashes.ts';
import {
  beginGroup,
  type GlyphRange,
  type GraphicsState,
  initialState,
  setColour,
  setGraphics,
} from './graphics.ts';
import { type FontMetrics, IDENTITY, type PageInk, product } from './ink.ts';
import { matrixOf, numberAt } from './operands.ts';
import { type PaintedArea, paintedAreas, widthOfPen } from './painted.ts';
import { type Pen, placePen, setText } from './pen.ts';
import { areasOf, isMaskOff } from './pictures.ts';
import { type PathInk, paintedPath, ruleOf } from './rules.ts';
import { withUnseen } from './seen.ts';
import {
  type DrawnGlyph,
  isClipping,
  penOf,
  remarkOn,
  type Stroke,
  show,
  spellOut,
  unseenBy,
} from './show.ts';
import type { PlacedPage } from './slant.ts';
import { type DrawnSpecks, paintedOver, paintedSpecks, seenSpecks } from './specks.ts';

export interface Drawing extends PathInk, Pick<PageInk, 'specks' | 'slants'> {
  /** All of them: those that cannot be seen say why. */
  readonly glyphs: readonly DrawnGlyph[];
  /** Where pictures lie. */
  readonly pictures: readonly Box[];
  /** Where patterns lie that draw letters, or shapes which may be some. */
  readonly patterns: readonly Box[];
  /** Whether each text that was begun was also ended: pdf.js passes over the rest of a damaged page in silence. */
  readonly isWhole: boolean;
  /**
   * Whether each mark that was begun was also ended, and no other. Some producers forget to end one, and draw the page
   * to its end all the same; which letters are its own, nobody knows then.
   */
  readonly isMarkedWhole: boolean;
  /** How many glyphs stand for no character that the file names. */
  readonly nameless: number;
}

/** What is known of a page beside its operators. */
export interface DrawnPage extends PlacedPage {
  readonly fontOf: (name: string) => FontMetrics;
  /** The pixels of a picture, as pdf.js keeps them. */
  readonly pictureOf: (name: string) => unknown;
  readonly shownOf: (layer: unknown) => Shown;
  /** Whether something in the file is printed over what is there, and not in its place. */
  readonly overprints: boolean;
  /** What operators that begin marked content say that it stands for, by their numbers. */
  readonly actual: ReadonlyMap<number, string>;
}

/** When a layer of the file is seen; `at times` where it is on the screen and not in print, or the other way round. */
export type Shown = 'always' | 'at times' | 'never';

/** Marked content that is open. */
interface OpenMark {
  /** The mark that goes on behind it. */
  readonly before: number;
  readonly shown: Shown;
  /** Its first glyph, and the text that it is said to stand for. */
  readonly from: number;
  readonly text: string | undefined;
}

const NO_OPERANDS: readonly unknown[] = [];
/** Stands for no mark. */
const UNMARKED = -1;

/**
 * Walks a page's drawing operators once and notes each painted path and each glyph with its place. Where a glyph cannot
 * be seen it says why: browsers draw letters once more on the next page if their tails reach over the edge, and clip
 * them away. It works on operators because pdf.js' own text items fuse what stands close together and invent spaces.
 */
export function drawingOf(
  operators: readonly number[],
  operands: readonly unknown[],
  { width, height, viewport, edge, fontOf, pictureOf, shownOf, overprints, actual }: DrawnPage,
): Drawing {
  const ink: PathInk = { rules: [], fills: [], dots: [] };
  const glyphs: DrawnGlyph[] = [];
  const strokes: Stroke[] = [];
  const areas: PaintedArea[] = [];
  const small: DrawnSpecks = { specks: [], slants: [] };
  let openTexts = 0;
  let isMarkedWhole = true;
  const stack: GraphicsState[] = [];
  let mark = UNMARKED;
  /** The marked content that is open, and the forms. */
  const marks: OpenMark[] = [];
  /** How many layers are open that are not always seen. */
  const layers: Record<Shown, number> = { always: 0, 'at times': 0, never: 0 };
  /** How many marks were open when each form began. */
  const forms: number[] = [];
  let clips: 'not' | 'winding' | 'even-odd' = 'not';
  let clipping: GlyphRange[] = [];
  const cut: CutPaint[] = [];
  let hasMask = false;
  const page = { left: 0, top: 0, right: width, bottom: height };
  const cuts = edge === undefined ? [] : [edge];
  let state: GraphicsState = { ...initialState(viewport, page), cuts };
  const pen: Pen = { matrix: IDENTITY, lineX: 0, lineY: 0, x: 0 };
  const restore = (): void => {
    state = stack.pop() ?? state;
  };
  const inLayers = (area: PaintedArea): PaintedArea =>
    layers['at times'] > 0 ? { ...area, alpha: undefined } : area;
  const endMark = (): void => {
    const ended = marks.pop();
    mark = ended?.before ?? UNMARKED;
    if (ended !== undefined) layers[ended.shown] -= 1;
    if (ended?.text !== undefined) spellOut(ended.text, ended.from, glyphs);
  };
  for (let index = 0; index < operators.length; index += 1) {
    const operand = operands[index];
    const args: readonly unknown[] = Array.isArray(operand) ? operand : NO_OPERANDS;
    const operator = operators[index] ?? 0;
    switch (operator) {
      case OPS.save:
        stack.push({ ...state });
        break;
      case OPS.beginAnnotation: {
        stack.push({ ...state });
        state = { ...initialState(viewport, page), cuts, isAnnotation: true };
        state.clip = clippedByBox(page, args[1], viewport);
        state.ctm = product(product(viewport, matrixOf(args[2])), matrixOf(args[3]));
        break;
      }
      case OPS.restore:
      case OPS.endAnnotation:
      case OPS.endGroup:
        restore();
        break;
      case OPS.beginGroup:
        stack.push({ ...state });
        beginGroup(state, args[0]);
        break;
      case OPS.paintFormXObjectEnd:
        restore();
        // Marks that the form has begun end with it.
        for (; marks.length > (forms.at(-1) ?? 0) + 1; isMarkedWhole = false) endMark();
        forms.pop();
        endMark();
        break;
      case OPS.transform:
        state.ctm = product(state.ctm, matrixOf(args));
        break;
      case OPS.paintFormXObjectBegin:
        stack.push({ ...state });
        if (args[0]) state.ctm = product(state.ctm, matrixOf(args[0]));
        if (args[1]) state.clip = clippedByBox(state.clip, args[1], state.ctm);
        // A form counts its marks by itself.
        forms.push(marks.length);
        marks.push({ before: mark, shown: 'always', from: 0, text: undefined });
        layers.always += 1;
        mark = UNMARKED;
        break;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps: {
        const shown = args[0] === 'OC' ? shownOf(args[1]) : 'always';
        marks.push({ before: mark, shown, from: glyphs.length, text: actual.get(index) });
        layers[shown] += 1;
        if (forms.length === 0 && typeof args[1] === 'number') mark = args[1];
        break;
      }
      case OPS.endMarkedContent:
        isMarkedWhole &&= marks.length > 0;
        endMark();
        break;
      case OPS.endText:
        openTexts -= 1;
        if (clipping.length > 0) state.textClip = [...state.textClip, ...clipping];
        clipping = [];
        break;
      case OPS.beginText:
        openTexts += 1;
        state.object = index;
        placePen(pen, IDENTITY);
        break;
      case OPS.showText: {
        const from = glyphs.length;
        const unseen = unseenBy(state, layers.never > 0);
        show(args[0], state, mark, unseen, remarkOn(state, layers['at times'] > 0), pen, glyphs);
        strokes.push({ from, to: glyphs.length, order: index, ...penOf(state) });
        if (isClipping(state)) clipping.push({ from, to: glyphs.length });
        if (state.textClip.length > 0) cut.push(textThrough(state.textClip, glyphs.slice(from), index));
        break;
      }
      case OPS.clip:
        clips = 'winding';
        break;
      case OPS.eoClip:
        clips = 'even-odd';
        break;
      case OPS.constructPath:
        if (clips !== 'not') {
          const isExact = isExactClip(args, state.ctm);
          const shape = isExact ? undefined : cutOf(args, state.ctm, clips === 'even-odd');
          if (shape !== undefined) state.cuts = [...state.cuts, shape];
          state.isClipKnown &&= isExact || shape !== undefined;
          state.clip = clippedBy(state.clip, args, state.ctm);
        }
        clips = 'not';
        if (layers.never > 0 || state.isMask) break;
        if (state.textClip.length > 0) {
          for (const area of paintedAreas(args, state, index))
            cut.push({ ranges: state.textClip, area: inLayers(area) });
          break;
        }
        paintedSpecks(args, state, index, small);
        paintedPath(args, state.ctm, state.clip, ink, widthOfPen(state));
        areas.push(...paintedAreas(args, state, index).map(inLayers));
        break;
      case OPS.setGState:
        // pdf.js says so before a picture that has a mask of its own.
        hasMask = isMaskOff(args[0]) && operators[index - 1] === OPS.save;
        setGraphics(state, args[0], fontOf);
        continue;
      case OPS.setFont:
        state.font = fontOf(String(args[0]));
        state.size = numberAt(args, 1);
        break;
      default:
        if (setText(operator, args, state, pen)) break;
        if (setColour(operator, args, state)) break;
        if (layers.never > 0) break;
        for (const area of areasOf(operator, args, state, hasMask, index, pictureOf).map(inLayers)) {
          if (state.textClip.length > 0) {
            cut.push({ ranges: state.textClip, area });
            continue;
          }
          areas.push(area);
          paintedOver(area, small);
          const rule = ruleOf(area.box);
          if (rule !== undefined) ink.rules.push(rule);
        }
        break;
    }
    if (operator !== OPS.beginMarkedContentProps) hasMask = false;
  }
  showCutting(cut, glyphs, strokes);
  const told = withUnseen(withDashes(glyphs), strokes, areas, { width, height, overprints });
  isMarkedWhole &&= marks.length === 0;
  const nameless = told.reduce((count, { text }) => count + (text === UNKNOWN ? 1 : 0), 0);
  const pictures = areas.filter(({ isPicture }) => isPicture).map(({ box }) => box);
  const patterns = areas.filter(({ hasShapes }) => hasShapes).map(({ box }) => box);
  return {
    ...ink,
    ...seenSpecks(small, areas),
    glyphs: told,
    pictures,
    patterns,
    isWhole: openTexts <= 0,
    isMarkedWhole,
    nameless,
  };
}
