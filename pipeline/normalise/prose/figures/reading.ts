import type { Language } from '../../../locale/language.ts';
import type { QuantityWords } from '../../../locale/quantity-words.ts';
import { matchesOf } from '../../../page/matches.ts';
import type { Stretch } from '../../reading/phrase.ts';
import type { Noun, NounFinder } from '../reading/nouns.ts';
import type { Passage } from '../reading/passage.ts';
import { type Sentence, type Structure, sentenceAt } from '../reading/structure.ts';
import type { Time } from '../reading/times.ts';
import { type Tail, tailOf } from './magnitude.ts';
import { type Numeral, numeralsOf } from './numerals.ts';
import { type Counted, unitBehind } from './unit.ts';

/** A paragraph's text, folded, and what was found in it. */
export interface Context {
  readonly text: string;
  readonly structure: Structure;
  readonly times: readonly Time[];
  readonly nouns: readonly Noun[];
  /** `per 1000 births`, with the unit that it makes of the bare numbers behind it. */
  readonly ratios: readonly (Stretch & { readonly unit: string })[];
  /** Names of rates (`maternal mortality ratio`), with the unit that each has by its definition. */
  readonly rates: readonly (Stretch & { readonly unit: string })[];
  readonly words: QuantityWords;
}

/** A number with what is printed right around it. */
export interface Reading {
  readonly numeral: Numeral;
  readonly tail: Tail;
  readonly sentence: Sentence;
  /** The unit behind it; undefined where only other words of the paragraph tell it. */
  readonly printed: Counted | undefined;
}

/** Looks for everything in a text that a number's meaning depends on. */
export function contextOf(
  { folded, structure, times }: Passage,
  { quantities: words }: Language,
  findNouns: NounFinder,
): Context {
  return {
    text: folded,
    structure,
    times,
    nouns: findNouns(folded),
    ratios: named(folded, words.ratios),
    rates: named(folded, words.rates),
    words,
  };
}

function named(
  text: string,
  units: QuantityWords['ratios'],
): readonly (Stretch & { readonly unit: string })[] {
  return units
    .flatMap(({ unit, words }) => spansOf(text, words).map((span) => ({ ...span, unit })))
    .sort((a, b) => a.from - b.from);
}

/** The numbers that are quantities, each with its tail and its unit. */
export function readingsOf(context: Context, decimalSign: ',' | '.'): readonly Reading[] {
  const { text, structure, times, nouns, ratios, words } = context;
  const others = words.notQuantities.flatMap((pattern) => spansOf(text, pattern));
  const taken = [...times, ...structure.quotes, ...ratios, ...others];
  return numeralsOf(text, decimalSign, taken, structure.brackets, words).map((numeral) => {
    const tail = tailOf(text, numeral.to, numeral.ending, words);
    const whole = { from: 0, to: text.length, items: [0] };
    const sentence = sentenceAt(structure.sentences, numeral.from) ?? whole;
    return { numeral, tail, sentence, printed: unitBehind(text, numeral, tail, nouns, sentence.to, words) };
  });
}

/** Behind the words that belong to a number. */
export function endOf({ tail, printed }: Reading): number {
  return Math.max(tail.to, printed?.to ?? 0);
}

function spansOf(text: string, pattern: RegExp): readonly Stretch[] {
  return matchesOf(pattern, text).map(({ index, 0: match }) => ({
    from: index,
    to: index + match.length,
  }));
}
