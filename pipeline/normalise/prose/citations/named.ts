import type { Stretch } from '../../reading/phrase.ts';
import { type Act, isPlain, titleBefore, titleText } from './act.ts';
import type { Head, Marks } from './marks.ts';
import { partsBehind } from './parts.ts';

/** What an act is called and where. */
export interface Name extends Stretch {
  readonly title: string;
}

/** The names that stand right before a word for an act: a quoted title or a code's; several before a plural. */
export function namesBefore(marks: Marks, head: Head): readonly Name[] {
  const titled = listBefore(marks, head, marks.titles).flatMap((title): Name[] => {
    const text = titleText(marks, title);
    return text === null ? [] : [{ from: title.from, to: title.to, title: text }];
  });
  if (titled.length > 0 || (head.type !== 'code' && head.type !== 'draft_code')) return titled;
  return listBefore(marks, head, marks.codes);
}

/** The last of `spans` before a place; before a plural all that are only kept apart by commas and `and`. */
function listBefore<Mark extends Stretch>(marks: Marks, head: Head, spans: readonly Mark[]): readonly Mark[] {
  const list: Mark[] = [];
  let place = head.from;
  for (const span of spans.filter(({ to }) => to <= head.from).reverse()) {
    const gap = marks.folded.slice(span.to, place);
    const joined = list.length > 0 && head.plural && (/^[\s,;]*$/.test(gap) || marks.words.and.test(gap));
    if (!(list.length === 0 ? isPlain(marks, span.to, place) : joined)) break;
    list.unshift(span);
    place = span.from;
  }
  return list;
}

/**
 * Laws, codes, treaties and the constitution cited by name alone: once a paragraph and article, unless it dates or numbers
 * them.
 */
export function namedActs(marks: Marks, others: readonly Act[]): readonly Act[] {
  const { words, text } = marks;
  const acts: Act[] = [];
  for (const head of headsOfNamed(marks)) {
    if (others.some((act) => act.head === head)) continue;
    for (const name of namesOf(marks, head)) {
      const quoted = text[name.from] === '"';
      if (quoted && !words.titleEnd.test(text.slice(name.from, name.to))) continue;
      const isSame = ({ type, title }: Act): boolean => type === head.type && title === name.title;
      const before = acts.findIndex((act) => isSame(act) && !hasParts(marks, act.head));
      const to = Math.max(name.to, head.to);
      // A name that goes on to say which article is meant says more than one before it; another article is another reference.
      if (before >= 0 && hasParts(marks, head)) acts.splice(before, 1);
      const isTold = acts.some(
        (act) => isSame(act) && (!hasParts(marks, head) || hasSameParts(marks, act, head)),
      );
      if (!others.some(isSame) && !isTold)
        acts.push({
          type: head.type,
          issuer: null,
          number: null,
          date: null,
          title: name.title,
          head,
          from: name.from,
          to,
        });
    }
  }
  return acts;
}

/** Whether two citations name the same article, part and point. */
function hasSameParts(marks: Marks, { head }: Act, other: Head): boolean {
  return JSON.stringify(partsBehind(marks, head)) === JSON.stringify(partsBehind(marks, other));
}

function hasParts(marks: Marks, head: Head | undefined): boolean {
  return head !== undefined && partsBehind(marks, head).article !== null;
}

/** The words for acts, and the short names that need none, in their order. */
function headsOfNamed({ heads, shortNames }: Marks): readonly Head[] {
  const short = shortNames.map(({ from, to, type }): Head => ({ from, to, type, plural: false }));
  return [...heads, ...short].sort((a, b) => a.from - b.from);
}

/** What an act without date and number is called. */
function namesOf(marks: Marks, head: Head): readonly (Stretch & { readonly title: string | null })[] {
  const { words, shortNames, treaties } = marks;
  const short = shortNames.filter(({ from }) => from === head.from);
  if (short.length > 0) return short;
  if (words.treaties.includes(head.type))
    return listBefore(
      marks,
      head,
      treaties.filter(({ type }) => type === head.type),
    );
  if (!words.withoutIssuer.includes(head.type)) return [];
  return head.type === 'constitution' ? [{ ...head, title: null }] : namesBefore(marks, head);
}

/** The title before a date, when the act's word follows behind the date. */
export function nameBefore(marks: Marks, place: number): Name | undefined {
  const title = titleBefore(marks, place);
  const text = titleText(marks, title);
  return title === undefined || text === null ? undefined : { from: title.from, to: title.to, title: text };
}
