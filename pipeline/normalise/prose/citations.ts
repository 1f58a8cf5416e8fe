import type { ActType, LegalWords } from '../../jurisdiction/act-kinds.ts';
import type { LegalLanguage } from '../../jurisdiction/legal-language.ts';
import type { Act } from './citations/act.ts';
import { datedActs } from './citations/dated.ts';
import { marksOf } from './citations/marks.ts';
import { namedActs } from './citations/named.ts';
import { numberedActs, standards } from './citations/numbered.ts';
import { type CitedParts, partsBehind } from './citations/parts.ts';
import type { Passage } from './reading/passage.ts';

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
  readonly quote: string;
  /** The quote in the paragraph's text. */
  readonly from: number;
  readonly to: number;
}

/**
 * Reads the acts that the paragraphs cite: each with a number or a date on a row of its own, also where
 * several share one word, one date or one title; and laws and codes cited by name alone, with neither.
 */
export function readCitations(passages: readonly Passage[], { acts }: LegalLanguage): readonly Citation[] {
  return passages.flatMap((passage) => citationsOf(passage, acts));
}

function citationsOf(passage: Passage, words: LegalWords): readonly Citation[] {
  const { number: paragraph, text } = passage;
  const marks = marksOf(passage, words);
  const numbered = [...numberedActs(marks), ...standards(marks)];
  const dated = datedActs(marks, numbered);
  const acts = [...numbered, ...dated, ...namedActs(marks, [...numbered, ...dated])];
  return [...acts].sort(inOrder).map(
    ({ type, issuer, number, date, title, head, from, to }, index): Citation => ({
      referenceId: `p${paragraph}.${index + 1}`,
      paragraph,
      type,
      issuer,
      number,
      date,
      title,
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
