import type { TextLayer } from '../../extract/text-layer.ts';
import { SETTINGS } from './settings.ts';

/** A printed line of running text, without the white space around it. */
export interface ProseLine {
  /** 1-based in the text layer. */
  readonly number: number;
  readonly page: number;
  /** UTF-16 offsets of its ink in the text layer. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /**
   * Whether it begins a paragraph, a list item or a heading: by six spaces, where the typesetting has them, or by what
   * parts blocks where it sets none in (parted-lines.ts).
   */
  readonly indented: boolean;
  /** Whether it begins with white space that is no indent: what a link left that was first in its line. */
  readonly leadingSpace: boolean;
  /**
   * Empty lines before it, beyond those that this typesetting has between all lines: one within a paragraph is the
   * trace of a displaced link, three are a page break.
   */
  readonly emptyBefore: number;
  /** Whether it ends with a space, as a line does that is wrapped and keeps its own words to its end. */
  readonly spaceAfter: boolean;
  /** Whether its last word goes on in the next line with no space between them. */
  readonly opens?: boolean;
}

const SMALLEST_INDENT = SETTINGS.smallestIndent.value;
/** All but so few lines begin at the left margin or behind it. */
const LEFT_OF_MARGIN = SETTINGS.leftOfMargin.value;
/** Where empty lines stand between all lines, so few lines have none before them. */
const NOT_APART = SETTINGS.notApart.value;
/** Of the empty lines that say something, so few stand alone by chance. */
const FEW_EMPTY = SETTINGS.fewEmpty.value;
/** So many lines are set in from a margin, else what looks like one may be the indent of paragraphs of one line. */
const SET_IN = SETTINGS.setIn.value;

/** A line with ink, before it is known what its white space says. */
interface InkedLine extends Omit<ProseLine, 'indented' | 'leadingSpace'> {
  /** Characters of white space before its ink. */
  readonly indent: number;
}

/**
 * The lines of a text layer that have ink, between two offsets. A margin of spaces that all lines have, and empty
 * lines that stand between all of them, say nothing and do not count; where hardly any stands alone, two count as one.
 */
export function proseLines(layer: TextLayer, from: number, end: number): readonly ProseLine[] {
  const inked = inkedLines(layer, from, end);
  const margin = marginOf(inked.map(({ indent }) => indent));
  const empties = valueAt(
    inked.map(({ emptyBefore }) => emptyBefore),
    NOT_APART,
  );
  const own = inked.map(({ emptyBefore }) => Math.max(0, emptyBefore - empties));
  const fewest = Math.max(
    1,
    valueAt(
      own.filter((count) => count > 0),
      FEW_EMPTY,
    ),
  );
  return inked.map(({ indent, ...line }, index) => {
    const setIn = Math.max(0, indent - margin);
    return {
      ...line,
      indented: setIn >= SMALLEST_INDENT,
      leadingSpace: setIn > 0 && setIn < SMALLEST_INDENT,
      emptyBefore: Math.ceil((own[index] ?? 0) / fewest),
    };
  });
}

function inkedLines({ text, lines }: TextLayer, from: number, end: number): readonly InkedLine[] {
  const kept: InkedLine[] = [];
  let emptyBefore = 0;
  for (const line of lines) {
    if (line.start < from) continue;
    if (line.start >= end) break;
    const raw = text.slice(line.start, Math.min(line.end, end));
    const inked = raw.trim();
    if (inked === '') {
      emptyBefore += 1;
      continue;
    }
    const indent = raw.length - raw.trimStart().length;
    const start = line.start + indent;
    kept.push({
      number: line.number,
      page: line.page,
      start,
      end: start + inked.length,
      text: inked,
      indent,
      emptyBefore,
      spaceAfter: raw.endsWith(' '),
    });
    emptyBefore = 0;
  }
  return kept;
}

/** White space that stands before all lines, where some are set in besides. */
function marginOf(indents: readonly number[]): number {
  const margin = valueAt(indents, LEFT_OF_MARGIN);
  const setIn = indents.filter((indent) => indent >= margin + SMALLEST_INDENT).length;
  return setIn > SET_IN * indents.length ? margin : 0;
}

/** The value below which a share of all values lies. */
export function valueAt(values: readonly number[], share: number): number {
  return [...values].sort((one, other) => one - other)[Math.floor(share * values.length)] ?? 0;
}

/** Habits of a typesetting that tell a wrapped line from a hard break. */
export interface Habits {
  readonly indents: boolean;
  /** Whether wrapped lines end with a space: none, those that keep their own words to their end, or all. */
  readonly spacesAfterWrap: 'no' | 'some' | 'all';
  /** Whether an empty line stands before the lines that lost their first words. */
  readonly emptyLines: boolean;
}

const SOME = SETTINGS.someWraps.value;
const ALL_BUT_FEW = SETTINGS.mostWraps.value;
const ALL_BUT_VERY_FEW = SETTINGS.allWraps.value;

/** How this typesetting indents, wraps and leaves lines empty. */
export function habitsOf(lines: readonly ProseLine[]): Habits {
  const share = (test: (line: ProseLine) => boolean): number =>
    lines.filter(test).length / Math.max(1, lines.length);
  const spaced = share((line) => line.spaceAfter);
  return {
    indents: share((line) => line.indented) > SOME,
    spacesAfterWrap: spaced > SOME && spaced < ALL_BUT_FEW ? spacesWithin(lines) : 'no',
    emptyLines: tracesBehindEmptyLines(lines),
  };
}

/** Lines within a block, which another line goes on, are wrapped; all others end with a hard break. */
function spacesWithin(lines: readonly ProseLine[]): 'some' | 'all' {
  const within = lines.filter((_, index) => lines[index + 1]?.indented === false);
  const spaced = within.filter(({ spaceAfter }) => spaceAfter).length;
  return spaced > ALL_BUT_VERY_FEW * within.length ? 'all' : 'some';
}

/** Most such lines begin with a space; where no line does, an empty line anywhere in the text may be a trace. */
function tracesBehindEmptyLines(lines: readonly ProseLine[]): boolean {
  const behindOne = (line: ProseLine): boolean => line.emptyBefore === 1;
  const traces = lines.filter(({ leadingSpace }) => leadingSpace);
  return traces.length === 0 ? lines.some(behindOne) : traces.filter(behindOne).length > traces.length / 2;
}
