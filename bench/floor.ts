import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { FILE_OPTIONS } from '../pipeline/publish/duckdb/database.ts';

/**
 * The floor of a build: a process that opens DuckDB and writes the rows of a published output to the same
 * files from memory. It reads, checks and proves nothing; a build cannot be quicker.
 */
const [OUTPUT = '', out = ''] = process.argv.slice(2);

/** As much of `datapackage.json` as tells the columns of each table, and the database. */
interface Described {
  readonly database: { readonly path: string };
  readonly resources: readonly {
    readonly name: string;
    readonly schema?: { readonly fields: readonly { readonly name: string }[] };
  }[];
}
const described: Described = JSON.parse(readFileSync(join(OUTPUT, 'datapackage.json'), 'utf8'));
const files = readdirSync(OUTPUT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(duckdb|parquet)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: path.slice(OUTPUT.length + 1), bytes: readFileSync(path) }));

for (const folder of new Set([...files.map(({ path }) => dirname(path)), 'parquet'])) {
  mkdirSync(join(out, folder), { recursive: true });
}
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(`attach '${join(out, 'floor.duckdb')}' as floor (${FILE_OPTIONS}); use floor; begin`);
// The same keys, comments and views, taken over as they stand.
await connection.run(`attach '${join(OUTPUT, described.database.path)}' as published (read_only)`);
await connection.run('copy from database published to floor (schema)');
const order = await connection.runAndReadAll(
  `select table_name from duckdb_tables() where database_name = 'published' order by table_oid`,
);
for (const [name] of order.getRowsJS()) {
  const fields =
    described.resources.find((each) => each.name === name && each.schema !== undefined)?.schema?.fields ?? [];
  const rows: readonly Record<string, unknown>[] = JSON.parse(
    readFileSync(join(OUTPUT, 'json', `${name}.json`), 'utf8'),
  );
  const text = (value: unknown): string =>
    value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`;
  for (let at = 0; at < rows.length; at += 1000) {
    const tuples = rows
      .slice(at, at + 1000)
      .map((row) => `(${fields.map((field) => text(row[field.name])).join(',')})`);
    await connection.run(`insert into "${name}" values ${tuples.join(',')}`);
  }
  await connection.run(
    `copy "${name}" to '${join(out, 'parquet', `${name}.parquet`)}' (format parquet, compression zstd)`,
  );
}
await connection.run('commit; use memory; detach floor');
connection.closeSync();
instance.closeSync();
for (const { path, bytes } of files) writeFileSync(join(out, path), bytes);
