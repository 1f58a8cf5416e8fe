import { remembered } from '../../page/remembered.ts';
import type { Notation } from '../../template/notation.ts';
import type { ColumnForm, RowForm, Slot } from '../../template/plan.ts';
import { type CellContent, contentText } from './cell-content.ts';
import { Gap, hasRaised, type Ink } from './ink.ts';
import { decimalsOf, type Reading, readNumber } from './number.ts';
import { numbersAt } from './number-in-words.ts';
import { matchPhrase, type Stretch } from './phrase.ts';
import { partedByPrint, raisedMarks } from './raised-marks.ts';

/** One cell as it can be read: its content and the ink it stands on. */
export interface ReadCell extends Stretch {
  readonly content: CellContent;
  readonly reading: Reading;
  /** A spanning cell fills several columns from one stretch of ink. */
  readonly columns: number;
}

/** A value of a sentence with the ink of its number. */
export interface SentenceValue {
  readonly slot: Slot;
  readonly cell: ReadCell;
}

/** A piece of cell text between two white spaces, a whole declared phrase, or an empty cell: from and to are one place. */
export interface Atom extends Stretch {
  readonly text: string;
  readonly phrase?: ReadCell;
  /** A certain cell break stands before it. */
  readonly broken: boolean;
}

/** A mark with white space before it. */
const LOOSE_MARK = /^\d+\)$/;
const HAS_DIGIT = /\d/;
/** Whether the breaks between a row's cells are certain, as a PDF's are. */
export function areCellsCertain({ gaps }: Ink, cells: readonly ReadCell[]): boolean {
  return cells.slice(1).every(({ from }) => (gaps[from] ?? Gap.none) >= Gap.cell);
}

/** Whether the columns that a cell would fill, from one on, can hold it. */
export function admits(
  columns: readonly ColumnForm[],
  column: number,
  { content, columns: width }: ReadCell,
): boolean {
  if (column + width > columns.length) return false;
  if (content.kind !== 'number') return true;
  for (let at = column; at < column + width; at += 1) {
    const own = columns[at];
    if (own !== undefined && !isAdmitted(own, content.value)) return false;
  }
  return true;
}

/** Whether a column can hold a value: its bounds and the number of its decimals. */
export function isAdmitted({ decimals, minimum, maximum }: ColumnForm, value: string): boolean {
  const number = Number(value);
  if (number < minimum || number > maximum) return false;
  return decimals.length === 0 || decimals.includes(decimalsOf(value));
}

/** Cuts a stretch of cell text at its white space, one piece after the other. */
export function* atomsOf(ink: Ink, { from, to }: Stretch, form: RowForm): Generator<Atom> {
  let at = from;
  while (at < to) {
    const broken = (ink.gaps[at] ?? Gap.none) >= Gap.cell;
    const phrase = readPhrase(ink, at, form);
    let end = phrase?.to ?? at + 1;
    if (phrase === undefined) while (end < to && ink.gaps[end] === Gap.none) end += 1;
    yield { from: at, to: end, text: ink.printed.slice(at, end), broken, ...(phrase && { phrase }) };
    at = end;
  }
}

/** Reads a declared phrase at a place: a spanning cell, or a sentence with its number. */
export function readPhrase(ink: Ink, at: number, { phrases, notation }: RowForm): ReadCell | undefined {
  for (const { before, after, columns } of phrases) {
    const start = matchPhrase(ink, at, before);
    if (start < 0) continue;
    if (after === undefined)
      return { from: at, to: start, content: { kind: 'not_in_force' }, reading: 'spanned', columns };
    for (const { value, to: end } of numbersAt(ink, start, notation)) {
      const to = matchPhrase(ink, end, after);
      if (to < 0) continue;
      return { from: at, to, content: { kind: 'number', value, marks: [] }, reading: 'sentence', columns };
    }
  }
  return undefined;
}

/** What was read of stretches of an ink, with the marks and the notation of a table: where one begins, and where it ends. */
const readBefore = remembered((_ink: Ink) =>
  remembered((_marks: RowForm['marks']) =>
    remembered((_notation: Notation) => new Map<number, readonly ReadCell[]>()),
  ),
);

/**
 * Every way to read atoms in the order of the text as one cell; the first or the last may be a part of one. All
 * assumptions about a row try the same stretches, so each is read once, but for those with words of a label in between.
 */
export function readStretch(ink: Ink, atoms: readonly Atom[], form: RowForm): readonly ReadCell[] {
  const [from, to] = [atoms[0]?.from ?? 0, atoms.at(-1)?.to ?? 0];
  if (from === to || !areWhole(atoms)) return readAtoms(ink, atoms, form);
  const known = readBefore(ink)(form.marks)(form.notation);
  const place = from * (ink.folded.length + 1) + to;
  const before = known.get(place);
  if (before !== undefined) return before;
  const cells = readAtoms(ink, atoms, form);
  known.set(place, cells);
  return cells;
}

/** Whether nothing stands between atoms, and none is a declared phrase. */
function areWhole(atoms: readonly Atom[]): boolean {
  return atoms.every(
    ({ from, phrase }, at) => phrase === undefined && (at === 0 || atoms[at - 1]?.to === from),
  );
}

