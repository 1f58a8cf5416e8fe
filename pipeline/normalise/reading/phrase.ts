import type { Label } from '../../locale/look-alikes.ts';
import { SETTINGS } from '../settings.ts';
import { Gap, type Ink } from './ink.ts';

/**
 * A stretch of a text that is made for reading, end exclusive: of the ink, or of a paragraph with its words put back. A
 * `Span` counts in the text layer that is published; neither can be taken for the other.
 */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a declared phrase stands in the ink. */
export interface PhraseMatch extends Stretch {
  /** Cell text that stands inside a label which goes on behind its numbers. */
  readonly inside: readonly Stretch[];
  /** Headers of the table that stand inside it because a page break does. */
  readonly headers: readonly Stretch[];
}

/** What may stand between the parts of a label besides numbers. */
export interface Between {
  /** Where a declared text that may stand in a cell ends, if one begins at a place of the ink. */
  readonly phraseEnd: (index: number) => number | undefined;
  /** Where the table's header ends that is printed again at the top of a page, if it begins at a place. */
  readonly headerEnd: (index: number) => number | undefined;
  /** Whether a character can belong to a cell. */
  readonly isCell: (index: number) => boolean;
  /** No row has more numbers, and pieces of numbers, than so many. */
  readonly mostPieces: number;
}

const LETTER = /\p{L}/u;
const DIGIT = /\d/;
const CELL_INK = /[\d,.…()-]/;
const DASH = '-';

/**
 * Matches a declared phrase (its ink) at a place of the ink, whatever white space the page put into it.
 * A hyphen may be there or not, since a line's end adds and drops them, and each of `marks` (`1)`, or a raised `1`) may
 * stand behind any character: the marks of annex labels are displaced (`саны , мың 1)` / `адам`).
 *
 * Returns the index behind the phrase, or -1; a phrase without ink stands nowhere, for a search that finds it would
 * find it again and again.
 */
export function matchPhrase(ink: Ink, at: number, phrase: string, marks: readonly string[] = []): number {
  // Nothing is left out before its first character, so most places need no more than a look.
  if (phrase === '' || ink.folded[at] !== phrase[0]) return -1;
  const { index, need, left } = followPhrase(ink, at, phrase, marks);
  if (need < phrase.length || cutsWord(ink, index)) return -1;
  let end = index;
  for (const mark of left) end = Math.max(end, markEnd(ink, end, mark));
  return end;
}

/** Where a mark ends that begins at a place of the ink, with a bracket behind it or raised; -1 where none does. */
export function markEnd({ folded, raised }: Ink, at: number, mark: string): number {
  if (!folded.startsWith(mark, at)) return -1;
  const end = at + mark.length;
  if (folded[end] === ')') return end + 1;
  for (let index = at; index < end; index += 1) if (raised[index] !== 1) return -1;
  return raised[end] === 1 ? -1 : end;
}

/** Follows a phrase as far as it stands there: the place reached, in the ink and in the phrase. */
export function followPhrase(
  ink: Ink,
  at: number,
  phrase: string,
  marks: readonly string[] = [],
): { readonly index: number; readonly need: number; readonly left: readonly string[] } {
  const { folded } = ink;
  let index = at;
  let need = 0;
  let left = marks;
  while (need < phrase.length) {
    if (folded[index] === phrase[need]) {
      index += 1;
      need += 1;
      continue;
    }
    const at = index;
    const mark = need > 0 ? left.find((each) => markEnd(ink, at, each) >= 0) : undefined;
    if (mark !== undefined) {
      index = markEnd(ink, at, mark);
      left = left.filter((each) => each !== mark);
    } else if (need > 0 && folded[index] === DASH && folded[index + 1] === phrase[need]) index += 1;
    else if (need > 0 && lacksHyphen(ink, index, phrase, need)) need += 1;
    else break;
  }
  return { index, need, left };
}

/** Whether a hyphen is left out: between letters, or where a line ends: `6 қосымша` is not `6-қосымша`. */
function lacksHyphen({ folded, gaps }: Ink, index: number, phrase: string, need: number): boolean {
  if (phrase[need] !== DASH || folded[index] !== phrase[need + 1]) return false;
  return (gaps[index] ?? 0) >= Gap.line || !DIGIT.test(`${folded[index - 1]}${folded[index]}`);
}

/**
 * A phrase must not end inside a word or a number: `Адам` is not the label of `Адамдар`, `201` not of `2010`. Raised
 * digits are none of the number before them.
 */
