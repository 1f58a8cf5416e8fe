import { identifier, literal } from '../duckdb/sql.ts';
import { DATA, PARTITION } from './layout.ts';

/**
 * What reads all partitions of a table as one. The paths are relative to the folder of the corpus, so that it can be moved:
 * DuckDB looks for them where it is run, or where `file_search_path` says. Without a type for the name of the document it
 * would take `2017` for a number.
 */
export function partitionsOf(table: string, isDeclaredAlike: boolean): string {
  const paths = literal(`${DATA}/${table}/*/part.parquet`);
  const byName = isDeclaredAlike ? '' : ', union_by_name = true';
  return `read_parquet(${paths}, hive_partitioning = true, hive_types = {${literal(PARTITION)}: varchar}${byName})`;
}

/** The statement that makes a view. */
export function viewOf(name: string, query: string): string {
  return `create view ${identifier(name)} as ${query}`;
}
