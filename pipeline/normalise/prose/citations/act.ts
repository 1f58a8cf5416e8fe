import type { ActType } from '../../../jurisdiction/act-kinds.ts';
import type { Stretch } from '../../reading/phrase.ts';
import { innermost, type Sentence, sentenceAt } from '../reading/structure.ts';
import type { Head, Marks } from './marks.ts';

/** A citation before it has its place among the others. */
export interface Act extends Stretch {
  readonly type: ActType;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly title: string | null;
  /** What an act without a title of its own is called: by a declared name, or by what it approves. */
  readonly called?: Called;
  /** Where the one title stands that several numbers share, of an act of several issuers. */
  readonly joint?: number;
  /** The word for the act, which several acts may share. */
  readonly head: Head;
}

/** What an act is called, and by what. */
export interface Called {
  readonly title: string;
  readonly basis: 'approved' | 'declared';
}

/** The stretch that holds the date and the number of an act. */
type Anchor = Stretch;

/** Whether nothing stands in a stretch but what may stand within a citation, and what `passing` lists. */
export function isPlain(marks: Marks, from: number, to: number, passing: readonly Stretch[] = []): boolean {
  return (
    from <= to && marks.words.filler.test(without(marks.folded, from, to, [...passing, ...marks.issuers]))
  );
}

/** How many words stand in a stretch that belong to no citation. */
export function strayWords(
  { folded, issuers, titles, times, numbers, heads }: Marks,
  { from, to }: Stretch,
): number {
  const rest = without(folded, from, to, [...issuers, ...titles, ...times, ...numbers, ...heads]);
  return rest.match(/\p{L}+/gu)?.length ?? 0;
}

function without(text: string, from: number, to: number, spans: readonly Stretch[]): string {
  let rest = '';
  for (let place = from; place < to; place += 1) {
    const over = spans.find((span) => span.from <= place && place < span.to);
    if (over === undefined) rest += text[place] ?? '';
    else place = over.to - 1;
  }
  return rest;
}

/** The title right before a place, but for the state, the issuer and the word for the act. */
export function titleBefore(
  marks: Marks,
  place: number,
  passing: readonly Stretch[] = [],
): Stretch | undefined {
  const title = marks.titles.findLast(({ to }) => to <= place);
  return title !== undefined && isPlain(marks, title.to, place, passing) ? title : undefined;
}

/** A title as it is printed, without its marks. */
export function titleText({ text }: Marks, title: Stretch | undefined): string | null {
  return title === undefined
    ? null
    : text
        .slice(title.from + 1, title.to - 1)
        .replace(/\s+/g, ' ')
        .trim();
}

/** The issuer of an act: named by its kind, between its date or number and `end`, or the last one before. */
export function issuerOf(marks: Marks, head: Head, anchor: Anchor, end: number): string | null {
  const { words } = marks;
  if (words.withoutIssuer.includes(head.type)) return null;
  const own = words.issuerOf[head.type];
  if (own !== undefined) return own;
  const sentence = sentenceOf(marks, anchor.from);
  const treaty = words.treaties.includes(head.type);
  const issuers = marks.issuers.filter(({ issuer }) => !treaty || words.treatyBodies.includes(issuer));
  const behind = issuers.find(({ from, to }) => from >= anchor.to && to <= end);
  const before = issuers.findLast(({ from, to }) => from >= sentence.from && to <= anchor.from);
  return (behind ?? before)?.issuer ?? null;
}

/** The type of an act; what a resolution is depends on who passed it. */
export function typeOf({ words }: Marks, head: Head, issuer: string | null): ActType {
  const own = head.type === 'resolution' && issuer !== null ? words.resolutionOf[issuer] : undefined;
  return own ?? head.type;
}

/** The sentence that holds a place. */
export function sentenceOf({ structure, text }: Marks, place: number): Sentence {
  return sentenceAt(structure.sentences, place) ?? { from: 0, to: text.length, items: [0] };
}

/** Whether a word can belong to a date or number at a place: it does not hide in brackets of its own. */
export function isReachable({ structure }: Marks, head: Stretch, place: number): boolean {
  const bracket = innermost(structure.brackets, head.from);
  return bracket === undefined || (bracket.from <= place && place < bracket.to);
}
