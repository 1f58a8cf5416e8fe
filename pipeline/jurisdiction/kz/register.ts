import type { ActType } from '../act-kinds.ts';

/** The letters by which the register of acts tells kinds of act; others are not numbered by their own number. */
const LETTERS: Partial<Record<ActType, string>> = {
  government_resolution: 'P',
  decree: 'U',
  law: 'Z',
  constitutional_law: 'Z',
  code: 'K',
};

/** Acts from this year on; the ids of older ones are shorter and not all of one form. */
const FIRST_YEAR = 2011;

/**
 * The id that an act has in the register Adilet by its pattern: the letter of its kind, two digits of its year, its number
 * in eight digits, without the session of parliament: No. 209 of 2014 of the government is P1400000209, the law 127-V of
 * 2014 is Z1400000127. It follows from the pattern alone; nobody has looked it up.
 */
export function registerIdInKazakhstan(type: ActType, number: string, date: string): string | undefined {
  const letter = LETTERS[type];
  const [digits] = /^\d{1,8}(?=-[IVX]+$|$)/.exec(number) ?? [];
  const year = date.slice(0, 4);
  if (letter === undefined || digits === undefined || Number(year) < FIRST_YEAR) return undefined;
  return `${letter}${year.slice(2)}${digits.padStart(8, '0')}`;
}
