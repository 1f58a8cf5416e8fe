import type { TextLayer } from '../../extract/text-layer.ts';
import type { ActWords } from '../../jurisdiction/legal-language.ts';
import { fill, fits, type Move } from './displaced.ts';
import { isLonely } from './doubt.ts';
import { type Gap, gapBetween, lacksWord } from './gaps.ts';
import { type Piece, readPieces } from './pieces.ts';
import { SETTINGS } from './settings.ts';
import { MOST_WORDS_OF_A_LINK, PUNCTUATED } from './tail.ts';
import { CUT_NUMBER, NUMBER_SIGN, spacesBetween, type Word } from './words.ts';

/** No line of the page on which words were displaced is longer: what a gap lacks stands no further behind it. */
const LONGEST_LINE = SETTINGS.longestLine.value;
const BARE_NUMBER = /^\d+$/;
const ONLY_SPACE = /^\s+$/;
const CLOSING = /(?<!["),.:;])["),.:;]+$/;
const SMALL = /^\p{Ll}/u;

/** Where a line once ended: the gaps that it left, and its displaced words, from one to before another. */
interface Seam {
  readonly gaps: readonly Gap[];
  readonly pieces: readonly Piece[];
  readonly from: number;
  readonly to: number;
}

/** Words in their right order, and the stretches of them in which words were moved. */
export interface MendedFlow {
  readonly words: readonly Word[];
  readonly moved: readonly { readonly from: number; readonly to: number; readonly moves: readonly Move[] }[];
  /** Gaps that stayed. */
  readonly gaps: readonly Gap[];
}

/**
 * Puts displaced words back in a text whose lines were wrapped anew, so that they stand anywhere in a line:
 *
 *     № 285 бекітілген ҚР азаматтарының мәдени деңгейін арттыру қаулысымен жөніндегі
 *
 * Where words are links that the gaps before them want, as many as there are gaps, and are out of place where they
 * stand, the line once ended behind them. Where that can be said of several places, nothing is done.
 */
export function mendFlow(layer: TextLayer, printed: readonly Word[], language: ActWords): MendedFlow {
  let words = printed;
  const moved: MendedFlow['moved'][number][] = [];
  const all = gapsOf(layer, words, language);
  const left: Gap[] = [];
  for (let index = 0; index < all.length; ) {
    const gap = all[index];
    if (gap === undefined) break;
    const gaps = nearTo(all, index);
    const seam =
      seamOf(words, gaps, language) ?? seamOf(words, [gap, ...gaps.slice(1).filter(isStrong)], language);
    const open = left.findLast(isStrong);
    if (seam === undefined || (open && lengthOf(words.slice(open.before, seam.to)) <= LONGEST_LINE)) {
      left.push(gap);
      index += 1;
      continue;
    }
    const from = gap.before;
    const stretch = words.slice(from, seam.to);
    const own = seam.gaps.map((each) => ({ ...each, before: each.before - from }));
    const { words: ordered, moves } = fill(stretch, own, seam.pieces, seam.from - from);
    words = [...words.slice(0, from), ...ordered, ...words.slice(seam.to)];
    moved.push({ from, to: seam.to, moves });
    while ((all[index]?.before ?? seam.to) < seam.to) index += 1;
  }
  return { words, moved, gaps: left };
}

/** A gap and those behind it that the same line may have left: each word takes a character at least. */
function nearTo(gaps: readonly Gap[], index: number): readonly Gap[] {
  const farthest = (gaps[index]?.before ?? 0) + LONGEST_LINE;
  let end = index;
  while (end < gaps.length && (gaps[end]?.before ?? 0) <= farthest) end += 1;
  return gaps.slice(index, end);
}

function lengthOf(words: readonly Word[]): number {
  return words.reduce((length, { text }) => length + text.length + 1, 0);
}

function isStrong({ isWeak }: Gap): boolean {
  return !isWeak;
}

/** The gaps of words that follow each other in lines that say nothing. */
function gapsOf(layer: TextLayer, words: readonly Word[], language: ActWords): readonly Gap[] {
  return words.flatMap((right, before): readonly Gap[] => {
    const left = words[before - 1];
    if (left === undefined) return [];
    const inLine = spacesBetween(layer, left, right);
    const gap = gapBetween(left, right, inLine ?? (follows(layer, left, right) ? 1 : 0), language);
    if (gap !== undefined) return [{ before, ...gap }];
    const isWeak = isCutOff(left, right, language) || lacksAct(words, before, inLine === null, language);
    return isWeak ? [{ before, kind: 'spaces', isWeak }] : [];
  });
}

