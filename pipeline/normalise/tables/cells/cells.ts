import { withSuperscripts } from '../../../extract/superscripts.ts';
import { mixesDigits } from '../../../locale/look-alikes.ts';
import type { Cell } from '../../../page/table.ts';
import type { Token } from '../../../page/token.ts';
import type { Notation, SymbolMeaning } from '../../../template/notation.ts';
import type { ColumnForm, RowForm } from '../../../template/plan.ts';
import type { ReadCell } from '../../reading/cell.ts';
import { atomsOf, isAdmitted, readAtoms } from '../../reading/cell.ts';
import { marksOf } from '../../reading/cell-content.ts';
import { hasRaised, type Ink, spaced } from '../../reading/ink.ts';
import type { Stretch } from '../../reading/phrase.ts';
import { bareMark, raisedMarks } from '../../reading/raised-marks.ts';
import { withoutMarks } from '../../reading/without-marks.ts';
import { SETTINGS } from '../../settings.ts';

/** What one cell can say, or why it says nothing that is declared. */
type CellReading =
  | { readonly readings: readonly ReadCell[] }
  | { readonly expected: string; readonly found: string; readonly action?: string };

const DIGIT = /\p{Nd}/u;
/** Alone in a line of a cell it may stand for a value itself. */
const SIGN = /^[\p{Pd}\u2212+\u00b1]$/u;
const COMPARE = 'compare with the printed page';
const TWO_VALUES =
  'compare with the printed page: a space may part two values; print the digits of one number together, or declare a cell of several values by its form: "{a} {b}"';

/** What a cell is read with. */
interface CellContext {
  readonly form: RowForm;
  readonly column: ColumnForm;
  /** The marks that are listed; undefined where none are. */
  readonly marks: readonly string[] | undefined;
  readonly indexOf: (offset: number) => number;
  readonly emptyAt: (cell: Cell) => number;
}

type Refused = Extract<CellReading, { expected: string }>;

/** Reads a cell whose column is certain: nothing of it can be another column's. */
export function readCell(
  ink: Ink,
  cell: Cell,
  { form, column, marks: listed, indexOf, emptyAt }: CellContext,
): CellReading {
  const all = cell.lines.flatMap((line) => line.tokens);
  const tokens = all.filter(({ print }) => !print.struck);
  const [first] = tokens;
  if (isStruckWithin(all)) {
    const found = `"${textOf(all)}", of which "${textOf(all.filter(({ print }) => print.struck))}" is struck out`;
    return { expected: 'a value that stands beside what is struck out', found, action: COMPARE };
  }
  const marked = withoutRaised(tokens, listed, form.notation);
  if ('expected' in marked) return marked;
  const { body, marks } = marked;
  const [last, end] = [body.at(-1), tokens.at(-1)];
  if (first === undefined || last === undefined || end === undefined) return emptyCell(emptyAt(cell), form);
  const apart = partedIn(cell, body);
  if (apart !== undefined) return apart;
  const [from, to, whole] = [first.span.start, last.span.end - 1, end.span.end - 1].map(indexOf);
  if (from === undefined || to === undefined || whole === undefined) return emptyCell(emptyAt(cell), form);
  const own = { ...form, notation: { ...form.notation, hasBareFractions: form.notation.isDeclared } };
  const stretch = { from, to: to + 1 };
  const read = [...readAtoms(ink, [...atomsOf(ink, stretch, own)], own), ...markedSymbols(ink, stretch, own)];
  const readings = read.flatMap((each): ReadCell[] => {
    if (each.content.kind === 'number' && !isAdmitted(column, each.content.value)) return [];
    if (marks.length === 0 || each.content.kind === 'not_in_force') return [each];
    const content = { ...each.content, marks: [...marksOf(each.content), ...marks] };
    return [{ ...each, content, reading: 'footnote', to: whole + 1 }];
  });
  if (readings.length > 0 && readings.every(isLetterSpaced))
    return {
      expected: 'a number whose digits stand together',
      found: `"${textOf(body)}"`,
      action: TWO_VALUES,
    };
  if (readings.length > 0) return { readings };
  return { expected: `a value${formText(column)}`, found: `"${textOf(body)}"` };
}

/** A symbol with the mark of a note behind it, as `: c`: in a cell of its own it is no sign of a number that stands apart. */
function markedSymbols(ink: Ink, stretch: Stretch, { marks, notation }: RowForm): readonly ReadCell[] {
  if (hasRaised(ink, stretch.from, stretch.to)) return [];
  const meaningOf = (text: string): SymbolMeaning | undefined =>
    notation.symbols.find(([symbol]) => symbol === text)?.[1];
  const text = spaced(ink, stretch.from, stretch.to);
  if (meaningOf(text) !== undefined) return [];
  return withoutMarks(text, marks, notation, meaningOf).map(
    ({ said, marks: found }): ReadCell => ({
      ...stretch,
      content: { kind: said, marks: found },
      reading: 'footnote',
      columns: 1,
    }),
  );
}

