import type { Slot } from '../document/plan.ts';
import type { View } from '../publish/publication.ts';
import type { TableSchema } from '../validate/table-schema.ts';
import type { Vocabulary } from './binding.ts';
import type { IdentityLayout } from './instance.ts';
import { type Expression, readStatement, type Selector, type Statement, type Term } from './language.ts';

/** An expression as SQL: what the printed digits give, and the ends of the interval they stand for. */
interface Sql {
  readonly printed: string;
  readonly low: string;
  readonly high: string;
}

/** A term as a common table expression: its free keys and `printed`, `low`, `high`, `nil`. */
interface TermTable {
  readonly name: string;
  readonly table: string;
  readonly query: string;
  readonly keys: readonly string[];
}

type Schemas = ReadonlyMap<string, TableSchema>;

const STATUS = 'obs_status';

/**
 * An identity as a view that a user can run and read: one row for each choice of its free keys, with both
 * sides, their difference and the verdict, computed from the published tables alone. Every printed value
 * stands for half its last digit to either side, as `cell.decimals` tells.
 */
export function identityView(identity: IdentityLayout, vocabulary: Vocabulary, schemas: Schemas): View {
  const statement = readStatement(identity.says);
  const terms: TermTable[] = [];
  const sql = (expression: Expression): Sql => expressionSql(expression, terms, vocabulary, schemas);
  const left = sql(statement.left);
  const sides =
    statement.relation === 'between' ? [sql(statement.low), sql(statement.high)] : [sql(statement.right)];
  const [first, ...others] = terms;
  if (first === undefined) throw new Error(`identity ${identity.id} names no printed value`);
  const joins = others.map(({ name, keys }) => {
    const shared = keys.filter((key) => first.keys.includes(key));
    return shared.length === 0 ? `cross join ${name}` : `join ${name} using (${shared.join(', ')})`;
  });
  const query = [
    `with ${terms.map(({ name, query }) => `${name} as (${query})`).join(',\n')},`,
    `sides as (select ${first.keys.map((key) => `${key}, `).join('')}${sideColumns(statement, left, sides)}`,
    `from ${[first.name, ...joins].join(' ')}${nilFilter(statement, terms)})`,
    `select '${identity.id}' as identity, ${first.keys.map((key) => `${key}, `).join('')}left_value, right_value,`,
    `left_value - right_value as difference, ${verdictSql(statement)} as verdict from sides`,
  ].join('\n');
  const reads = [...new Set(terms.map(({ table }) => table))];
  return { name: `check_${identity.id}`, comment: `${identity.says}. ${identity.because}`, query, reads };
}

function sideColumns({ relation }: Statement, left: Sql, sides: readonly Sql[]): string {
  const columns = [`${left.printed} as left_value`, `${left.low} as left_low`, `${left.high} as left_high`];
  const [first, second] = sides;
  if (first === undefined) throw new Error('an identity has a right side');
  if (relation !== 'between' || second === undefined) {
    return [
      ...columns,
      `${first.printed} as right_value`,
      `${first.low} as right_low`,
      `${first.high} as right_high`,
    ].join(', ');
  }
  const least = (part: keyof Sql): string => `least(${first[part]}, ${second[part]})`;
  const greatest = (part: keyof Sql): string => `greatest(${first[part]}, ${second[part]})`;
  const nearest = `case when ${least('printed')} - ${left.printed} > ${left.printed} - ${greatest('printed')} then ${least('printed')} else ${greatest('printed')} end`;
  return [
    ...columns,
    `${nearest} as right_value`,
    `${least('low')} as right_low`,
    `${greatest('high')} as right_high`,
    `${least('printed')} as least_value`,
    `${greatest('printed')} as greatest_value`,
  ].join(', ');
}

/** A bound says nothing where one of its single values is nil: a city has no rural areas. */
function nilFilter({ relation }: Statement, terms: readonly TermTable[]): string {
  return relation === 'between' ? ` where not (${terms.map(({ name }) => `${name}.nil`).join(' or ')})` : '';
}

function verdictSql({ relation }: Statement): string {
  const slack = '1e-12 * greatest(1, abs(left_value), abs(right_value))';
  const near = `left_high >= right_low - ${slack} and left_low <= right_high + ${slack}`;
  const holds = {
    '=': `abs(left_value - right_value) <= (left_high - left_low) / 2 + ${slack}`,
    '<=': `left_value <= right_value + ${slack}`,
    '>=': `left_value >= right_value - ${slack}`,
    between: `left_value >= least_value - ${slack} and left_value <= greatest_value + ${slack}`,
  }[relation];
  const rounding = {
    '=': near,
    '<=': `left_low <= right_high + ${slack}`,
    '>=': `left_high >= right_low - ${slack}`,
    between: near,
  }[relation];
  return `case when ${holds} then 'holds' when ${rounding} then 'rounding' else 'broken' end`;
}

