import type { Notation } from '../../../template/notation.ts';
import type { RowForm } from '../../../template/plan.ts';
import { isAdmitted, type ReadCell } from '../../reading/cell.ts';
import { Gap, type Ink, spaced } from '../../reading/ink.ts';
import type { SolvedRow } from '../lattice/lattice.ts';

/** A table whose notation leaves two readings, at the row that shows it: `6,709` is 6.709 or 6709. */
interface DoubtfulTable {
  readonly row: SolvedRow;
  /** What is printed there, and what else it may be. */
  readonly printed: string;
}

/**
 * Tables that declare no notation and may be read in two: by their first two numbers of which one's sign must be another
 * than the other's, or by the first number that has two readings. All numbers of a table change alike with it, so that it
 * is no reading of a row, and no edge of one.
 */
export function doubtfulTables(ink: Ink, rows: readonly SolvedRow[]): readonly DoubtfulTable[] {
  const told = new Set<string>();
  return [...mixedSigns(ink, rows), ...doubtfulNumbers(ink, rows), ...signsBeside(ink, rows)].filter(
    ({ row }) => {
      const isNew = !told.has(tableOf(row));
      told.add(tableOf(row));
      return isNew;
    },
  );
}

/** One to three digits, a decimal sign, and three digits: what thousands look like. */
export const LIKE_THOUSANDS = /^-?[1-9]\d{0,2}\.\d{3}$/;

/**
 * Numbers of tables that declare no notation, where the sign before the last three digits may be a decimal sign or
 * stand between thousands. Nothing else can show it: all numbers of the table change alike, and each sum holds either
 * way. The form of a column may (one decimal is printed, or three), and another number of the table which that sign
 * can only be a decimal sign of, such as `12,5`.
 */
function doubtfulNumbers(ink: Ink, rows: readonly SolvedRow[]): readonly DoubtfulTable[] {
  const numbers = rows.flatMap((row) =>
    row.row.item.form.notation.isDeclared ? [] : numbersOf(ink, row).map((number) => ({ row, ...number })),
  );
  const certain = new Set(
    numbers.flatMap(({ row, value, sign }) =>
      sign === undefined || LIKE_THOUSANDS.test(value) ? [] : [`${tableOf(row)} ${sign}`],
    ),
  );
  return numbers.flatMap(({ row, value, sign, printed, isWholeAdmitted }) => {
    if (sign === undefined || !LIKE_THOUSANDS.test(value) || !isWholeAdmitted) return [];
    return certain.has(`${tableOf(row)} ${sign}`)
      ? []
      : [{ row, printed: `"${printed}", which is ${value} or ${value.replace('.', '')}` }];
  });
}

/** Tables that use two signs as decimal signs, of which one must be none: the first number with each. */
function mixedSigns(ink: Ink, rows: readonly SolvedRow[]): readonly DoubtfulTable[] {
  const first = new Map<string, Map<string, string>>();
  const mixed = new Map<string, DoubtfulTable>();
  for (const row of rows.filter(({ row: { item } }) => !item.form.notation.isDeclared)) {
    for (const { sign, printed } of numbersOf(ink, row)) {
      if (sign === undefined) continue;
      const signs = first.get(tableOf(row)) ?? new Map<string, string>();
      first.set(tableOf(row), signs);
      if (!signs.has(sign)) signs.set(sign, printed);
      const [one, other] = [...signs.values()];
      if (one !== undefined && other !== undefined && !mixed.has(tableOf(row)))
        mixed.set(tableOf(row), { row, printed: `"${one}" and "${other}"` });
    }
  }
  return [...mixed.values()];
}

/** A sign by itself that may be a minus, or say that there is nothing. */
const LONE_SIGN = /^[\p{Pd}\u2212]$/u;

/**
 * Rows of tables that declare no notation, where a sign is read as a cell and the digits behind it as thousands, and the
 * sign may as well be the minus of the first of them: `0 - 1 100` is 0, nothing, 1100, or 0, -1, 100. Where all rows
 * of a total are printed so, each sum holds either way.
 */
function signsBeside(ink: Ink, rows: readonly SolvedRow[]): readonly DoubtfulTable[] {
  return rows.flatMap((row): DoubtfulTable[] => {
    const { form } = row.row.item;
    if (form.notation.isDeclared) return [];
    let column = 0;
    for (const [at, cell] of row.cells.entries()) {
      const next = row.cells[at + 1];
      const own = form.columns[column];
      column += cell.columns;
      if (own === undefined || cell.content.kind === 'number' || next?.content.kind !== 'number') continue;
      if (cell.to !== next.from || ink.gaps[next.from] !== Gap.space) continue;
      const sign = spaced(ink, cell.from, cell.to);
      const [head = '', ...rest] = spaced(ink, next.from, next.to).split(' ');
      if (!LONE_SIGN.test(sign) || !/^\d+$/.test(head) || rest.length === 0) continue;
      if (!isAdmitted(own, `-${head}`)) continue;
      const [one, other] = [`${head} ${rest.join(' ')}`, rest.join(' ')];
      return [
        { row, printed: `"${sign} ${one}", which is "${sign}" and "${one}", or -${head} and "${other}"` },
      ];
    }
    return [];
  });
}

/** Whether a number of a sentence may be read in two ways; it has no table that could tell. */
export function isDoubtful({ content }: ReadCell, notation: Notation): boolean {
  return !notation.isDeclared && content.kind === 'number' && LIKE_THOUSANDS.test(content.value);
}

interface Printed {
  readonly value: string;
  readonly printed: string;
  /** Its decimal sign; undefined for a whole number. */
  readonly sign: string | undefined;
  /** Whether the column could hold the number without its sign. */
  readonly isWholeAdmitted: boolean;
}

function numbersOf(ink: Ink, { row, cells }: SolvedRow): readonly Printed[] {
  const { form } = row.item;
  let column = 0;
  return cells.flatMap((cell): Printed[] => {
    const own = form.columns.slice(column, column + cell.columns);
    column += cell.columns;
    if (cell.content.kind !== 'number') return [];
    const { value } = cell.content;
    const printed = ink.printed.slice(cell.from, cell.to);
    return [
      {
        value,
        printed,
        sign: signOf(printed, value, form),
        isWholeAdmitted: own.every(admitsWhole(value)),
      },
    ];
  });
}

function admitsWhole(value: string): (column: RowForm['columns'][number]) => boolean {
  return (column) => isAdmitted(column, value.replace('.', ''));
}

function signOf(printed: string, value: string, { notation }: RowForm): string | undefined {
  return value.includes('.') ? notation.decimal.find((sign) => printed.includes(sign)) : undefined;
}

/** A document's table, told by the file it is declared in as far as a row knows: the table of its values. */
function tableOf({ row }: SolvedRow): string {
  return row.item.slots[0]?.table ?? '';
}
