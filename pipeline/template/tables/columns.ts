import { meantBy } from '../../page/nearest.ts';
import { LayoutFault } from '../dimension.ts';
import { type CellForm, cellForm, isCellForm } from './cell-form.ts';
import type { ColumnLayout, ColumnsLayout, KeyLayout } from './declared.ts';
import { type Declared, membersOf } from './members.ts';
import type { HeaderLevels } from './table-plan.ts';

/** A column of values: its codes, what is printed for each, and its own unit and decimals. */
export interface SpeltValue {
  readonly codes: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly unit: string | undefined;
  readonly decimals: readonly number[] | undefined;
}

/** A declared column. */
type SpeltColumn = { readonly header: HeaderLevels } & (
  | { readonly role: 'parts'; readonly form: CellForm; readonly parts: readonly SpeltValue[] }
  | { readonly role: 'key'; readonly key: string }
  | ({ readonly role: 'value' } & SpeltValue)
  | { readonly role: 'ignore' }
);

/** The columns as they are declared: by their places, or by their headers alone. */
export interface SpeltColumns {
  readonly by: 'place' | 'header';
  readonly columns: readonly SpeltColumn[];
}

const NO_VALUE: SpeltValue = { codes: {}, labels: {}, unit: undefined, decimals: undefined };

/** Spells out columns; where none are declared, those of the row keys stand before one of values. */
export function speltColumns(
  columns: ColumnsLayout | undefined,
  rowKeys: readonly string[],
  declared: Declared,
): SpeltColumns {
  if (columns === undefined) return listedColumns([...rowKeys.slice(-1), 'value'], rowKeys);
  return 'length' in columns ? listedColumns(columns, rowKeys) : crossedColumns(columns, declared);
}

/** Every choice of the keys, each a level of the header. */
function crossedColumns(keys: ReadonlyMap<string, KeyLayout>, declared: Declared): SpeltColumns {
  let columns: readonly (SpeltValue & { readonly header: HeaderLevels })[] = [{ ...NO_VALUE, header: [] }];
  for (const [key, layout] of keys) {
    const members = membersOf(key, layout, declared);
    columns = columns.flatMap((column) =>
      members.map(({ code, texts }) => ({
        codes: { ...column.codes, [key]: code },
        labels: { ...column.labels, [key]: texts },
        unit: layout.units?.[code] ?? column.unit,
        decimals: layout.decimals?.[code] ?? column.decimals,
        header: [...column.header, texts],
      })),
    );
  }
  return { by: 'header', columns: columns.map((column) => ({ ...column, role: 'value' })) };
}

/** What a column says besides its codes. */
export const NO_KEYS: ReadonlySet<string> = new Set(['header', 'key', 'ignore', 'unit', 'decimals']);

function listedColumns(columns: readonly ColumnLayout[], rowKeys: readonly string[]): SpeltColumns {
  const known = (key: string): string => {
    if (rowKeys.includes(key)) return key;
    throw new LayoutFault(
      `"value", "ignore" or a key of the rows (${rowKeys.join(', ')})`,
      `"${key}"`,
      meantBy(key, ['value', 'ignore', ...rowKeys]),
    );
  };
  const spelt = columns.map((column): SpeltColumn => {
    if (typeof column === 'string') {
      if (column === 'ignore') return { role: 'ignore', header: [] };
      if (column === 'value') return { role: 'value', ...NO_VALUE, header: [] };
      return { role: 'key', key: known(column), header: [] };
    }
    const { header, key, ignore, unit, decimals } = column;
    const levels = typeof header === 'string' ? [[header]] : (header ?? []).map((level) => [level]);
    if (ignore === true) return { role: 'ignore', header: levels };
    if (key !== undefined) return { role: 'key', key: known(key), header: levels };
    const codes = Object.fromEntries(
      Object.entries(column).flatMap(([name, code]): [string, string][] =>
        NO_KEYS.has(name) || typeof code !== 'string' ? [] : [[name, code]],
      ),
    );
    const last = Object.keys(codes).at(-1);
    const label = levels.flat().join(' ');
    const labels = last === undefined || label === '' ? {} : { [last]: [label] };
    const own = partedColumn({ codes, labels }, column, levels);
    if (own !== undefined) return own;
    if (typeof unit === 'object' || (decimals !== undefined && !isList(decimals)))
      throw new LayoutFault(
        'one unit and one list of decimals',
        'some by code, of a column whose cells hold one value',
      );
    return { role: 'value', codes, labels, unit, decimals, header: levels };
  });
  return { by: 'place', columns: spelt };
}

/** A column whose cells hold several values: one of its codes is the form of a cell, and names their codes. */
function partedColumn(
  { codes, labels }: Pick<SpeltValue, 'codes' | 'labels'>,
  { unit, decimals }: Exclude<ColumnLayout, string>,
  header: HeaderLevels,
): SpeltColumn | undefined {
  const [key] = Object.keys(codes).filter((name) => isCellForm(codes[name] ?? ''));
  if (key === undefined) return undefined;
  const form = cellForm(codes[key] ?? '');
  const texts = Object.values(labels)[0] ?? [];
  const units = typeof unit === 'object' ? unit : {};
  const places = decimals === undefined || isList(decimals) ? {} : decimals;
  for (const code of [...Object.keys(units), ...Object.keys(places)])
    if (!form.codes.includes(code))
      throw new LayoutFault(`a code of the form (${form.codes.join(', ')})`, `"${code}"`);
  const parts = form.codes.map((code) => ({
    codes: { ...codes, [key]: code },
    labels: texts.length === 0 ? {} : { [key]: texts },
    unit: typeof unit === 'object' ? units[code] : unit,
    decimals: isList(decimals) ? decimals : places[code],
  }));
  return { role: 'parts', form, parts, header };
}

function isList(decimals: Exclude<ColumnLayout, string>['decimals']): decimals is readonly number[] {
  return Array.isArray(decimals);
}

/** The columns of values, each once however often the table is printed beside itself or goes on. */
export function valuesOf(columns: readonly SpeltColumns[]): readonly SpeltValue[] {
  const values = new Map<string, SpeltValue>();
  for (const column of columns.flatMap((each) => each.columns)) {
    const own = column.role === 'value' ? [column] : column.role === 'parts' ? column.parts : [];
    for (const value of own) {
      const name = nameOf(value.codes);
      if (!values.has(name)) values.set(name, value);
    }
  }
  if (values.size === 0) throw new LayoutFault('a column of values', 'none');
  return [...values.values()];
}

/** Tells columns of values apart. */
export function nameOf(codes: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(codes).sort(([one], [other]) => (one < other ? -1 : 1)));
}
