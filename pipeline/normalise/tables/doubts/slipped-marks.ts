import type { ReadCell } from '../../reading/cell.ts';
import { Gap, type Ink } from '../../reading/ink.ts';

/**
 * Whether a footnote mark of a row may belong to another of its values than the one it stands behind:
 *
 * - it stands twice there, or apart behind one that is glued: `8962,0 9074,93) 3)`;
 * - it stands in a line of its own behind the whole row, and the row's other marks are glued: `36,64) 33,4 34,6` / `4)`.
 */
export function hasSlippedMark(ink: Ink, cells: readonly ReadCell[]): boolean {
  const rows = cells.map((cell) => printedMarks(ink, cell));
  const lowest = rows.at(-1)?.at(-1);
  return (
    cells.some(
      ({ content }) => content.kind === 'number' && new Set(content.marks).size < content.marks.length,
    ) ||
    rows.some((marks) => marks.some(({ isGlued }, index) => !isGlued && marks[index - 1]?.isGlued)) ||
    (lowest?.isLower === true && rows.flat().some(({ isGlued }) => isGlued))
  );
}

/** How a mark stands to its number. */
interface PrintedMark {
  readonly isGlued: boolean;
  /** In a line below its number. */
  readonly isLower: boolean;
}

function printedMarks({ gaps, lines }: Ink, { content, to }: ReadCell): readonly PrintedMark[] {
  if (content.kind !== 'number') return [];
  let at = to;
  return content.marks
    .toReversed()
    .map((mark) => {
      at -= mark.length + 1;
      return { isGlued: gaps[at] === Gap.none, isLower: lines[at] !== lines[at - 1] };
    })
    .toReversed();
}
