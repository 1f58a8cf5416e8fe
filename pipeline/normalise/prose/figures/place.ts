import { innermost, type Sentence } from '../reading/structure.ts';
import { type Context, endOf, type Reading } from './reading.ts';
import { isRange } from './units.ts';
import type { Place } from './year.ts';

/** Where the number of a reading stands, as far as its year depends on it. */
export function placeOf(readings: readonly Reading[], index: number, context: Context): Place {
  const reading = readings[index];
  const next = readings[index + 1];
  const last = readings[index - 1];
  const at = reading?.numeral.from ?? 0;
  const first = reading !== undefined && next !== undefined && isRange(reading, next, context);
  const second = reading !== undefined && last !== undefined && isRange(last, reading, context);
  return {
    at,
    sentence: withLead(reading?.sentence ?? { from: 0, to: 0, items: [0] }, context),
    brackets: context.structure.brackets,
    end: first ? 'first' : second ? 'second' : null,
    aside: reading !== undefined && isAside(reading, context),
    clause: reading === undefined ? at : pronounBefore(reading, context),
  };
}

/** Where the clause of a number begins with a pronoun for all that was said before it; else the number's own place. */
function pronounBefore({ numeral, sentence }: Reading, { text, structure, words }: Context): number {
  const commas = [...text.slice(sentence.from, numeral.from).matchAll(/,\s/g)].map(
    ({ index, 0: comma }) => sentence.from + index + comma.length,
  );
  const free = commas.filter((place) => innermost(structure.brackets, place) === undefined);
  return free.findLast((place) => words.pronoun.test(text.slice(place))) ?? numeral.from;
}

/** A sentence that goes on with the one before it (`of them, ...`) shares its times. */
function withLead(sentence: Sentence, { text, structure, words }: Context): Sentence {
  const opening = text.slice(sentence.from, sentence.to).trimStart();
  if (!words.continuations.test(opening)) return sentence;
  const lead = structure.sentences.findLast(({ to }) => to <= sentence.from);
  return lead === undefined
    ? sentence
    : { ...sentence, from: lead.from, items: [lead.from, ...sentence.items] };
}

/**
 * Brackets that give what the comparison before them is made with: a figure alone in them
 * (`2,3 times more than in 2010 (12 344 tenge)`), or brackets right behind the comparison.
 */
function isAside(reading: Reading, { text, structure, times, words }: Context): boolean {
  const { numeral } = reading;
  const bracket = innermost(structure.brackets, numeral.from);
  if (bracket === undefined) return false;
  const compared = times.findLast(({ compared: is, to }) => is && to <= bracket.from);
  if (compared === undefined) return false;
  const between = text.slice(compared.to, bracket.from);
  const [comparison = ''] = words.calendar.comparison.exec(between) ?? [];
  const alone =
    !reading.tail.percent && numeral.from === bracket.from + 1 && /^\s?\)/.test(text.slice(endOf(reading)));
  return alone || comparison.trimEnd() === between.trimEnd();
}
