import type { BodyItem, GridPlan } from '../../../template/plan.ts';
import { atomsOf, readPhrase } from '../../reading/cell.ts';
import { Gap, type Ink } from '../../reading/ink.ts';
import { type Between, isCellInk, matchLabel, matchPhrase, type Stretch } from '../../reading/phrase.ts';
import { SETTINGS } from '../../settings.ts';
import { rowLattice } from '../lattice/in-order.ts';
import { withLabelMarks } from '../lattice/label-marks.ts';
import type { ReadRow } from '../lattice/lattice.ts';
import { type Header, headerOf, repeatedHeader } from './grid-header.ts';

type RowItem = Extract<BodyItem, { kind: 'row' }>;

/** What was read of a table's body, or where it stopped. */
interface BodyMatch {
  readonly rows: readonly ReadRow[];
  /** The ink of headings. */
  readonly headings: readonly Stretch[];
  readonly to: number;
  /** Steps that could not be read, in printed order. */
  readonly stops: readonly BodyStop[];
}

/** A step of the body that does not stand where it should. */
export interface BodyStop {
  readonly position: number;
  readonly at: number;
  /**
   * `label`: another text stands there. `cells`: its cell text does not make the declared number of values. `mark`:
   * the label lacks a footnote mark.
   */
  readonly fault: 'label' | 'cells' | 'mark';
  readonly cells?: Stretch;
}

/**
 * Reads a table's body: label, cells, label, cells, with headings between. The text between one label and
 * the next must be exactly the row's cells, so nothing of the table is left over.
 *
 * `follows` tells whether what comes behind the table begins at a place of the ink.
 */
export function readBody(
  ink: Ink,
  at: number,
  { body, heading, continued }: GridPlan,
  follows: (index: number) => boolean,
): BodyMatch {
  const header = headerOf(heading, continued);
  const rows: ReadRow[] = [];
  const headings: Stretch[] = [];
  const stops: BodyStop[] = [];
  let index = at;
  for (let position = 0; position < body.length; ) {
    const item = body[position];
    if (item === undefined) break;
    const ends = endingOf(ink, body[position + 1], header, follows);
    const isLast = position === body.length - 1;
    const read =
      item.kind === 'heading'
        ? readHeading(ink, index, item)
        : readRow(ink, index, item, header, ends, isLast);
    if ('fault' in read) {
      const again = repeatedHeader(ink, index, header);
      if (again !== undefined) {
        headings.push(again);
        index = again.to;
        continue;
      }
      stops.push({ position, at: index, ...read });
      // Behind wrong cells reading goes on if the next step stands there; behind a wrong label nothing is sure.
      const behind = read.cells && beginningOf(ink, read.cells, body[position + 1], header);
      if (behind === undefined) break;
      index = behind;
      position += 1;
      continue;
    }
    if ('item' in read) rows.push(read);
    else headings.push(read);
    index = read.to;
    position += 1;
  }
  return { rows, headings, to: index, stops };
}

function readHeading(
  ink: Ink,
  at: number,
  { match }: Pick<BodyItem, 'match'>,
): Stretch | Pick<BodyStop, 'fault' | 'cells'> {
  const to = matchPhrase(ink, at, match.ink);
  return to < 0 ? { fault: 'label' } : { from: at, to };
}

function readRow(
  ink: Ink,
  at: number,
  item: RowItem,
  header: Header,
  begins: (index: number) => boolean,
  isLast: boolean,
): ReadRow | Pick<BodyStop, 'fault' | 'cells'> {
  const label = matchLabel(ink, at, item.match, betweenParts(ink, item, header));
  if (label === undefined) return readRowBesideHeading(ink, at, item, begins) ?? { fault: 'label' };
  const { headers } = label;
  const end = cellsEnd(ink, label.to, item, () => false);
  const within = cellsReach(ink, label.to, end, item);
  const ends = [...endsOf(ink, label.to, within, item, begins)];
  // Where nothing that may follow the last row stands behind it, the next element tells what is wrong.
  const lines =
    isLast && ends.length === 0
      ? [...endsOf(ink, label.to, within, item, (at) => at === end || isLine(ink, at))]
      : [];
  for (const to of [...ends, ...lines]) {
    if (to === label.to && label.inside.length === 0 && !endsCell(ink, to)) continue;
    const read = rowLattice(ink, [...label.inside, { from: label.to, to }], item.form);
    if (read.count === 0) continue;
    const lattice = withLabelMarks(ink, label, item.match.marks, read);
    if (lattice.count === 0) return { fault: 'mark', cells: { from: label.to, to } };
    return { item, label: { from: at, to: label.to }, headers, lattice, to };
  }
  return { fault: 'cells', cells: { from: label.inside[0]?.from ?? label.to, to: end } };
}

