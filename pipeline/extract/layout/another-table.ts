import { captionNumber } from '../../locale/caption-words.ts';
import { textOf } from '../../page/token.ts';
import type { Frame } from './frames.ts';
import { isNoValue } from './head-length.ts';
import type { Rule } from './ink.ts';
import { isValueSegment, type PrintedLine } from './lines.ts';
import { SETTINGS } from './settings.ts';

/**
 * Whether a line prints the boxhead again, ruled off like the first, which the rows below that are not: another table
 * begins. The last row of a group may have the same label in each and a rule below it, but is not the first that has.
 */
export function isHeadAgain(
  rows: readonly PrintedLine[],
  line: PrintedLine,
  levels: readonly Rule[],
): boolean {
  const at = rows.slice(0, SETTINGS.headLines.value).findIndex((row) => isRuledOff(row, levels));
  const [head, first, last] = [rows[at], rows[at + 1], rows.at(-1)];
  if (head === undefined || first === undefined || last === undefined) return false;
  return (
    labelOf(head) === labelOf(line) &&
    /\p{L}{3}/u.test(labelOf(head)) &&
    isRuledOff(line, levels) &&
    !isRuledOff(first, levels) &&
    !isRuledOff(last, levels)
  );
}

/**
 * Whether a line below a heading names columns for which the rows above it print values: the head of another table, under
 * a title of its own. Names are words, or what the first rows say.
 *
 *     Hill     12     345
 *     Wind
 *     Place    2010   2011
 */
export function isOtherHead(rows: readonly PrintedLine[], line: PrintedLine, before: PrintedLine): boolean {
  if (rows.at(-1) === before || before.segments.length > 1 || /^\p{Ll}/u.test(labelOf(before))) return false;
  const names = line.segments.slice(1);
  const areWords = names.length > 1 && !names.some(isValueSegment);
  const areSaid = names.every(isNoValue) && isSaid(rows, line);
  const areGiven = rows.slice(1).some(({ segments }) => segments.slice(1).filter(isValueSegment).length > 1);
  return (areWords || areSaid) && areGiven;
}

/** Whether one of the first rows of a table says the same. */
function isSaid(rows: readonly PrintedLine[], { tokens }: PrintedLine): boolean {
  return rows.slice(0, SETTINGS.headLines.value).some((row) => textOf(row.tokens) === textOf(tokens));
}

/**
 * Rules that hang together, parted where the boxhead is printed again below a title: tables below each other are often as
 * wide, and shaded alike.
 */
export function partedAtHeads(frame: Frame, lines: readonly PrintedLine[]): readonly Frame[] {
  const { box, levels, uprights } = frame;
  const own = lines.filter(({ baseline }) => baseline > box.top && baseline < box.bottom);
  const rows: PrintedLine[] = [];
  let below = 0;
  for (const [at, line] of own.entries()) {
    const before = own[at - 1];
    const next = own[below];
    if (before !== undefined && next !== undefined && isSaid(rows, line) && isOtherHead(rows, line, before)) {
      const within = (top: number, bottom: number): Frame => ({
        box: { ...box, top, bottom },
        levels: levels.filter((rule) => rule.at >= top && rule.at <= bottom),
        uprights: uprights.flatMap((rule) => {
          const [from, to] = [Math.max(rule.from, top), Math.min(rule.to, bottom)];
          return from < to ? [{ ...rule, from, to }] : [];
        }),
      });
      const rest = within(before.box.bottom, box.bottom);
      return [within(box.top, next.box.top), ...partedAtHeads(rest, lines)];
    }
    if (line.segments.length < 2) continue;
    rows.push(line);
    below = at + 1;
  }
  return [frame];
}

function labelOf({ segments }: Pick<PrintedLine, 'segments'>): string {
  return textOf(segments[0]?.tokens ?? []);
}

/** Whether a rule lies right below a line, from its first text to its last. */
export function isRuledOff({ baseline, size, segments }: PrintedLine, levels: readonly Rule[]): boolean {
  const [left, right] = [segments[0]?.right ?? 0, segments.at(-1)?.left ?? 0];
  return levels.some(
    ({ at, from, to }) =>
      at > baseline && at < baseline + SETTINGS.nextRow.value * size && from < left && to > right,
  );
}

/** Whether a line begins with the number of a table, as a title does: what stands below it is another table. */
export function isCaption(line: PrintedLine): boolean {
  return captionNumber(labelOf(line)) !== undefined && !line.segments.some(isValueSegment);
}
