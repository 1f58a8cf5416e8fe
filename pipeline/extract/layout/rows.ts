import type { Extent } from '../../page/place.ts';
import type { Placed } from './columns.ts';
import type { PrintedLine } from './lines.ts';
import { isValueSegment } from './lines.ts';
import { median } from './measures.ts';
import { SETTINGS } from './settings.ts';
import { isOneValue } from './values.ts';

/** A printed line of a table with its parts in their columns. */
export interface PlacedLine {
  readonly line: PrintedLine;
  readonly parts: readonly Placed[];
}

/** One row of a region: what is printed in it, and its room. */
export interface Row {
  readonly lines: readonly PlacedLine[];
  readonly top: number;
  readonly bottom: number;
  readonly isHead: boolean;
}

/** Lines in rows, and whether nothing speaks for other rows as well. */
export interface Rows {
  readonly rows: readonly (readonly PlacedLine[])[];
  readonly isSure: boolean;
}

/** Whether a line prints a value beside its label. */
export function hasValues({ parts }: PlacedLine): boolean {
  return parts.some(({ column, segment }) => column > 0 && isValueSegment(segment));
}

function hasLabel({ parts }: PlacedLine): boolean {
  return parts.some(({ column }) => column === 0);
}

/**
 * Puts the lines of a table's body into rows. Two lines that both print values are two rows; a line without any is a
 * row of its own (a heading), or the rest of a wrapped cell above or below it: by whether its first word would have
 * had room in the line above, by case, indent and distance.
 */
export function rowsOf(lines: readonly PlacedLine[], columns: readonly Extent[], pitch: number): Rows {
  if (lines.length < 2) return { rows: lines.map((line) => [line]), isSure: true };
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
  const links = lines.map((line, index) => {
    const below = lines[index + 1];
    return below === undefined ? -Infinity : linkOf(line, below, lines[index + 2], rights, pitch);
  });
  const rows: PlacedLine[][] = [];
  let row: PlacedLine[] = [];
  for (const [index, line] of lines.entries()) {
    row.push(line);
    if ((links[index] ?? -1) > 0) continue;
    rows.push(row);
    row = [];
  }
  const isSure = links.every((link) => Math.abs(link) >= SETTINGS.sureLink.value);
  return { rows: rows.flatMap((each) => parted(each, links, lines)), isSure };
}

/**
 * The lines of a cell and its neighbours between two rules, none of which prints several values: one row, but where a
 * gap that is wider than the lines' runs through all of them and a label follows it.
 */
export function partedByGaps(lines: readonly PlacedLine[]): PlacedLine[][] {
  const rows: PlacedLine[][] = [];
  let foot = -Infinity;
  for (const line of lines) {
    const isNext = line.line.box.top - foot > SETTINGS.emptyLine.value * line.line.size && hasLabel(line);
    if (rows.length === 0 || isNext) rows.push([line]);
    else rows.at(-1)?.push(line);
    foot = Math.max(foot, line.line.box.bottom);
  }
  return rows;
}

/**
 * Whether the lines between two rules are several rows: most columns that print values print them on several lines, and
 * two lines are not what a narrow cell makes of one number or of a number and its mark.
 */
export function holdsRows(lines: readonly PlacedLine[]): boolean {
  const columns = new Map<number, string[]>();
  for (const { column, segment } of lines.flatMap(({ parts }) => parts)) {
    if (column === 0 || !isValueSegment(segment)) continue;
    const text = segment.tokens.map((token) => token.text).join(' ');
    const texts = columns.get(column);
    if (texts === undefined) columns.set(column, [text]);
    else texts.push(text);
  }
  const all = [...columns.values()];
  const several = all.filter((texts) => texts.length > 1 && !isOneValue(texts));
  const labelled = lines.filter((line) => hasLabel(line) && hasValues(line)).length;
  return several.length > 0 && (labelled > 1 || several.length >= all.length / 2);
}

/** Whether lines that are read as one row print values beside labels several times, as rows would. */
export function mayHoldRows(lines: readonly PlacedLine[]): boolean {
  return lines.filter((line) => hasLabel(line) && hasValues(line)).length > 1;
}

/** No row prints two values in a column: it is parted where the link is weakest. */
function parted(row: PlacedLine[], links: readonly number[], lines: readonly PlacedLine[]): PlacedLine[][] {
  const valued = row.flatMap((line, index) => (hasValues(line) ? [index] : []));
  const at = valued.findIndex((index, place) => {
    const before = valued.slice(0, place).flatMap((each) => row[each] ?? []);
    const line = row[index];
    if (line === undefined || before.length === 0) return false;
    const isLabelledTwice = hasLabel(line) && before.some(hasLabel);
    return !mayGoOn(before, line) || (isLabelledTwice && !sharesValues(before, line));
  });
  const [first, second] = [valued[at - 1], valued[at]];
  if (first === undefined || second === undefined) return [row];
  const start = row[0] === undefined ? 0 : lines.indexOf(row[0]);
  let cut = first;
  for (let index = first; index < second; index += 1) {
    if ((links[start + index] ?? 0) <= (links[start + cut] ?? 0)) cut = index;
  }
  return [row.slice(0, cut + 1), ...parted(row.slice(cut + 1), links, lines)];
}