function expressionSql(
  expression: Expression,
  terms: TermTable[],
  vocabulary: Vocabulary,
  schemas: Schemas,
): Sql {
  if (expression.kind === 'number') {
    const number = `${expression.value}::double`;
    return { printed: number, low: number, high: number };
  }
  if (expression.kind === 'binary') {
    const left = expressionSql(expression.left, terms, vocabulary, schemas);
    const right = expressionSql(expression.right, terms, vocabulary, schemas);
    return combined(expression.operator, left, right);
  }
  const [term, group] =
    expression.kind === 'term' ? [expression, undefined] : [expression.term, expression.kind];
  const table = termTable(`t${terms.length + 1}`, term, group, vocabulary, schemas);
  terms.push(table);
  return { printed: `${table.name}.printed`, low: `${table.name}.low`, high: `${table.name}.high` };
}

function combined(operator: '+' | '-' | '*' | '/', left: Sql, right: Sql): Sql {
  const printed = `(${left.printed} ${operator} ${right.printed})`;
  if (operator === '+')
    return { printed, low: `(${left.low} + ${right.low})`, high: `(${left.high} + ${right.high})` };
  if (operator === '-')
    return { printed, low: `(${left.low} - ${right.high})`, high: `(${left.high} - ${right.low})` };
  const corners = [left.low, left.high].flatMap((a) =>
    [right.low, right.high].map((b) => `${a} ${operator} ${b}`),
  );
  return { printed, low: `least(${corners.join(', ')})`, high: `greatest(${corners.join(', ')})` };
}

const GROUP = { sum: 'sum', greatest: 'max', least: 'min' } as const;

function termTable(
  name: string,
  term: Term,
  group: keyof typeof GROUP | undefined,
  { tables, codes }: Vocabulary,
  schemas: Schemas,
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
    schema.fields.find((field) => field.name === key)?.type === 'integer' ? code : `'${code}'`;
  const keys: string[] = [];
  const selected: string[] = [];
  const where: string[] = [];
  for (const key of schema.primaryKey) {
    const selector = selectors.get(key);
    const free = freeKey(key, selector, group !== undefined);
    if (free !== undefined) {
      keys.push(free.name);
      selected.push(`${free.value} as ${free.name}`);
    }
    const condition = selector === undefined ? undefined : conditionOf(key, selector, literal);
    if (condition !== undefined) where.push(condition);
  }
  const hasStatus = schema.fields.some((field) => field.name === STATUS);
  if (hasStatus) where.push(`${STATUS} <> 'O'`);
  const nil = hasStatus ? `${STATUS} in ('Z', 'X')` : 'false';
  const value = `coalesce(${column}, 0)::double`;
  const exact = exactSql(column, schema, slots);
  const half = `case when ${nil} or ${exact} then 0 else 0.5 * 10.0 ** -decimals end`;
  const parts = [
    `${value} as printed`,
    `${value} - ${half} as low`,
    `${value} + ${half} as high`,
    `${nil} as nil`,
  ];
  const single = `select ${[...selected, ...parts].join(', ')} from ${table} join (select cell_id, decimals from cell) using (cell_id)${where.length === 0 ? '' : ` where ${where.join(' and ')}`}`;
  if (group === undefined) return { name, table, query: single, keys };
  const fn = GROUP[group];
  const grouped = [
    ...keys,
    `${fn}(printed) as printed`,
    `${fn}(low) as low`,
    `${fn}(high) as high`,
    'false as nil',
  ];
  const by = keys.length === 0 ? '' : ` group by ${keys.join(', ')}`;
  return {
    name,
    table,
    query: `select ${grouped.join(', ')} from (${single})${by}`,
    keys,
  };
}

/** Whether a value is a count: told by the unit of its row, or the same for the whole column. */
function exactSql(column: string, schema: TableSchema, slots: readonly Slot[]): string {
  if (schema.fields.some(({ name }) => name === 'unit'))
    return 'unit in (select unit from unit where counted)';
  return String(slots.some((slot) => slot.column === column && slot.counted));
}

/** The column under which a key joins the other terms; none for a key that is fixed or grouped over. */
function freeKey(
  key: string,
  selector: Selector | undefined,
  grouped: boolean,
): { name: string; value: string } | undefined {
  if (selector === undefined) return { name: key, value: key };
  if (selector.relation === 'previous') return { name: key, value: `${key} + 1` };
  const [code] = selector.codes;
  if (selector.relation === 'is' && code?.startsWith('@')) return { name: code.slice(1), value: key };
  const isChoice =
    selector.relation === 'is_not' || (selector.relation === 'is' && selector.codes.length > 1);
  return isChoice && !grouped ? { name: key, value: key } : undefined;
}

function conditionOf(
  key: string,
  { relation, codes }: Selector,
  literal: (key: string, code: string) => string,
): string | undefined {
  const listed = codes.filter((code) => !code.startsWith('@')).map((code) => literal(key, code));
  if (listed.length === 0) return undefined;
  return `${key} ${relation === 'is_not' ? 'not in' : 'in'} (${listed.join(', ')})`;
}
