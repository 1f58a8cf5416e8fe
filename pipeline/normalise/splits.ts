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
interface Atom extends Stretch {
  readonly text: string;
  readonly phrase?: ReadCell;
  /** A certain cell break stands before it. */
  readonly broken: boolean;
}

/** A mark with white space before it. */
const LOOSE_MARK = /^\d+\)$/;
const MOST_ATOMS_OF_A_CELL = 12;
const MOST_SPLITS = 20_000;

/**
 * Enumerates every way to read a row's cell text as exactly one cell a column. `100 404 304 2 419 53 382`
 * under five columns has one for each way to join its groups of three; arithmetic chooses later.
 */
export function splitCells(
  ink: Ink,
  stretches: readonly Stretch[],
  form: RowForm,
): readonly (readonly ReadCell[])[] {
  const atoms = stretches.flatMap((stretch) => atomsOf(ink, stretch, form));
  if (hasHole(ink, atoms)) return [];
  const cells = new Map<number, readonly ReadCell[]>();
  const cellsAt = (first: number, last: number): readonly ReadCell[] => {
    const key = first * 4096 + last;
    const known = cells.get(key);
    if (known !== undefined) return known;
    const found = readAtoms(ink, atoms.slice(first, last), form);
    cells.set(key, found);
    return found;
  };
  const cellByCell = atoms.length === form.columns.length;
  const fewest = cellByCell ? [] : fewestCells(atoms.length, cellsAt);
  const longest = cellByCell ? 1 : MOST_ATOMS_OF_A_CELL;
  const splits: ReadCell[][] = [];
  const walk = (first: number, column: number, row: readonly ReadCell[]): void => {
    if (splits.length >= MOST_SPLITS) return;
    if (first === atoms.length) {
      if (column === form.columns.length) splits.push([...row]);
      return;
    }
    if (!cellByCell && column + (fewest[first] ?? Number.POSITIVE_INFINITY) > form.columns.length) return;
    for (let last = first + 1; last <= Math.min(atoms.length, first + longest); last += 1) {
      if (last > first + 1 && atoms[last - 1]?.broken) break;
      for (const cell of cellsAt(first, last)) {
        if (admits(form.columns.slice(column, column + cell.columns), cell)) {
          walk(last, column + cell.columns, [...row, cell]);
        }
      }
    }
  };
  walk(0, 0, []);
  return splits;
}

/**
 * Is a cell empty in a row of several lines? Then what belongs in it stands in another line, and the values are not in
 * the order of their columns.
 */
function hasHole({ gaps, lines }: Ink, atoms: readonly Atom[]): boolean {
  const lineOf = (atom: Atom | undefined): number | undefined => atom && lines[atom.from];
  return lineOf(atoms[0]) !== lineOf(atoms.at(-1)) && atoms.some(({ from }) => gaps[from] === Gap.emptyCell);
}

/** The least number of cells that the atoms from each place on can make; prunes hopeless splits. */
function fewestCells(
  count: number,
  cellsAt: (first: number, last: number) => readonly ReadCell[],
): readonly number[] {
  const fewest: number[] = new Array<number>(count + 1).fill(Number.POSITIVE_INFINITY);
  fewest[count] = 0;
  for (let first = count - 1; first >= 0; first -= 1) {
    for (let last = first + 1; last <= Math.min(count, first + MOST_ATOMS_OF_A_CELL); last += 1) {
      const cell = cellsAt(first, last)[0];
      const rest = fewest[last] ?? Number.POSITIVE_INFINITY;
      if (cell !== undefined) fewest[first] = Math.min(fewest[first] ?? rest, rest + cell.columns);
    }
  }
  return fewest;
}

function admits(columns: readonly ColumnForm[], { content, columns: width }: ReadCell): boolean {
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

function atomsOf(ink: Ink, { from, to }: Stretch, form: RowForm): Atom[] {
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

function readAtoms(ink: Ink, atoms: readonly Atom[], { marks, sign }: RowForm): readonly ReadCell[] {
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
