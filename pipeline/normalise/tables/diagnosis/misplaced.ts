import type { Finding } from '../../../page/finding.ts';
import type { AnnexPlan, Element, Plan } from '../../../template/plan.ts';
import { Gap, type Ink } from '../../reading/ink.ts';
import { findPhrase, followPhrase, matchPhrase, type Stretch } from '../../reading/phrase.ts';
import type { Context } from '../words/element-step.ts';
import { begins, elementName } from '../words/elements.ts';
import { placeAt, SHORT_EXCERPT, unaccounted, whatStands } from './fault-finder.ts';

const ORDER = 'compare the order with the printed page';

/** Text that was passed over before an element: what it is, unless it follows from an element that is missing. */
export function elementBeforeItsPlace(
  context: Context,
  { elements }: AnnexPlan,
  position: number,
  { from, to }: Stretch,
  isOneMissing: boolean,
): readonly Finding[] {
  const { layer, ink } = context;
  const element = elements[position];
  const name = element && elementName(element);
  const beginsHere = (other: Element): boolean => begins(ink, from, other);
  // A table under the title of its neighbour is read in the neighbour's place; then the neighbour is left over.
  if (isOneMissing && elements.slice(0, position).some(beginsHere)) return [];
  const later = elements.slice(position + 1).find(beginsHere);
  if (later === undefined) return [unaccounted(context, from, to, name)];
  return [
    {
      kind: 'anchor',
      place: { ...placeAt(layer, ink, from), table: elementName(later) },
      expected: `${name} to begin here`,
      found: `${whatStands(layer, ink, from, from + SHORT_EXCERPT)} of ${elementName(later)}, before its place`,
      action: ORDER,
    },
  ];
}

/** An annex that stands before its place. */
export function annexBeforeItsPlace(
  { layer, ink }: Context,
  { annexes }: Plan,
  number: number,
  { from }: Stretch,
): Finding | undefined {
  const later = annexes.slice(number + 1).find(({ stampInk }) => matchPhrase(ink, from, stampInk) >= 0);
  return (
    later && {
      kind: 'anchor',
      place: placeAt(layer, ink, from),
      expected: `annex ${annexes[number]?.annex} to begin here`,
      found: `the stamp of annex ${later.annex}, before its place`,
      action: ORDER,
    }
  );
}

/** Whether an element begins within text that was passed over. */
export function holdsElement(ink: Ink, { from, to }: Stretch, element: Element): boolean {
  for (let at = from; at < to; at += 1)
    if (ink.gaps[at] !== Gap.none && begins(ink, at, element)) return true;
  return false;
}

/** Whether the stamp of an annex stands within text that was passed over. */
export function holdsStamp(ink: Ink, { from, to }: Stretch, { stampInk }: AnnexPlan): boolean {
  const stamp = findPhrase(ink, from, stampInk);
  return stamp !== undefined && stamp.to <= to;
}

/** A stamp that does not stand there: where one begins that is not it, and what it goes on with. */
export function missingStamp(
  { layer, ink }: Context,
  { annexes }: Plan,
  number: number,
  at: number,
): Finding {
  const annex = annexes[number];
  const close = misspelt(ink, at, annex?.stampInk ?? '', annexes);
  const expected = `the stamp of annex ${annex?.annex}, "${annex?.stamp}"`;
  if (close !== undefined) {
    let from = close;
    while (from > at && ink.gaps[from] === Gap.none) from -= 1;
    const place = placeAt(layer, ink, from);
    const found = whatStands(layer, ink, from, from + SHORT_EXCERPT);
    return { kind: 'anchor', place, expected, found, action: 'the stamp is misspelt' };
  }
  if (at === 0) {
    const found = `another text, ${whatStands(layer, ink, 0)}`;
    const action = 'this is not the document that the folder describes';
    return { kind: 'document', place: { file: layer.file }, expected, found, action };
  }
  const action = 'the text is cut off, or the stamp is misspelt';
  return {
    kind: 'anchor',
    place: placeAt(layer, ink, at),
    expected,
    found: 'none in the rest of the text',
    action,
  };
}

/** Where a text that begins like a stamp, and is that of no other annex, leaves it: the first that follows it longest. */
function misspelt(ink: Ink, at: number, stampInk: string, annexes: readonly AnnexPlan[]): number | undefined {
  let longest = stampInk.length / 2;
  let place: number | undefined;
  if (stampInk === '') return undefined;
  const head = stampInk.slice(0, 3);
  for (let from = ink.folded.indexOf(head, at); from >= 0; from = ink.folded.indexOf(head, from + 1)) {
    const { index, need } = followPhrase(ink, from, stampInk);
    if (need <= longest || annexes.some((other) => matchPhrase(ink, from, other.stampInk) >= 0)) continue;
    longest = need;
    place = index;
  }
  return place;
}
