import type { ActWords } from '../../jurisdiction/legal-language.ts';
import type { Gap } from './gaps.ts';
import type { Piece, PieceKind } from './pieces.ts';
import { findTail, type LineContext } from './tail.ts';
import { NUMBER_SIGN, type Word } from './words.ts';

/** Words that were put back, and the rule that was sure of their place. */
export interface Move {
  readonly words: readonly Word[];
  readonly rule: string;
  /** Whether they went to the line's start, where the line before goes on. */
  readonly toStart: boolean;
}

/**
 * What the end of a line tells: displaced words may stand there, the line keeps its own words to its end, or so do
 * all lines, which were wrapped anew after words had been displaced.
 */
export type LineEnd = 'open' | 'kept' | 'kept_by_all';

/** A line in its right order. */
export interface OrderedLine {
  readonly words: readonly Word[];
  readonly moves: readonly Move[];
  /** Why nothing was done although something looks displaced. */
  readonly unsure?: string;
}

/** What tells that words of this kind belong where they were put. */
const RULES: Readonly<Record<PieceKind, string>> = {
  act: 'act_into_gap',
  part: 'part_into_gap',
  cut_part: 'part_behind_its_number',
  cut_number: 'number_before_its_part',
  number: 'number_into_gap',
  annex: 'annex_into_gap',
  title: 'title_into_quotes',
  words: 'glued_words_into_gap',
};

/**
 * Puts the displaced words of a line back: the words at its end go into its gaps, in order. Nothing is done
 * unless the end reads as exactly the links that the gaps want and each fits where it goes.
 */
export function orderLine(line: LineContext, end: LineEnd): OrderedLine {
  const ordered = orderGaps(line, end);
  const gaps = line.gaps.filter(({ isWeak }) => !isWeak);
  const isDoubtful = ordered.unsure !== undefined && gaps.length < line.gaps.length;
  return isDoubtful ? orderGaps({ ...line, gaps }, end) : ordered;
}

function orderGaps(line: LineContext, end: LineEnd): OrderedLine {
  const { words, gaps, language } = line;
  if (gaps.length === 0) return actWithoutGap(words, language) ?? { words, moves: [] };
  if (end !== 'open') {
    const lacks = end === 'kept_by_all' || gaps.some(({ kind }) => kind === 'start' || kind === 'quotes');
    return {
      words,
      moves: [],
      ...(lacks && { unsure: 'a gap, and a line that keeps its own words to its end' }),
    };
  }
  const tail = findTail(line);
  if (tail === undefined) return { words, moves: [], unsure: 'a gap, and no words that surely belong in it' };
  const misfit = tail.pieces.findIndex((piece, index) => !fits(piece, gaps[index], line, tail.from));
  if (misfit >= 0) {
    const piece = tail.pieces[misfit]?.words.map(({ text }) => text).join(' ');
    return { words, moves: [], unsure: `a gap that "${piece}" does not fit` };
  }
  return fill(words, gaps, tail.pieces, tail.from);
}

/** Puts links into gaps, in order; those that are left stay where they are. */
export function fill(
  words: readonly Word[],
  gaps: readonly Gap[],
  pieces: readonly Piece[],
  from: number,
): OrderedLine {
  const ordered: Word[] = [];
  const moves: Move[] = [];
  let at = 0;
  for (const [index, gap] of gaps.entries()) {
    const piece = pieces[index];
    if (piece === undefined) continue;
    ordered.push(...between(words, at, gap), ...piece.words);
    at = gap.before;
    const stays = gap.before === from && index === gaps.length - 1;
    if (!stays) moves.push({ words: piece.words, rule: RULES[piece.kind], toStart: gap.before === 0 });
  }
  const left = pieces.slice(gaps.length).flatMap((piece) => piece.words);
  const [next, ...rest] = words.slice(at, from);
  const closes = gaps.at(-1)?.kind === 'quotes' && next !== undefined;
  const behind = next === undefined ? [] : [closes ? { ...next, quote: 'close' as const } : next, ...rest];
  return { words: [...ordered, ...behind, ...left], moves };
}

/** The words between two gaps; the quote before an empty pair of quotes opens it. */
function between(words: readonly Word[], from: number, gap: Gap): readonly Word[] {
  const stretch = words.slice(from, gap.before);
  const last = stretch.at(-1);
  return gap.kind === 'quotes' && last !== undefined
    ? [...stretch.slice(0, -1), { ...last, quote: 'open' }]
    : stretch;
}

/** Whether a link can stand in a gap; one that has no gap stands at the line's end, where it is. */
export function fits(
  piece: Piece,
  gap: Gap | undefined,
  { words, before, language }: Pick<LineContext, 'words' | 'before' | 'language'>,
  from: number,
): boolean {
  if (gap === undefined || gap.before === from) return true;
  const left = words[gap.before - 1]?.text ?? before;
  const right = words[gap.before]?.text ?? '';
  const wanted = language.governs.get(right.replace(/[.,;:]$/, ''));
  const last = piece.words.at(-1)?.text ?? '';
  if (piece.kind === 'number') {
    return left === NUMBER_SIGN || right.startsWith(',') || language.conjunctions.has(right);
  }
  if (wanted !== undefined && !wanted.test(last)) return false;
  if (piece.kind !== 'part') return true;
  return language.owner.test(left) || /[()]$/.test(left) || language.conjunctions.has(left);
}

/**
 * Puts back the name of an act that left no gap: it is glued behind closing punctuation, and the line names the
 * state in one place only, behind the act's date or title and without an act.
 */
function actWithoutGap(words: readonly Word[], language: ActWords): OrderedLine | undefined {
  const last = words.at(-1);
  const before = words.at(-2)?.text ?? '';
  if (last === undefined || !last.glued || !/[.:;)]$/.test(before)) return undefined;
  const isAct = (text: string): boolean =>
    language.acts.some(({ word, needsBefore }) => !needsBefore && word.test(text));
  if (!isAct(last.text)) return undefined;
  const places = words.flatMap(({ text }, index) =>
    text === language.state && !isAct(words[index + 1]?.text ?? '') ? [index + 1] : [],
  );
  const [place] = places;
  if (place === undefined || places.length > 1) {
    return {
      words,
      moves: [],
      unsure: `"${last.text}" is glued to the end and has no one place in the line`,
    };
  }
  const ordered = [...words.slice(0, place), last, ...words.slice(place, -1)];
  return {
    words: ordered,
    moves: [{ words: [last], rule: 'act_behind_state', toStart: false }],
  };
}