/** Every way to read atoms as the text of one cell. */
export function readAtoms(
  ink: Ink,
  atoms: readonly Atom[],
  { marks, notation, blank }: RowForm,
): readonly ReadCell[] {
  const [first] = atoms;
  const last = atoms.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first.from === first.to) {
    const { from, to } = first;
    return blank === undefined || atoms.length > 1
      ? []
      : [{ from, to, content: { kind: blank }, reading: 'plain', columns: 1 }];
  }
  if (first.phrase !== undefined) return atoms.length === 1 ? [first.phrase] : [];
  if (atoms.some(({ phrase }) => phrase !== undefined)) return [];
  // Marks that were gathered behind a row, `0,4 0,4` / `3) 3)`, are not all of its last value.
  if (atoms.filter(({ text: own }) => LOOSE_MARK.test(own)).length > 1) return [];
  if (isSignOfAnother(ink, atoms, notation)) return [];
  const { level, raised } = partedByPrint(ink, atoms);
  const said = raised === '' ? { marks: [] } : raisedMarks(raised, marks, notation);
  // Raised text that is the mark of no note is none: what is level may go on behind it, as a bracket does.
  const [text, own] = 'marks' in said ? [level, said.marks] : [atoms.map((atom) => atom.text).join(' '), []];
  const to = last.to - ('marks' in said ? raised.replaceAll(' ', '').length : 0);
  const stretch = { from: first.from, to: last.to, columns: 1 };
  const symbol = notation.symbols.find(([printed]) => printed === text);
  if (symbol !== undefined) return [{ ...stretch, content: { kind: symbol[1] }, reading: 'plain' }];
  const wrapped = atoms.slice(1).some(({ from }) => ink.gaps[from] === Gap.line);
  return readNumber(text, marks, notation).flatMap(({ value, marks: found, reading }): ReadCell[] => {
    const behind = found.reduce((length, mark) => length + mark.length + 1, 0);
    if (isTornByPrint(ink, { from: first.from, to }, to - behind)) return [];
    const isPlain = reading === 'plain' || reading === 'grouped';
    const content = { kind: 'number', value, marks: [...found, ...own] } as const;
    if (own.length > 0) return [{ ...stretch, content, reading: 'footnote' }];
    return [{ ...stretch, content, reading: wrapped && isPlain ? 'wrapped' : reading }];
  });
}

/**
 * Whether a number and its marks, which begin at a place, are parted elsewhere by print. Raised digits are those of a
 * mark: 345¹ is not 3451; and the digits of a mark are raised alike: 34 with a raised `1)` is not 3 with mark 41.
 */
function isTornByPrint(ink: Ink, { from, to }: Stretch, mark: number): boolean {
  if (hasRaised(ink, from, mark)) return true;
  if (!hasRaised(ink, mark, to)) return false;
  const digits = [...ink.folded.slice(mark, to)].flatMap((character, index) =>
    HAS_DIGIT.test(character) ? [ink.raised[mark + index]] : [],
  );
  return new Set(digits).size > 1;
}

/**
 * Whether a sign that stands apart from its number may be that of the number on its other side, or part of a range:
 *
 *     5,5 -   6,0          10,5 - 15,5   7,0
 *
 * So it is where it stands nearer to the other one; where it stands in the middle, and either nothing is declared about
 * signs or the columns of its line are further apart. In `- 1 2 162` the print spaces its letters, and nothing is told.
 */
function isSignOfAnother(ink: Ink, atoms: readonly Atom[], { isDeclared }: Notation): boolean {
  const [sign, number] = atoms;
  if (sign === undefined || number === undefined || HAS_DIGIT.test(sign.text)) return false;
  const { columns, folded, gaps, lines } = ink;
  const before = sign.from - 1;
  if (
    gaps[sign.from] !== Gap.space ||
    gaps[number.from] !== Gap.space ||
    !HAS_DIGIT.test(folded[before] ?? '')
  )
    return false;
  if (lines[before] !== lines[number.from]) return false;
  const digits = atoms.slice(1).map(({ text }) => text);
  if (digits.length > 1 && digits.some((each) => /^\d$/.test(each))) return false;
  const widthBefore = (at: number): number =>
    lines[at] === lines[at - 1] ? (columns[at] ?? 0) - (columns[at - 1] ?? 0) : 0;
  const toOwn = widthBefore(number.from);
  const toOther = widthBefore(sign.from);
  if (toOther !== toOwn) return toOther < toOwn;
  let other = before;
  while (gaps[other] === Gap.none) other -= 1;
  return !isDeclared || widthBefore(number.to) > toOwn || widthBefore(other) > toOwn;
}

/** One content a column: a spanning cell fills all of its columns. */
export function contentsOf(cells: readonly ReadCell[]): readonly CellContent[] {
  return cells.flatMap(({ content, columns }) => Array.from({ length: columns }, () => content));
}

/** A row as a message shows it: `1 | 100200 | nil`. */
export function readingText(cells: readonly ReadCell[]): string {
  return cells.map(({ content }) => contentText(content)).join(' | ');
}
