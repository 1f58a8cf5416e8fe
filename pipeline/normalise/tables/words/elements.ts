import type { Finding } from '../../../page/finding.ts';
import type { Element, GridPlan, NotesPlan, SentencePlan } from '../../../template/plan.ts';
import { Gap, type Ink } from '../../reading/ink.ts';
import { findPhrase, matchPhrase } from '../../reading/phrase.ts';
import {
  bodyFinding,
  partText,
  placeAt,
  SHORT_EXCERPT,
  tableName,
  whatStands,
} from '../diagnosis/fault-finder.ts';
import { headerFinding, orderFinding, sharedWords } from '../diagnosis/header-findings.ts';
import { DECLARE_NUMBERS } from '../diagnosis/row-findings.ts';
import { isDoubtful } from '../doubts/doubtful-notation.ts';
import { type ReadRow, readingsOf } from '../lattice/lattice.ts';
import type { Claim, Context, Step } from './element-step.ts';
import { type BodyStop, readBody } from './grid.ts';
import { headerOrder } from './header-order.ts';
import { headingAt, matchHeading } from './heading.ts';
import { matchSentence } from './sentence.ts';

/** Reads an element at a place; if it begins further on, what stands before it is a finding. */
export function readElement(
  context: Context,
  at: number,
  element: Element,
  follows: (index: number) => boolean,
): Step {
  const { ink } = context;
  if (begins(ink, at, element)) return readAt(context, at, element, follows);
  const start = findBeginning(ink, at, element);
  if (start === undefined) return { to: at, findings: [missing(context, at, element)], isMissing: true };
  return { ...readAt(context, start, element, follows), skipped: { from: at, to: start } };
}

function readAt(context: Context, at: number, element: Element, follows: (index: number) => boolean): Step {
  if (element.kind === 'grid') return readGrid(context, at, element, follows);
  return element.kind === 'sentence' ? readSentence(context, at, element) : readNotes(context, at, element);
}

function readGrid(context: Context, at: number, grid: GridPlan, follows: (index: number) => boolean): Step {
  const { layer, ink } = context;
  const heading = headingAt(ink, at, grid.heading);
  if (heading === 'too many' || heading === undefined) {
    const to = findRow(ink, at, grid);
    const tell = heading === undefined ? headerFinding : sharedWords;
    return { to, findings: [tell(context, at, grid, to)] };
  }
  const first = 1 + grid.header.length;
  const places = heading.places.slice(first);
  const order = headerOrder(ink, grid.heading.slice(first), places);
  if (order === 'too many') return { to: heading.to, findings: [sharedWords(context, at, grid, heading.to)] };
  if (order === 'another') return { to: heading.to, findings: [orderFinding(context, at, grid, places)] };
  const body = readBody(ink, heading.to, grid, follows);
  return {
    to: body.to,
    rows: body.rows,
    claims: [
      { element: 'table_title', from: heading.from, to: heading.to },
      ...body.headings.map((stretch): Claim => ({ element: 'heading', ...stretch })),
      ...body.rows.flatMap(rowClaims),
    ],
    findings: tellStops(body.stops, (stop) => bodyFinding(layer, ink, grid, stop)),
  };
}

/** Tells the stops of a body. Once a row does not stand in its place, those behind it do not either: one fault. */
function tellStops(stops: readonly BodyStop[], tell: (stop: BodyStop) => Finding): readonly Finding[] {
  const told = stops.map((stop) => ({ finding: tell(stop), isMark: stop.fault === 'mark' }));
  const first = told.find(({ finding, isMark }) => finding.kind === 'label' && !isMark);
  return told
    .filter((each) => each.isMark || each.finding.kind !== 'label' || each === first)
    .map(({ finding }) => finding);
}

/** A row's cells, and around them its label, which its numbers and a header on a new page may interrupt. */
function rowClaims({ label, headers, lattice, to }: ReadRow): readonly Claim[] {
  const claims: Claim[] = [];
  const others = [
    ...(readingsOf(lattice, 1)[0] ?? []).map(({ from, to }): Claim => ({ element: 'cell', from, to })),
    ...headers.map((stretch): Claim => ({ element: 'heading', ...stretch })),
  ];
  let at = label.from;
  for (const other of others.sort((one, next) => one.from - next.from)) {
    if (other.from > at) claims.push({ element: 'row_label', from: at, to: other.from });
    claims.push(other);
    at = other.to;
  }
  const end = Math.max(label.to, to);
  return end > at ? [...claims, { element: 'row_label', from: at, to: end }] : claims;
}

