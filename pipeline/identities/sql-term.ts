import type { Vocabulary } from './binding.ts';
import type { Selector, Term } from './language.ts';
import { sqlName, sqlText } from './sql-name.ts';

/** What SQL needs to know of a published table. */
export interface SqlTable {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
  readonly primaryKey: readonly string[];
}

/** What a term's columns are called: as here, with a `_` behind where its table or a field of it has that name. */
type TermColumns = Readonly<
  Record<'printed' | 'half' | 'low' | 'high' | 'none' | 'decimals' | 'counted', string>
>;

/** A term as a common table expression: its free keys, `printed`, `none`, and `low` and `high` unless it is exact. */
export interface TermTable {
  readonly name: string;
  readonly table: string;
  readonly query: string;
  readonly keys: readonly string[];
  readonly columns: TermColumns;
  /** Whether all its values are counts. */
  readonly isExact: boolean;
}

const STATUS = 'obs_status';
const UNIT = 'unit';
const FUNCTIONS = { sum: 'fsum', greatest: 'max', least: 'min' } as const;

type Group = keyof typeof FUNCTIONS;

/**
 * A printed value, or several under a `sum`, `greatest` or `least`, as a query on its table. Every value stands
 * for half its last digit to either side, as `cell.decimals` tells, but for counts, which are exact.
 */
export function termTable(
  name: string,
  term: Term,
  group: Group | undefined,
  { tables, codes }: Vocabulary,
  schemas: ReadonlyMap<string, SqlTable>,
): TermTable {
  const bare = tables.has(term.name) ? undefined : codes.get(term.name);
  const table = bare?.table ?? term.name;
  const schema = schemas.get(table);
  const slots = tables.get(table) ?? [];
  const column = term.column ?? slots[0]?.column ?? 'value';
  if (schema === undefined) throw new Error(`no schema for ${table}`);
  const selectors = new Map(term.selectors.map((selector) => [selector.key, selector]));
  if (bare !== undefined) selectors.set(bare.key, { key: bare.key, relation: 'is', codes: [term.name] });
  const literal = (key: string, code: string): string =>
    schema.fields.find((field) => field.name === key)?.type === 'integer' ? code : sqlText(code);
  const keys: string[] = [];
  const selected: string[] = [];
  const where: string[] = [];
  for (const key of schema.primaryKey) {
    const selector = selectors.get(key);
    const free = freeKey(key, selector, group !== undefined);
    if (free !== undefined) {
      keys.push(free.name);
      selected.push(`${free.value} as ${sqlName(free.name)}`);
    }
    const condition = selector === undefined ? undefined : conditionOf(key, selector, literal);
    if (condition !== undefined) where.push(condition);
  }
  const hasStatus = schema.fields.some((field) => field.name === STATUS);
  if (hasStatus) where.push(`${STATUS} <> 'O'`);
  const isCount = slots.some((slot) => slot.column === column && slot.counted);
  // Units need no code list; where there is none, nothing says that they count. A year among shares has none at all.
  const hasUnit = schemas.has(UNIT) && schema.fields.some((field) => field.name === UNIT);
  const isExact = isCount && !hasUnit;
  const nil = hasStatus ? [`${STATUS} in ('Z', 'M', 'X')`] : [];
  const none = hasStatus ? `${STATUS} in ('M', 'X')` : 'false';
  const columns = columnsBeside(schema);
  const exactly = [...(hasUnit ? [columns.counted] : []), ...nil];
  const half = `0.5 * 10.0 ** -${columns.decimals}`;
  const parts = [
    ...selected,
    `coalesce(${sqlName(column)}, 0)::double as ${columns.printed}`,
    ...(isExact
      ? []
      : [
          `${exactly.length === 0 ? half : `case when ${exactly.join(' or ')} then 0 else ${half} end`} as ${columns.half}`,
          `${columns.printed} - ${columns.half} as ${columns.low}`,
          `${columns.printed} + ${columns.half} as ${columns.high}`,
        ]),
    `${none} as ${columns.none}`,
  ];
  const from = [
    sqlName(table),
    ...(isExact ? [] : [`join (select cell_id, ${renamed('decimals', columns)} from cell) using (cell_id)`]),
    ...(hasUnit ? [`left join (select unit, ${renamed('counted', columns)} from unit) using (unit)`] : []),
  ];
  const single = `select ${parts.join(', ')} from ${from.join(' ')}${where.length === 0 ? '' : ` where ${where.join(' and ')}`}`;
  if (group === undefined) return { name, table, query: single, keys, columns, isExact };
  const fn = FUNCTIONS[group];
  const { printed, low, high, none: isNone } = columns;
  const ends = isExact ? [printed] : [printed, low, high];
  const names = keys.map(sqlName);
  const grouped = [...names, ...ends.map((end) => `${fn}(${end}) as ${end}`), `false as ${isNone}`];
  const by = names.length === 0 ? '' : ` group by ${names.join(', ')}`;
  return { name, table, query: `select ${grouped.join(', ')} from (${single})${by}`, keys, columns, isExact };
}

function columnsBeside({ name: table, fields }: SqlTable): TermColumns {
  // DuckDB takes the name of a table for the whole of its row.
  const taken = new Set([table, ...fields.map((field) => field.name)]);
  const free = (name: string): string => (taken.has(name) ? free(`${name}_`) : name);
  return {
    printed: free('printed'),
    half: free('half'),
    low: free('low'),
    high: free('high'),
    none: free('none'),
    decimals: free('decimals'),
    counted: free('counted'),
  };
}

/** A column of a table of evidence under its name beside the fields of the term's own table. */
function renamed(name: 'decimals' | 'counted', columns: TermColumns): string {
  return columns[name] === name ? name : `${name} as ${columns[name]}`;
}

/** The column under which a key joins the other terms; none for a key that is fixed or grouped over. */
function freeKey(
  key: string,
  selector: Selector | undefined,
  grouped: boolean,
): { name: string; value: string } | undefined {
  const value = sqlName(key);
  if (selector === undefined) return { name: key, value };
  if (selector.relation === 'previous') return { name: key, value: `${value} + 1` };
  const [code] = selector.codes;
  if (selector.relation === 'is' && code?.startsWith('@')) return { name: code.slice(1), value };
  const isChoice =
    selector.relation === 'is_not' || (selector.relation === 'is' && selector.codes.length > 1);
  return isChoice && !grouped ? { name: key, value } : undefined;
}

function conditionOf(
  key: string,
  { relation, codes }: Selector,
  literal: (key: string, code: string) => string,
): string | undefined {
  const listed = codes.filter((code) => !code.startsWith('@')).map((code) => literal(key, code));
  if (listed.length === 0) return undefined;
  return `${sqlName(key)} ${relation === 'is_not' ? 'not in' : 'in'} (${listed.join(', ')})`;
}
