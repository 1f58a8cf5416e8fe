import type { AnnexPlan, Element, GridPlan, NotesPlan, Plan, SentencePlan } from '../document/plan.ts';
import type { TextLayer } from '../extract/text-layer.ts';
import type { Finding, FindingKind } from '../finding.ts';
import type { Language } from '../languages/language.ts';
import { bodyFinding, partText, placeAt, tableName, whatStands } from './fault-finder.ts';
import { type ReadRow, readBody } from './grid.ts';
import { matchHeading, wordsOf } from './heading.ts';
import { Gap, type Ink, inkOf } from './ink.ts';
import { findPhrase, matchPhrase, type Stretch } from './phrase.ts';
import { matchSentence, type SentenceMatch, type SentenceValue } from './sentence.ts';

/** A stretch of ink and what it is: every character of the source belongs to exactly one claim. */
export interface Claim extends Stretch {
  readonly element:
    | 'body'
    | 'annex_stamp'
    | 'table_title'
    | 'heading'
    | 'row_label'
    | 'cell'
    | 'sentence'
    | 'note';
}

/** Everything that was read of the annexes, before arithmetic has chosen among readings. */
export interface ReadAnnexes {
  readonly rows: readonly ReadRow[];
  readonly values: readonly SentenceValue[];
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
}

/** What reading one element gives, and how far it reached. */
export interface Step {
  readonly to: number;
  readonly rows?: readonly ReadRow[];
  readonly values?: readonly SentenceValue[];
  readonly claims?: readonly Claim[];
  readonly findings?: readonly Finding[];
}

/** Reads one element of an annex at a place of the ink; `follows` tells where the next one begins. */
export type ElementReader = (
  context: Context,
  at: number,
  element: Element,
  follows: (index: number) => boolean,
) => Step;

/** What every reader needs. */
export interface Context {
  readonly layer: TextLayer;
  readonly ink: Ink;
  readonly language: Language;
}

/** Reads all annexes in printed order: each element must begin where the one before it ended. */
export function readAnnexes(
  layer: TextLayer,
  ink: Ink,
  plan: Plan,
  language: Language,
  reader: ElementReader = readElement,
): ReadAnnexes {
  const context: Context = { layer, ink, language };
  const rows: ReadRow[] = [];
  const values: SentenceValue[] = [];
  const claims: Claim[] = [];
  const findings: Finding[] = [];
  let at = 0;
  for (const [number, annex] of plan.annexes.entries()) {
    const stamp = findPhrase(ink, at, annex.stampInk);
    if (stamp === undefined) {
      findings.push(missingStamp(context, annex, at));
      if (number === 0) break;
      continue;
    }
    if (number === 0) {
      claims.push({ element: 'body', from: at, to: stamp.from });
      for (const step of readQuotes(context, stamp.from, plan.quotes)) {
        values.push(...(step.values ?? []));
        findings.push(...(step.findings ?? []));
      }
    } else if (stamp.from > at) findings.push(unaccounted(context, at, stamp.from, `annex ${annex.annex}`));
    claims.push({ element: 'annex_stamp', ...stamp });
    at = stamp.to;
    const nextStamp = plan.annexes[number + 1];
    for (const [position, element] of annex.elements.entries()) {
      const after = annex.elements[position + 1];
      const follows = (index: number): boolean => {
        if (after !== undefined) return begins(ink, index, after);
        return nextStamp === undefined
          ? index === ink.folded.length
          : matchPhrase(ink, index, nextStamp.stampInk) >= 0;
      };
      const step = reader(context, at, element, follows);
      rows.push(...(step.rows ?? []));
      values.push(...(step.values ?? []));
      claims.push(...(step.claims ?? []));
      findings.push(...(step.findings ?? []));
      at = step.to;
    }
  }
  if (findings.length === 0 && at < ink.folded.length) {
    findings.push(unaccounted(context, at, ink.folded.length, 'the last annex'));
  }
  return { rows, values, claims, findings };
}

/** Reads the fragments of the running text that repeat the annexes; a source of annexes alone has none. */
function readQuotes(context: Context, end: number, quotes: readonly SentencePlan[]): readonly Step[] {
  const { ink, language } = context;
  if (end === 0) return [];
  return quotes.map((quote): Step => {
    let furthest: SentenceMatch | undefined;
    for (const at of startsOf(ink, end, quote)) {
      const match = matchSentence(ink, at, quote, language);
      if (match.ok) return { to: match.to, values: match.values };
      furthest = match;
    }
    const place = { file: context.layer.file, table: quote.table };
    const expected = `"${quote.parts.map((part) => (part.kind === 'text' ? part.ink : '...')).join('')}"`;
    const found = furthest === undefined ? 'no such sentence' : 'it with other words or without a number';
    return {
      to: 0,
      findings: [{ kind: 'anchor', place, expected, found, action: 'compare with the printed page' }],
    };
  });
}

/** How far before its first words a sentence can begin, when it begins with a number. */
const LEAD = 24;

/** Where a sentence may begin: at its first words, or a few characters before them if a number comes first. */
function* startsOf({ folded }: Ink, end: number, { parts }: SentencePlan): Generator<number> {
  const words = parts.find((part) => part.kind === 'text');
  if (words?.kind !== 'text') return;
  const head = words.ink.split('-')[0] || words.ink;
  for (let at = folded.indexOf(head); at >= 0 && at < end; at = folded.indexOf(head, at + 1)) {
    if (words === parts[0]) yield at;
    else
      for (let lead = LEAD; lead > 0; lead -= 1) if (!/\d/.test(folded[at - lead - 1] ?? '')) yield at - lead;
  }
}

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
  if (start === undefined) return { to: at, findings: [missing(context, at, element)] };
  const step = readAt(context, start, element, follows);
  const gap = unaccounted(context, at, start, elementName(element));
  return { ...step, findings: [gap, ...(step.findings ?? [])] };
}

