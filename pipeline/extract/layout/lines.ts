import { boxAround, type Extent, sharedWidth } from '../../page/place.ts';
import { remembered } from '../../page/remembered.ts';
import type { InkLine, InkToken } from './ink.ts';
import { SETTINGS } from './settings.ts';
import { areValues, isCurrency, isLeader, isMark } from './values.ts';

/** Tokens of one line that stand as close as the words of a text do. */
export interface Segment {
  readonly tokens: readonly InkToken[];
  readonly left: number;
  readonly right: number;
}

/** What stands on one baseline from the left to the right, cut where its words stand further apart than words do. */
export interface PrintedLine extends InkLine {
  readonly segments: readonly Segment[];
  /** The em of most of its letters. */
  readonly size: number;
  /** How far the column of text reaches that it stands in; undefined for a line of the page. */
  readonly column?: Extent;
}

/** Puts tokens, in whatever order they were drawn, into printed lines from top to bottom. */
export function printedLines(tokens: readonly InkToken[]): PrintedLine[] {
  const rows: InkToken[][] = [];
  let row: InkToken[] = [];
  let foot = -Infinity;
  for (const token of [...tokens].sort((one, other) => one.baseline - other.baseline)) {
    if (row.length === 0 || token.baseline - foot > SETTINGS.sameBaseline.value * token.print.size) {
      row = [];
      rows.push(row);
      foot = token.baseline;
    }
    row.push(token);
  }
  return rows.flatMap(unstacked).flatMap((each) => lineOf(each) ?? []);
}

/** Two lines of small text, nearer than lines of most texts are: tokens that lie over each other part them again. */
function unstacked(tokens: InkToken[]): InkToken[][] {
  const sorted = tokens.sort((one, other) => one.box.left - other.box.left);
  const lines: InkToken[][] = [];
  for (const token of sorted) {
    const line = lines.find((each) => {
      const last = each.at(-1);
      return last === undefined || token.box.left > last.box.right - 0.3 * token.print.size;
    });
    if (line === undefined) lines.push([token]);
    else line.push(token);
  }
  return lines.sort((one, other) => (one[0]?.baseline ?? 0) - (other[0]?.baseline ?? 0));
}

/** One line of tokens from left to right; undefined for none. */
export function lineOf(tokens: readonly InkToken[]): PrintedLine | undefined {
  const line = inkLineOf(tokens);
  if (line === undefined) return undefined;
  const size = commonSize(tokens);
  return { ...line, size, segments: segmentsOf(tokens, size) };
}

/** The same of a cell, where nobody asks how far its words stand apart. */
export function inkLineOf(tokens: readonly InkToken[]): InkLine | undefined {
  const box = boxAround(tokens.map((token) => token.box));
  if (box === undefined) return undefined;
  const baseline = tokens.find(({ print }) => print.stands === 'level')?.baseline ?? tokens[0]?.baseline ?? 0;
  return { tokens, box, baseline };
}

function commonSize(tokens: readonly InkToken[]): number {
  const first = tokens[0]?.print.size ?? 0;
  if (tokens.every(({ print, text }) => print.size === first && text !== '')) return first;
  const letters = new Map<number, number>();
  for (const { print, text } of tokens) letters.set(print.size, (letters.get(print.size) ?? 0) + text.length);
  let most = 0;
  let size = 0;
  for (const [each, count] of letters) {
    if (count > most) [most, size] = [count, each];
  }
  return size;
}

/** Cuts a line at its clear gaps. A currency sign that stands far before its number belongs to it; leaders to nothing. */
export function segmentsOf(tokens: readonly InkToken[], size: number): Segment[] {
  const segments: InkToken[][] = [];
  const pitch = pitchOf(tokens, size);
  let last: InkToken | undefined;
  let isLed = false;
  for (const [at, token] of tokens.entries()) {
    if (isLeader(token.text) && !isLoneDot(tokens, at, size)) {
      isLed = last !== undefined;
      if (isLed) last = token;
      continue;
    }
    const own = segments.at(-1);
    const before = own?.at(-1);
    const isSign =
      before !== undefined && own?.length === 1 && isCurrency(before.text) && areValues([token.text]);
    if (own === undefined || last === undefined || (!isSign && (isLed || isClear(last, token, size, pitch))))
      segments.push([token]);
    else own.push(token);
    last = token;
    isLed = false;
  }
  return segments.map(segmentOf);
}

/**
 * Whether a dot is of one to three that lead to nothing, and stand in the place of a number: a dot far from what stands before
 * it, or an ellipsis that is set dot by dot, `. . .`, and stands far from it or behind a value. Leaders begin where their label
 * ends.
 */