/** Lines that print in the same column stand below each other; others may be cells that are set in the middle. */
function shareColumns(above: PlacedLine, below: PlacedLine): boolean {
  return below.parts.some((part) =>
    above.parts.some((over) => over.column <= part.lastColumn && over.lastColumn >= part.column),
  );
}

/** Whether a line stands half a line below another, and beside all of it: cells of one row that are set in the middle. */
export function isBesideHalf(above: PlacedLine, below: PlacedLine): boolean {
  return !shareColumns(above, below) && apart(above, below) < SETTINGS.halfLine.value;
}

/** Whether each value of a line goes on with the value that the lines above print in its column: `21 815` / `517,0`. */
function mayGoOn(above: readonly PlacedLine[], below: PlacedLine): boolean {
  return below.parts.every((part) => {
    const texts = above.flatMap(({ parts }) =>
      parts.flatMap((over) => (over.column === part.column ? [textOf(over)] : [])),
    );
    return (
      part.column === 0 ||
      texts.length === 0 ||
      !isValueSegment(part.segment) ||
      isOneValue([...texts, textOf(part)])
    );
  });
}

/** Whether a line prints in a column of values that lines above print in as well. */
function sharesValues(above: readonly PlacedLine[], { parts }: PlacedLine): boolean {
  const columns = new Set(above.flatMap((line) => line.parts.map(({ column }) => column)));
  return parts.some(({ column }) => column > 0 && columns.has(column));
}

function textOf({ segment }: Placed): string {
  return segment.tokens.map(({ text }) => text).join(' ');
}

/** How far, in em, rows of values stand apart that are certainly two; where there are none, lines. */
export function pitchOf(lines: readonly PlacedLine[]): number {
  const steps = (isCounted: (above: PlacedLine, below: PlacedLine) => boolean): number[] =>
    lines.slice(1).flatMap((below, index) => {
      const above = lines[index];
      return above !== undefined && isCounted(above, below) ? [apart(above, below)] : [];
    });
  const areRows = (above: PlacedLine, below: PlacedLine): boolean =>
    hasValues(above) &&
    hasValues(below) &&
    ((hasLabel(above) && hasLabel(below)) || !mayGoOn([above], below));
  const rows = steps(areRows);
  return median(rows.length > 1 ? rows : steps(() => true));
}

function apart(above: PlacedLine, below: PlacedLine): number {
  return (below.line.baseline - above.line.baseline) / below.line.size;
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
  if (distance > Math.max(SETTINGS.nextRow.value, pitch + SETTINGS.further.value)) return -3;
  let score =
    distance < pitch - SETTINGS.nearer.value ? 1.5 : distance > pitch + SETTINGS.further.value ? -2 : 0;
  const fits = below.parts.flatMap((part) => {
    const over = above.parts.find(({ column }) => column === part.column);
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
  const deeper =
    after?.column === 0 ? (after.segment.left - label.segment.left) / below.line.size : undefined;
  if (!hasValues(above) && indent > SETTINGS.indent.value)
    score -= deeper !== undefined && Math.abs(deeper) < SETTINGS.indent.value ? 3 : 1;
  if (!hasValues(below) && deeper !== undefined && deeper > SETTINGS.indent.value) score -= 1;
  return score;
}

/**
 * Whether a line without a label holds heads over a labelled row of values: `Rain, mm  Days of rain` over
 * `Hill  99  129.4`, where a rule stands below the row only.
 */
export function isHeadOver(above: PlacedLine, below: PlacedLine): boolean {
  if (hasLabel(above) || !hasLabel(below)) return false;
  const under = below.parts.filter(
    (part) =>
      part.column > 0 &&
      isValueSegment(part.segment) &&
      above.parts.some(({ column, segment }) => column === part.column && !isValueSegment(segment)),
  );
  return under.length > 1;
}

/**
 * Whether a line is a heading in the midst of the table, where another prints values: `Women` below `75 138`. Neither
 * goes on with the other, nor does a label with what stands far behind its beginning, and is not centred below it.
 */
function isHeadingBeside(line: PlacedLine, other: PlacedLine): boolean {
  const [only, ...rest] = line.parts;
  if (only === undefined || rest.length > 0 || !/\p{L}{3}/u.test(textOf(only))) return false;
  const beside = other.parts.find(({ column }) => column === only.column);
  if (beside === undefined) return false;
  if (only.column > 0) return isValueSegment(beside.segment);
  const { left, right } = beside.segment;
  const { size } = line.line;
  const isFar = only.segment.left - left > SETTINGS.furthestIndent.value * size;
  const offMiddle = Math.abs(only.segment.left + only.segment.right - left - right) / 2;
  return hasValues(other) && isFar && offMiddle > SETTINGS.offCentre.value * size;
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
  return score;
}
