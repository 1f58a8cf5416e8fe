import { loadDuckdb } from '../../pipeline/publish/duckdb/duckdb.ts';

/** A column of the published file, as DuckDB knows it. */
export interface RelationColumn {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

/** A table or view of the published file; a check is a view that evaluates one identity. */
export interface Relation {
  readonly name: string;
  readonly kind: 'table' | 'view' | 'check';
  readonly comment: string;
  readonly columns: readonly RelationColumn[];
}

const RELATIONS = `
  select table_name as name, 'table' as kind, coalesce(comment, '') as comment
  from duckdb_tables() where not internal
  union all
  select view_name, if(starts_with(view_name, 'check_'), 'check', 'view'), coalesce(comment, '')
  from duckdb_views() where not internal
  order by name`;

const COLUMNS = `
  select table_name as relation, column_name as name, data_type as type, coalesce(comment, '') as comment
  from duckdb_columns() where not internal order by relation, column_index`;

/** Reads what a DuckDB file holds: its tables and views by name, their columns, and the comments on both. */
export async function readRelations(file: string): Promise<readonly Relation[]> {
  const { DuckDBInstance } = await loadDuckdb();
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  try {
    const connection = await instance.connect();
    const ask = async (sql: string): Promise<readonly Readonly<Record<string, string>>[]> =>
      (await connection.runAndReadAll(sql)).getRowObjects().map(texts);
    const columns = await ask(COLUMNS);
    const relations = await ask(RELATIONS);
    connection.closeSync();
    return relations.map(({ name = '', kind = '', comment = '' }) => ({
      name,
      kind: kind === 'check' || kind === 'view' ? kind : 'table',
      comment,
      columns: columns
        .filter(({ relation }) => relation === name)
        .map(({ name: column = '', type = '', comment: said = '' }) => ({
          name: column,
          type,
          comment: said,
        })),
    }));
  } finally {
    instance.closeSync();
  }
}

function texts(row: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
}
