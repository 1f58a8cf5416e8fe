import { Gap, type Ink } from './ink.ts';
import { decimalsOf, type Reading, readNumber } from './number.ts';
import { matchPhrase, type Stretch } from './phrase.ts';

/** What a cell can say. */
export type CellContent =
  | { readonly kind: 'number'; readonly value: string; readonly marks: readonly string[] }
  | { readonly kind: 'nil' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not_in_force' };

/** One cell as it can be read: its content and the ink it stands on. */
export interface ReadCell extends Stretch {
  readonly content: CellContent;
  readonly reading: Reading;
  /** A spanning cell fills several columns from one stretch of ink. */
  readonly columns: number;
}

/** A declared text that stands in a cell instead of a number, such as `норма 2012 жылы енгізілді`. */
export interface CellPhrase {
  readonly before: string;
  /** A sentence cell has a number between the two parts; a spanning cell has none. */
  readonly after?: string;
  readonly columns: number;
}

/** What a column admits; used to refuse readings that no printed value of the column can have. */
export interface ColumnForm {
  readonly decimals: readonly number[];
  readonly minimum: number;
  readonly maximum: number;
}

/** The rules a row is read by. */
export interface RowForm {
  readonly columns: readonly ColumnForm[];
  readonly marks: readonly string[];
  readonly phrases: readonly CellPhrase[];
  readonly sign: ',' | '.';
}

/** A piece of cell text between two white spaces, or a whole declared phrase. */
export interface Atom extends Stretch {
  readonly text: string;
  readonly phrase?: ReadCell;
  /** A certain cell break stands before it. */
  readonly broken: boolean;
}

/** A mark with white space before it. */
const LOOSE_MARK = /^\d+\)$/;
/** Whether the breaks between a row's cells are certain, as a PDF's are. */
export function areCellsCertain({ gaps }: Ink, cells: readonly ReadCell[]): boolean {
  return cells.slice(1).every(({ from }) => (gaps[from] ?? Gap.none) >= Gap.cell);
}

/** Whether columns can hold a cell. */
export function admits(columns: readonly ColumnForm[], { content, columns: width }: ReadCell): boolean {
  if (columns.length !== width) return false;
  if (content.kind !== 'number') return true;
  const { value } = content;
  return columns.every((column) => isAdmitted(column, value));
}

/** Whether a column can hold a value: its bounds and the number of its decimals. */
export function isAdmitted({ decimals, minimum, maximum }: ColumnForm, value: string): boolean {
  const number = Number(value);
  if (number < minimum || number > maximum) return false;
  return decimals.length === 0 || decimals.includes(decimalsOf(value));
}

/** Cuts a stretch of cell text at its white space. */
export function atomsOf(ink: Ink, { from, to }: Stretch, form: RowForm): Atom[] {
  const atoms: Atom[] = [];
  let at = from;
  while (at < to) {
    const broken = (ink.gaps[at] ?? Gap.none) >= Gap.cell;
    const phrase = readPhrase(ink, at, form);
    let end = phrase?.to ?? at + 1;
    if (phrase === undefined) while (end < to && ink.gaps[end] === Gap.none) end += 1;
    atoms.push({ from: at, to: end, text: ink.folded.slice(at, end), broken, ...(phrase && { phrase }) });
    at = end;
  }
  return atoms;
}

/** Reads a declared phrase at a place: a spanning cell, or a sentence with its number. */
export function readPhrase(ink: Ink, at: number, { phrases, sign }: RowForm): ReadCell | undefined {
  for (const { before, after, columns } of phrases) {
    const start = matchPhrase(ink, at, before);
    if (start < 0) continue;
    if (after === undefined) {
      return { from: at, to: start, content: { kind: 'not_in_force' }, reading: 'spanned', columns };
    }
    for (
      let end = start + 1;
      end < ink.folded.length && /[\d,. -]/.test(ink.folded[end - 1] ?? '');
      end += 1
    ) {
      const number = readNumber(spaced(ink, start, end), [], sign)[0];
      const to = number === undefined ? -1 : matchPhrase(ink, end, after);
      if (number === undefined || to < 0) continue;
      const content = { kind: 'number', value: number.value, marks: [] } as const;
      return { from: at, to, content, reading: 'sentence', columns };
    }
  }
  return undefined;
}

/** Every way to read atoms as the text of one cell. */
export function readAtoms(ink: Ink, atoms: readonly Atom[], { marks, sign }: RowForm): readonly ReadCell[] {
  const [first] = atoms;
  const last = atoms.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first.phrase !== undefined) return atoms.length === 1 ? [first.phrase] : [];
  if (atoms.some(({ phrase }) => phrase !== undefined)) return [];
  // Marks that were gathered behind a row, `0,4 0,4` / `3) 3)`, are not all of its last value.
  if (atoms.filter(({ text: own }) => LOOSE_MARK.test(own)).length > 1) return [];
  const text = atoms.map((atom) => atom.text).join(' ');
  const stretch = { from: first.from, to: last.to, columns: 1 };
  if (text === '-') return [{ ...stretch, content: { kind: 'nil' }, reading: 'plain' }];
  if (text === '…' || text === '...') return [{ ...stretch, content: { kind: 'missing' }, reading: 'plain' }];
  const wrapped = atoms.slice(1).some(({ from }) => ink.gaps[from] === Gap.line);
  return readNumber(text, marks, sign).map(({ value, marks: found, reading }) => ({
    ...stretch,
    content: { kind: 'number', value, marks: found },
    reading: wrapped && (reading === 'plain' || reading === 'grouped') ? 'wrapped' : reading,
  }));
}

/** The ink of a stretch with its white space shown as single spaces. */
export function spaced({ folded, gaps }: Ink, from: number, to: number): string {
  let text = '';
  for (let index = from; index < to; index += 1) {
    text += index > from && gaps[index] !== Gap.none ? ` ${folded[index]}` : folded[index];
  }
  return text;
}
