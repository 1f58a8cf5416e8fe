import { type Context, endOf, type Reading } from './reading.ts';
import { type Counted, unitBefore } from './unit.ts';

/**
 * What each number counts, the multiple in its unit's code (`thousand_persons`). Where no unit is printed behind one, it
 * shares that of the other end of its range (`from 4,0 to 17,9 billion tenge`), that of a ratio in its sentence
 * (`per 1000 births ... 13`), what the last number of the paragraph counted (`1926 women, 1102 of them`), that of the
 * rate that the paragraph speaks of (`maternal mortality ... 12,0`), or the nearest noun before it; a margin (`±3`) none.
 * `known` is what was counted before the paragraph, where it counts on.
 */
export function unitsOf(
  readings: readonly Reading[],
  context: Context,
  known: Counted | undefined,
): readonly (Counted | undefined)[] {
  const units: (Counted | undefined)[] = [];
  let counted = known;
  for (const [index, reading] of readings.entries()) {
    const { numeral, tail } = reading;
    const next = readings[index + 1];
    const shared = next !== undefined && isRange(reading, next, context) ? next : undefined;
    const told = reading.printed ?? shared?.printed;
    const found =
      told ?? (isMargin(numeral.from, context) ? undefined : unitAround(reading, context, counted));
    const prefix = tail.prefix ?? (reading.printed === undefined ? (shared?.tail.prefix ?? null) : null);
    if (found?.kind === 'count') counted = found;
    units.push(
      found && {
        unit: prefix === null ? found.unit : `${prefix}_${found.unit}`,
        kind: found.kind,
        to: reading.printed?.to ?? tail.to,
        qualifier: reading.printed?.qualifier ?? null,
      },
    );
  }
  return units;
}

/** What the words around a bare number make it count or measure. */
function unitAround(reading: Reading, context: Context, counted: Counted | undefined): Counted | undefined {
  const own = ratioBefore(reading, context) ?? counted ?? rateBefore(reading, context);
  return own ?? unitBefore(context.nouns, reading.sentence, reading.numeral);
}

/** Behind `±` stands a margin: of what is not said by what else is counted. */
function isMargin(place: number, { text }: Context): boolean {
  return /±\s?$/.test(text.slice(Math.max(0, place - 2), place));
}

/** Whether two numbers are the ends of `from 365 to 251`: the first in the ablative, the second right behind it. */
export function isRange(first: Reading, second: Reading, { text, words }: Context): boolean {
  const { tail } = first;
  const end = endOf(first);
  const noun = text.slice(tail.to, end);
  const ablative = tail.ablative || (tail.qualifier === null && noun !== '' && words.ablative.test(noun));
  const from = tail.ablative && isBlank(text.slice(tail.to, second.numeral.from)) ? tail.to : end;
  return ablative && isBlank(text.slice(from, second.numeral.from));
}

function isBlank(text: string): boolean {
  return /^\s?$/.test(text);
}

function ratioBefore({ numeral, sentence }: Reading, { ratios }: Context): Counted | undefined {
  const ratio = ratios.find(({ from }) => from >= sentence.from && from < sentence.to);
  return ratio && { unit: ratio.unit, kind: 'measure', to: numeral.to, qualifier: null };
}

/** The unit of the last rate that is named before a number, whatever the sentence: a rate has one unit by definition. */
function rateBefore({ numeral }: Reading, { rates }: Context): Counted | undefined {
  const rate = rates.findLast(({ to }) => to <= numeral.from);
  return rate && { unit: rate.unit, kind: 'measure', to: numeral.to, qualifier: null };
}
