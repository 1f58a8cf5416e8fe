import { closeDatabase, load, openDatabase } from '../duckdb/database.ts';
import { defineBareTable } from '../duckdb/definition.ts';
import { identifier, literal } from '../duckdb/sql.ts';
import type { Column, Table } from '../table.ts';

/** Writes tables as Parquet files, one after the other. */
export interface PartitionWriter {
  /** Writes a table into a file that is not there yet; `about` is what the file says of itself. */
  readonly write: (table: Table, file: string, about: Readonly<Record<string, string>>) => Promise<void>;
  readonly close: () => void;
}

/**
 * A writer of partitions. It keeps one DuckDB for all of them: to start one takes longer than to write a small document.
 *
 * Every file of a table has the same types, whatever its rows hold, because an engine reads all of them as one table:
 * whole numbers are INT64, decimals DECIMAL(38, scale). DuckDB writes smallest and largest value of each column of each
 * group of at most 122 880 rows, from which an engine knows what it need not read.
 */
export async function partitionWriter(): Promise<PartitionWriter> {
  const database = await openDatabase();
  const { connection } = database;
  const write: PartitionWriter['write'] = async (table, file, about) => {
    const wide = asPartition(table);
    const name = identifier(wide.schema.name);
    const metadata = Object.entries(about).map(([key, text]) => `${identifier(key)}: ${literal(text)}`);
    await connection.run(defineBareTable(wide.schema));
    try {
      await load(database, wide);
      const options = `format parquet, compression zstd, kv_metadata {${metadata.join(', ')}}`;
      await connection.run(`copy ${name} to ${literal(file)} (${options})`);
    } finally {
      await connection.run(`drop table ${name}`);
    }
  };
  return { write, close: () => closeDatabase(database) };
}

/** A table with columns as wide as those of every other document that has it. */
function asPartition(table: Table): Table {
  const columns = table.columns.map((column): Column => {
    switch (column.type) {
      case 'integer':
        return { ...column, field: { ...column.field, wide: true } };
      case 'number':
        return { ...column, field: { ...column.field, wide: true } };
      default:
        return column;
    }
  });
  return { ...table, schema: { ...table.schema, fields: columns.map(({ field }) => field) }, columns };
}
