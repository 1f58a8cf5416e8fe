import type { Box } from '../../page/place.ts';
import type { Frame } from './frames.ts';
import { isRepeated } from './heads.ts';
import type { Rule } from './ink.ts';
import type { PrintedLine } from './lines.ts';
import { median } from './measures.ts';
import { innerUprights } from './region.ts';
import { SETTINGS } from './settings.ts';

/**
 * A frame of shaded cells with the rows beside it that are not shaded: of a table with every other row in grey, the
 * first and the last lie outside. They stand as near as the rows within, and each of their cells in one of its columns.
 */
export function withUnshaded(frame: Frame, lines: readonly PrintedLine[], levels: readonly Rule[]): Frame {
  const { box } = frame;
  const isRuled = (at: number): boolean =>
    levels.some(
      (rule) =>
        Math.abs(rule.at - at) < SETTINGS.padding.value && rule.to > box.left && rule.from < box.right,
    );
  const within = lines.filter(({ baseline }) => baseline > box.top && baseline < box.bottom);
  const step = median(
    within.slice(1).map(({ baseline }, at) => baseline - (within[at]?.baseline ?? baseline)),
  );
  const isRow = (line: PrintedLine | undefined, beside: PrintedLine | undefined): line is PrintedLine =>
    line !== undefined &&
    beside !== undefined &&
    Math.abs(line.baseline - beside.baseline) < SETTINGS.rowBeside.value * step &&
    standsIn(line, frame);
  const [first, last] = [within[0], within.at(-1)];
  const above = lines.findLast(({ baseline }) => baseline <= box.top);
  const below = lines.find(({ baseline }) => baseline >= box.bottom);
  const isOpen = !isRuled(box.top);
  const top = isOpen && isRow(above, first) ? above : undefined;
  const names = top ?? first;
  const heads = isOpen && names !== undefined ? headsOver(names, lines, frame) : undefined;
  const isNear =
    heads !== undefined &&
    names !== undefined &&
    names.baseline - heads.baseline < SETTINGS.rowBeside.value * step;
  return {
    ...frame,
    box: {
      ...box,
      top: isNear ? heads.box.top : (top?.box.top ?? box.top),
      bottom: !isRuled(box.bottom) && isRow(below, last) ? below.box.bottom : box.bottom,
    },
  };
}

/** The line above a row of heads that are repeated below each of its own: `Men Women` above `2015 2016 2015 2016`. */
function headsOver(
  { baseline, segments }: PrintedLine,
  lines: readonly PrintedLine[],
  { box }: Frame,
): PrintedLine | undefined {
  const heads = lines.findLast((line) => line.baseline < baseline && line.segments.length > 1);
  if (heads === undefined || heads.box.left < box.left || heads.box.right > box.right) return undefined;
  const isOver = segments.some((first, from) => {
    const names = segments.slice(from);
    const own = heads.segments.filter(({ right }) => right > first.left);
    const length = names.length / own.length;
    return own.length > 1 && length > 1 && isRepeated(names, length) && isRepeated(own, own.length);
  });
  return isOver ? heads : undefined;
}

/** Whether a line prints in several columns of a frame, and each of its parts in one. */
function standsIn({ segments, box }: PrintedLine, frame: Frame): boolean {
  const inner = innerUprights(frame).map(({ at }) => at);
  const isInside = ({ left, right }: Pick<Box, 'left' | 'right'>): boolean =>
    left > frame.box.left - 1 && right < frame.box.right + 1;
  return (
    segments.length > 1 &&
    isInside(box) &&
    segments.every(({ left, right }) => !inner.some((at) => at > left + 1 && at < right - 1))
  );
}
