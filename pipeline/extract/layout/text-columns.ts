import { boxAround } from '../../page/place.ts';
import {
  gutteredLines,
  type Halves,
  marginsOf,
  type Part,
  pairsIn,
  type Run,
  runsAt,
  stepOf,
} from './gutters.ts';
import { median } from './measures.ts';
import type { DraftBlock, DraftPage } from './page.ts';
import { SETTINGS } from './settings.ts';
import { areColumns } from './sure-columns.ts';

/** Two lines with text beside them are columns that go on; a line that runs over a gutter may be wrapped once. */
const FEWEST_PAIRS = 2;
const MOST_OVERRUNS = 2;

/** A stretch of blocks that is two columns, each from its top to its foot. */
interface Band {
  readonly from: number;
  readonly to: number;
  readonly left: readonly Part[];
  readonly right: readonly Part[];
  readonly pairs: number;
}

/**
 * Puts text that is set in columns in the order in which it is read: each column to its foot, then the next. Only where
 * print leaves nothing else: many lines of words on both sides of a gutter that nothing crosses, each side with its
 * margin and full lines, and nothing between them that could part the page from left to right. Anything else keeps its
 * lines across the page, and whoever reads running text refuses it.
 */
export function withTextColumns(page: DraftPage): DraftPage {
  return { ...page, blocks: inOrder(page.blocks) };
}

function inOrder(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const [band] = marginsOf(gutteredLines(blocks), SETTINGS.linesBeside.value)
    .flatMap((margin) => surelyCut(blocks, runsAt(blocks, margin)).flatMap((run) => bandIn(run) ?? []))
    .sort((one, other) => other.pairs - one.pairs);
  if (band === undefined) return blocks;
  return [
    ...inOrder(blocks.slice(0, band.from)),
    ...inOrder(columnOf(band.left)),
    ...inOrder(columnOf(band.right)),
    ...inOrder(blocks.slice(band.to)),
  ];
}

/** The blocks of a column, whose lines know how far it reaches. */
function columnOf(parts: readonly Part[]): readonly DraftBlock[] {
  const column = boxAround(parts.map(({ box }) => box));
  return parts.map(({ block }) =>
    block.kind === 'table' || column === undefined
      ? block
      : { kind: 'line', line: { ...block.line, column } },
  );
}

/**
 * The runs but those between which a line or two cross the gutter that may be of one column only, too long for it: such
 * stand as near to the text as its own lines. What parts columns from columns stands off, or is larger.
 */
function surelyCut(blocks: readonly DraftBlock[], runs: readonly Run[]): readonly Run[] {
  const inked = runs.filter(({ halves }) => pairsIn(halves) >= FEWEST_PAIRS);
  const doubtful = inked.flatMap((below, at) => {
    const above = inked[at - 1];
    if (above === undefined) return [];
    const crossing = blocks.slice(above.from + above.halves.length, below.from);
    const isSure = crossing.length > MOST_OVERRUNS || standsOff(crossing, above, below);
    return isSure ? [] : [above, below];
  });
  return runs.filter((run) => !doubtful.includes(run));
}

function standsOff(crossing: readonly DraftBlock[], above: Run, below: Run): boolean {
  const partsOf = ({ halves }: Run): readonly Part[] =>
    halves.flatMap(({ left, right }) => [left ?? [], right ?? []].flat());
  const [before, after] = [partsOf(above), partsOf(below)];
  const left = above.halves.flatMap((each) => each.left ?? []);
  const white = SETTINGS.stepOn.value * stepOf(left) - (left[0]?.size ?? 0);
  const bottom = Math.max(...before.map(({ box }) => box.bottom));
  const top = Math.min(...after.map(({ box }) => box.top));
  const boxes = crossing.map((block) => (block.kind === 'table' ? block.box : block.line.box));
  const size = median([...before, ...after].map((part) => part.size));
  const isLarger = crossing.every(
    (block) => block.kind === 'line' && block.line.size > size + SETTINGS.sameSize.value,
  );
  return isLarger || boxes.every((box) => box.top - bottom > white && top - box.bottom > white);
}

/** The columns of a run; undefined where anything of it could be read otherwise. */
function bandIn({ from, halves, isCrossed }: Run): Band | undefined {
  const { first, last } = trimmed(halves);
  const own = halves.slice(first, last + 1);
  const left = own.flatMap((each) => each.left ?? []);
  const right = own.flatMap((each) => each.right ?? []);
  const pairs = pairsIn(own);
  if (pairs < SETTINGS.linesBeside.value || !areColumns(left, right, isCrossed)) return undefined;
  return { from: from + first, to: from + last + 1, left, right, pairs };
}

/**
 * What of a run is in its columns: what stands at the left only and before anything at the right is read first as it is,
 * and a number or a word far from the text at either end is no part of it.
 */
function trimmed(halves: readonly Halves[]): { first: number; last: number } {
  let first = halves.findIndex(({ right }) => right !== undefined);
  let last = halves.length - 1;
  if (first < 0) return { first: 0, last: -1 };
  const isLone = (at: number, towards: 1 | -1): boolean => {
    const { left, right } = halves[at] ?? {};
    const part = left ?? right;
    if (part === undefined || (left !== undefined && right !== undefined) || part.isProse) return false;
    const side = left === undefined ? 'right' : 'left';
    for (let next = at + towards; next >= 0 && next < halves.length; next += towards) {
      const other = halves[next]?.[side];
      if (other !== undefined)
        return Math.abs(other.foot - part.foot) > SETTINGS.widestRowGap.value * part.size;
    }
    return true;
  };
  while (first < last && isLone(first, 1)) first += 1;
  while (last > first && isLone(last, -1)) last -= 1;
  for (; first > 0; first -= 1) {
    const [above, below] = [
      halves[first - 1]?.left,
      halves.slice(first).find(({ left }) => left !== undefined)?.left,
    ];
    const isOn = above !== undefined && below !== undefined && halves[first - 1]?.right === undefined;
    if (!isOn || below.foot - above.foot > SETTINGS.proseStep.value * above.size) break;
  }
  return { first, last };
}
