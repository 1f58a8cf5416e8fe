import type { ActType, LegalWords } from '../../jurisdiction/act-kinds.ts';
import type { LegalLanguage } from '../../jurisdiction/legal-language.ts';
import type { DeclaredActs } from '../../template/declared-acts.ts';
import type { Stretch } from '../reading/phrase.ts';
import type { Act, Called } from './citations/act.ts';
import { datedActs } from './citations/dated.ts';
import { type DeclaredMark, declaredMarks, withDeclared } from './citations/declared.ts';
import { marksOf } from './citations/marks.ts';
import { namedActs } from './citations/named.ts';
import { numberedActs, standards } from './citations/numbered.ts';
import { type CitedParts, partsBehind } from './citations/parts.ts';
import type { Passage } from './reading/passage.ts';
import { within } from './reading/structure.ts';

/** A legal act or treaty cited in the running text. */
export interface Citation extends CitedParts {
  /** `p306.2`: the second citation of paragraph 306. */
  readonly referenceId: string;
  readonly paragraph: number;
  readonly type: ActType;
  /** Code of the issuer; null for acts of parliament and where none is named. */
  readonly issuer: string | null;
  /** As printed, without its sign. */
  readonly number: string | null;
  /** ISO 8601, with as much of the date as is printed. */
  readonly date: string | null;
  readonly title: string | null;
  /** What an act without a title is called: by a declared name, or by what it approves. */
  readonly called: Called | null;
  /** The same for all references of one paragraph to an act of several issuers, each with its own number. */
  readonly joint: string | null;
  readonly quote: string;
  /** The quote in the paragraph's text. */
  readonly from: number;
  readonly to: number;
}

/**
 * Reads the acts that the paragraphs cite: each with a number or a date on a row of its own, also where
 * several share one word, one date or one title; and laws and codes cited by name alone, with neither.
 */
export function readCitations(
  passages: readonly Passage[],
  { acts, quantities }: LegalLanguage,
  declared: DeclaredActs = NOTHING,
): readonly Citation[] {
  return passages.flatMap((passage) =>
    citationsOf(passage, acts, declaredMarks(passage, acts, declared, quantities)),
  );
}

const NOTHING: DeclaredActs = { path: '', names: [], same: [] };

function citationsOf(
  passage: Passage,
  words: LegalWords,
  declared: readonly DeclaredMark[],
): readonly Citation[] {
  const { number: paragraph, text } = passage;
  const marks = marksOf(passage, words);
  const numbered = [...numberedActs(marks), ...standards(marks)];
  const dated = datedActs(marks, numbered);
  const undeclared = <Mark extends Stretch>(all: readonly Mark[]): readonly Mark[] =>
    all.filter(({ from }) => !within(declared, from));
  const rest = { ...marks, heads: undeclared(marks.heads), shortNames: undeclared(marks.shortNames) };
  const named = namedActs(rest, [...numbered, ...dated]);
  const acts = withDeclared(marks, [...numbered, ...dated, ...named], declared);
  return [...acts].sort(inOrder).map(
    ({ type, issuer, number, date, title, called, joint, head, from, to }, index): Citation => ({
      referenceId: `p${paragraph}.${index + 1}`,
      paragraph,
      type,
      issuer,
      number,
      date,
      title,
      called: called ?? null,
      joint: joint === undefined ? null : `p${paragraph}:${joint}`,
      ...partsBehind(marks, head),
      quote: text.slice(from, to).replace(/\s+/g, ' '),
      from,
      to,
    }),
  );
}

function inOrder(a: Act, b: Act): number {
  const [first, second] = [a.date ?? '', b.date ?? ''];
  return a.from - b.from || a.to - b.to || Number(first > second) - Number(first < second);
}