/** Digits apart in a cell of their own may be a value each: `3 5` is not 35. */
function isLetterSpaced({ reading }: ReadCell): boolean {
  return reading === 'letter_spaced';
}

/** Whether nothing stands in the place of what is struck out, or it stands in the midst of something. */
function isStruckWithin(tokens: readonly Token[]): boolean {
  const isLeft = tokens.map(({ print }) => !print.struck);
  const [from, to] = [isLeft.indexOf(true), isLeft.lastIndexOf(true)];
  return isLeft.includes(false) && (from < 0 || isLeft.slice(from, to).includes(false));
}

function emptyCell(at: number, { blank }: RowForm): CellReading {
  if (blank === undefined) {
    const action =
      'if an empty cell says that there is no value, declare blank: missing (or nil, not_applicable)';
    return { expected: 'a value', found: 'an empty cell', action };
  }
  return { readings: [{ from: at, to: at, content: { kind: blank }, reading: 'plain', columns: 1 }] };
}

/**
 * Takes the raised marks off the end of a cell: `107,1` with a small `10)` behind it, or `107,1²` in characters that are
 * raised by themselves. Anything else that is raised is not understood.
 */
function withoutRaised(
  printed: readonly Token[],
  listed: readonly string[] | undefined,
  notation: Notation,
): { readonly body: readonly Token[]; readonly marks: readonly string[] } | Refused {
  const tokens = printed.flatMap((token) =>
    listed?.some((mark) => token.text.endsWith(mark)) ? token : withSuperscripts(token),
  );
  let end = tokens.length;
  while (end > 0 && tokens[end - 1]?.print.stands !== 'level') end -= 1;
  const [body, raised] = [tokens.slice(0, end), tokens.slice(end)];
  const found = `"${textOf(tokens)}"`;
  if (body.some(({ print }) => print.stands !== 'level'))
    return {
      expected: 'raised characters behind the value alone',
      found,
      action: COMPARE,
    };
  if (raised.length === 0) return { body, marks: [] };
  if (body.length === 0) return { expected: 'a value before its mark', found };
  const said = raisedMarks(textOf(raised), listed, notation);
  if ('marks' in said) return { body, marks: said.marks };
  const mark = bareMark(said.unlisted, notation);
  return {
    expected: 'a mark of a note that is listed',
    found: `"${said.unlisted}" raised behind "${textOf(body)}"`,
    action: `list its note in the file of the table: notes: { "${mark}": its text }`,
  };
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text, joined }, index) => (index > 0 && !joined ? ` ${text}` : text)).join('');
}

/** A cell that holds two numbers: one below the other, or too far apart to be one. */
function partedIn(cell: Cell, body: readonly Token[]): Refused | undefined {
  const found = `"${textOf(body)}"`;
  const action = 'compare with the printed page: the values of two rows or columns may stand in one cell';
  if (mixesDigits(found)) return { expected: 'digits of one script', found, action: COMPARE };
  const own = cell.lines.filter(({ tokens }) => tokens.some((token) => body.includes(token)));
  const numbered = own.filter(({ tokens }) =>
    tokens.some((token) => body.includes(token) && DIGIT.test(token.text)),
  );
  if (numbered.length === 1 && own.some(({ tokens }) => SIGN.test(textOf(tokens))))
    return { expected: 'one value in a cell', found: `${found}, with a sign in a line of its own`, action };
  if (numbered.length > 1)
    return { expected: 'one value in a cell', found: `${found} in ${numbered.length} lines`, action };
  for (const { tokens } of numbered) {
    for (const [index, token] of tokens.entries()) {
      const before = tokens[index - 1];
      if (before?.box === undefined || token.box === undefined || !body.includes(token)) continue;
      if (token.box.left - before.box.right > SETTINGS.widestSpace.value * token.print.size)
        return { expected: 'one value in a cell', found: `${found}, whose parts stand apart`, action };
    }
  }
  return undefined;
}

function formText({ decimals, minimum, maximum }: ColumnForm): string {
  return [
    ...(decimals.length === 0 ? [] : [` with ${decimals.join(' or ')} decimals`]),
    ...(Number.isFinite(minimum) ? [` of at least ${minimum}`] : []),
    ...(Number.isFinite(maximum) ? [` of at most ${maximum}`] : []),
  ].join(',');
}
