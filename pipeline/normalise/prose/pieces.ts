import type { ActWords, ProseWords } from '../../languages/prose-words.ts';
import { fold } from '../ink.ts';
import type { Word } from './words.ts';

/** Words that were drawn as one link, and what they are. */
export interface Piece {
  readonly kind: PieceKind;
  readonly words: readonly Word[];
}

/**
 * An act's name, a part of an act with its number, the part alone whose number ends the line before, a number
 * that the line's end cuts from its part, a bare number, an annex, a title, or words that only their place betrays.
 */
export type PieceKind = 'act' | 'part' | 'cut_part' | 'cut_number' | 'number' | 'annex' | 'title' | 'words';

const CUT_NUMBER = /^\d+(?:-\d+)*-$/;
const BARE_NUMBER = /^\d+$/;

/** What is known of the place where the words stand. */
export interface PieceContext {
  /** Whether the line before ends with a number whose part stands in this line. */
  readonly afterCutNumber: boolean;
  /** Whether the name of an act may stand without the word for it, which the next line brings. */
  readonly actContinues: boolean;
}

/** Reads words as links that follow each other; nothing if some of them cannot be one. */
export function readPieces(
  words: readonly Word[],
  language: ProseWords,
  context: PieceContext,
): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  for (let index = 0; index < words.length; ) {
    const rest = words.slice(index);
    const kind = kindOfWord(rest, language, {
      ...context,
      afterCutNumber: context.afterCutNumber && index === 0,
    });
    const length = kind === undefined ? lengthOfAct(rest, language, context) : 1;
    if (length === 0) return undefined;
    pieces.push({ kind: kind ?? 'act', words: rest.slice(0, length) });
    index += length;
  }
  return pieces;
}

function kindOfWord(
  words: readonly Word[],
  { part, cutPart, annex }: ProseWords,
  { afterCutNumber }: PieceContext,
): PieceKind | undefined {
  const text = fold(words[0]?.text ?? '');
  if (part.test(text)) return 'part';
  if (annex.test(text)) return 'annex';
  if (afterCutNumber && cutPart.test(text)) return 'cut_part';
  if (CUT_NUMBER.test(text) && words.length === 1) return 'cut_number';
  return BARE_NUMBER.test(text) ? 'number' : undefined;
}

/** How many of the words are the name of one act: what it regulates, the word for it, a noun that it owns. */
function lengthOfAct(words: readonly Word[], language: ProseWords, { actContinues }: PieceContext): number {
  const texts = words.map(({ text }) => fold(text));
  let longest = 0;
  for (const act of language.acts) {
    const before = lengthBefore(texts, act);
    const named = act.word.test(texts[before] ?? '') && (before > 0 || !act.needsBefore);
    if (!named) {
      if (actContinues && before > 0) longest = Math.max(longest, 1);
      continue;
    }
    const owns =
      language.owner.test(texts[before] ?? '') && language.ownedByAct.test(texts[before + 1] ?? '');
    longest = Math.max(longest, before + (owns ? 2 : 1));
  }
  return longest;
}

function lengthBefore(texts: readonly string[], { before }: ActWords): number {
  let count = 0;
  while (count < texts.length && before.test(texts[count] ?? '')) count += 1;
  return count;
}
