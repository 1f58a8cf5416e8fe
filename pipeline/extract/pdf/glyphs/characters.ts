import { UNKNOWN } from '../../../page/token.ts';
import { isFontOfSigns } from '../../fonts-of-signs.ts';
import { isBlank, isNameless } from './font-glyph.ts';
import type { Shape } from './glyph-shape.ts';
import { DIGITS, letterByName } from './letters-by-name.ts';

const SOFT_HYPHEN = '\u00ad';
const HYPHEN = /^[-\u00ad\u2010]+$/u;

/** What a file says of a glyph, and what is drawn. */
export interface GlyphFacts {
  /** The character that it names, or that its code stands for. */
  readonly character: string;
  readonly code: number;
  /** Whether the file names it: otherwise its character is its code's. */
  readonly isNamed: boolean;
  /** The name of its drawing, where it has one. */
  readonly name: string | undefined;
  /** Whether the name picks the drawing: where it does not, it is no more than its code's. */
  readonly picks: boolean;
  /** Whether the file brings the drawing; otherwise it is drawn by its name. */
  readonly isOwn: boolean;
  /** Whether its font has a code for each of many drawings, and no names for them. */
  readonly isComposite: boolean;
  /** Undefined where it is not known. */
  readonly shape: Shape | undefined;
  /** The name of its font, without what tells a part of a font from others. */
  readonly family?: string;
  /** Whether its drawing is none that a character of numbers can have. */
  readonly isAnother?: boolean;
}

/** What stands in numbers, by the names of its drawings. */
const NUMERIC: ReadonlyMap<string, string> = new Map([
  ...DIGITS.map((name, digit): [string, string] => [name, `${digit}`]),
  ...[
    'hyphen',
    'minus',
    'endash',
    'emdash',
    'figuredash',
    'softhyphen',
    'sfthyphen',
    'hyphentwo',
    'uni2212',
  ].map((name): [string, string] => [name, '-']),
  ['plus', '+'],
  ['period', '.'],
  ['comma', ','],
]);
const BLANK_NAMES = /^(?:|\.notdef|\.null|space|nbspace|nbsp|nonbreakingspace|uni00A0|nonmarkingreturn|CR)$/;
const DASH = /^[-\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/u;
const IN_NUMBERS = /^[\p{Nd}.,:;']$/u;
const SIGN_OR_DIGIT = /^[\p{Nd}.,+\u2212-]$/u;
const WORD = /^[a-z]{2,}$/i;
const DIGIT = /^[0-9]$/;
/** How forms of digits are named that stand above or below the line. */
const NO_DIGIT_OF_A_LINE = /^(?:sups|sinf|subs|numr|dnom|superior|inferior|numerator|denominator)$/;
const LETTER = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]$/u;
/** Joiners, marks of order, and other characters that draw nothing. */
const WITHOUT_INK = /^(?:[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u061c]|\u034f)*$/u;

/**
 * The character of a glyph, or `UNKNOWN` for ink that no known character can be: a minus whose table calls it a space,
 * a control character, a digit, or whose name nobody knows.
 */
export function characterOf(said: GlyphFacts): string {
  const facts = withoutBreaks(said);
  const { character, shape } = facts;
  const isDrawn = drawsInk(facts);
  if (character === SOFT_HYPHEN) return isDrawn === false ? '' : character;
  if (isBlank(character)) return isDrawn === true ? UNKNOWN : character;
  if (WITHOUT_INK.test(character)) return isDrawn === true ? UNKNOWN : '';
  if (isNameless(character)) return isDrawn === false ? '' : UNKNOWN;
  if (isDrawn === false) return character;
  // A 3 that is drawn as an 8 is one on paper.
  if (facts.isAnother === true || isNamedOtherwise(facts)) return UNKNOWN;
  if (!facts.isNamed) return byItsCode(facts);
  const drawn = facts.isOwn ? undefined : NUMERIC.get(facts.name ?? '');
  if (drawn !== undefined && drawn !== character && !isSameSign(drawn, character)) return UNKNOWN;
  if (!isPossible(character, shape)) return UNKNOWN;
  return facts.picks && facts.name !== undefined ? letterByName(character, facts.name) : character;
}

/**
 * A glyph without the soft hyphens that stood beside its letter in the text that it was set from, or of which it is the
 * drawn hyphen: programs name all that the glyph came of, `­з` and `­‐`.
 */
function withoutBreaks(facts: GlyphFacts): GlyphFacts {
  const { character } = facts;
  if (character.length < 2 || !character.includes(SOFT_HYPHEN)) return facts;
  const bare = HYPHEN.test(character) ? SOFT_HYPHEN : character.replaceAll(SOFT_HYPHEN, '');
  return { ...facts, character: bare };
}

/** Whether a glyph leaves ink; undefined where nobody knows. */
function drawsInk({ shape, isOwn, isComposite, name }: GlyphFacts): boolean | undefined {
  if (shape !== undefined) return shape !== 'none';
  if (isOwn || isComposite) return undefined;
  return !BLANK_NAMES.test(name ?? '');
}

/**
 * The character of a code that the file does not name. Codes are characters in the fonts of old: where a drawing has no
 * other name than its code (`a50`, `G32`) or none of its own.
 */
function byItsCode({ character, code, name, isComposite, shape }: GlyphFacts): string {
  if (isComposite) return UNKNOWN;
  const drawn = NUMERIC.get(name ?? '');
  if (drawn !== undefined) return drawn === character || isSameSign(drawn, character) ? character : UNKNOWN;
  const isPlain =
    name === undefined || name === character || (WORD.test(name) && !SIGN_OR_DIGIT.test(character));
  const isItsCode =
    name !== undefined && new RegExp(`^[a-z_.]*0*(?:${code}|${code.toString(16)})$`, 'i').test(name);
  return (isPlain || isItsCode) && isPossible(character, shape) ? character : UNKNOWN;
}

/**
 * Whether a digit that a font which is elsewhere draws by its name has the name of something else, as `onesuperior` and
 * `alpha` are, or the font is one of signs.
 */
function isNamedOtherwise({ character, name, isOwn, isComposite, family = '' }: GlyphFacts): boolean {
  if (isOwn || !DIGIT.test(character)) return false;
  if (isFontOfSigns(family)) return true;
  if (isComposite || name === undefined) return false;
  const [base = '', form = ''] = name.split('.');
  return (WORD.test(base) && base !== DIGITS[Number(character)]) || NO_DIGIT_OF_A_LINE.test(form);
}

function isSameSign(one: string, other: string): boolean {
  return DASH.test(one) && DASH.test(other);
}

/** Whether a glyph can look like that: digits are tall, and signs for minus are bars. */
function isPossible(character: string, shape: Shape | undefined): boolean {
  if (shape === undefined) return true;
  if (shape === 'bar') return !IN_NUMBERS.test(character) && !LETTER.test(character);
  return !(shape === 'tall' && DASH.test(character));
}
