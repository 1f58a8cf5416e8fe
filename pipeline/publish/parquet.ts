import { tableMetadata } from './metadata/table-metadata.ts';
import type { Description } from './publication.ts';
import { identifier, literal } from './sql.ts';
import type { Table } from './table.ts';

/**
 * The statement by which DuckDB writes a table as Parquet. The bytes depend on the rows, the metadata and the
 * version of DuckDB (`created_by`), which package.json pins; the one thread and the order in which the rows
 * were loaded see to the rest.
 */
export function copyToParquet({ schema }: Table, path: string, description: Description): string {
  const metadata = tableMetadata(schema, description).map(
    ([name, text]) => `${identifier(name)}: ${literal(text)}`,
  );
  const options = `format parquet, compression zstd, kv_metadata {${metadata.join(', ')}}`;
  return `copy ${identifier(schema.name)} to ${literal(path)} (${options})`;
}
