import type { Remark, TextLayer } from '../../../extract/text-layer.ts';
import { lineOf, placeIn } from '../../../extract/text-layer.ts';
import type { Finding, Place } from '../../../page/finding.ts';
import type { Span } from '../../../page/place.ts';
import { UNKNOWN } from '../../../page/token.ts';
import type { Owned } from '../../document.ts';
import { type CellContent, marksOf } from '../../reading/cell-content.ts';
import type { Ink } from '../../reading/ink.ts';
import { SETTINGS } from '../../settings.ts';

/** A stretch of the text that is published as a value, and where it is published. */
interface PublishedSpan extends Span {
  readonly table: string;
  readonly cellId: string;
  /** What is read of it, with the marks that it ends in. */
  readonly values: readonly { readonly content: CellContent }[];
}

/** What the drawing of the page says against values, and what it says about them. */
interface PrintEvidence {
  readonly findings: readonly Finding[];
  /** What a reader of the build is told: text that nobody sees beside a value, a page that is a picture. */
  readonly remarks: readonly string[];
}

const DIGIT = /\p{Nd}/u;
const NUMBER_BEFORE = /-?\p{Nd}[\p{Nd}., ]{0,40}$/u;
const NUMBER_BEHIND = /^\p{Nd}[\p{Nd}., ]*/u;
const COMPARE = 'compare with the printed page';

/** The elements that say what a value is of. */
const NAMES: ReadonlySet<string> = new Set(['table_title', 'table_header', 'heading', 'row_label']);

/** Where the titles, heads and labels among what is owned stand in the text. */
export function namesIn({ offsets }: Ink, owned: readonly Owned[]): readonly Span[] {
  return owned.flatMap(({ element, from, to }) =>
    NAMES.has(element) && to > from ? [{ start: offsets[from] ?? 0, end: (offsets[to - 1] ?? 0) + 1 }] : [],
  );
}

/** Holds what is drawn on the pages against the values that were read there, and against what names them. */
export function printEvidence(
  layer: TextLayer,
  values: readonly PublishedSpan[],
  names: readonly Span[] = [],
): PrintEvidence {
  const { remarks = [], notes = [] } = layer.evidence;
  const findings: Finding[] = raisedIn(layer, values);
  if (remarks.length === 0) return { findings, remarks: notes };
  findings.push(...coveredNames(layer, names));
  const said = new Map<Remark, string>();
  for (const value of values) {
    for (const remark of touching(layer, value)) {
      if (remark.stops) findings.push(drawnFinding(remark, placeOfValue(layer, value)));
      else {
        const { page } = lineOf(layer, value.start);
        const number = layer.text.slice(value.start, value.end);
        said.set(remark, `page ${page}, "${number}" (${value.cellId}): ${remark.says}`);
      }
    }
  }
  return { findings: onePerRemark(findings), remarks: [...notes, ...said.values()] };
}

/** Titles, heads and labels over which an annotation lies: the values stand under what nobody can read. */
function coveredNames(layer: TextLayer, names: readonly Span[]): readonly Finding[] {
  return (layer.evidence.remarks ?? []).flatMap((remark) => {
    if (!remark.isCovered || !names.some(({ start, end }) => start < remark.end && end > remark.start))
      return [];
    const expected = 'a title, heads and labels that nothing covers';
    return [{ ...drawnFinding(remark, placeIn(layer, remark.start)), expected }];
  });
}

/** The remarks on a stretch and on what stands right beside it, a space between them or not. */
function touching({ text, evidence }: TextLayer, { start, end }: Span): readonly Remark[] {
  const from = text[start - 1] === ' ' ? start - 1 : start;
  const to = text[end] === ' ' ? end + 1 : end;
  return (evidence.remarks ?? []).filter(
    (remark) => remark.end >= from && remark.start <= to && sameCell(text, remark, start, end),
  );
}

function sameCell(text: string, remark: Span, start: number, end: number): boolean {
  const between = remark.start >= end ? text.slice(end, remark.start) : text.slice(remark.end, start);
  return !/[\t\n]/.test(between);
}

