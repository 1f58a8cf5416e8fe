import { type Box, holdsMiddle } from '../../page/place.ts';
import type { Frame } from './frames.ts';
import type { InkToken } from './ink.ts';
import { type PrintedLine, printedLines } from './lines.ts';
import { columnedLines } from './open.ts';
import { SETTINGS } from './settings.ts';

/**
 * Of frames without uprights, those that hold one whole table: rules open it, part its head off and close it, no row of it
 * stands outside, and nothing but running text or another such table stands beside it. What stands between the rules is
 * of its cells then, be it a text of many lines, and what stands below them or beside them is not.
 *
 *     ───────────────────────────────────      and it was found that
 *     Code   Meaning               Limit       the limits were kept in
 *     ───────────────────────────────────      all of the years before
 *     A1     The largest that was    0.5       the inspection, but for
 *            measured in the year
 *     ───────────────────────────────────
 */
export function closedFrames(
  frames: readonly Frame[],
  tokens: readonly InkToken[],
  prose: ReadonlySet<InkToken>,
): readonly Frame[] {
  const closed = frames.filter((frame) => isClosed(frame, tokens, prose));
  const isAside = (token: InkToken): boolean =>
    prose.has(token) || closed.some(({ box }) => holdsMiddle(box, token.box));
  return closed.filter(({ box }) => {
    const beside = { ...box, left: -Infinity, right: Infinity };
    return tokens.every(
      (token) => !holdsMiddle(beside, token.box) || holdsMiddle(box, token.box) || isAside(token),
    );
  });
}

function isClosed(
  { box, levels }: Frame,
  tokens: readonly InkToken[],
  prose: ReadonlySet<InkToken>,
): boolean {
  const full = levels.filter(({ from, to }) => to - from > SETTINGS.fullWidth.value * (box.right - box.left));
  if (full.length < SETTINGS.closingRules.value) return false;
  const along = { ...box, top: -Infinity, bottom: Infinity };
  const own = tokens.filter((token) => !prose.has(token) && holdsMiddle(along, token.box));
  const rows = printedLines(own.filter((token) => holdsMiddle(box, token.box)));
  const [found, ...others] = columnedLines(rows, levels);
  if (found === undefined || others.length > 0) return false;
  if (found[0] !== rows[0] || found.at(-1) !== rows.at(-1)) return false;
  return !goesOn(printedLines(own), box);
}

/** Whether a line in columns stands as near above or below a table as rows or heads do. */
function goesOn(lines: readonly PrintedLine[], { top, bottom }: Box): boolean {
  const near = ({ baseline, size, segments }: PrintedLine, at: number): boolean =>
    segments.length > 1 && Math.abs(baseline - at) < SETTINGS.nextHead.value * size;
  const above = lines.findLast(({ baseline }) => baseline <= top);
  const below = lines.find(({ baseline }) => baseline >= bottom);
  return (above !== undefined && near(above, top)) || (below !== undefined && near(below, bottom));
}
