import type { Extent } from '../../page/place.ts';
import {
  apart,
  hasLabel,
  hasValues,
  isBesideHalf,
  isHeadingBeside,
  isHeadOver,
  mayGoOn,
  type PlacedLine,
  reachesOver,
  textOf,
} from './placed-line.ts';
import type { Placed } from './placing.ts';
import { SETTINGS } from './settings.ts';
import { isName } from './values.ts';

/**
 * How much speaks for each line and the one below it being of one row, in points; negative where more speaks against it.
 * The last goes on with none.
 */
export function linksOf(
  lines: readonly PlacedLine[],
  columns: readonly Extent[],
  pitch: number,
): readonly number[] {
  const rights = columns.map(({ right }, at) =>
    Math.max(
      right,
      ...lines.flatMap(({ parts }) =>
        parts.flatMap(({ column, lastColumn, segment }) =>
          column === at && lastColumn === at ? [segment.right] : [],
        ),
      ),
    ),
  );
  const wrapsNearer = lines.some((line, index) => {
    const below = lines[index + 1];
    return below !== undefined && isWrapNearer(line, below, rights, pitch);
  });
  return lines.map((line, index) => {
    const below = lines[index + 1];
    if (below === undefined) return -Infinity;
    const link = linkOf(line, below, lines[index + 2], rights, pitch);
    const isFar =
      wrapsNearer && hasLabel(line) && hasLabel(below) && apart(line, below) >= pitch - SETTINGS.nearer.value;
    return isFar ? link - SETTINGS.farFromWrapped.value : link;
  });
}

/** How much speaks for two lines being one row; negative where more speaks against it. */
function linkOf(
  above: PlacedLine,
  below: PlacedLine,
  next: PlacedLine | undefined,
  rights: readonly number[],
  pitch: number,
): number {
  const distance = apart(above, below);
  if (isBesideHalf(above, below)) return SETTINGS.sureLink.value + 1;
  if (hasValues(above) && hasValues(below)) {
    const isNear = distance < pitch - SETTINGS.nearer.value;
    const isLabelledTwice = hasLabel(above) && hasLabel(below);
    return isNear && !isLabelledTwice && mayGoOn([above], below) ? SETTINGS.sureLink.value : -Infinity;
  }
  if (isHeadOver(above, below) || isHeadingBeside(above, below) || isHeadingBeside(below, above))
    return -Infinity;
  if (reachesOver(above, below) || reachesOver(below, above)) return -Infinity;
  if (distance > Math.max(SETTINGS.nextRow.value, pitch + SETTINGS.further.value)) return -3;
  const isNearer = distance < pitch - SETTINGS.nearer.value;
  let score = isNearer ? 1.5 : distance > pitch + SETTINGS.further.value ? -2 : 0;
  const fits = below.parts.flatMap((part) => {
    const over = above.parts.findLast(({ column }) => column === part.column);
    return over === undefined ? [] : [continues(over, part, rights, below.line.size)];
  });
  if (fits.length === 0) {
    if (!hasLabel(below) && !hasValues(below)) return score + 0.5;
    return distance < SETTINGS.halfLine.value ? 1 : -1;
  }
  score += Math.min(...fits);
  if (fits.length > 2 && fits.length === above.parts.length && fits.length === below.parts.length) score -= 2;
  const [label] = below.parts;
  const [over] = above.parts;
  if (label?.column !== 0 || over?.column !== 0) return score;
  const indent = (label.segment.left - over.segment.left) / below.line.size;
  if (indent < -SETTINGS.indent.value) score -= 2;
  if (hasValues(above) && indent > SETTINGS.indent.value) score += 1;
  const after = next?.parts[0];
  const deeper = after?.column === 0 ? (after.segment.left - label.segment.left) / below.line.size : NaN;
  // What opens a group says nothing of its rows: `Men` over `  45-54  12` and `  55-64  9`, however little room it leaves.
  if (!hasValues(above) && indent > SETTINGS.indent.value)
    score -= Math.abs(deeper) < SETTINGS.indent.value ? SETTINGS.opensGroup.value : 1;
  if (!hasValues(below) && deeper > SETTINGS.indent.value) score -= isNearer ? 1 : SETTINGS.opensNext.value;
  return score;
}

function isLabelAlone({ parts }: PlacedLine): boolean {
  return parts.length === 1 && parts[0]?.column === 0;
}

/** Whether a label goes on in a line that stands nearer to it than rows do: then those that stand as far as rows are rows. */
function isWrapNearer(
  above: PlacedLine,
  below: PlacedLine,
  rights: readonly number[],
  pitch: number,
): boolean {
  if (apart(above, below) >= pitch - SETTINGS.nearer.value) return false;
  const [over] = above.parts;
  const [label] = below.parts;
  if (over?.column !== 0 || label === undefined || !isLabelAlone(below)) return false;
  return continues(over, label, rights, below.line.size) > 0;
}

/** Whether one is a year or a range, which are whole labels in a narrow column: no word above or below had room beside them. */
function areLabelAndName(above: Placed, below: Placed): boolean {
  const isWord = (part: Placed): boolean => /^\p{L}/u.test(textOf(part));
  return (isName(textOf(above)) && isWord(below)) || (isWord(above) && isName(textOf(below)));
}

/** Whether the text of a cell goes on from one line to the next: positive if its next word had no room above. */
function continues(above: Placed, below: Placed, rights: readonly number[], size: number): number {
  const text = below.segment.tokens[0]?.text ?? '';
  const before = above.segment.tokens.at(-1)?.text ?? '';
  const room = (rights[above.lastColumn] ?? Infinity) - above.segment.right;
  const word = (below.segment.tokens[0]?.box.right ?? 0) - below.segment.left + SETTINGS.space.value * size;
  let score = word <= room + 0.1 * size ? -3 : 1.5;
  if (/^\p{Ll}/u.test(text)) score += 2;
  if (/[,/&–-]$/u.test(before)) score += 2;
  if (/:$/u.test(before)) score -= 2;
  return above.column === 0 && areLabelAndName(above, below) ? Math.min(score, -1) : score;
}
