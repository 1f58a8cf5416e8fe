import type { Placed, Stretch } from './columns.ts';
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
export function rowsOf(lines: readonly PlacedLine[], columns: readonly Stretch[]): Rows {
  const pitch = pitchOf(lines);
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
    columns.set(column, [...(columns.get(column) ?? []), text]);
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

/** No row prints values on two lines: it is parted where the link is weakest. */
function parted(row: PlacedLine[], links: readonly number[], lines: readonly PlacedLine[]): PlacedLine[][] {
  const first = row.findIndex(hasValues);
  const second = row.findIndex((line, index) => index > first && hasValues(line));
  if (first < 0 || second < 0) return [row];
  const start = row[0] === undefined ? 0 : lines.indexOf(row[0]);
  let cut = first;
  for (let index = first; index < second; index += 1) {
    if ((links[start + index] ?? 0) <= (links[start + cut] ?? 0)) cut = index;
  }
  return [row.slice(0, cut + 1), ...parted(row.slice(cut + 1), links, lines)];
}

/** How far, in em, rows of values stand apart; where there are none, lines. */
function pitchOf(lines: readonly PlacedLine[]): number {
  const steps = (isCounted: (above: PlacedLine, below: PlacedLine) => boolean): number[] =>
    lines.slice(1).flatMap((below, index) => {
      const above = lines[index];
      return above !== undefined && isCounted(above, below) ? [apart(above, below)] : [];
    });
  const rows = steps((above, below) => hasValues(above) && hasValues(below));
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
  if (hasValues(above) && hasValues(below)) return -Infinity;
  const distance = apart(above, below);
  if (
    hasLabel(above) !== hasLabel(below) &&
    (hasValues(above) || hasValues(below)) &&
    distance < SETTINGS.halfLine.value
  )
    return 3;
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