/** Values that would have digits which are raised, lowered or clearly smaller: those of a mark, or an exponent. */
function raisedIn(layer: TextLayer, values: readonly PublishedSpan[]): Finding[] {
  const own = bareMarks(layer);
  if (own.length === 0) return [];
  return values.flatMap((value) =>
    own
      .filter(({ start, end }) => start <= value.end && end > value.start)
      .filter((remark) => !isMarkOf(value, remark))
      .map((remark) => drawnFinding(remark, placeOfValue(layer, value))),
  );
}

/** Whether raised digits were read as the mark that a value ends in. */
function isMarkOf({ start, end, values }: PublishedSpan, mark: Span): boolean {
  return mark.start > start && mark.end <= end && values.some(({ content }) => marksOf(content).length > 0);
}

/** Raised digits right behind others, and not before a bracket, with what is to be said of them. */
function bareMarks({ text, evidence }: TextLayer): readonly Remark[] {
  return evidence.raised.flatMap(({ start, end }): Remark[] => {
    const mark = text.slice(start, end);
    if (!DIGIT.test(mark) || mark.endsWith(')')) return [];
    const number = NUMBER_BEFORE.exec(
      text.slice(Math.max(0, start - SETTINGS.longestNumber.value), start),
    )?.[0];
    const behind = NUMBER_BEHIND.exec(text.slice(end, end + SETTINGS.longestNumber.value))?.[0];
    if (number === undefined && behind === undefined) return [];
    const where = number === undefined ? `before "${behind}"` : `behind "${number}"`;
    return [
      {
        start,
        end,
        stops: true,
        says: `"${mark}" ${where}, raised or smaller than it: a mark, or an exponent`,
      },
    ];
  });
}

function onePerRemark(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ place, found }) => {
    const key = `${place.line} ${place.table} ${found}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/**
 * Findings about rows in which something is drawn that was not understood: it is the cause, and what the row lacks or
 * has too much of follows from it. Raised digits behind a number that are a `listed` mark are understood. A row that is
 * read by words may go on for several `lines`.
 */
export function withCauses(
  findings: readonly Finding[],
  layer: TextLayer,
  listed: ReadonlySet<string>,
  lines = SETTINGS.linesOfARow.value,
): readonly Finding[] {
  const drawn = (layer.evidence.remarks ?? []).filter(({ stops }) => stops);
  const isMark = ({ start, end }: Span): boolean =>
    listed.has(layer.text.slice(start, end)) && DIGIT.test(layer.text.charAt(start - 1));
  const unread = bareMarks(layer).filter((each) => !isMark(each));
  const stopping = [...drawn, ...unread];
  if (stopping.length === 0) return findings;
  const placed = stopping.map((remark) => ({ remark, ...lineOf(layer, remark.start) }));
  return onePerRemark(
    findings.map((finding) => {
      const { line } = finding.place;
      if (line === undefined) return finding;
      const cause =
        placed.find(({ number }) => number === line) ??
        placed.find(({ number }) => number > line && number < line + lines);
      return cause === undefined
        ? finding
        : drawnFinding(cause.remark, { ...finding.place, ...placeIn(layer, cause.remark.start) });
    }),
  );
}

/**
 * The same of rows that are read by the places of their cells: each has a line of the text for itself, its raised marks
 * were read with it, and of what is known to be a digit the cell tells more.
 */
export function withCausesInCells(findings: readonly Finding[], layer: TextLayer): readonly Finding[] {
  const { remarks = [] } = layer.evidence;
  const unknown = remarks.filter(
    ({ start, end, isCovered }) => isCovered || layer.text.slice(start, end).includes(UNKNOWN),
  );
  return withCauses(
    findings,
    { ...layer, evidence: { ...layer.evidence, raised: [], remarks: unknown } },
    new Set(),
    1,
  );
}

function placeOfValue(layer: TextLayer, { start, table, cellId }: PublishedSpan): Place {
  return { ...placeIn(layer, start), table, row: cellId };
}

function drawnFinding({ says }: Remark, place: Place): Finding {
  return {
    kind: 'cells',
    place,
    expected: 'a cell in which everything that is drawn is read',
    found: says,
    action: COMPARE,
  };
}
