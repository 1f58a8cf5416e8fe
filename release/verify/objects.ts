import type { PrintedRow } from '../../pipeline/command-line/copy/csv-rows.ts';
import type { Finding } from '../../pipeline/page/finding.ts';
import { PUBLISHED, type Reader } from './database.ts';

/** What a DuckDB file holds besides rows: each object by kind and name, and all that defines and describes it. */
export type Objects = ReadonlyMap<string, string>;

/**
 * The functions of DuckDB that list what a file holds. They are named in full: a file may define one of the same name,
 * which would answer what the file wants. Whatever is not of DuckDB itself is listed, whether we would ever make it or
 * not.
 */
const LISTS = [
  ['table', 'duckdb_tables', ['schema_name', 'table_name'], ['sql', 'comment', 'tags']],
  ['view', 'duckdb_views', ['schema_name', 'view_name'], ['sql', 'comment', 'tags']],
  ['column', 'duckdb_columns', ['schema_name', 'table_name', 'column_name'], ['comment']],
  ['index', 'duckdb_indexes', ['schema_name', 'table_name', 'index_name'], ['sql', 'comment', 'tags']],
  ['sequence', 'duckdb_sequences', ['schema_name', 'sequence_name'], ['sql']],
  ['type', 'duckdb_types', ['schema_name', 'type_name'], ['logical_type']],
  ['macro', 'duckdb_functions', ['schema_name', 'function_name'], ['macro_definition', 'parameters']],
  ['schema', 'duckdb_schemas', ['schema_name'], ['sql', 'comment', 'tags']],
] as const;

/** Lists with a column that tells what is DuckDB's own. */
const TELLS_OWN: ReadonlySet<string> = new Set(['view', 'column', 'type', 'macro', 'schema', 'table']);

/** Reads what an attached file holds, without running anything of it. Throws what DuckDB says of a damaged one. */
export async function objectsOf({ rowsOf }: Reader, name = PUBLISHED): Promise<Objects> {
  const objects = new Map<string, string>();
  for (const [kind, list, names, columns] of LISTS) {
    const wanted = [...names, ...columns].map((column) => `"${column}"::varchar as "${column}"`).join(', ');
    const own = TELLS_OWN.has(kind) ? ' and not internal' : '';
    const query = `select ${wanted} from system.main.${list}() where database_name = '${name}'${own}`;
    for (const row of await rowsOf(query)) {
      const key = `${kind} ${nameOf(row, names)}`;
      // Two macros may have one name and differ in what they take.
      objects.set(key, `${objects.get(key) ?? ''}${columns.map((column) => row[column] ?? '').join('\n')}`);
    }
  }
  return objects;
}

/** Everything lies in the schema `main`, which is not named; anything elsewhere is. */
function nameOf(row: PrintedRow, names: readonly string[]): string {
  const [schema = '', ...rest] = names.map((name) => row[name] ?? '');
  return (schema === 'main' && rest.length > 0 ? rest : [schema, ...rest]).join('.');
}

/**
 * Holds what a file holds against the tables that its description names: each is a table and no view, which could
 * give one answer to whoever checks and another to whoever uses it, and nothing else is there but views.
 */
export function strangeObjects(
  file: string,
  objects: Objects,
  tables: readonly string[],
): readonly Finding[] {
  const wrong = (table: string, expected: string, found: string): Finding => {
    return { kind: 'file', place: { file, table }, expected, found };
  };
  const missing = tables
    .filter((name) => !objects.has(`table ${name}`))
    .map((name) => wrong(name, 'a table', objects.has(`view ${name}`) ? 'a view' : 'none'));
  const known = new Set(tables);
  const strange = [...objects.keys()].flatMap((key) => {
    const [kind = '', ...words] = key.split(' ');
    const name = words.join(' ');
    if (kind === 'column' || kind === 'view') return [];
    if (kind === 'table' && known.has(name)) return [];
    return [wrong(name, 'no more than the described tables and their views', `the ${key}`)];
  });
  return [...missing, ...strange];
}

/** Holds the objects of a copy's file against those of the file that this program makes. */
export function objectDifferences(file: string, found: Objects, expected: Objects): readonly Finding[] {
  const keys = [...new Set([...expected.keys(), ...found.keys()])].sort();
  return keys.flatMap((key): Finding[] => {
    const [ours, theirs] = [expected.get(key), found.get(key)];
    if (ours === theirs) return [];
    const says =
      ours === undefined
        ? 'no object that this program does not make'
        : `the ${key} as this program makes it`;
    const other = ours !== undefined && theirs !== undefined;
    const finds = other
      ? `another: ${difference(ours, theirs)}`
      : theirs === undefined
        ? 'none'
        : `the ${key}`;
    return [{ kind: 'file', place: { file }, expected: says, found: finds }];
  });
}

/** The first place where two texts part, with a little of each. */
export function difference(ours: string, theirs: string): string {
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at += 1;
  const from = Math.max(0, at - 20);
  const some = (text: string): string => JSON.stringify(text.slice(from, at + 40));
  return `${some(theirs)} for ${some(ours)}`;
}