/** Whether nothing but the end of a line stands between two words. */
function follows({ text }: TextLayer, left: Word, right: Word): boolean {
  const end = left.at + left.text.length;
  return right.at > end && ONLY_SPACE.test(text.slice(end, right.at));
}

/** Whether a number has lost the part that its hyphen wants: `8- бекітілген`. */
function isCutOff({ text: left }: Word, { text: right }: Word, language: ActWords): boolean {
  const { conjunctions, cutPart } = language;
  return CUT_NUMBER.test(left) && SMALL.test(right) && !conjunctions.has(right) && !cutPart.test(right);
}

/**
 * Whether an act seems to be missing behind the state, its number, or its title: `№ 665 әзірленіп`. Two spaces that
 * tell of it are lost where a line ends.
 */
function lacksAct(words: readonly Word[], before: number, endsLine: boolean, language: ActWords): boolean {
  const [left, right] = [words[before - 1]?.text ?? '', words[before]?.text ?? ''];
  if (left === language.state)
    return language.notBehindState.has(right.replace(CLOSING, '')) || (endsLine && SMALL.test(right));
  const isNamed = left === `${language.titleEnd}"` || words[before - 2]?.text === NUMBER_SIGN;
  return isNamed && SMALL.test(right) && !language.acts.some(({ word }) => word.test(right));
}

/** The one place behind the first gap where a line once ended. */
function seamOf(words: readonly Word[], gaps: readonly Gap[], language: ActWords): Seam | undefined {
  const [first] = gaps;
  if (first === undefined) return undefined;
  const seams: Seam[] = [];
  let length = 0;
  for (let from = first.before + 1; from < words.length; from += 1) {
    length += (words[from - 1]?.text.length ?? 0) + 1;
    if (length > LONGEST_LINE) break;
    const seam = seamAt(words, gaps, from, language);
    if (seam !== undefined) seams.push(seam);
    // Behind a seam that cannot be read nothing is sure.
    if (seam === undefined && words[from]?.glued) break;
  }
  const glued = seams.filter(({ from }) => words[from]?.glued);
  const outOfPlace = seams.filter(({ from, pieces }) => areOutOfPlace(words, from, pieces, language));
  const wants = lacksWord(words[first.before - 1]?.text, words[first.before]?.text ?? '', language);
  const certain = [glued, outOfPlace, wants ? seams : []].find((some) => some.length > 0) ?? [];
  return certain.length === 1 ? certain[0] : undefined;
}

/** The longest links at a place that fill all gaps before it. */
function seamAt(
  words: readonly Word[],
  gaps: readonly Gap[],
  from: number,
  language: ActWords,
): Seam | undefined {
  const own = gaps.filter(({ before }) => before <= from);
  const before = words[(own[0]?.before ?? 0) - 1]?.text ?? '';
  const line = { words, gaps: own, before, language };
  let longest: Seam | undefined;
  for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS_OF_A_LINK); to += 1) {
    const links = words.slice(from, to);
    if (links.some(({ text }) => PUNCTUATED.test(text))) break;
    const pieces = readPieces(links, language, {
      afterCutNumber: CUT_NUMBER.test(before),
      actContinues: false,
    });
    if (pieces?.length !== own.length || followsNumber(words, from)) continue;
    if (pieces.every((piece, index) => fits(piece, own[index], line, from)))
      longest = { gaps: own, pieces, from, to };
  }
  return longest;
}

/** Whether one more number stands before links, whose gap is lost: where it was, a line ends now. */
function followsNumber(words: readonly Word[], from: number): boolean {
  return BARE_NUMBER.test(words[from - 1]?.text ?? '') && words[from - 2]?.text !== NUMBER_SIGN;
}

/** Whether a word cannot have been written behind another: it goes with another one, or comes out of nowhere. */
export function isOutOfPlace(left: string | undefined, text: string, language: ActWords): boolean {
  if (left === undefined) return false;
  const isStray = language.strays.some(({ word, behind }) => word.test(text) && !behind.test(left));
  return isStray || isLonely(left, text, language);
}

/** Whether links stand where they cannot have been written. */
function areOutOfPlace(
  words: readonly Word[],
  from: number,
  pieces: readonly Piece[],
  language: ActWords,
): boolean {
  if (words[from]?.glued || pieces[0]?.kind === 'cut_part') return true;
  let at = from;
  return pieces.some((piece) => {
    const isOut = isOutOfPlace(words[at - 1]?.text, piece.words[0]?.text ?? '', language);
    at += piece.words.length;
    return isOut;
  });
}