/** The first row of a table whose header could not be read. */
function findRow(ink: Ink, at: number, { body }: GridPlan): number {
  const first = body[0];
  if (first === undefined) return at;
  return findPhrase(ink, at, first.match.ink)?.from ?? at;
}

function readSentence(context: Context, at: number, plan: SentencePlan): Step {
  const { layer, ink } = context;
  const match = matchSentence(at, plan, context);
  const doubtful = match.ok ? match.values.find(({ cell }) => isDoubtful(cell, context.notation)) : undefined;
  if (match.ok && doubtful !== undefined) {
    const { from, to } = doubtful.cell;
    const finding: Finding = {
      kind: 'ambiguous',
      place: { ...placeAt(layer, ink, from), table: plan.table },
      expected: 'a number that can be read in one way',
      found: `"${ink.printed.slice(from, to)}"`,
      action: DECLARE_NUMBERS,
    };
    return { to: match.to, findings: [finding] };
  }
  if (match.ok) {
    return { to: match.to, values: match.values, claims: [{ element: 'sentence', from: at, to: match.to }] };
  }
  const rest = ink.folded.slice(match.reached);
  const isCut = rest !== '' && match.part?.kind === 'text' && match.part.ink.startsWith(rest);
  const finding: Finding = {
    kind: 'label',
    place: { ...placeAt(layer, ink, match.reached), table: plan.table },
    expected: partText(match.part),
    found: `${whatStands(layer, ink, match.reached, match.reached + SHORT_EXCERPT)}${isCut ? ' and the end of the text' : ''}`,
    action: isCut ? 'the text is cut off' : 'compare the sentence with the printed page',
  };
  return { to: match.reached, findings: [finding] };
}

function readNotes({ layer, ink }: Context, at: number, plan: NotesPlan): Step {
  let index = at;
  for (const note of plan.notes) {
    const match = matchNote(ink, index, note);
    if (match === undefined) {
      const place = { ...placeAt(layer, ink, index), table: plan.table, row: note.mark };
      const found = whatStands(layer, ink, index, index + SHORT_EXCERPT);
      return {
        to: index,
        findings: [{ kind: 'label', place, expected: `the words of note ${note.mark}`, found }],
      };
    }
    index = match.to;
  }
  return { to: index, claims: [{ element: 'note', from: at, to: index }] };
}

/** A note's mark may be raised, and have no bracket then. */
function matchNote(
  ink: Ink,
  at: number,
  { mark, words }: NotesPlan['notes'][number],
): ReturnType<typeof matchHeading> {
  return matchHeading(ink, at, words) ?? matchHeading(ink, at, [...words.slice(0, -1), [mark]]);
}

/** Whether an element begins at a place of the ink. */
export function begins(ink: Ink, at: number, element: Element): boolean {
  if (at >= ink.folded.length) return false;
  if (element.kind === 'grid') {
    const [title] = element.heading;
    if (matchPhrase(ink, at, title?.join('') ?? '') >= 0) return true;
    return matchHeading(ink, at, element.heading) !== undefined;
  }
  if (element.kind === 'notes') {
    const [first] = element.notes;
    return first !== undefined && matchNote(ink, at, first) !== undefined;
  }
  const [first] = element.parts;
  return first?.kind === 'text' && matchPhrase(ink, at, first.ink) >= 0;
}

function findBeginning(ink: Ink, from: number, element: Element): number | undefined {
  for (let at = from; at < ink.folded.length; at += 1) {
    if (ink.gaps[at] !== Gap.none && begins(ink, at, element)) return at;
  }
  return undefined;
}

/** A table's name with its codes, or the table that a sentence or note belongs to. */
export function elementName(element: Element): string {
  return element.kind === 'grid' ? tableName(element) : element.table;
}

function missing({ layer, ink }: Context, at: number, element: Element): Finding {
  const expected =
    element.kind === 'grid'
      ? `the title "${element.title}"`
      : element.kind === 'sentence'
        ? partText(element.parts[0])
        : 'the footnotes';
  return {
    kind: 'anchor',
    place: { ...placeAt(layer, ink, at), table: elementName(element) },
    expected,
    found: whatStands(layer, ink, at),
    action: 'the text is cut off, or the title is misspelt',
  };
}
