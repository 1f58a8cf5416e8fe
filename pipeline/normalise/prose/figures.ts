import type { Language } from '../../languages/language.ts';
import type { QuantityWords } from '../../languages/quantity-words.ts';
import { type Tail, tailOf } from './figures/magnitude.ts';
import { decimalOf, type Numeral, numeralsOf } from './figures/numerals.ts';
import { type Qualifier, qualifierOf } from './figures/qualifier.ts';
import { type Counted, unitBefore, unitBehind } from './figures/unit.ts';
import { yearOf } from './figures/year.ts';
import type { Paragraph } from './paragraph.ts';
import { fold } from './reading/folding.ts';
import { type Noun, nounsOf } from './reading/nouns.ts';
import { type Sentence, type Span, type Structure, sentenceAt, structureOf } from './reading/structure.ts';
import { type Time, timesOf } from './reading/times.ts';

/** A quantity in the running text. A range (`3-4 %`) is two of them, both with the quote of the range. */
export interface Figure {
  readonly paragraph: number;
  /** From 1, in the order of the paragraph's text. */
  readonly position: number;
  /** `-?\d+(\.\d+)?`, exactly the printed digits. */
  readonly value: string;
  /** Code of the code list `unit`; null where nothing printed says what is counted. */
  readonly unit: string | null;
  readonly year: number | null;
  readonly qualifier: Qualifier | null;
  /** The number with the words up to its unit. */
  readonly quote: string;
  readonly cellId: string;
  /** The quote in the paragraph's text. */
  readonly from: number;
  readonly to: number;
  /** The digits in the paragraph's text: what the cell holds. */
  readonly digits: Span;
}

/** A number with what stands around it, before its place among the others is looked at. */
interface Reading {
  readonly numeral: Numeral;
  readonly tail: Tail;
  readonly sentence: Sentence;
  readonly printed: Counted | undefined;
}

/** A folded paragraph and what was found in it. */
interface Context {
  readonly text: string;
  readonly structure: Structure;
  readonly times: readonly Time[];
  readonly nouns: readonly Noun[];
  readonly words: QuantityWords;
}

/** Reads every quantity in the paragraphs: digits that count or measure something. Numbers in words are left. */
export function readFigures(paragraphs: readonly Paragraph[], language: Language): readonly Figure[] {
  return paragraphs.flatMap((paragraph) => figuresOf(paragraph, language));
}

function figuresOf(paragraph: Paragraph, { quantities: words, decimalSign }: Language): readonly Figure[] {
  const text = fold(paragraph.text, words);
  const structure = structureOf(paragraph.text, words.abbreviations);
  const times = timesOf(text, words.calendar);
  const nouns = nounsOf(text, words.units, words.endings, words.plural);
  const context = { text, structure, times, nouns, words };
  const spans = (patterns: readonly RegExp[]): readonly Span[] =>
    patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(spanOf));
  const ratios = spans(words.ratios.map((ratio) => ratio.words));
  const taken = [...times, ...structure.quotes, ...spans(words.notQuantities), ...ratios];
  const numerals = numeralsOf(text, decimalSign, taken, structure.brackets, words);
  const readings = numerals.map((numeral) => readingOf(numeral, context));
  const counted = unitsOf(readings, context);
  const ends = readings.map((reading, index) => endOf(readings, index, text));
  let position = 0;
  return readings.flatMap(({ numeral, tail, sentence }, index): Figure[] => {
    const { unit = null, kind = null, to = numeral.to, qualifier = null } = counted[index] ?? {};
    const whole = { from: numeral.from, to: Math.max(to, tail.to) };
    const quote = trimmed(paragraph.text, whole);
    const place = {
      at: numeral.from,
      sentence: reachBack(structure.sentences, sentence, text, words),
      brackets: structure.brackets,
      end: ends[index] ?? null,
      aside: kind !== 'age' && unit !== 'percent' && isAside(text, structure, numeral, whole),
    };
    return numeral.numbers.map((digits): Figure => {
      position += 1;
      return {
        paragraph: paragraph.number,
        position,
        value: decimalOf(text.slice(digits.from, digits.to)),
        unit,
        year: kind === 'age' ? null : yearOf(times, place),
        qualifier: tail.qualifier ?? qualifier ?? qualifierOf(text, numeral.from, sentence, words),
        quote: paragraph.text.slice(quote.from, quote.to),
        cellId: `figure:${paragraph.number}.${position}`,
        ...quote,
        digits,
      };
    });
  });
}

function readingOf(numeral: Numeral, { text, structure, nouns, words }: Context): Reading {
  const tail = tailOf(text, numeral.to, numeral.ending, words);
  const sentence = sentenceAt(structure.sentences, numeral.from) ?? { from: 0, to: text.length, items: [0] };
  return { numeral, tail, sentence, printed: unitBehind(text, numeral, tail, nouns, sentence.to, words) };
}

function spanOf({ index, 0: match }: RegExpExecArray): Span {
  return { from: index, to: index + match.length };
}
