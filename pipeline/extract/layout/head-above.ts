import { sharedWidth } from '../../page/place.ts';
import { isCaption } from './another-table.ts';
import { columnsOf } from './columns.ts';
import type { Frame } from './frames.ts';
import type { PrintedLine } from './lines.ts';
import { coveredBy } from './placing.ts';
import { SETTINGS } from './settings.ts';

/**
 * A frame of level rules with the names of its columns above the first of them: where rules part rows and none stands
 * above them all, the boxhead has its only rule below.
 *
 *     Source              Agency
 *     ────────────────────────────────────
 *     Register of farms   Office of farming
 *     ────────────────────────────────────
 */
export function withHeadAbove(frame: Frame, lines: readonly PrintedLine[]): Frame {
  const { box } = frame;
  const columns = columnsOf(lines.filter(({ baseline }) => baseline > box.top && baseline < box.bottom));
  const above = lines.filter(({ baseline }) => baseline <= box.top);
  const named = new Set<number>();
  let top = box.top;
  let foot = box.top;
  for (const line of above.reverse()) {
    const { baseline, size, segments, box: own } = line;
    const over = segments.map((segment) => ({ segment, covered: coveredBy(segment, columns) }));
    const isNear = foot - baseline < SETTINGS.nextLine.value * size;
    const areNames = over.every(({ segment, covered: [first, last] }) => {
      const column = columns[first];
      return first === last && column !== undefined && sharedWidth(segment, column) > 0;
    });
    const isTitle = isCaption(line) || (segments.length === 1 && over[0]?.covered[0] === 0);
    if (isTitle || !isNear || !areNames || own.left < box.left - 1 || own.right > box.right + 1) break;
    for (const { covered } of over) named.add(covered[0]);
    top = own.top;
    foot = baseline;
  }
  return columns.length > 1 && named.size === columns.length ? { ...frame, box: { ...box, top } } : frame;
}
