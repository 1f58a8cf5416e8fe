import type { Field } from '../../template/schema/table-schema.ts';
import { identifier, identifiers, literal } from '../duckdb/sql.ts';
import { partitionsOf } from './layout.ts';
import type { CorpusTable } from './verify.ts';

/** The columns of a table: those of any document. */
export function fieldsOfTable({ schemas }: CorpusTable): readonly Field[] {
  return [...new Map(schemas.flatMap(({ fields }) => fields.map((field) => [field.name, field]))).values()];
}

/**
 * The columns of a dimension. A number in a table that is no code list counts what one document holds, as how often it
 * cites an act: it is left to the table of the document.
 */
export function dimensionFields(table: CorpusTable): readonly Field[] {
  const key = keyOfTable(table);
  const isCodelist = table.schemas.every(({ kind }) => kind === 'codelist');
  return fieldsOfTable(table).filter(
    ({ name, type }) => isCodelist || key.includes(name) || type === 'string' || type === 'boolean',
  );
}

/** The columns by which the rows of a table are told apart, the same in every document. */
export function keyOfTable({ schemas }: CorpusTable): readonly string[] {
  return schemas[0]?.primaryKey ?? [];
}

/**
 * The query of a dimension that documents share: a row for each code, with what the latest document says of it that says
 * anything. The order is that of its codes. A row whose code names nothing beyond its document is left out.
 */
export function dimensionSql(table: CorpusTable): string {
  const key = keyOfTable(table);
  const fields = dimensionFields(table).map(({ name }) => name);
  const columns = fields.map((name) =>
    key.includes(name)
      ? identifier(name)
      : `arg_max(rows.${identifier(name)}, documents.position) as ${identifier(name)}`,
  );
  return `select ${columns.join(', ')}, count(*) as documents
from ${partitionsOf(table.name, table.schemas.length === 1)} rows join documents using (document)
where ${namedSql(table)}
group by ${identifiers(key)} order by ${identifiers(key)}`;
}

/** Where a code stands in a list is a matter of that list: another document lists more of them, or fewer. */
const PLACE_IN_LIST = 'position';

/**
 * The query of what documents say otherwise of a code: texts, numbers and truths that differ from those of the last
 * document before that has any. One code may then mean two things, and the dimension has the later.
 */
export function dimensionFaultsSql(table: CorpusTable): string | undefined {
  const key = keyOfTable(table);
  const said = dimensionFields(table).filter(({ name }) => !key.includes(name) && name !== PLACE_IN_LIST);
  if (said.length === 0) return undefined;
  const codes = key.map((name) => `${literal(`${name}=`)} || ${identifier(name)}`).join(" || ' ' || ");
  const code = key.map((name) => `${identifier(name)}::varchar`).join(" || '.' || ");
  return said
    .map(({ name, type }) => {
      const field = identifier(name);
      const isNumber = type === 'number' || type === 'integer';
      return `select ${literal(`${table.name}.${name}:`)} || ${code} || '@' || document as check_id,
  ${literal(type === 'string' ? 'text' : 'value')} as kind,
  'One code means the same in every document.' as description, ${codes} as codes,
  before_document as left_document, document as right_document,
  before_said::varchar as left_value, ${field}::varchar as right_value,
  ${isNumber ? `round((before_said - ${field})::double, 6)` : 'null::double'} as difference,
  ${isNumber ? '0' : 'null'}::double as tolerance, 'broken' as verdict, null::varchar as reason,
  null::varchar as left_cell, null::varchar as right_cell
from (
  select rows.*, lag(document) over codes as before_document, lag(${field}) over codes as before_said
  from ${partitionsOf(table.name, table.schemas.length === 1)} rows join documents using (document)
  where ${field} is not null and ${namedSql(table)}
  window codes as (partition by ${identifiers(key)} order by documents.position)
) where before_said <> ${field}`;
    })
    .join('\nunion all by name\n');
}

/** Whether the code of a row names the same thing in every document. */
function namedSql({ schemas }: CorpusTable): string {
  const named = [...new Set(schemas.flatMap(({ namedBy = [] }) => namedBy))];
  return named.length === 0 ? 'true' : `coalesce(${identifiers(named)}) is not null`;
}
