import type { ActWords } from '../../jurisdiction/legal-language.ts';
import type { OrderedLine } from './displaced.ts';
import { lacksWord } from './gaps.ts';
import { CUT_NUMBER, isGlued, unglued, type Word } from './words.ts';

/** A line whose displaced words were put back, or in which none were seen. */
interface ReadLine {
  /** The last word before it. */
  readonly before: string;
  /** Its words as they are printed. */
  readonly printed: readonly Word[];
  readonly ordered: OrderedLine;
  readonly language: ActWords;
  /** Fits the text before a full stop that is a part of a word. */
  readonly abbreviations: RegExp;
}

/** Signs between which a word is missing: `Заңының,, 35-баптарына`, `(. 2-т.)`, `№;`. */
const ODD_SIGNS = /,\s*,|[(№]\s*[.,;:)]/;
/** An address of the web. */
const ADDRESS = /[a-z]\.[a-z]/i;

/**
 * Why a line may lack words, or hold some that belong elsewhere, although it shows no gap: typesetting may have made
 * all white space even.
 *
 *     бекітілсін.баяндама    // two words in one
 *     Заңның сәйкес          // "сәйкес" goes with a dative, and an act stood here
 */
export function doubtOf({ before, printed, ordered, language, abbreviations }: ReadLine): string | undefined {
  if (startsWithinWord(before, printed))
    return `"${printed[0]?.text}" begins with a hyphen: the number before it is missing, or stands in another word, and nothing shows which; nothing was moved`;
  const glued = printed.find((word) => isOddlyGlued(word, abbreviations));
  if (glued !== undefined && ordered.moves.length === 0) return `"${glued.text}" is two words in one`;
  const odd = ODD_SIGNS.exec(ordered.words.map(({ text }) => text).join(' '))?.[0];
  if (odd !== undefined) return `"${odd}", signs with nothing between them`;
  const cut = ordered.words.findIndex(({ text }, index) => {
    const next = ordered.words[index + 1]?.text ?? '';
    return CUT_NUMBER.test(text) && /^\p{Ll}/u.test(next) && !language.conjunctions.has(next);
  });
  if (cut >= 0) return `"${ordered.words[cut]?.text}" with nothing behind its hyphen`;
  const texts = [before, ...ordered.words.map(({ text }) => text)];
  const lonely = texts.find((text, index) => isLonely(texts[index - 1], text, language));
  return lonely === undefined ? undefined : `no word before "${lonely}" that it goes with`;
}

/** Whether a word lacks the one before it: in a case that it wants, an act of the state, or an owner. */
export function isLonely(left: string | undefined, text: string, language: ActWords): boolean {
  if (left === undefined || left === '') return false;
  if (lacksWord(left, text, language)) return true;
  const bare = text.replace(/(?<!["),.:;])["),.:;]+$/, '');
  if (left === language.state && language.notBehindState.has(bare)) return true;
  return language.owned.some(({ word, behind }) => word.test(bare) && !behind.test(left));
}

/** A hyphen at a line's start belongs to a number or sign before it; behind a word it can be anything. */
function startsWithinWord(before: string, [first]: readonly Word[]): boolean {
  return first?.text.charAt(0) === '-' && /^-\p{L}/u.test(first.text) && /\p{L}$/u.test(before);
}

/** Whether words are glued together that no writer glues: no address (`stat.gov.kz`), nothing abbreviated. */
function isOddlyGlued(word: Word, abbreviations: RegExp): boolean {
  if (!isGlued(word) || ADDRESS.test(word.text)) return false;
  return unglued([word]).some(({ text }, index, parts) => {
    const stop = text.search(/\.$/);
    return index < parts.length - 1 && (stop < 0 || !abbreviations.test(text.slice(0, stop).toLowerCase()));
  });
}
