import type { TextLayer } from '../../../extract/text-layer.ts';
import type { Finding, Place } from '../../../page/finding.ts';
import type { Plan } from '../../../template/plan.ts';
import type { ReadCell } from '../../reading/cell.ts';
import { readingText } from '../../reading/cell.ts';
import type { Ink } from '../../reading/ink.ts';
import type { Doubt, DoubtfulRow } from '../doubts/doubts.ts';
import type { ReadRow } from '../lattice/lattice.ts';
import type { OpenRow } from '../solve/solve.ts';
import { placeAt, rowName, tableName } from './fault-finder.ts';

/** What to do about a number whose notation is open. */
export const DECLARE_NUMBERS =
  'declare how they are printed, in document.yaml or the file of the table: numbers: { decimal: ",", group: [" "] } or { decimal: ".", group: [","] }';

/**
 * Tells of rows that evidence could not decide: what was expected, the readings that are left, and what would decide.
 * Where rows are doubtful by what stands in them, others are that only for their sake, and are not told.
 */
export function rowFindings(
  about: About,
  open: readonly OpenRow[],
  doubtful: readonly DoubtfulRow[],
): readonly Finding[] {
  const alone = doubtful.filter(({ doubt }) => doubt.isAlone);
  if (alone.length > 0) return alone.map((row) => doubtFinding(about, row));
  return [...open.map((row) => ambiguity(about, row)), ...doubtful.map((row) => doubtFinding(about, row))];
}

/** Where the row of a slot stands. */
export function placeOfSlot({ layer, ink }: About, rows: readonly ReadRow[], slot: number): Place {
  const row = rows.find(({ item }) => item.slots.some(({ index }) => index === slot));
  return row === undefined ? { file: layer.file } : placeAt(layer, ink, row.label.to);
}

/** What a row's place is told by. */
interface About {
  readonly layer: TextLayer;
  readonly ink: Ink;
  readonly plan: Plan;
  /** The slots that identities speak of. */
  readonly covered: ReadonlySet<number>;
}

/** Whether an identity is declared that speaks of a row. */
function isCovered({ covered }: About, { item }: ReadRow): boolean {
  return item.slots.some(({ index }) => covered.has(index));
}

/** What to do about a row whose numbers nothing tells apart: on a printed page there is nothing more to give. */
function apartAdvice({ layer }: About): string {
  const identity = 'declare an identity that it is part of';
  return layer.printed === undefined
    ? `${identity}, or give a source that keeps its columns apart: a PDF, or a text laid out in columns`
    : `${identity}: its columns are printed too close to each other to be told apart by their places`;
}

function placeOf({ layer, ink, plan }: About, { item, label }: ReadRow): Place {
  const grids = plan.annexes.flatMap(({ elements }) => elements).filter((element) => element.kind === 'grid');
  const grid = grids.find(({ body }) => body.includes(item));
  const table = grid === undefined ? item.slots[0]?.table : tableName(grid);
  return { ...placeAt(layer, ink, label.from), ...(table !== undefined && { table }), row: rowName(item) };
}

function ambiguity(about: About, { row, readings, count, isCut }: OpenRow): Finding {
  const shown = readings.map(readingText);
  const more = count > shown.length ? ` and ${count - shown.length} more` : '';
  return {
    kind: 'ambiguous',
    place: placeOf(about, row),
    expected: isCovered(about, row)
      ? 'one reading that satisfies the identities'
      : 'numbers that can be told apart',
    found: `${count}${isCovered(about, row) ? '' : ' readings'}: ${shown.join(' or ')}${more}`,
    action: isCut
      ? 'no more combinations were tried: their number is over the limit; set the columns apart, or declare an identity of fewer values'
      : isCovered(about, row)
        ? 'a digit or a value of this row is wrong or missing, or an identity is missing'
        : apartAdvice(about),
  };
}

function doubtFinding(about: About, { row, cells, doubt }: DoubtfulRow): Finding {
  const { assumes, other, isBetter, printed } = doubt;
  const made = (expected: string, found: string, action: string): Finding => ({
    kind: 'ambiguous',
    place: placeOf(about, row),
    expected,
    found,
    action,
  });
  if (assumes === 'slipped mark')
    return made(
      'each footnote mark at its number, none twice at one',
      markedText(cells),
      'a mark may have slipped to another value',
    );
  if (assumes === 'out of column')
    return made(
      'each value under the column that it is read for',
      readingText(cells),
      'a part of this row stands under another column; print one cell behind the other',
    );
  if (printed !== undefined) return notationFinding(placeOf(about, row), printed);
  if (other !== undefined && !isBetter && haveMarks(cells) && markedText(other) !== markedText(cells)) {
    return markFinding(placeOf(about, row), cells, other);
  }
  if (!isCovered(about, row)) {
    return made(
      'numbers that can be told apart',
      `${readingText(cells)}, where a space may part two numbers or the digits of one`,
      apartAdvice(about),
    );
  }
  return made(
    `${row.item.form.columns.length} values that an identity confirms`,
    `${readingText(cells)}, ${againstText(doubt)}`,
    adviceFor(doubt),
  );
}

/** Tells of a table that may be read in two notations, by what shows it: `"6,709", which is 6.709 or 6709`. */
export function notationFinding(place: Place, printed: string): Finding {
  return {
    kind: 'ambiguous',
    place,
    expected: 'numbers that can be read in one way',
    found: printed,
    action: DECLARE_NUMBERS,
  };
}

/** Tells of a row of which a mark may have more digits than the one that is listed: `3.81 1), or else 3.8 11)`. */
export function markFinding(place: Place, cells: readonly ReadCell[], other: readonly ReadCell[]): Finding {
  return {
    kind: 'ambiguous',
    place,
    expected: 'footnote marks that can be told from the digits before them',
    found: `${markedText(cells)}, or else ${markedText(other)}`,
    action: 'list the note of each mark, or declare the decimals of the column',
  };
}

function adviceFor({ other, isBetter, isCut }: Doubt): string {
  if (isCut) return 'print one cell behind the other in one line, or set the columns apart';
  if (other === undefined) return 'a value of this row is missing or too many, or a digit is wrong';
  return isBetter
    ? 'a space, a bracket or a line of this row is out of place'
    : 'print one cell behind the other, and nothing between them that is not of the row';
}

function againstText({ other, isBetter, isCut }: Doubt): string {
  if (isCut) return 'and more ways to read it otherwise than are tried: a limit is reached';
  if (other === undefined) return 'which breaks every identity';
  return isBetter
    ? `which breaks identities that ${readingText(other)} satisfies`
    : `or else ${readingText(other)}, and no identity that tells them apart`;
}

function haveMarks(cells: readonly ReadCell[]): boolean {
  return cells.some(({ content }) => content.kind === 'number' && content.marks.length > 0);
}

function markedText(cells: readonly ReadCell[]): string {
  return cells
    .map(({ content }) =>
      content.kind === 'number'
        ? [content.value, ...content.marks.map((mark) => `${mark})`)].join(' ')
        : content.kind,
    )
    .join(' | ');
}
