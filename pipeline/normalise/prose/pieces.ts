import type { ActForms, ActWords } from '../../jurisdiction/legal-language.ts';
import { fold } from '../../locale/look-alikes.ts';
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
  language: ActWords,
  context: PieceContext,
): readonly Piece[] | undefined {
  const texts = fold(words.map(({ text }) => text).join(' ')).split(' ');
  const pieces: Piece[] = [];
  for (let index = 0; index < words.length; ) {
    const kind = kindOfWord(texts, index, language, context);
    const length = kind === undefined ? lengthOfAct(texts.slice(index), language, context) : 1;
    if (length === 0) return undefined;
    pieces.push({ kind: kind ?? 'act', words: words.slice(index, index + length) });
    index += length;
  }
  return pieces;
}

function kindOfWord(
  texts: readonly string[],
  index: number,
  { part, cutPart, annex }: ActWords,
  { afterCutNumber }: PieceContext,
): PieceKind | undefined {
  const text = texts[index] ?? '';
  if (part.test(text)) return 'part';
  if (annex.test(text)) return 'annex';
  if (afterCutNumber && index === 0 && cutPart.test(text)) return 'cut_part';
  if (index === texts.length - 1 && CUT_NUMBER.test(text)) return 'cut_number';
  return BARE_NUMBER.test(text) ? 'number' : undefined;
}

/** How many of the words are the name of one act: what it regulates, the word for it, a noun that it owns. */
function lengthOfAct(texts: readonly string[], language: ActWords, { actContinues }: PieceContext): number {
  let longest = 0;
  for (const act of language.acts) {
    const before = lengthBefore(texts, act);
    const [word = '', next = ''] = texts.slice(before);
    const named = act.word.test(word) && (before > 0 || !act.needsBefore);
    const owns = language.owner.test(word) && language.ownedByAct.test(next);
    if (named) longest = Math.max(longest, before + (owns ? 2 : 1));
    else if (actContinues && before > 0) longest = Math.max(longest, 1);
  }
  return longest;
}

function lengthBefore(texts: readonly string[], { before }: ActForms): number {
  const other = texts.findIndex((text) => !before.test(text));
  return other < 0 ? texts.length : other;
}
