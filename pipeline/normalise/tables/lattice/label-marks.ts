import type { ReadCell } from '../../reading/cell.ts';
import { Gap, type Ink } from '../../reading/ink.ts';
import { markEnd, type PhraseMatch, type Stretch } from '../../reading/phrase.ts';
import { markStarts } from '../../reading/raised-marks.ts';
import { changed, type LatticeNode } from './lattice.ts';

/**
 * The readings of a row whose label has all of its `marks`: printed in it, or apart behind the last value, where they
 * are taken off it. None where a mark is missing.
 */
export function withLabelMarks(
  ink: Ink,
  label: PhraseMatch,
  marks: readonly string[],
  lattice: LatticeNode,
): LatticeNode {
  return missingMarks(ink, label, marks).reduceRight<LatticeNode>(
    (rest, mark) =>
      changed(rest, ({ cell, to }, _, state) => {
        const left = to.edges.length === 0 ? withoutMark(ink, cell, mark) : cell;
        return left && [left, state];
      }),
    lattice,
  );
}

/** The marks that a label should carry and does not; those among its numbers are theirs. */
function missingMarks(
  ink: Ink,
  { from, to, inside, headers }: PhraseMatch,
  marks: readonly string[],
): readonly string[] {
  if (marks.length === 0) return [];
  const own: Stretch[] = [];
  let at = from;
  for (const other of [...inside, ...headers, { from: to, to }].sort((a, b) => a.from - b.from)) {
    own.push({ from: at, to: other.from });
    at = other.to;
  }
  return marks.filter((mark) => !own.some((part) => isMarked(ink, part, mark)));
}

/** Whether a mark is printed in a part of a label. */
function isMarked(ink: Ink, { from, to }: Stretch, mark: string): boolean {
  for (let at = from; at < to; at += 1) {
    const end = markEnd(ink, at, mark);
    if (end >= 0 && end <= to) return true;
  }
  return false;
}

/**
 * A mark that the label should carry and does not, and that stands apart behind the last value, is the label's:
 * `шаққанда) 22,7 ... 12,50` / `1)`. Nothing where it does not stand there.
 */
function withoutMark(ink: Ink, last: ReadCell, mark: string): ReadCell | undefined {
  const [from = last.to] = markStarts(ink, last, [mark]);
  if (last.content.kind !== 'number' || last.content.marks.at(-1) !== mark || ink.gaps[from] === Gap.none) {
    return undefined;
  }
  const marks = last.content.marks.slice(0, -1);
  const reading = marks.length === 0 ? 'plain' : last.reading;
  return { ...last, content: { ...last.content, marks }, reading, to: from };
}