function cutsWord({ folded, gaps, raised }: Ink, index: number): boolean {
  if (gaps[index] !== Gap.none || raised[index] !== raised[index - 1]) return false;
  const before = folded[index - 1] ?? '';
  const after = folded[index] ?? '';
  return (LETTER.test(before) && LETTER.test(after)) || (DIGIT.test(before) && DIGIT.test(after));
}

/**
 * Matches a label that may be broken by its own numbers, as happens when a wrapped label stands beside them:
 *
 *     Туу коэффиценті (1000 адамға 22,54 22,52 22,69
 *     шаққанда)
 *
 * The unbroken label is tried first. A break needs whole words before it, only cell characters inside and the
 * table's header where a page begins, and the rest of the label at the start of a line or cell.
 */
export function matchLabel(
  ink: Ink,
  at: number,
  label: Label,
  between: Between = numbersBetween(ink),
): PhraseMatch | undefined {
  // Where the rest of a label does not stand once, it does not stand when it is looked for again on another way.
  const failed = new Set<string>();
  const match = (from: number, { words, ink: phrase, marks }: Label): PhraseMatch | undefined => {
    const end = matchPhrase(ink, from, phrase, marks);
    if (end >= 0) return { from, to: end, inside: [], headers: [] };
    const place = `${from} ${words.length}`;
    if (failed.has(place)) return undefined;
    for (let count = words.length - 1; count > 0; count -= 1) {
      const head = matchPhrase(ink, from, words.slice(0, count).join(''), marks);
      if (head < 0) continue;
      const left = words.slice(count);
      for (const broken of breaksBehind(ink, head, between)) {
        const rest = match(broken.to, { words: left, ink: left.join(''), marks });
        if (rest === undefined) continue;
        const inside = [...broken.inside, ...rest.inside];
        return { from, to: rest.to, inside, headers: [...broken.headers, ...rest.headers] };
      }
      break;
    }
    failed.add(place);
    return undefined;
  };
  return match(at, label);
}

/**
 * Reaches over a run of cell characters, declared texts and headers to where a label may go on: the last start of a
 * line or cell, then those before it, since a label may go on with a number (`(туылған 16,58 14,93` / `1000` / `балаға)`).
 */
function* breaksBehind(
  { folded, gaps }: Ink,
  from: number,
  { phraseEnd, headerEnd, isCell, mostPieces }: Between,
): Generator<Omit<PhraseMatch, 'from'>> {
  if (gaps[from] === Gap.none) return;
  const inside: Stretch[] = [];
  const headers: Stretch[] = [];
  let cells = from;
  let fixed = from;
  let index = from;
  const closeCells = (to: number): void => {
    if (to > cells) inside.push({ from: cells, to });
  };
  let pieces = 0;
  while (index < folded.length && pieces <= mostPieces) {
    if (gaps[index] !== Gap.none) pieces += 1;
    const header = (gaps[index] ?? 0) >= Gap.line ? headerEnd(index) : undefined;
    if (header !== undefined) {
      closeCells(index);
      headers.push({ from: index, to: header });
      index = header;
      fixed = header;
      cells = header;
      continue;
    }
    const end = phraseEnd(index);
    if (end !== undefined) {
      index = end;
      fixed = end;
    } else if (isCell(index)) index += 1;
    else break;
  }
  for (let to = index; to > from && to >= fixed; to -= 1) {
    if ((gaps[to] ?? 0) < Gap.line) continue;
    const own = to > cells ? [...inside, { from: cells, to }] : inside;
    yield { to, inside: own, headers };
  }
}

/** Numbers alone may stand between the parts of a label. */
function numbersBetween({ folded }: Ink): Between {
  return {
    phraseEnd: () => undefined,
    headerEnd: () => undefined,
    isCell: (index) => isCellInk(folded[index]),
    mostPieces: SETTINGS.mostPieces.value,
  };
}

/** Whether an ink character can belong to a cell's number, sign, nil, missing mark or footnote mark. */
export function isCellInk(character: string | undefined): boolean {
  return character !== undefined && CELL_INK.test(character);
}

/** Finds a phrase at or behind a place of the ink. */
export function findPhrase(ink: Ink, from: number, phrase: string): Stretch | undefined {
  for (let at = from; at + phrase.length / 2 <= ink.folded.length; at += 1) {
    at = nextStart(ink, at, phrase);
    if (at < 0) return undefined;
    const to = matchPhrase(ink, at, phrase);
    if (to >= 0) return { from: at, to };
  }
  return undefined;
}

/** Jumps to the next place where the first two characters of the phrase stand. */
function nextStart({ folded }: Ink, from: number, phrase: string): number {
  const head = phrase.includes(DASH) && phrase.indexOf(DASH) < 3 ? phrase.slice(0, 1) : phrase.slice(0, 3);
  return folded.indexOf(head, from);
}
