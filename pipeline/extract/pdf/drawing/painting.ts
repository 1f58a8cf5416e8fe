import { clippedBy, cutOf, isExactClip } from './clip.ts';
import type { CutPaint } from './cutting.ts';
import type { GraphicsState } from './graphics.ts';
import { type PaintedArea, paintedAreas, widthOfPen } from './painted.ts';
import { type PathInk, paintedPath, ruleOf } from './rules.ts';
import { type DrawnSpecks, paintedOver, paintedSpecks } from './specks.ts';

/** How the next path cuts what is drawn after it. */
export type Clips = 'not' | 'winding' | 'even-odd';

/** What a page paints besides letters. */
export interface Painting {
  readonly ink: PathInk;
  readonly areas: PaintedArea[];
  readonly small: DrawnSpecks;
  /** What is painted through letters that cut it. */
  readonly cut: CutPaint[];
}

export function noPainting(): Painting {
  return {
    ink: { rules: [], fills: [], dots: [] },
    areas: [],
    small: { specks: [], slants: [] },
    cut: [],
  };
}

/** What is drawn from here on is cut by a path. */
export function clipTo(state: GraphicsState, args: readonly unknown[], clips: Clips): void {
  if (clips === 'not') return;
  const isExact = isExactClip(args, state.ctm);
  const shape = isExact ? undefined : cutOf(args, state.ctm, clips === 'even-odd');
  if (shape !== undefined) state.cuts = [...state.cuts, shape];
  state.isClipKnown &&= isExact || shape !== undefined;
  state.clip = clippedBy(state.clip, args, state.ctm);
}

/** Paints a path, the operator at `order`; what is painted through letters is no rule. */
export function paintPath(
  { ink, areas, small, cut }: Painting,
  args: readonly unknown[],
  state: GraphicsState,
  order: number,
  isAtTimes: boolean,
): void {
  const painted = paintedAreas(args, state, order).map((area) => inLayer(area, isAtTimes));
  if (state.textClip.length > 0) {
    cut.push(...painted.map((area) => ({ ranges: state.textClip, area })));
    return;
  }
  paintedSpecks(args, state, order, small);
  paintedPath(args, state.ctm, state.clip, ink, widthOfPen(state));
  areas.push(...painted);
}

/** Paints pictures and shadings; thin ones are rules. */
export function paintAreas(
  { ink, areas, small, cut }: Painting,
  painted: readonly PaintedArea[],
  { textClip }: GraphicsState,
  isAtTimes: boolean,
): void {
  for (const each of painted) {
    const area = inLayer(each, isAtTimes);
    if (textClip.length > 0) {
      cut.push({ ranges: textClip, area });
      continue;
    }
    areas.push(area);
    paintedOver(area, small);
    const rule = ruleOf(area.box);
    if (rule !== undefined) ink.rules.push(rule);
  }
}

/** Of what is seen at times alone nobody knows how much it covers. */
function inLayer(area: PaintedArea, isAtTimes: boolean): PaintedArea {
  return isAtTimes ? { ...area, alpha: undefined } : area;
}
