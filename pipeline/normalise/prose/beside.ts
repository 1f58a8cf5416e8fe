import { besideEachOther, type GutteredLine, marginsOf, sideOf } from '../../extract/layout/gutters.ts';
import { areRunningWords, type Counted, counted } from '../../extract/running-words.ts';
import { type Line, type PrintedSpan, placeIn, type TextLayer } from '../../extract/text-layer.ts';
import { wordsIn } from '../../extract/words.ts';
import { type Finding, SourceFault } from '../../page/finding.ts';
import type { Box } from '../../page/place.ts';
import { SETTINGS } from './settings.ts';

/** A text where it is printed. */
interface Piece {
  readonly text: string;
  readonly box: Box;
}

/** A word where it is printed, counted once for all the margins that it is looked at from. */
type Word = Piece & Counted;

/** A line of the text layer with its words, and what a gutter is in it. */
interface PlacedLine extends Pick<GutteredLine, 'gutter' | 'slack'> {
  readonly line: Line;
  readonly pieces: readonly Word[];
}

/** Two stretches of text that stand side by side. */
interface Pair {
  readonly line: Line;
  readonly left: string;
  readonly right: string;
}

/**
 * Refuses running text that is set in columns which the layout was not sure to read one after the other: the text layer
 * has their lines one beside the other, so that each would be read on in a line of the other column. Up to `end`, since
 * tables behind it are read otherwise.
 *
 * Throws a finding for each page: where lines of text stand on both sides of a gutter that no word crosses.
 */
export function refuseTextBeside(layer: TextLayer, end: number): void {
  const pages = new Map<number, PlacedLine[]>();
  for (const placed of placedLines(layer, end)) {
    const own = pages.get(placed.line.page);
    if (own === undefined) pages.set(placed.line.page, [placed]);
    else own.push(placed);
  }
  const findings = [...pages.values()].flatMap((lines) => {
    const pairs = pairsOn(lines);
    return pairs.length === 0 ? [] : [findingOf(layer, pairs)];
  });
  if (findings.length > 0) throw new SourceFault(findings);
}

function findingOf(layer: TextLayer, pairs: readonly Pair[]): Finding {
  const [first] = pairs;
  return {
    kind: 'anchor',
    place: first === undefined ? { file: layer.file } : placeIn(layer, first.line.start),
    expected: 'running text in one column',
    found: `${pairs.length} lines with text beside them, the first "${first?.left}" beside "${first?.right}"`,
    action: 'set the text in one column, or give it as a text file with its columns one below the other',
  };
}

/** The lines up to an offset with the places of their words; a row of a table has none, and parts what is around it. */
function placedLines({ text, lines, printed }: TextLayer, end: number): readonly PlacedLine[] {
  let next = 0;
  return lines.flatMap((line): PlacedLine[] => {
    if (line.start >= end) return [];
    const shown = text.slice(line.start, line.end);
    const own: PrintedSpan[] = [];
    for (; printed !== undefined && (printed[next]?.start ?? Infinity) < line.end; next += 1) {
      const token = printed[next];
      if (token !== undefined && token.start >= line.start) own.push(token);
    }
    if (shown.trim() === '') return [];
    if (printed === undefined) return [ofText(line, shown)];
    const isRow = shown.includes('\t') || own.some(({ page }) => page !== line.page);
    const pieces = own.map(({ start, end: to, box }) => wordOf(text.slice(start, to), box));
    const em = Math.max(0, ...pieces.map(({ box }) => box.bottom - box.top));
    const [gutter, slack] = [SETTINGS.gutter.value * em, SETTINGS.gutterSlack.value * em];
    return [{ line, pieces: isRow ? [] : pieces, gutter, slack }];
  });
}

/** A line of a text that keeps its columns: a character is one wide. */
function ofText(line: Line, shown: string): PlacedLine {
  const [top, bottom] = [line.number, line.number + 1];
  const pieces = wordsIn(shown).map(({ text, left, right }) => wordOf(text, { left, right, top, bottom }));
  return { line, pieces, gutter: SETTINGS.gutterOfText.value, slack: 0 };
}

function wordOf(text: string, box: Box): Word {
  return { text, box, ...counted(text) };
}

/** The lines of a page that have text beside them, at the gutter that has the most of them. */
function pairsOn(lines: readonly PlacedLine[]): readonly Pair[] {
  let most: readonly Pair[] = [];
  const guttered = lines.map((line) => ({ ...line, boxes: line.pieces.map(({ box }) => box) }));
  for (const margin of marginsOf(guttered, SETTINGS.linesBeside.value)) {
    for (const run of runsAt(lines, margin)) {
      const pairs = pairsIn(run, margin);
      if (pairs.length >= SETTINGS.linesBeside.value && pairs.length > most.length) most = pairs;
    }
  }
  return most;
}

/** The lines that follow each other without a word in the gutter before a margin. */
function runsAt(lines: readonly PlacedLine[], margin: number): readonly (readonly PlacedLine[])[] {
  const runs: PlacedLine[][] = [[]];
  for (const line of lines) {
    const crosses = line.pieces.some(({ box }) => sideOf(box, margin, line) === undefined);
    if (crosses || line.pieces.length === 0) runs.push([]);
    else runs.at(-1)?.push(line);
  }
  return runs;
}

/** The texts of a run that stand beside each other. */
function pairsIn(run: readonly PlacedLine[], margin: number): readonly Pair[] {
  const on = (side: 'left' | 'right', own: PlacedLine): Piece | undefined =>
    proseIn(own.pieces.filter(({ box }) => sideOf(box, margin, own) === side));
  const rights = run.map((own) => on('right', own));
  // At most margins nothing stands on the right: what has nothing near it there stands beside nothing.
  const isNear = (at: number): boolean =>
    rights.slice(Math.max(0, at - 1), at + 2).some((right) => right !== undefined);
  const halves = run.map((own, at) => ({
    line: own.line,
    left: isNear(at) ? on('left', own) : undefined,
    right: rights[at],
  }));
  return besideEachOther(halves).flatMap(({ at, left, right }) => {
    const line = halves[at]?.line;
    return line === undefined ? [] : [{ line, left: left.text, right: right.text }];
  });
}

/** What stands on one side of a gutter, where it is words as those of a text: no label of one word, no number. */
function proseIn(pieces: readonly Word[]): Piece | undefined {
  const [first] = pieces;
  if (first === undefined || !areRunningWords(pieces)) return undefined;
  const top = Math.min(...pieces.map(({ box }) => box.top));
  const bottom = Math.max(...pieces.map(({ box }) => box.bottom));
  return { text: pieces.map(({ text }) => text).join(' '), box: { ...first.box, top, bottom } };
}
