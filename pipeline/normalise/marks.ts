import type { RowForm } from '../template/plan.ts';
import { isAdmitted, type ReadCell, spaced } from './cell.ts';
import { Gap, type Ink } from './ink.ts';
import { readNumber } from './number.ts';

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

/** Marks of two digits are the longest that are printed. */
const UNLISTED_MARKS: readonly string[] = Array.from({ length: 99 }, (_, index) => String(index + 1));

/**
 * The readings of a row in which the digits before a bracket are parted elsewhere, for a mark that the list of notes
 * lacks: where it knows 1, `3,811)` is 3,81 with mark 1, unless note 11 was left out of the list. Where the mark is
 * printed raised or smaller, nothing is left open.
 */
export function* withOtherMarks(
  ink: Ink,
  cells: readonly ReadCell[],
  { columns, marks, notation }: RowForm,
): Generator<readonly ReadCell[]> {
  let column = 0;
  for (const [index, cell] of cells.entries()) {
    const form = columns[column];
    column += cell.columns;
    if (cell.content.kind !== 'number' || cell.content.marks.length !== 1) continue;
    if (isSetApart(ink, cell.to - (cell.content.marks[0]?.length ?? 0) - 1)) continue;
    const printed = spaced(ink, cell.from, cell.to);
    const others = UNLISTED_MARKS.filter((mark) => !marks.includes(mark));
    for (const { value, marks: other } of readNumber(printed, others, notation)) {
      if (other.length !== 1 || (form !== undefined && !isAdmitted(form, value))) continue;
      yield cells.with(index, { ...cell, content: { kind: 'number', value, marks: other } });
    }
  }
}

/** Whether print shows that a mark begins at a place of the ink: it is raised or smaller, and what is before it is not. */
function isSetApart({ raised }: Ink, at: number): boolean {
  return raised[at] === 1 && raised[at - 1] !== 1;
}
