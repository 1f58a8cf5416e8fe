/**
 * Latin letters, dashes and quotes that print like another character, and the one they are folded to: text layers
 * mix `i` and `і`, hyphens, dashes and minus signs.
 */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...pairs('ABCEHIKMOPTXYaceiopxyËë', 'АВСЕНІКМОРТХУасеіорхуЁё'),
  ...pairs('\u00ad‐‑‒–—―−﹣－', '----------'),
  ...pairs('«»“”„‟″', '"""""""'),
  ...pairs('‘’‚‛′`´', "'''''''"),
]);

function pairs(from: string, to: string): [string, string][] {
  const target = [...to];
  return [...from].map((character, index) => [character, target[index] ?? character]);
}

const IS_DIGIT = /\p{Nd}/u;
const ZERO = 0x30;

/**
 * For each UTF-16 unit the same one, digits of every script as those that programs reckon with: `٣`, `३` and `３` are 3.
 * The digits of a script stand behind each other, zero first.
 */
export const WESTERN_DIGITS: Uint16Array = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
for (let unit = 0, run = 0; unit < WESTERN_DIGITS.length; unit += 1) {
  const isDigit = IS_DIGIT.test(String.fromCharCode(unit));
  if (isDigit) WESTERN_DIGITS[unit] = ZERO + (run % 10);
  run = isDigit ? run + 1 : 0;
}

const OF_OTHER_SCRIPTS = /[^\P{Nd}0-9]/gu;

/** A text with the digits of every script as those that programs reckon with: `٢٠١٠` is 2010. */
export function inWesternDigits(text: string): string {
  return text.replace(OF_OTHER_SCRIPTS, (digit) =>
    String.fromCharCode(WESTERN_DIGITS[digit.charCodeAt(0)] ?? digit.charCodeAt(0)),
  );
}

/** Whether a text has digits of several scripts: `3٤` is no number of any. */
export function mixesDigits(text: string): boolean {
  const zeros = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const digit = WESTERN_DIGITS[unit] ?? unit;
    if (digit !== unit || (unit >= ZERO && unit < ZERO + 10)) zeros.add(unit - digit);
  }
  return zeros.size > 1;
}

/** For each UTF-16 unit the one that it is folded to. */
export const FOLDED: Uint16Array = WESTERN_DIGITS.map(
  (digit, unit) => (LOOK_ALIKES.get(String.fromCharCode(unit)) ?? '').charCodeAt(0) || digit,
);

/** Folds characters that print alike: `белсендi` with a Latin i equals `белсенді`. Keeps the length. */
export function fold(text: string): string {
  return asText(Uint16Array.from({ length: text.length }, (_, index) => FOLDED[text.charCodeAt(index)] ?? 0));
}

const UNITS = new TextDecoder('utf-16le');

/** The text of UTF-16 units. */
export function asText(units: Uint16Array): string {
  return UNITS.decode(units);
}

/** The ink of a declared phrase: folded, without white space. */
export function inkOf(phrase: string): string {
  return fold(phrase.normalize('NFC')).replace(/\s+/g, '');
}

/** The ink of each word of a phrase. */
export function wordsOf(phrase: string): readonly string[] {
  return phrase
    .trim()
    .split(/\s+/)
    .map(inkOf)
    .filter((word) => word !== '');
}

/** A declared label, ready to be matched. */
export interface Label {
  /** The ink of each word, and of each part of one that has hyphens or slashes: a line may end behind it. */
  readonly words: readonly string[];
  /** The ink of all words. */
  readonly ink: string;
  /** Footnote marks that the label carries somewhere. */
  readonly marks: readonly string[];
}

/** Between words, and behind a hyphen or a slash. */
const WHERE_LINES_END = /\s+|(?<=\S[-/])(?=\S)/;

/** Makes a label of its text. */
export function labelOf(text: string, marks: readonly string[] = []): Label {
  return { words: text.trim().split(WHERE_LINES_END).map(inkOf), ink: inkOf(text), marks };
}
