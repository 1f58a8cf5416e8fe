import type { Extent } from '../../page/place.ts';
import type { Rule } from './ink.ts';
import { isValueSegment, type PrintedLine } from './lines.ts';
import { SETTINGS } from './settings.ts';
import { isName } from './values.ts';

/**
 * Whether one text stands above a rule that opens a boxhead, which another closes above the first values: a unit or a part
 * of the title, whatever columns it stands over.
 */
export function isAboveHead(
  line: PrintedLine,
  below: readonly PrintedLine[],
  columns: readonly Extent[],
  levels: readonly Rule[],
): boolean {
  const values = below.find(({ segments }) =>
    segments.slice(1).some((each) => isValueSegment(each) && !each.tokens.every(({ text }) => isName(text))),
  );
  const [head] = below;
  if (line.segments.length > 1 || head === undefined || values === undefined) return false;
  const [left, right] = [columns[0]?.right ?? 0, columns.at(-1)?.left ?? 0];
  const isRuled = (from: number, to: number): boolean =>
    levels.some((rule) => rule.at > from && rule.at < to && rule.from < left && rule.to > right);
  return isRuled(line.baseline, head.baseline) && isRuled(head.baseline, values.baseline);
}

/**
 * Whether the last of rows says what the signs in the others mean, as in `( ) uncertain   / not known`: it has no value, most
 * others have, and it stands apart from them, behind a rule or an empty line.
 */
export function isLegend(rows: readonly PrintedLine[], levels: readonly Rule[]): boolean {
  const [line, before] = [rows.at(-1), rows.at(-2)];
  if (line === undefined || before === undefined || isValued(line)) return false;
  const isRuledOff = levels.some(
    ({ at, from, to }) =>
      at > before.baseline && at < line.baseline && from < before.box.right && to > before.box.right - 1,
  );
  const isApart = line.baseline - before.baseline > SETTINGS.nextRow.value * line.size;
  return (isRuledOff || isApart) && rows.filter(isValued).length > rows.length / 2;
}

function isValued({ segments }: PrintedLine): boolean {
  return segments.slice(1).some(isValueSegment);
}