/**
 * A row whose label is wrapped below the heading that it shares a cell with, so that its values stand between them:
 *
 *     жынысы бойынша:   95,3   89,3
 *     әйелдер
 */
function readRowBesideHeading(
  ink: Ink,
  at: number,
  item: RowItem,
  begins: (index: number) => boolean,
): ReadRow | undefined {
  const cells = { from: at, to: cellsEnd(ink, at, item, () => false) };
  if (isLine(ink, at) || cells.to === at || !isLine(ink, cells.to)) return undefined;
  const to = matchPhrase(ink, cells.to, item.match.ink);
  if (to < 0 || !begins(to)) return undefined;
  const lattice = rowLattice(ink, [cells], item.form);
  return lattice.count === 0 ? undefined : { item, label: { from: cells.to, to }, headers: [], lattice, to };
}

/** Whether a step of the body begins at a place of the ink. */
export function startsItem(ink: Ink, at: number, item: BodyItem, header: Header = []): boolean {
  if (item.kind === 'heading') return matchPhrase(ink, at, item.match.ink) >= 0;
  return matchLabel(ink, at, item.match, betweenParts(ink, item, header)) !== undefined;
}

/**
 * Whether a cell ends at a place. The label of a row without values ends its own: where the next one follows it in one
 * cell, nobody knows whose the values beside both are.
 */
function endsCell(ink: Ink, at: number): boolean {
  return at === ink.folded.length || (ink.gaps[at] ?? Gap.none) >= Gap.line;
}

function isLine({ gaps }: Ink, at: number): boolean {
  return gaps[at] === Gap.line;
}

function betweenParts(ink: Ink, item: RowItem, header: Header): Between {
  const { form } = item;
  return {
    phraseEnd: (index) => (form.phrases.length === 0 ? undefined : readPhrase(ink, index, form)?.to),
    headerEnd: (index) => repeatedHeader(ink, index, header)?.to,
    isCell: (index) => isCellOf(ink, index, item),
    mostPieces: mostPieces(form),
  };
}

/** Whether a character can belong to a cell of a row, in the notation of its table. */
function isCellOf({ folded, printed }: Ink, at: number, { form }: RowItem): boolean {
  return isCellInk(folded[at]) || (at < printed.length && form.ink.includes(printed.charAt(at)));
}

/** Whether a row's cells may end at a place: the next step begins there, or the header is printed again. */
function endingOf(
  ink: Ink,
  next: BodyItem | undefined,
  header: Header,
  follows: (index: number) => boolean,
): (index: number) => boolean {
  if (next === undefined) return follows;
  return (index) => startsItem(ink, index, next, header) || repeatedHeader(ink, index, header) !== undefined;
}

/** How far the cells of a row can reach within cell ink: behind so many pieces it is none. */
function cellsReach(ink: Ink, from: number, end: number, { form }: RowItem): number {
  let pieces = 0;
  for (const { to } of atomsOf(ink, { from, to: end }, form)) {
    pieces += 1;
    if (pieces === mostPieces(form)) return Math.min(to, end);
  }
  return end;
}

function mostPieces({ columns }: RowItem['form']): number {
  return columns.length * SETTINGS.mostAtoms.value;
}

/** Every place where the cells behind a label may end: where the next step begins, or at the end of cell ink. */
function* endsOf(
  ink: Ink,
  from: number,
  end: number,
  item: RowItem,
  begins: (index: number) => boolean,
): Generator<number> {
  if (from < end && begins(from)) yield from;
  for (let at = from; at < end; ) {
    at = cellsEnd(ink, at, item, (index) => index > at && begins(index));
    if (at < end) yield at;
  }
  if (end === ink.folded.length || begins(end)) yield end;
}

/** The end of the cell ink behind a place, or the first place within it that `stop` names. */
function cellsEnd(ink: Ink, from: number, item: RowItem, stop: (index: number) => boolean): number {
  let at = from;
  while (at < ink.folded.length) {
    if (ink.gaps[at] !== Gap.none && stop(at)) return at;
    const phrase = item.form.phrases.length > 0 ? readPhrase(ink, at, item.form) : undefined;
    if (phrase !== undefined) at = phrase.to;
    else if (isCellOf(ink, at, item)) at += 1;
    else return at;
  }
  return at;
}

/** Where the next step begins at the start of a line within wrong cells or right behind them. */
function beginningOf(
  ink: Ink,
  { from, to }: Stretch,
  next: BodyItem | undefined,
  header: Header,
): number | undefined {
  if (next === undefined) return undefined;
  for (let at = from + 1; at <= to; at += 1) {
    if ((at === to || isLine(ink, at)) && startsItem(ink, at, next, header)) return at;
  }
  return undefined;
}
