import type { TableDifference, ValueChange } from './difference.ts';
import { nameOf, type Output, type OutputTable } from './output.ts';
import { compareTables } from './tables.ts';

/** A value that a later edition prints otherwise. */
export interface Revision {
  /** The codes of its row: `north.2002`. */
  readonly key: string;
  readonly column: string;
  readonly old: string | null;
  readonly next: string | null;
  /** The new number less the old one, exactly; undefined where one of them is none. */
  readonly difference?: string;
  /** Whether the earlier edition marks it as provisional. */
  readonly wasProvisional: boolean;
}

/** How the values of a table differ between two editions. */
export interface TableRevisions {
  readonly table: string;
  /** Other numbers, statuses or texts. */
  readonly revised: readonly Revision[];
  /** The same number with more or fewer decimals: one can round to the other. */
  readonly reprinted: readonly Revision[];
  /** Rows that only one of the editions has, by their codes. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** What keeps numbers from being compared: other units, types or columns. */
  readonly otherwise: readonly string[];
}

/** What a later edition of a report says otherwise than an earlier one. */
export interface Editions {
  readonly old: { readonly place: string; readonly version: string };
  readonly next: { readonly place: string; readonly version: string };
  /** Tables of values that only one of them has. */
  readonly addedTables: readonly string[];
  readonly goneTables: readonly string[];
  /** Those in which something differs. */
  readonly tables: readonly TableRevisions[];
  /** How many values both have; of these are the same to the last digit, revised, or rounded otherwise. */
  readonly compared: number;
  readonly same: number;
  readonly revised: number;
  readonly reprinted: number;
}

/** Of a row of values, what tells where it was read and not what it is. */
const PLACE = ['cell_id', 'notes'];
const STATUS = 'obs_status';

/**
 * Compares the values of two editions by table and key. Only tables of printed values are compared: where they were read,
 * and what follows from them, differs in every edition. A column whose unit or type is another is told and not compared.
 */
export function compareEditions(old: Output, next: Output): Editions {
  const before = valuesOf(old);
  const after = valuesOf(next);
  const both = [...after.values()].flatMap((table) => {
    const was = before.get(table.name);
    return was === undefined ? [] : [{ was, table }];
  });
  const tables = both.flatMap(({ was, table }) => {
    const difference = compareTables(was, table);
    return difference === undefined ? [] : [revisionsOf(difference, was)];
  });
  const values = (of: (table: TableRevisions) => readonly Revision[]): number =>
    tables.flatMap(of).filter(({ column }) => column !== STATUS).length;
  const revised = values((table) => table.revised);
  const reprinted = values((table) => table.reprinted);
  const compared = both.reduce((sum, { was, table }) => sum + countOf(was, table), 0);
  return {
    old: { place: old.place, version: old.version },
    next: { place: next.place, version: next.version },
    addedTables: [...after.keys()].filter((name) => !before.has(name)),
    goneTables: [...before.keys()].filter((name) => !after.has(name)),
    tables: tables.filter((each) =>
      [each.revised, each.reprinted, each.added, each.gone, each.otherwise].some(({ length }) => length > 0),
    ),
    compared,
    same: compared - revised - reprinted,
    revised,
    reprinted,
  };
}

/** The tables of printed values; those that hold values of several tables would tell each of them again. */
function valuesOf({ tables }: Output): ReadonlyMap<string, OutputTable> {
  const has = ({ fields }: OutputTable, column: string): boolean =>
    fields.some(({ name }) => name === column);
  return new Map(
    [...tables].filter(([, table]) => has(table, 'cell_id') && has(table, STATUS) && !has(table, 'dataset')),
  );
}

/** How many values two tables have in common: rows by their keys, and columns that are no keys. */
function countOf(old: OutputTable, next: OutputTable): number {
  const keys = new Set(next.rows.map((row) => nameOf(row, next.primaryKey)));
  const rows = old.rows.filter((row) => keys.has(nameOf(row, old.primaryKey))).length;
  const columns = next.fields.filter(
    ({ name, unit, type }) =>
      ![...PLACE, STATUS, ...next.primaryKey].includes(name) &&
      old.fields.some((field) => field.name === name && field.unit === unit && field.type === type),
  );
  return rows * columns.length;
}

