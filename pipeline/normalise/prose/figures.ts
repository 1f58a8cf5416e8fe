import type { Language } from '../../locale/language.ts';
import { remembered } from '../../page/remembered.ts';
import type { Stretch } from '../reading/phrase.ts';
import { NO_TIME, type SaidTime } from '../reading/said-time.ts';
import { extentOf, type PrintedExtent } from './figures/extent.ts';
import { decimalOf, unclearRanges } from './figures/numerals.ts';
import { placeOf } from './figures/place.ts';
import { type Qualifier, qualifierOf } from './figures/qualifier.ts';
import { type Context, contextOf, endOf, type Reading, readingsOf } from './figures/reading.ts';
import type { Counted } from './figures/unit.ts';
import { unitsOf } from './figures/units.ts';
import { timeSaid } from './figures/year.ts';
import { nounFinder } from './reading/nouns.ts';
import type { Passage } from './reading/passage.ts';

/** A quantity in the running text. A range (`3-4 %`) is two of them, both with the quote of the range. */
export interface Figure extends SaidTime {
  readonly paragraph: number;
  /** From 1, in the order of the paragraph's text. */
  readonly position: number;
  /** `\d+(\.\d+)?`, exactly the printed digits. */
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
  readonly digits: Stretch;
}

/** The finder of a language's nouns, made once. */
const nounsOf = remembered(({ units, endings, plural }: Language['quantities']) =>
  nounFinder(units, endings, plural),
);

/** Reads every quantity in the paragraphs: digits that count or measure something. Numbers in words are left. */
export function readFigures(passages: readonly Passage[], language: Language): readonly Figure[] {
  const findNouns = nounsOf(language.quantities);
  let counted: Counted | undefined;
  return passages.flatMap((passage) => {
    const context = contextOf(passage, language, findNouns);
    const readings = readingsOf(context, language.decimalSign);
    // A paragraph that opens with `of them` counts on in what the one before it counted last.
    const known = language.quantities.countsOn.test(context.text) ? counted : undefined;
    const told = unitsOf(readings, context, known);
    counted = told.findLast((unit) => unit?.kind === 'count');
    return figuresOf(passage, context, readings, told, language);
  });
}

function saidTime(text: string, { start, end, asOf, from, to }: PrintedExtent): SaidTime {
  return { extent: { start, end, asOf }, timeQuote: text.slice(from, to).replace(/\s+/g, ' ') };
}

/** A number that can be read in two ways, so that not all of it is published: where in the text of a paragraph. */
export interface UnclearNumber extends Stretch {
  readonly paragraph: number;
}

/** The numbers of the paragraphs that nothing printed makes clear. */
export function unclearNumbers(
  passages: readonly Passage[],
  { decimalSign }: Language,
): readonly UnclearNumber[] {
  return passages.flatMap(({ number, folded }) =>
    unclearRanges(folded, decimalSign).map((span) => ({ paragraph: number, ...span })),
  );
}

function figuresOf(
  { number, text }: Passage,
  context: Context,
  readings: readonly Reading[],
  units: readonly (Counted | undefined)[],
  language: Language,
): readonly Figure[] {
  let position = 0;
  return readings.flatMap((reading, index): readonly Figure[] => {
    const unit = units[index];
    const { numeral } = reading;
    const to = numeral.from + text.slice(numeral.from, endOf(reading)).trimEnd().length;
    const place = placeOf(readings, index, context);
    const said = unit?.kind === 'age' ? null : timeSaid(context.times, place);
    const time = said && extentOf(said.time, place, context.text, language.quantities);
    const shared = {
      unit: unit?.unit ?? null,
      year: said?.year ?? null,
      ...(time === null ? NO_TIME : saidTime(text, time)),
      qualifier: qualifierOf(reading, context, place.end),
      quote: text.slice(numeral.from, to).replace(/\s+/g, ' '),
      from: numeral.from,
      to,
    };
    return numeral.numbers.map((digits): Figure => {
      position += 1;
      const value = decimalOf(text.slice(digits.from, digits.to), language.decimalSign);
      return {
        paragraph: number,
        position,
        cellId: `figure:${number}.${position}`,
        value,
        digits,
        ...shared,
      };
    });
  });
}
