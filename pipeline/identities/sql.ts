import type { Vocabulary } from './binding.ts';
import type { IdentityLayout } from './instance.ts';
import { type Expression, LanguageFault, readStatement, type Statement } from './language.ts';
import { sqlName, sqlText } from './sql-name.ts';
import { type SqlTable, type TermTable, termTable } from './sql-term.ts';

/** A view of the published database. */
export interface View {
  readonly name: string;
  readonly comment: string;
  /** The query, without `create view`. */
  readonly query: string;
  /** The tables that it reads. */
  readonly reads?: readonly string[];
}

/** An expression as SQL: what the printed digits give, and the ends of the interval they stand for. */
interface Sql {
  readonly printed: string;
  readonly low: string;
  readonly high: string;
}

/** What the columns of such a view and of its two sides are called, beside its keys. */
const COLUMNS: ReadonlySet<string> = new Set([
  'identity',
  ...['left', 'right'].flatMap((side) => [`${side}_value`, `${side}_low`, `${side}_high`]),
  'least_value',
  'greatest_value',
  'slack',
  'difference',
  'verdict',
]);

type Schemas = ReadonlyMap<string, SqlTable>;

/** What arithmetic in binary fractions may add or take away. */
const SLACK = '1e-12 * greatest(1, abs(left_value), abs(right_value))';

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
    return shared.length === 0
      ? `cross join ${name}`
      : `join ${name} using (${shared.map(sqlName).join(', ')})`;
  });
  const taken = first.keys.find((key) => COLUMNS.has(key));
  if (taken !== undefined) {
    const expected = 'keys that are called otherwise than the columns of every check';
    throw new LanguageFault(expected, `the key "${taken}"`);
  }
  const keys = first.keys.map((key) => `${sqlName(key)}, `).join('');
  const query = [
    `with ${terms.map(({ name, query }) => `${name} as (${query})`).join(',\n')},`,
    `sides as (select ${keys}${sideColumns(statement, left, sides)}, ${SLACK} as slack`,
    `from ${[first.name, ...joins].join(' ')}${noneFilter(statement, terms)})`,
    `select ${sqlText(identity.id)} as identity, ${keys}left_value, right_value,`,
    `left_value - right_value as difference,`,
    `${verdictSql(statement)} as verdict`,
    'from sides',
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

/** A bound says nothing where one of its single values can have none: a city has no rural areas. */
function noneFilter({ relation }: Statement, terms: readonly TermTable[]): string {
  return relation === 'between'
    ? ` where not (${terms.map(({ name, columns }) => `${name}.${columns.none}`).join(' or ')})`
    : '';
}

function verdictSql({ relation }: Statement): string {
  const near = 'left_high >= right_low - slack and left_low <= right_high + slack';
  const holds = {
    '=': 'abs(left_value - right_value) <= (left_high - left_low) / 2 + slack',
    '<=': 'left_value <= right_value + slack',
    '>=': 'left_value >= right_value - slack',
    '<': 'left_value < right_value - slack',
    '>': 'left_value > right_value + slack',
    between: 'left_value >= least_value - slack and left_value <= greatest_value + slack',
  }[relation];
  const rounding = {
    '=': near,
    '<=': 'left_low <= right_high + slack',
    '>=': 'left_high >= right_low - slack',
    '<': 'left_low < right_value - slack',
    '>': 'left_high > right_value + slack',
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
  const table = termTable(nameBeside(`t${terms.length + 1}`, schemas), term, group, vocabulary, schemas);
  terms.push(table);
  const { columns } = table;
  const printed = `${table.name}.${columns.printed}`;
  if (table.isExact) return { printed, low: printed, high: printed };
  return { printed, low: `${table.name}.${columns.low}`, high: `${table.name}.${columns.high}` };
}

/** A name that no table has. */
function nameBeside(name: string, schemas: Schemas): string {
  return schemas.has(name) ? nameBeside(`${name}_`, schemas) : name;
}

/** Where both sides are exact, so is what they give, and is written once. */
function combined(operator: '+' | '-' | '*' | '/', left: Sql, right: Sql): Sql {
  const printed = `(${left.printed} ${operator} ${right.printed})`;
  if (operator === '+')
    return { printed, low: `(${left.low} + ${right.low})`, high: `(${left.high} + ${right.high})` };
  if (operator === '-')
    return { printed, low: `(${left.low} - ${right.high})`, high: `(${left.high} - ${right.low})` };
  const corners = endsOf(left).flatMap((a) => endsOf(right).map((b) => `${a} ${operator} ${b}`));
  if (corners.length === 1) return { printed, low: printed, high: printed };
  return { printed, low: `least(${corners.join(', ')})`, high: `greatest(${corners.join(', ')})` };
}

function endsOf({ low, high }: Sql): readonly string[] {
  return low === high ? [low] : [low, high];
}
