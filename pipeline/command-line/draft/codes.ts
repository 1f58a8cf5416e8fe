import { transliterated } from '../../locale/transliteration.ts';

/** A code is no longer than this many characters: longer ones are unhandy in an identity. Measured: nothing reads it. */
const LONGEST_CODE = 40;

/**
 * A code for what is printed, of small letters, digits and underscores; empty where nothing of it can be written so. It
 * depends on the text alone, so that a second draft gives the same codes.
 *
 *     codeOf('Total, rural & urban')   // 'total_rural_urban'
 *     codeOf('2017г.')                 // '2017g'
 */
export function codeOf(text: string): string {
  const words = transliterated(text)
    .replace(/%/g, ' percent ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let code = '';
  for (const word of words) {
    const longer = code === '' ? word : `${code}_${word}`;
    if (longer.length > LONGEST_CODE) return code === '' ? word.slice(0, LONGEST_CODE) : code;
    code = longer;
  }
  return code;
}

/** What says something else where keys are named. */
const NO_NAMES = new Set('column decimals header heading ignore key label printed unit value'.split(' '));

/** A code that may stand as the name of a key or a table: it begins with a letter, and says nothing else there. */
export function nameOf(text: string, otherwise: string): string {
  const code = codeOf(text);
  if (code === '') return otherwise;
  return /^[a-z]/.test(code) && !NO_NAMES.has(code) ? code : `${otherwise}_${code}`;
}

/**
 * A code for each text, each different. Texts that are printed several times, or that differ in what no code holds, are
 * numbered in their order: `total`, `total_2`; a text without a letter or digit is `what_3`, 3 being its place.
 */
export function codesOf(texts: readonly string[], what: string): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text, index) => {
    const bare = codeOf(text);
    const code = bare === '' ? `${what}_${index + 1}` : bare;
    let own = code;
    for (let count = 2; taken.has(own); count += 1) own = `${code}_${count}`;
    taken.add(own);
    return own;
  });
}
