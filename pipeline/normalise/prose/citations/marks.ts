import type { ActType, LegalWords } from '../../../jurisdiction/act-kinds.ts';
import { matchesOf } from '../../../page/matches.ts';
import { remembered } from '../../../page/remembered.ts';
import type { Stretch } from '../../reading/phrase.ts';
import type { Passage } from '../reading/passage.ts';
import { within } from '../reading/structure.ts';

/** A word for an act. */
export interface Head extends Stretch {
  readonly type: ActType;
  readonly plural: boolean;
}

/** An issuer's name. */
interface IssuerMark extends Stretch {
  readonly issuer: string;
}

/** The name of a code. */
interface CodeMark extends Stretch {
  readonly title: string;
}

/** The name of a treaty before its word, or a short name that needs no word. */
interface NameMark extends Stretch {
  readonly type: ActType;
  readonly title: string;
}

/** An act's number behind its sign. */
export interface NumberMark extends Stretch {
  readonly number: string;
}

/** Everything in a paragraph that a citation is made of; nothing of it within quotation marks but the titles. */
export interface Marks extends Passage {
  readonly heads: readonly Head[];
  readonly titles: readonly Stretch[];
  readonly numbers: readonly NumberMark[];
  readonly issuers: readonly IssuerMark[];
  readonly codes: readonly CodeMark[];
  readonly treaties: readonly NameMark[];
  readonly shortNames: readonly NameMark[];
  readonly words: LegalWords;
}

/** An act's number behind its sign. */
const NUMBER = /№\s?(\d[\d/]*(?:-[\p{L}\d]+)*)/gu;

/** Finds the marks of a paragraph's text. */
export function marksOf(passage: Passage, words: LegalWords): Marks {
  const { text, folded, structure, times } = passage;
  const outside = <Mark extends Stretch>(marks: readonly Mark[]): readonly Mark[] =>
    marks.filter(({ from }) => !within(structure.quotes, from));
  return {
    ...passage,
    titles: structure.quotes.filter(({ from }, index) => !within(structure.quotes.slice(0, index), from)),
    heads: outside(headsOf(folded, words)),
    numbers: outside(
      matchesOf(NUMBER, text).map(({ index, 0: sign, 1: number = '' }) => ({
        from: index,
        to: index + sign.length,
        number,
      })),
    ),
    issuers: outside(issuersOf(folded, words)),
    codes: outside(codesOf(folded, words)),
    treaties: outside(namesOf(folded, patternsOf(words).treaties)),
    shortNames: outside(namesOf(folded, patternsOf(words).shortNames)),
    times: outside(times),
    words,
  };
}

/** A name that a text is looked through for, with letters of which it certainly has some: where none of them stand, it does not. */
type Sought<Name> = Name & { readonly pattern: RegExp; readonly letters: readonly string[] };

/** The pattern of each name, with what may stand behind it. */
function soughtIn<Name>(
  names: readonly Name[],
  stemOf: (name: Name) => string,
  behind: string,
): readonly Sought<Name>[] {
  return names.map((name) => ({
    ...name,
    pattern: new RegExp(`(?<![\\p{L}-])(?:${stemOf(name)})${behind}`, 'gu'),
    letters: lettersOf(stemOf(name)),
  }));
}

/**
 * The longest letters that all that fits a pattern has, of each of its alternatives: `abc` of `(?:e|f)?abcd?`. Groups,
 * classes and what may be missing are passed over.
 */
export function lettersOf(pattern: string): readonly string[] {
  let rest = withoutClasses(pattern.replace(/\\p\{\w+\}|\\./gu, '\0'));
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\([^()]*\)/g, '\0');
  }
  return rest.split('|').map((way) => {
    const certain = way.replace(/.[?*{]/gsu, '\0').match(/[\p{L} ]+/gu) ?? [];
    return certain.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
  });
}

/** A pattern with a sign in the place of each class of characters. */
function withoutClasses(pattern: string): string {
  const [before = '', ...classes] = pattern.split('[');
  const behind = (text: string): string =>
    text.includes(']') ? `\0${text.slice(text.indexOf(']') + 1)}` : '';
  return before + classes.map(behind).join('');
}

/** The patterns of a language's words for acts, issuers and codes, made once for all paragraphs. */
const patternsOf = remembered(({ acts, endings, issuers, codes, treatyNames, shortNames }: LegalWords) => ({
  treaties: soughtIn(treatyNames, ({ stem }) => stem, '(?![\\p{L}-])'),
  // With the ending that a hyphen parts from it.
  shortNames: soughtIn(shortNames, ({ stem }) => stem, '(?:-\\p{L}+)?(?!\\p{L})'),
  heads: new RegExp(
    `(?<![\\p{L}-])(?:${acts.map(({ stem }) => `(${stem})`).join('|')})(?:${endings})(?![\\p{L}]|-\\p{L})`,
    'gu',
  ),
  issuers: soughtIn(issuers, ({ name }) => name, '(?!\\p{L})'),
  codes: soughtIn(codes, ({ stem }) => stem, '(?![\\p{L}-])'),
}));

/** Every place of a text where a name stands, name by name. */
function placesOf<Name, Mark>(
  text: string,
  names: readonly Sought<Name>[],
  markOf: (name: Name, place: Stretch) => Mark,
): readonly Mark[] {
  return names.flatMap((name) =>
    name.letters.some((letters) => text.includes(letters))
      ? matchesOf(name.pattern, text).map(({ index, 0: match }) =>
          markOf(name, { from: index, to: index + match.length }),
        )
      : [],
  );
}

function headsOf(text: string, words: LegalWords): readonly Head[] {
  const { acts, plural } = words;
  return matchesOf(patternsOf(words).heads, text).flatMap((match): Head[] => {
    const index = match.slice(1).findIndex((stem) => stem !== undefined);
    const act = acts[index];
    const ending = match[0].slice((match[index + 1] ?? '').length);
    const span = { from: match.index, to: match.index + match[0].length };
    return act === undefined ? [] : [{ ...span, type: act.type, plural: plural.test(ending) }];
  });
}

function issuersOf(text: string, words: LegalWords): readonly IssuerMark[] {
  const found = placesOf(text, patternsOf(words).issuers, ({ issuer }, place) => ({ issuer, ...place }));
  return [...found].sort((a, b) => a.from - b.from);
}

function namesOf(
  text: string,
  names: readonly Sought<Pick<NameMark, 'type' | 'title'>>[],
): readonly NameMark[] {
  return placesOf(text, names, ({ type, title }, place) => ({ type, title, ...place }));
}

function codesOf(text: string, words: LegalWords): readonly CodeMark[] {
  const found = placesOf(text, patternsOf(words).codes, ({ title }, place) => ({ title, ...place }));
  const longest = found.filter(
    (code) => !found.some((other) => other.title !== code.title && covers(other, code)),
  );
  return [...longest].sort((a, b) => a.from - b.from);
}

function covers(outer: Stretch, inner: Stretch): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
}