function isLoneDot(tokens: readonly InkToken[], at: number, size: number): boolean {
  const isDot = (index: number): boolean => isLeader(tokens[index]?.text ?? '');
  let [first, end] = [at, at + 1];
  const most = SETTINGS.ellipsis.value;
  while (at - first < most && isDot(first - 1)) first -= 1;
  while (end - at <= most && isDot(end)) end += 1;
  const [before, dot] = [tokens[first - 1], tokens[first]];
  const count = end - first;
  const areSingle = tokens.slice(first, end).every(({ text }) => text.length === 1);
  if (before === undefined || dot === undefined || !areSingle || count > most) return false;
  const gap = dot.box.left - before.box.right;
  const isBehindValue = count > 1 && areValues([before.text]) && gap > SETTINGS.clearGap.value * size;
  return isBehindValue || gap > SETTINGS.widestSpace.value * size;
}

function isClear(last: InkToken, token: InkToken, size: number, pitch: number | undefined): boolean {
  if (token.joined) return false;
  const gap = token.box.left - last.box.right;
  const spaces = pitch === undefined ? 0 : Math.round(gap / pitch);
  const isOfSpaces =
    pitch !== undefined && spaces > 0 && Math.abs(gap - spaces * pitch) < SETTINGS.onGrid.value * size;
  if (isOfSpaces) return spaces > 1;
  return gap > (token.spaced ? SETTINGS.widestSpace.value : SETTINGS.clearGap.value) * size;
}

/**
 * How wide each letter of a line is where all are equally wide, as on a typewriter: one space is as wide as a gap of other
 * lines, and two part cells. Digits are so in most fonts, words in none.
 */
function pitchOf(tokens: readonly InkToken[], size: number): number | undefined {
  let pitch: number | undefined;
  const words = new Set<string>();
  for (const { text, box, print } of tokens) {
    if (print.stands !== 'level') continue;
    const each = (box.right - box.left) / text.length;
    pitch ??= each;
    if (Math.abs(each - pitch) > SETTINGS.samePitch.value * size) return undefined;
    if (/\p{L}{2}/u.test(text)) words.add(text);
  }
  return words.size >= SETTINGS.pitchWords.value ? pitch : undefined;
}

export function segmentOf(tokens: readonly InkToken[]): Segment {
  if (tokens.length === 0) return { tokens, left: 0, right: 0 };
  let left = Infinity;
  let right = -Infinity;
  for (const { box } of tokens) {
    left = Math.min(left, box.left);
    right = Math.max(right, box.right);
  }
  return { tokens, left, right };
}

/** Whether a segment prints values only: asked many times of each. */
export const isValueSegment = remembered(({ tokens }: Segment): boolean =>
  areValues(tokens.filter(({ print }) => print.stands === 'level').map(({ text }) => text)),
);

/** Whether a segment is a number, and no mark of a footnote whose text stands apart from it. */
export function isNumber(segment: Pick<Segment, 'tokens'>): boolean {
  const texts = segment.tokens.filter(({ print }) => print.stands === 'level').map(({ text }) => text);
  return areValues(texts) && texts.some((text) => /\p{Nd}/u.test(text)) && !texts.every(isMark);
}

/** Whether a value stands right beside a segment of a line, as beside the label of a row: running text has words there. */
export function isBesideValue(segment: Segment, { segments }: PrintedLine): boolean {
  const next = segments[segments.indexOf(segment) + 1];
  return next !== undefined && isValueSegment(next);
}

/**
 * Whether a line is running text in the room of a table, near some of its lines: many words that fill most of the room. A
 * label may be as long, but ends before the values.
 */
export function runsAcross(line: PrintedLine, room: Extent, near: readonly PrintedLine[]): boolean {
  const wide = line.segments.filter(
    (segment) =>
      segment.tokens.length >= SETTINGS.proseTokens.value &&
      sharedWidth(segment, room) > SETTINGS.proseWidth.value * (room.right - room.left),
  );
  if (wide.length === 0) return false;
  const values = near.flatMap(({ segments }) => segments.slice(1).filter(isValueSegment));
  const firstValue = values.length === 0 ? -Infinity : Math.min(...values.map(({ left }) => left));
  return wide.some((segment) => segment.right > firstValue && !isBesideValue(segment, line));
}

/** The lines of text that is set sideways, in the order in which it is read. */
export function sidewaysLines(tokens: readonly InkToken[]): PrintedLine[] {
  return ([1, 2, 3] as const).flatMap((turns) => {
    const own = tokens.filter(({ print }) => print.turns === turns);
    const foot = ({ box }: InkToken): number =>
      turns === 1 ? -box.left : turns === 3 ? box.right : -box.top;
    const along = ({ box }: InkToken): number =>
      turns === 1 ? box.top : turns === 3 ? -box.bottom : -box.right;
    const rows: InkToken[][] = [];
    for (const token of [...own].sort((one, other) => foot(one) - foot(other))) {
      const last = rows.at(-1);
      const [first] = last ?? [];
      const isSame =
        first !== undefined && foot(token) - foot(first) <= SETTINGS.sameBaseline.value * token.print.size;
      if (isSame) last?.push(token);
      else rows.push([token]);
    }
    return rows.flatMap((row) => lineOf(row.sort((one, other) => along(one) - along(other))) ?? []);
  });
}
