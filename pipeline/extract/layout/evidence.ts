import { sharedWidth } from '../../page/place.ts';
import type { ToldBy } from '../../page/table.ts';
import { isValueSegment, type PrintedLine } from './lines.ts';
import type { Placed } from './placing.ts';
import type { Columns } from './region.ts';
import type { Row } from './rows.ts';
import { SETTINGS } from './settings.ts';

/**
 * By what the columns of a table are told apart: by rules that stand between the cells of its rows; by the places of its
 * values, where each lies over one column and by itself; else by nothing that would not allow another reading.
 */
export function columnsTold(rows: readonly Row[], columns: Columns, ruledRows: readonly boolean[]): ToldBy {
  const isRuled = columns.borders.every((border) => border.isRuled);
  // A row of one cell, such as a heading, has nothing to tell apart.
  const isAlone = (row: Row | undefined): boolean =>
    new Set(row?.lines.flatMap(({ parts }) => parts.map(({ column }) => column))).size < 2;
  const ruled = ruledRows.filter(
    (isInRules, at) => isInRules || rows[at]?.isHead === true || isAlone(rows[at]),
  ).length;
  if (isRuled && ruled >= SETTINGS.ruledShare.value * rows.length) return 'ruled';
  const body = rows.filter(({ isHead }) => !isHead).flatMap(({ lines }) => lines);
  const isClear = body.every(({ parts }) =>
    parts.every((part, at) => {
      const before = parts[at - 1];
      return !isValueSegment(part.segment) || (liesInOne(part, columns) && !mayBeOne(before, part));
    }),
  );
  const isCut = body.some(({ line, parts }) =>
    parts.some((part, at) => isValueSegment(part.segment) && isOfLabel(parts[at - 1], part, line)),
  );
  const isShared = rows
    .flatMap(({ lines }) => lines)
    .some(({ parts }) => parts.some(({ column }, at) => column > 0 && parts[at - 1]?.lastColumn === column));
  return isClear && !isCut && !isShared ? 'aligned' : 'none';
}

/** Whether a value lies over one column only, and not in the corridor beside it. */
function liesInOne({ segment, column, lastColumn }: Placed, { extents }: Columns): boolean {
  const own = extents[column];
  return column === lastColumn && own !== undefined && sharedWidth(segment, own) > 0;
}

/** Whether a value stands as near to a label as the words of that do: it could be one of them. */
function isOfLabel(before: Placed | undefined, { segment }: Placed, { segments }: PrintedLine): boolean {
  const [last, first] = [before?.segment.tokens.at(-1), segment.tokens[0]];
  if (before === undefined || last === undefined || first === undefined || isValueSegment(before.segment))
    return false;
  return segments.some(({ tokens }) => tokens.includes(last) && tokens.includes(first));
}

/** Whether two values stand as close as the groups of one number, and could be these: `1` and `234`. */
function mayBeOne(before: Placed | undefined, { segment }: Placed): boolean {
  const last = before?.segment.tokens.at(-1);
  const [first] = segment.tokens;
  if (last === undefined || first === undefined) return false;
  const gap = first.box.left - last.box.right;
  const isNear =
    gap <= SETTINGS.clearGap.value * first.print.size || (first.spaced && gap <= first.print.size);
  return (
    isNear &&
    /^[-\u2212\u2013+]?\p{Nd}{1,3}$/u.test(last.text) &&
    /^\p{Nd}{3}(?:[.,]\p{Nd}+)?$/u.test(first.text)
  );
}
