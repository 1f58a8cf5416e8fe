import type { Box } from '../../../page/place.ts';
import { UNKNOWN } from '../../../page/token.ts';
import { OPS } from '../pdfjs.ts';
import { clippedByBox } from './clip.ts';
import { showCutting, textThrough } from './cutting.ts';
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
import { beginForm, beginMark, endForm, endMark, type Marks, noMarks, type Shown } from './marks.ts';
import { listOf, matrixOf, numberAt } from './operands.ts';
import { type Clips, clipTo, noPainting, type Painting, paintAreas, paintPath } from './painting.ts';
import { type Pen, placePen, setText } from './pen.ts';
import { areasOf, isMaskOff } from './pictures.ts';
import type { PathInk } from './rules.ts';
import { withUnseen } from './seen.ts';
import { type DrawnGlyph, isClipping, penOf, remarkOn, type Stroke, show, unseenBy } from './show.ts';
import type { PlacedPage } from './slant.ts';
import { seenSpecks } from './specks.ts';

export interface Drawing extends PathInk, Pick<PageInk, 'specks' | 'slants'> {
  /** All of them: those that cannot be seen say why. */
  readonly glyphs: readonly DrawnGlyph[];
  /** Where pictures lie. */
  readonly pictures: readonly Box[];
  /** Where patterns lie that draw letters, or shapes which may be some. */
  readonly patterns: readonly Box[];
  /** Whether each text that was begun was also ended: pdf.js passes over the rest of a damaged page in silence. */
  readonly isWhole: boolean;
  /** Whether each mark that was begun was also ended, and no other. */
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

/** What the operators so far have set, begun and drawn. */
interface Walk {
  state: GraphicsState;
  readonly stack: GraphicsState[];
  readonly marks: Marks;
  readonly pen: Pen;
  readonly painting: Painting;
  readonly glyphs: DrawnGlyph[];
  readonly strokes: Stroke[];
  /** How many texts were begun and not yet ended, and what of the one that is open cuts what follows it. */
  openTexts: number;
  clipping: GlyphRange[];
  clips: Clips;
  /** Whether the next picture has a mask of its own. */
  hasMask: boolean;
}

/** An operator with its operands and its place among the others. */
interface Step {
  readonly operator: number;
  readonly args: readonly unknown[];
  readonly index: number;
}

/**
 * Walks a page's drawing operators once and notes each painted path and each glyph with its place. Where a glyph cannot
 * be seen it says why: browsers draw letters once more on the next page if their tails reach over the edge, and clip
 * them away. It works on operators because pdf.js' own text items fuse what stands close together and invent spaces.
 */
export function drawingOf(
  operators: readonly number[],
  operands: readonly unknown[],
  page: DrawnPage,
): Drawing {
  const walk: Walk = {
    state: beginning(page),
    stack: [],
    marks: noMarks(),
    pen: { matrix: IDENTITY, lineX: 0, lineY: 0, x: 0 },
    painting: noPainting(),
    glyphs: [],
    strokes: [],
    openTexts: 0,
    clipping: [],
    clips: 'not',
    hasMask: false,
  };
  for (const [index, operator] of operators.entries()) {
    const step = { operator, args: listOf(operands[index]), index };
    if (operator === OPS.setGState) {
      // pdf.js says so before a picture that has a mask of its own.
      walk.hasMask = isMaskOff(step.args[0]) && operators[index - 1] === OPS.save;
      setGraphics(walk.state, step.args[0], page.fontOf);
      continue;
    }
    const isDone = nest(step, walk, page) || mark(step, walk, page) || write(step, walk, page);
    if (!isDone) paint(step, walk, page);
    if (operator !== OPS.beginMarkedContentProps) walk.hasMask = false;
  }
  return drawn(walk, page);
}

/** What holds before the first operator: the page, and what it is cut to. */
function beginning({ width, height, viewport, edge }: DrawnPage): GraphicsState {
  const page = { left: 0, top: 0, right: width, bottom: height };
  return { ...initialState(viewport, page), cuts: edge === undefined ? [] : [edge] };
}

/** Begins or ends what keeps its state to itself: annotations, groups and forms, and what is saved. */
function nest({ operator, args }: Step, walk: Walk, page: DrawnPage): boolean {
  const { stack, marks, glyphs } = walk;
  switch (operator) {
    case OPS.save:
      stack.push({ ...walk.state });
      return true;
    case OPS.transform:
      walk.state.ctm = product(walk.state.ctm, matrixOf(args));
      return true;
    case OPS.beginAnnotation: {
      stack.push({ ...walk.state });
      const state = { ...beginning(page), isAnnotation: true };
      state.clip = clippedByBox(state.clip, args[1], page.viewport);
      state.ctm = product(product(page.viewport, matrixOf(args[2])), matrixOf(args[3]));
      walk.state = state;
      return true;
    }
    case OPS.beginGroup:
      stack.push({ ...walk.state });
      beginGroup(walk.state, args[0]);
      return true;
    case OPS.paintFormXObjectBegin: {
      stack.push({ ...walk.state });
      const { state } = walk;
      if (args[0]) state.ctm = product(state.ctm, matrixOf(args[0]));
      if (args[1]) state.clip = clippedByBox(state.clip, args[1], state.ctm);
      beginForm(marks);
      return true;
    }
    case OPS.restore:
    case OPS.endAnnotation:
    case OPS.endGroup:
      walk.state = stack.pop() ?? walk.state;
      return true;
    case OPS.paintFormXObjectEnd:
      walk.state = stack.pop() ?? walk.state;
      endForm(marks, glyphs);
      return true;
  }
  return false;
}

/** Begins or ends marked content, which may be a layer. */
function mark({ operator, args, index }: Step, { marks, glyphs }: Walk, page: DrawnPage): boolean {
  switch (operator) {
    case OPS.beginMarkedContent:
    case OPS.beginMarkedContentProps: {
      const shown = args[0] === 'OC' ? page.shownOf(args[1]) : 'always';
      beginMark(marks, { shown, from: glyphs.length, text: page.actual.get(index), number: args[1] });
      return true;
    }
    case OPS.endMarkedContent:
      endMark(marks, glyphs);
      return true;
  }
  return false;
}

/** Draws letters, or says where and how the next are drawn. */
function write({ operator, args, index }: Step, walk: Walk, page: DrawnPage): boolean {
  const { state, pen, marks, glyphs } = walk;
  switch (operator) {
    case OPS.beginText:
      walk.openTexts += 1;
      state.object = index;
      placePen(pen, IDENTITY);
      return true;
    case OPS.endText:
      walk.openTexts -= 1;
      if (walk.clipping.length > 0) state.textClip = [...state.textClip, ...walk.clipping];
      walk.clipping = [];
      return true;
    case OPS.setFont:
      state.font = page.fontOf(String(args[0]));
      state.size = numberAt(args, 1);
      return true;
    case OPS.showText: {
      const from = glyphs.length;
      const unseen = unseenBy(state, marks.layers.never > 0);
      show(args[0], state, marks.current, unseen, remarkOn(state, marks.layers['at times'] > 0), pen, glyphs);
      walk.strokes.push({ from, to: glyphs.length, order: index, ...penOf(state) });
      if (isClipping(state)) walk.clipping.push({ from, to: glyphs.length });
      if (state.textClip.length > 0)
        walk.painting.cut.push(textThrough(state.textClip, glyphs.slice(from), index));
      return true;
    }
  }
  return setText(operator, args, state, pen);
}

/** Paints a path, a picture or a shading, or says how the next is painted. */
function paint({ operator, args, index }: Step, walk: Walk, page: DrawnPage): void {
  const { state, painting, marks } = walk;
  const isHidden = marks.layers.never > 0;
  const isAtTimes = marks.layers['at times'] > 0;
  switch (operator) {
    case OPS.clip:
    case OPS.eoClip:
      walk.clips = operator === OPS.clip ? 'winding' : 'even-odd';
      return;
    case OPS.constructPath:
      clipTo(state, args, walk.clips);
      walk.clips = 'not';
      if (!isHidden && !state.isMask) paintPath(painting, args, state, index, isAtTimes);
      return;
  }
  if (setColour(operator, args, state) || isHidden) return;
  const areas = areasOf(operator, args, state, walk.hasMask, index, page.pictureOf);
  paintAreas(painting, areas, state, isAtTimes);
}

/** What a page shows, once all of it is drawn. */
function drawn({ painting, marks, glyphs, strokes, openTexts }: Walk, page: DrawnPage): Drawing {
  const { ink, areas, small, cut } = painting;
  showCutting(cut, glyphs, strokes);
  const told = withUnseen(withDashes(glyphs), strokes, areas, page);
  return {
    ...ink,
    ...seenSpecks(small, areas),
    glyphs: told,
    pictures: areas.filter(({ isPicture }) => isPicture).map(({ box }) => box),
    patterns: areas.filter(({ hasShapes }) => hasShapes).map(({ box }) => box),
    isWhole: openTexts <= 0,
    isMarkedWhole: marks.isWhole && marks.open.length === 0,
    nameless: told.reduce((count, { text }) => count + (text === UNKNOWN ? 1 : 0), 0),
  };
}
