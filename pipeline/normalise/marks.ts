import type { ReadCell } from './cell.ts';
import { Gap, type Ink } from './ink.ts';

/**
 * Whether a footnote mark of a row may belong to another of its values than the one it stands behind:
 *
 * - it stands twice there, or apart behind one that is glued: `8962,0 9074,93) 3)`;
 * - it stands in a line of its own behind the whole row, and the row's other marks are glued: `36,64) 33,4 34,6` / `4)`.
 */
export function hasSlippedMark(ink: Ink, cells: readonly ReadCell[]): boolean {
  const gaps = cells.map((cell) => gapsBeforeMarks(ink, cell));
  const isGlued = (list: readonly number[]): boolean => list.includes(Gap.none);
  const last = gaps.at(-1) ?? [];
  return (
    cells.some(
      ({ content }) => content.kind === 'number' && new Set(content.marks).size < content.marks.length,
    ) ||
    gaps.some((list) => list.some((gap, index) => gap !== Gap.none && list[index - 1] === Gap.none)) ||
    (last.at(-1) === Gap.line && gaps.some(isGlued))
  );
}

/** The white space before each mark of a cell. */
function gapsBeforeMarks({ gaps }: Ink, { content, to }: ReadCell): readonly number[] {
  if (content.kind !== 'number') return [];
  let at = to;
  return content.marks
    .toReversed()
    .map((mark) => {
      at -= mark.length + 1;
      return gaps[at] ?? Gap.none;
    })
    .toReversed();
}
