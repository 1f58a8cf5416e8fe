import type { QuantityWords, UnitWords } from '../../../locale/quantity-words.ts';
import type { Stretch } from '../../reading/phrase.ts';
import type { Noun } from '../reading/nouns.ts';
import type { Sentence } from '../reading/structure.ts';
import { SETTINGS } from '../settings.ts';
import { shadeAt, type Tail } from './magnitude.ts';
import type { Numeral } from './numerals.ts';

/** What a number counts or measures. */
export interface Counted {
  /** Code without the multiple: `persons`; null where nothing printed says what is counted. */
  readonly unit: string | null;
  readonly kind: 'count' | 'measure' | 'age' | null;
  /** Behind the word for it; behind the number where that stands elsewhere. */
  readonly to: number;
  readonly qualifier: 'more_than' | 'about' | null;
}

/** Words that may stand between a number and the noun that it counts; more of them and the noun is another's. */
const REACH = SETTINGS.nounReach.value;
const REACHED = new RegExp(`^(?:\\s*\\S+){0,${REACH}}`, 'u');
/** Characters that so many words may have. */
const FARTHEST = SETTINGS.nounFarthest.value;

/**
 * The unit printed behind a number: the per cent sign, a unit, or the noun that is counted with the words that
 * describe it in between (`19,6 thousand labour law violations`). A counted noun stands in the singular, so a
 * plural (`children's organisations`) only counts when no singular follows. Undefined where none is printed
 * before `end`, the end of the sentence.
 */
export function unitBehind(
  text: string,
  numeral: Numeral,
  tail: Tail,
  nouns: readonly Noun[],
  end: number,
  words: QuantityWords,
): Counted | undefined {
  if (tail.percent) {
    const before = text.slice(0, numeral.from);
    const share = words.shares.find(({ of, words: phrase }) => of === 'percent' && phrase.test(before));
    return { unit: share?.unit ?? 'percent', kind: 'measure', to: tail.to, qualifier: null };
  }
  const [upTo = ''] = words.upTo.exec(text.slice(tail.to).replace(/^\s/, '')) ?? [];
  const nominal = numeral.ending !== null && tail.prefix === null;
  if (tail.ofThem) return undefined;
  if (nominal && tail.qualifier === null && upTo === '' && !tail.ablative) return undefined;
  const reach = Math.min(end, reachOf(text, tail.to));
  const within = nouns.filter(
    ({ from, to }) => from >= tail.to && to <= reach && !inBracket(text, tail.to, from),
  );
  const free = within.filter(({ from }) => !words.modifiers.test(text.slice(from)));
  const noun = free.find(({ plural }) => !plural) ?? free[0];
  if (noun === undefined) return undefined;
  const shade = shadeAt(text, noun.to, words);
  const { unit, kind } = noun.unit;
  return { unit, kind, to: shade?.to ?? noun.to, qualifier: shade?.qualifier ?? null };
}

/** How far a number's noun may stand: up to a digit, a stop, a dash or a closing bracket; over one early comma. */
function reachOf(text: string, from: number): number {
  const rest = text
    .slice(from, from + FARTHEST)
    .replace(/\([^()]*\)/g, (bracket) => 'ʘ'.repeat(bracket.length));
  const [stretch = ''] = /^(?:[^\d.;:()–"\n,]|(?<=\p{L})\.(?=\)|\s?\p{Ll}))*/u.exec(rest) ?? [];
  const wordsIn = (part: string): number =>
    part
      .trim()
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word)).length;
  const comma = rest[stretch.length] === ',' && wordsIn(stretch) > 0 && wordsIn(stretch) <= 2;
  const [beyond = ''] = comma ? (/^,[^\d.;:()–"\n,]*/u.exec(rest.slice(stretch.length)) ?? []) : [];
  const whole = stretch + beyond;
  const [reach = ''] = REACHED.exec(whole) ?? [];
  return from + reach.length;
}

function inBracket(text: string, from: number, place: number): boolean {
  const between = text.slice(from, place);
  return between.lastIndexOf('(') > between.lastIndexOf(')');
}

/** The nearest noun before a bare number in its sentence: `the number of children reached 144 783`. */
export function unitBefore(
  nouns: readonly Noun[],
  sentence: Sentence | undefined,
  at: Stretch,
): Counted | undefined {
  const noun = nouns.findLast(
    ({ from, to, unit }) => to <= at.from && from >= (sentence?.from ?? 0) && standsAlone(unit),
  );
  return noun && { unit: noun.unit.unit, kind: noun.unit.kind, to: at.to, qualifier: null };
}

/** A sentence names before its numbers what they count or how old it is; other measures stand with each number. */
function standsAlone({ kind, unit }: UnitWords): boolean {
  return kind !== 'measure' || unit === 'coefficient';
}
