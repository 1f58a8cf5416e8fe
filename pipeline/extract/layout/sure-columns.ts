import { boxAround, sharedHeight } from '../../page/place.ts';
import { type Part, stepOf } from './gutters.ts';
import { SETTINGS } from './settings.ts';

/**
 * Whether what stands on both sides of a gutter is two columns of text for sure: nothing between them could part the
 * page from left to right, and what stands in one of them alone is no line of the page. `isCrossed` where one comes next.
 */
export function areColumns(left: readonly Part[], right: readonly Part[], isCrossed: boolean): boolean {
  return (
    isColumn(left) &&
    isColumn(right) &&
    !isParted(left, right) &&
    !left.some((part) => mayBeOfPage(part, left, right)) &&
    isSureOfFoot(left, right, isCrossed)
  );
}

/** Whether parts are a column of text: words, most of them in full lines from one margin, that follow each other closely. */
function isColumn(parts: readonly Part[]): boolean {
  const lines = parts.filter(({ block }) => block.kind === 'line');
  if (lines.length < SETTINGS.linesBeside.value) return false;
  const full = lines.filter((part) => isFull(part, lines));
  const atMargin = Math.max(
    ...lines.map(
      ({ box, size }) =>
        lines.filter((each) => Math.abs(each.box.left - box.left) < SETTINGS.gutterSlack.value * size).length,
    ),
  );
  const words = lines.filter(({ isProse }) => isProse);
  const step = stepOf(lines);
  return (
    words.length >= SETTINGS.proseShare.value * lines.length &&
    full.length >= SETTINGS.fullLines.value * lines.length &&
    atMargin >= SETTINGS.sameMargin.value * lines.length &&
    parts.every((part, at) => isWithin(parts[at - 1], part, SETTINGS.stepWithin.value * step))
  );
}

function isFull({ box }: Part, parts: readonly Part[]): boolean {
  const all = boxAround(parts.map((each) => each.box));
  return all !== undefined && box.right - all.left >= SETTINGS.fullLine.value * (all.right - all.left);
}

/** Whether a part stands below the one before it by no more than a step; a table begins at its top. */
function isWithin(above: Part | undefined, below: Part, step: number): boolean {
  if (above === undefined) return true;
  const head = below.block.kind === 'table' ? below.box.top : below.foot;
  return head - above.foot <= step;
}

/** Whether white space goes from left to right through both columns: rows of a table, or columns below columns. */
function isParted(left: readonly Part[], right: readonly Part[]): boolean {
  const step = Math.max(stepOf(left), stepOf(right));
  const parts = [...left, ...right].sort((one, other) => one.box.top - other.box.top);
  let bottom = Infinity;
  return parts.some(({ box, size }) => {
    const white = box.top - bottom;
    bottom = bottom === Infinity ? box.bottom : Math.max(bottom, box.bottom);
    return white > SETTINGS.stepOn.value * step - size;
  });
}

/** Whether a short line has nothing beside it, and may be a heading over both columns: one that goes on is none. */
function mayBeOfPage(part: Part, left: readonly Part[], right: readonly Part[]): boolean {
  const { block, box } = part;
  if (block.kind === 'table' || isFull(part, left) || goesOn(part)) return false;
  const isBetween =
    right.some((other) => other.foot < box.top) && right.some((other) => other.foot > box.bottom);
  return isBetween && right.every((other) => sharedHeight(other.box, box) <= 0);
}

function goesOn({ block }: Part): boolean {
  return block.kind === 'line' && /^\p{Ll}/u.test(block.line.tokens[0]?.text ?? '');
}

/** Whether what the left column has below the right one is surely of it, and no line of the page below both. */
function isSureOfFoot(left: readonly Part[], right: readonly Part[], isCrossed: boolean): boolean {
  const foot = Math.max(...right.map(({ box }) => box.bottom));
  const below = left.filter(({ box }) => box.top > foot);
  const lastFull = below.findLastIndex((part) => isFull(part, left));
  const step = SETTINGS.stepOn.value * stepOf(left);
  const rest = below.slice(lastFull + 1);
  return rest.every((part, at) => {
    const above = left[left.length - rest.length + at - 1];
    if (above === undefined || !isWithin(above, part, step)) return false;
    return Math.abs(above.size - part.size) < SETTINGS.sameSize.value && (!isCrossed || goesOn(part));
  });
}
