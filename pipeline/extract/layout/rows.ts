import type { Extent } from '../../page/place.ts';
import { isValueSegment } from './lines.ts';
import { median } from './measures.ts';
import { apart, hasLabel, hasValues, mayGoOn, type PlacedLine } from './placed-line.ts';
import { linksOf } from './row-links.ts';
import { SETTINGS } from './settings.ts';
import { isOneValue } from './values.ts';

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

/**
 * Puts the lines of a table's body into rows. Two lines that both print values are two rows; a line without any is a
 * row of its own (a heading), or the rest of a wrapped cell above or below it: by whether its first word would have
 * had room in the line above, by case, indent and distance.
 */
export function rowsOf(lines: readonly PlacedLine[], columns: readonly Extent[], pitch: number): Rows {
  if (lines.length < 2) return { rows: lines.map((line) => [line]), isSure: true };
  const links = linksOf(lines, columns, pitch);
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

/** Whether a line prints in a column of values that lines above print in as well. */
function sharesValues(above: readonly PlacedLine[], { parts }: PlacedLine): boolean {
  const columns = new Set(above.flatMap((line) => line.parts.map(({ column }) => column)));
  return parts.some(({ column }) => column > 0 && columns.has(column));
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
