import { type Extent, sharedWidth } from '../../page/place.ts';
import type { PrintedLine, Segment } from './lines.ts';
import { isValueSegment } from './lines.ts';
import { SETTINGS } from './settings.ts';

interface Covered extends Extent {
  readonly words: number;
  readonly gaps: number;
}

/**
 * The extents in which the columns of a table print, found by the corridors between them: extents that hardly a row
 * of values prints in. Rows that have few segments (spanning heads, headings) have no vote. A gap inside a segment, as
 * between the words of a label or the groups of a number, is no corridor unless most rows keep wider away from it.
 */
export function columnsOf(lines: readonly PrintedLine[]): readonly Extent[] {
  // One line alone may have more than any row: all gaps of a text are wide where it is stretched to its margins.
  const [first = 0, most = first] = lines
    .map(({ segments }) => segments.length)
    .sort((one, other) => other - one);
  const votes = Math.max(2, Math.ceil(SETTINGS.votingShare.value * most));
  const full = lines.filter(({ segments }) => segments.length >= votes);
  const valued = full.filter(({ segments }) => segments.slice(1).some(isValueSegment));
  const voters = valued.length >= SETTINGS.enoughVoters.value ? valued : full;
  if (voters.length === 0) return [];
  const size = Math.min(...voters.map((line) => line.size));
  const mostWords = Math.floor(SETTINGS.crossingRows.value * voters.length);
  const mostGaps = Math.floor(SETTINGS.bridgedRows.value * voters.length);
  const columns: { left: number; right: number }[] = [];
  let isOpen = false;
  let corridor = Infinity;
  for (const { left, right, words, gaps } of coverage(voters.map((line) => withoutSpanning(line, voters)))) {
    const isPrinted = words > mostWords || words + gaps > mostGaps;
    if (!isPrinted) {
      corridor += right - left;
      isOpen = false;
      continue;
    }
    const last = columns.at(-1);
    if (last !== undefined && (isOpen || corridor < SETTINGS.narrowestCorridor.value * size))
      last.right = right;
    else columns.push({ left, right });
    isOpen = true;
    corridor = 0;
  }
  return withStrays(withoutBridges(columns, voters, lines), full, lines);
}

/** A line without texts that stand over several values of another row: `introduced in 2012` tells of no column. */
function withoutSpanning(line: PrintedLine, voters: readonly PrintedLine[]): Pick<PrintedLine, 'segments'> {
  const isSpanning = (segment: Segment): boolean =>
    !isValueSegment(segment) &&
    voters.some(
      ({ segments }) =>
        segments.filter((other) => isValueSegment(other) && sharedWidth(other, segment) > 0).length > 1,
    );
  const [label, ...others] = line.segments;
  if (label === undefined || others.every(isValueSegment)) return line;
  return { segments: [label, ...others.filter((segment) => !isSpanning(segment))] };
}

/**
 * Columns that no row keeps apart more often than others join them are one: a word of a label beside the next, while the
 * other labels have one word. Of columns of words, further lines of a cell tell the same: one line may be stretched to the
 * margins of its cell; a text above or below values joins none of theirs.
 */
function withoutBridges(
  columns: readonly Extent[],
  voters: readonly PrintedLine[],
  lines: readonly PrintedLine[],
): readonly Extent[] {
  const joined: Extent[] = [];
  for (const column of columns) {
    const before = joined.at(-1);
    const areOfWords = before !== undefined && ![before, column].some((each) => isOfValues(each, voters));
    if (before === undefined || !isBridged(before, column, areOfWords ? lines : voters)) joined.push(column);
    else joined[joined.length - 1] = { left: before.left, right: column.right };
  }
  return joined;
}

/** Whether half of what prints in a column, or more, is values. */
function isOfValues(column: Extent, lines: readonly PrintedLine[]): boolean {
  const own = lines.flatMap(({ segments }) => segments.filter((segment) => printsIn(segment, column)));
  return own.filter(isValueSegment).length >= own.length / 2;
}

function isBridged(one: Extent, other: Extent, lines: readonly PrintedLine[]): boolean {
  let bridged = 0;
  let apart = 0;
  for (const { segments } of lines) {
    const inOne = segments.filter((segment) => printsIn(segment, one));
    const inOther = segments.filter((segment) => printsIn(segment, other));
    if (inOne.length === 0 || inOther.length === 0) continue;
    if (inOne.some((segment) => inOther.includes(segment))) bridged += 1;
    else apart += 1;
  }
  return bridged > apart;
}

function printsIn({ tokens }: Segment, column: Extent): boolean {
  return tokens.some(({ box }) => sharedWidth(box, column) > 0);
}

/** How many lines print words, and how many have a gap inside a segment, between each two edges of tokens. */
function coverage(lines: readonly Pick<PrintedLine, 'segments'>[]): Covered[] {
  const steps = new Map<number, { words: number; gaps: number }>();
  const step = (at: number, kind: 'words' | 'gaps', by: number): void => {
    const own = steps.get(at) ?? { words: 0, gaps: 0 };
    own[kind] += by;
    steps.set(at, own);
  };
  for (const { segments } of lines) {
    for (const { tokens } of segments) {
      let reach: number | undefined;
      for (const { box } of tokens) {
        if (reach !== undefined && box.left > reach) {
          step(reach, 'gaps', 1);
          step(box.left, 'gaps', -1);
        }
        const from = reach === undefined ? box.left : Math.max(reach, box.left);
        if (box.right > from) {
          step(from, 'words', 1);
          step(box.right, 'words', -1);
        }
        reach = Math.max(reach ?? box.right, box.right);
      }
    }
  }
  const covered: Covered[] = [];
  let words = 0;
  let gaps = 0;
  let left: number | undefined;
  for (const [at, change] of [...steps].sort((one, other) => one[0] - other[0])) {
    if (left !== undefined) covered.push({ left, right: at, words, gaps });
    words += change.words;
    gaps += change.gaps;
    left = at;
  }
  return covered;
}

/**
 * A value that stands in a corridor all by itself is a column of one value; a word that does so in a line of more words
 * than there are columns is the head of a column without any, and one that does so before the first column, over labels
 * that stand in lines of their own, is the head of these: `Data` over `Iris`, which stands halfway between two rows.
 */
function withStrays(
  columns: readonly Extent[],
  full: readonly PrintedLine[],
  lines: readonly PrintedLine[],
): readonly Extent[] {
  const isStray = (segment: Segment): boolean => columns.every((column) => sharedWidth(segment, column) <= 0);
  const first = columns[0]?.left ?? -Infinity;
  const before = lines
    .filter(({ segments }) => segments.length === 1)
    .flatMap(({ segments }) => segments.filter(({ right }) => right < first));
  const outer = full
    .flatMap(({ segments }) => segments.slice(0, 1))
    .filter((head) => head.right < first && before.some((label) => sharedWidth(label, head) > 0));
  const strays = full.flatMap(({ segments }) =>
    segments.filter(
      (segment) => isStray(segment) && (isValueSegment(segment) || segments.length > columns.length),
    ),
  );
  const labels = outer.length > 0 ? [...outer, ...before] : [];
  const merged: { left: number; right: number }[] = [];
  for (const { left, right } of [...labels, ...strays].sort((one, other) => one.left - other.left)) {
    const last = merged.at(-1);
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right);
    else merged.push({ left, right });
  }
  return [...columns, ...merged].sort((one, other) => one.left - other.left);
}
