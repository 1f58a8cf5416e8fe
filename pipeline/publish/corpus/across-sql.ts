import type { AcrossCheck, CheckedTable, Revision } from '../../template/corpus/declaration.ts';
import { identifier, literal } from '../duckdb/sql.ts';
import { partitionsOf } from './layout.ts';
import type { CorpusTable } from './verify.ts';

/** Columns of what a check between documents comes to, in their order, with DuckDB's types. */
export const ACROSS_COLUMNS = {
  check_id: 'varchar',
  kind: 'varchar',
  description: 'varchar',
  codes: 'varchar',
  left_document: 'varchar',
  right_document: 'varchar',
  left_value: 'varchar',
  right_value: 'varchar',
  difference: 'double',
  tolerance: 'double',
  verdict: 'varchar',
  reason: 'varchar',
  left_cell: 'varchar',
  right_cell: 'varchar',
} as const;

/** Doubles carry 15 digits. */
const RELATIVE_ERROR = 1e-12;

/**
 * The query of a check that documents print one number for one thing. Of each thing every document is held against the
 * last one before it that prints it. Two that are printed with as many decimals must be equal; where one has fewer, the
 * other must be able to round to it. What is otherwise is a revision where the earlier one is marked as provisional, or
 * where somebody declared it; and else it is broken: one of them is an error, or an undeclared revision.
 *
 * `documents` is a relation of the documents with their `position` from the earliest to the latest.
 */
export function sameSql(
  check: AcrossCheck,
  revisions: readonly (Revision & { readonly at: number })[],
  tables: ReadonlyMap<string, CorpusTable>,
): string {
  const keys = check.keys.map(identifier);
  const printed = check.tables
    .map((each) => printedSql(each, check, tables))
    .join('\n  union all by name\n  ');
  const before = (column: string): string => `lag(${column}) over things as before_${column}`;
  const isApart = `abs(value - before_value) > ${RELATIVE_ERROR} * greatest(1, abs(value), abs(before_value))`;
  const tolerance = 'case when half = before_half then 0 else half + before_half end';
  const known = revisions.map((revision) => `when ${revisedSql(revision)} then ${literal(revision.because)}`);
  return `with printed as (
  ${printed}
), pairs as (
  select *, ${['document', 'value', 'half', 'shown', 'obs_status', 'cell_id'].map(before).join(', ')}
  from printed
  window things as (partition by ${keys.join(', ')} order by position)
), compared as (
  select *, ${tolerance} as tolerance,
    case when not (${isApart}) then 'holds'
      when abs(value - before_value) <= (${tolerance}) * (1 + ${RELATIVE_ERROR}) then 'rounding'
      else 'apart' end as found
  from pairs where before_document is not null
), explained as (
  select *, case when found <> 'apart' then null
    ${[...known, "when before_obs_status = 'P' then 'marked as provisional before'"].join('\n    ')}
    end as reason
  from compared
)
select ${literal(`${check.id}:`)} || ${named(keys)} || '@' || document as check_id, 'equality' as kind,
  ${literal(check.because)} as description, ${codesSql(check.keys)} as codes,
  before_document as left_document, document as right_document,
  before_shown as left_value, shown as right_value,
  round(before_value - value, 6) as difference, tolerance,
  case when found <> 'apart' then found when reason is null then 'broken' else 'revised' end as verdict,
  reason, before_cell_id as left_cell, cell_id as right_cell
from explained`;
}

/**
 * The query of a check that a series goes on: in the next document that has the table, its first year is at most a step
 * behind the last one of the document before, and a series that one prints the next prints too.
 */
export function continuesSql(check: AcrossCheck, tables: ReadonlyMap<string, CorpusTable>): string {
  const keys = check.keys.map(identifier);
  const step = check.step ?? 1;
  const printed = check.tables
    .map((each) => printedSql(each, check, tables))
    .join('\n  union all by name\n  ');
  const same = check.keys.map((key) => `next.${identifier(key)} = own.${identifier(key)}`).join(' and ');
  return `with printed as (
  ${printed}
), spans as (
  select ${keys.join(', ')}, document, position, min(value)::bigint as first_year, max(value)::bigint as last_year,
    arg_min(cell_id, value) as first_cell, arg_max(cell_id, value) as last_cell
  from printed group by all
), followed as (
  select *, lead(document) over (order by position) as next_document
  from (select distinct document, position from printed)
), pairs as (
  select own.*, next_document, next.first_year as next_year, next.first_cell as next_cell
  from spans own join followed using (document, position)
    left join spans next on next.document = next_document and ${same}
  where next_document is not null
)
select ${literal(`${check.id}:`)} || ${named(keys)} || '@' || next_document as check_id, 'continuity' as kind,
  ${literal(check.because)} as description, ${codesSql(check.keys)} as codes,
  document as left_document, next_document as right_document,
  last_year::varchar as left_value, next_year::varchar as right_value,
  (next_year - last_year)::double as difference, ${step}::double as tolerance,
  case when next_year - last_year <= ${step} then 'holds' else 'broken' end as verdict,
  case when next_year is null then 'the next document has not the series' end as reason,
  last_cell as left_cell, next_cell as right_cell
from pairs`;
}

/** What one table prints of the things of a check. */
function printedSql(
  { table, columns = {}, times = 1 }: CheckedTable,
  { keys, value }: AcrossCheck,
  tables: ReadonlyMap<string, CorpusTable>,
): string {
  const own = tables.get(table);
  const fields = new Map(
    (own?.schemas ?? []).flatMap(({ fields: all }) => all.map((field) => [field.name, field])),
  );
  const column = (name: string): string => identifier(columns[name] ?? name);
  const optional = (name: string): string => (fields.has(name) ? `t.${identifier(name)}` : 'null::varchar');
  const field = fields.get(columns[value] ?? value);
  const isExact = field?.type === 'integer';
  const cell = tables.get('cell');
  const decimals = isExact || cell === undefined ? undefined : 'c.decimals';
  const join =
    decimals === undefined || !fields.has('cell_id')
      ? ''
      : ` left join ${partitionsOf('cell', cell?.schemas.length === 1)} c on c.document = t.document and c.cell_id = t.cell_id`;
  const printed = join === '' ? 'null::bigint' : 'c.decimals';
  // A count is exact, and so is a nil: no unrounded number hides behind it.
  const half = isExact
    ? '0::double'
    : `case when ${optional('obs_status')} = 'Z' then 0::double else ${times} * 0.5 * pow(10, -coalesce(${printed}, ${field?.scale ?? 0})) end`;
  return `select t.document, d.position, ${keys.map((key) => `t.${column(key)}::varchar as ${identifier(key)}`).join(', ')},
    t.${column(value)}::double * ${times} as value, t.${column(value)}::varchar as shown, ${half} as half,
    ${optional('obs_status')} as obs_status, ${optional('cell_id')} as cell_id
  from ${partitionsOf(table, own?.schemas.length === 1)} t join documents d using (document)${join}
  where t.${column(value)} is not null`;
}

function revisedSql({ document, where = {} }: Revision): string {
  const conditions = Object.entries(where).map(
    ([key, codes]) => `${identifier(key)} in (${codes.map((code) => literal(String(code))).join(', ')})`,
  );
  return [`document = ${literal(document)}`, ...conditions].join(' and ');
}

function named(keys: readonly string[]): string {
  return keys.join(" || '.' || ");
}

/** `orchard=north year=1902` */
function codesSql(keys: readonly string[]): string {
  return keys.map((key) => `${literal(`${key}=`)} || ${identifier(key)}`).join(" || ' ' || ");
}
