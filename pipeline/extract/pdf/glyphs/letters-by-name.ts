/** A ligature that has a name of its own; others are named by their letters, as `T_h`. */
const LIGATURE = /^(?:ff?[ijlt]|ff|\p{L}(?:_\p{L})+)$/u;
/** A capital as it is named: `H`, `Eacute`, `uni0416`. */
const PLAIN = /^[A-Z]$/;
const ACCENTED =
  /^([A-Z])(?:acute|grave|circumflex|dieresis|tilde|caron|ring|cedilla|commaaccent|ogonek|macron|breve|dotaccent|hungarumlaut)$/;
const BY_CODE = /^uni([0-9A-F]{4})$/;

/**
 * The letters that are drawn, where the name that picks the drawing tells more than the file's table of characters.
 * Words in small capitals are drawn with capitals, and one table serves the whole document: it then calls every `H` of
 * it `h`, and `Hungary` would be read as `hungary`. Other tables know of a ligature one letter alone, and of `fi` its `i`.
 */
export function letterByName(character: string, name: string): string {
  if (LIGATURE.test(name)) return ofLigature(character, name.replaceAll('_', ''));
  const capital = character.toUpperCase();
  if (capital === character || capital.length !== character.length) return character;
  return isNamedBy(name, capital) ? capital : character;
}

function ofLigature(character: string, letters: string): string {
  const isPart = character.length === 1 && letters.toLowerCase().includes(character.toLowerCase());
  return isPart ? letters : character;
}

function isNamedBy(name: string, capital: string): boolean {
  if (PLAIN.test(name)) return name === capital;
  const code = BY_CODE.exec(name)?.[1];
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16)) === capital;
  const [letter = '', ...accents] = capital.normalize('NFD');
  return accents.length > 0 && ACCENTED.exec(name)?.[1] === letter;
}

/** How digits are named, from 0 on. */
export const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
/** How forms of digits are named that stand on the line: of old style, as wide as each other or not, of their own height. */
const FORM_OF_DIGIT =
  /^([a-z]+?)(?:oldstyle|fitted|\.(?:oldstyle|taboldstyle|onum|lnum|tnum|pnum|tf|lf|osf|tosf|tlf|fitted))$/;

/**
 * The digit that a name says which is of a form of digits: `oneoldstyle`, `one.onum`. The list of names that is common to
 * all programs has none for them, or one of private use.
 */
export function digitByName(name: string | undefined): string | undefined {
  const digit = DIGITS.indexOf(FORM_OF_DIGIT.exec(name ?? '')?.[1] ?? '');
  return digit < 0 ? undefined : String(digit);
}
