import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { TableSchema } from '../pipeline/validate/table-schema.ts';

/**
 * The floor of a build: a process that opens DuckDB and writes the rows of the committed output to the same
 * files from memory. It reads, checks and proves nothing; a build cannot be quicker.
 */
const [out = ''] = process.argv.slice(2);
const OUTPUT = 'output';

const schemas = readdirSync('schemas').map(
  (name): TableSchema => JSON.parse(readFileSync(join('schemas', name), 'utf8')),
);
const published = schemas.filter(({ name }) => readdirSync(join(OUTPUT, 'json')).includes(`${name}.json`));
const files = readdirSync(OUTPUT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(duckdb|parquet)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: path.slice(OUTPUT.length + 1), bytes: readFileSync(path) }));

rmSync(out, { recursive: true, force: true });
for (const folder of new Set([...files.map(({ path }) => dirname(path)), 'parquet'])) {
  mkdirSync(join(out, folder), { recursive: true });
}
const instance = await DuckDBInstance.create(join(out, 'floor.duckdb'));
const connection = await instance.connect();
const TYPES = { string: 'varchar', integer: 'bigint', boolean: 'boolean' } as const;
for (const { name, fields } of published) {
  const typeOf = ({ type, scale = 0 }: TableSchema['fields'][number]): string =>
    type === 'number' ? `decimal(18, ${scale})` : TYPES[type];
  await connection.run(
    `create table "${name}" (${fields.map((field) => `"${field.name}" ${typeOf(field)}`).join(', ')})`,
  );
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
connection.closeSync();
instance.closeSync();
for (const { path, bytes } of files) writeFileSync(join(out, path), bytes);
