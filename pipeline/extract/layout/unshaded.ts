import type { Box } from '../../page/place.ts';
import type { Frame } from './frames.ts';
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
  return {
    ...frame,
    box: {
      ...box,
      top: !isRuled(box.top) && isRow(above, first) ? above.box.top : box.top,
      bottom: !isRuled(box.bottom) && isRow(below, last) ? below.box.bottom : box.bottom,
    },
  };
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