function revisionsOf(difference: TableDifference, old: OutputTable): TableRevisions {
  const { table, knownBy, primaryKey, columns, contract, addedRows, removedRows, values } = difference;
  const other = contract.filter(
    ({ aspect }) => aspect === 'unit' || aspect === 'type' || aspect === 'primary key',
  );
  const apart = new Set(other.map(({ column }) => column));
  const provisional = new Set(
    old.rows.filter((row) => row[STATUS] === 'P').map((row) => nameOf(row, old.primaryKey)),
  );
  const numbers = new Set(
    old.fields.filter(({ type }) => type === 'number' || type === 'integer').map(({ name }) => name),
  );
  const compared = values
    .filter(({ column }) => !PLACE.includes(column) && !apart.has(column))
    .map((change) => ({
      ...revisionOf(change, knownBy, provisional, numbers),
      isReprinted: isReprinted(change, numbers),
    }));
  const plain = ({ isReprinted: _, ...revision }: (typeof compared)[number]): Revision => revision;
  return {
    table,
    revised: compared.filter((each) => !each.isReprinted).map(plain),
    reprinted: compared.filter((each) => each.isReprinted).map(plain),
    added: addedRows.map((row) => nameOf(row, primaryKey)),
    gone: removedRows.map((row) => nameOf(row, old.primaryKey)),
    otherwise: [
      ...other.map(
        ({ column, aspect, old: was, next: now }) =>
          `${aspect}${column === undefined ? '' : ` of ${column}`}: ${was ?? 'none'} -> ${now ?? 'none'}`,
      ),
      ...columns.map((change) =>
        change.kind === 'renamed'
          ? `column ${change.column} is called ${change.to}`
          : `column ${change.column} ${change.kind === 'added' ? 'came' : 'is gone'}`,
      ),
    ],
  };
}

function revisionOf(
  { key, column, old, next }: ValueChange,
  knownBy: readonly string[],
  provisional: ReadonlySet<string>,
  numbers: ReadonlySet<string>,
): Revision {
  const name = nameOf(key, knownBy);
  const isNumber = numbers.has(column) && old !== null && next !== null;
  return {
    key: name,
    column,
    old,
    next,
    ...(isNumber && { difference: differenceOf(old, next) }),
    wasProvisional: provisional.has(name),
  };
}

/** Whether two prints can be of one number: the one with more decimals rounds to the other. */
function isReprinted({ column, old, next }: ValueChange, numbers: ReadonlySet<string>): boolean {
  if (!numbers.has(column) || old === null || next === null) return false;
  const [finer, coarser] = decimalsOf(old) >= decimalsOf(next) ? [old, next] : [next, old];
  const scale = decimalsOf(finer);
  if (scale === decimalsOf(coarser)) return false;
  const apart = unscaled(finer, scale) - unscaled(coarser, scale);
  const step = 10n ** BigInt(scale - decimalsOf(coarser));
  return (apart < 0n ? -apart : apart) * 2n <= step;
}

/** `12.0` less `11.2` is `0.8`, exactly. */
function differenceOf(old: string, next: string): string {
  const scale = Math.max(decimalsOf(old), decimalsOf(next));
  const apart = unscaled(next, scale) - unscaled(old, scale);
  const digits = `${apart < 0n ? -apart : apart}`.padStart(scale + 1, '0');
  const sign = apart < 0n ? '-' : '';
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const decimalsOf = (number: string): number => (number.split('.')[1] ?? '').length;

function unscaled(number: string, scale: number): bigint {
  const [whole = '0', fraction = ''] = number.split('.');
  return BigInt(`${whole}${fraction.padEnd(scale, '0')}`);
}