function readAt(context: Context, at: number, element: Element, follows: (index: number) => boolean): Step {
  if (element.kind === 'grid') return readGrid(context, at, element, follows);
  return element.kind === 'sentence' ? readSentence(context, at, element) : readNotes(context, at, element);
}

function readGrid(
  { layer, ink }: Context,
  at: number,
  grid: GridPlan,
  follows: (index: number) => boolean,
): Step {
  const made = (kind: FindingKind, expected: string, found: string, action: string): Finding => ({
    kind,
    place: { ...placeAt(layer, ink, at), table: tableName(grid) },
    expected,
    found,
    action,
  });
  const heading = matchHeading(ink, at, grid.heading);
  const columns = grid.columnHeaders.map((header) => `"${header}"`).join(', ');
  if (heading === undefined) {
    const to = findRow(ink, at, grid);
    const meant =
      grid.meantHeaders &&
      matchHeading(ink, at, [grid.title, ...grid.header, ...grid.meantHeaders].map(wordsOf));
    const finding = meant
      ? made(
          'correction',
          `the misprinted header that corrections.yaml names (${columns})`,
          'the header as it is meant',
          'remove the correction',
        )
      : made(
          'header',
          `the column headers ${columns}`,
          whatStands(layer, ink, matchPhrase(ink, at, inkOf(grid.title)), to),
          'a header is misspelt, missing or not declared',
        );
    return { to, findings: [finding] };
  }
  const starts = heading.starts.slice(1 + grid.header.length);
  if (starts.some((start, index) => start < (starts[index - 1] ?? 0))) {
    const printed = grid.columnHeaders
      .map((header, index) => ({ header, start: starts[index] ?? 0 }))
      .sort((a, b) => a.start - b.start);
    const order = printed.map(({ header }) => `"${header}"`).join(', ');
    return {
      to: heading.to,
      findings: [made('columns', `the columns in the order ${columns}`, order, 'two columns are swapped')],
    };
  }
  const body = readBody(ink, heading.to, grid, follows);
  return {
    to: body.to,
    rows: body.rows,
    claims: [
      { element: 'table_title', from: heading.from, to: heading.to },
      ...body.headings.map((stretch): Claim => ({ element: 'heading', ...stretch })),
      ...body.rows.flatMap(rowClaims),
    ],
    findings: body.stops.map((stop) => bodyFinding(layer, ink, grid, stop)),
  };
}

/** A row's cells, and around them its label, which its numbers may interrupt. */
function rowClaims({ label, splits }: ReadRow): readonly Claim[] {
  const claims: Claim[] = [];
  let at = label.from;
  for (const { from, to } of splits[0] ?? []) {
    if (from > at) claims.push({ element: 'row_label', from: at, to: from });
    claims.push({ element: 'cell', from, to });
    at = to;
  }
  return label.to > at ? [...claims, { element: 'row_label', from: at, to: label.to }] : claims;
}

/** The first row of a table whose header could not be read. */
function findRow(ink: Ink, at: number, { body }: GridPlan): number {
  const first = body[0];
  if (first === undefined) return at;
  return findPhrase(ink, at, first.match.ink)?.from ?? at;
}

function readSentence({ layer, ink, language }: Context, at: number, plan: SentencePlan): Step {
  const match = matchSentence(ink, at, plan, language);
  if (match.ok) {
    return { to: match.to, values: match.values, claims: [{ element: 'sentence', from: at, to: match.to }] };
  }
  const finding: Finding = {
    kind: 'label',
    place: { ...placeAt(layer, ink, match.reached), table: plan.table },
    expected: partText(match.part),
    found: whatStands(layer, ink, match.reached, match.reached + 40),
    action: 'compare the sentence with the printed page',
  };
  return { to: match.reached, findings: [finding] };
}

function readNotes({ layer, ink }: Context, at: number, plan: NotesPlan): Step {
  let index = at;
  for (const note of plan.notes) {
    const match = matchHeading(ink, index, note.words);
    if (match === undefined) {
      const place = { ...placeAt(layer, ink, index), table: plan.table, row: note.mark };
      const found = whatStands(layer, ink, index, index + 40);
      return {
        to: index,
        findings: [{ kind: 'label', place, expected: `the words of note ${note.mark}`, found }],
      };
    }
    index = match.to;
  }
  return { to: index, claims: [{ element: 'note', from: at, to: index }] };
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
    return first !== undefined && matchHeading(ink, at, first.words) !== undefined;
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

function elementName(element: Element): string {
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

function missingStamp({ layer, ink }: Context, annex: AnnexPlan, at: number): Finding {
  return {
    kind: at === 0 ? 'document' : 'anchor',
    place: { file: layer.file, ...(at > 0 && { line: placeAt(layer, ink, at).line }) },
    expected: `the stamp of annex ${annex.annex}, "${annex.stamp.slice(0, 60)}... ${annex.stamp.slice(-9)}"`,
    found: at === 0 ? `another text, ${whatStands(layer, ink, 0)}` : 'none in the rest of the text',
    action:
      at === 0
        ? 'this is not the document that the folder describes'
        : 'the text is cut off, or the stamp is misspelt',
  };
}

function unaccounted({ layer, ink }: Context, from: number, to: number, before: string): Finding {
  return {
    kind: 'unaccounted',
    place: placeAt(layer, ink, from),
    expected: `${before} to begin here`,
    found: `${whatStands(layer, ink, from, to)} that no rule accounts for`,
    action: 'compare with the printed page',
  };
}
