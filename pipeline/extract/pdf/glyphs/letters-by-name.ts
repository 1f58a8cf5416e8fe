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
