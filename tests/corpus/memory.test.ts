import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { corpusPackage } from '../../pipeline/publish/corpus/corpus-package.ts';
import { partitionPath, partitionsOf } from '../../pipeline/publish/corpus/layout.ts';
import { closeDatabase, giverBack, openDatabase } from '../../pipeline/publish/duckdb/database.ts';
import { literal } from '../../pipeline/publish/duckdb/sql.ts';
import type { TableSchema } from '../../pipeline/template/schema/table-schema.ts';
import { makeFolder, removeFolder } from '../publish/folder.ts';

const FACTS = {
  documents: 20_000,
  published: 20_000,
  refused: 0,
  findings: 0,
  identities: 0,
  isOfToday: true,
  names: new Set<string>(),
};

const folder = makeFolder();
afterAll(() => removeFolder(folder));

test('of partitions that DuckDB has read it keeps nothing, and may take as much after it gave back', async () => {
  const database = await openDatabase();
  const { connection } = database;
  const first = async (query: string): Promise<unknown> =>
    (await connection.runAndReadAll(query)).getRowsJson()[0]?.[0];
  await connection.run(`set file_search_path = ${literal(folder)}`);
  for (const document of ['a', 'b']) {
    const path = join(folder, partitionPath('rain', document));
    mkdirSync(dirname(path), { recursive: true });
    await connection.run(`copy (select range as mm from range(9)) to ${literal(path)} (format parquet)`);
  }
  const giveBack = await giverBack(database);
  await giveBack();
  const limit = await first("select current_setting('memory_limit')");
  expect(await first(`select sum(mm) from ${partitionsOf('rain', true)}`)).toBe('72');
  expect(await first('select sum(memory_usage_bytes)::int from duckdb_memory()')).toBe(0);
  await giveBack();
  expect(await first("select current_setting('memory_limit')")).toBe(limit);
  closeDatabase(database);
});

test('of a table with too many partitions to be named the package tells how many, and the pattern of their paths', () => {
  const schema: TableSchema = {
    name: 'rain',
    kind: 'evidence',
    title: 'Rain',
    description: 'Rain.',
    primaryKey: ['mm'],
    fields: [],
  };
  const table = { name: 'rain', schemas: [schema], rows: 9, files: 20_000 };
  const said = (paths: readonly string[] | undefined): unknown =>
    JSON.parse(corpusPackage({ ...FACTS, tables: [{ ...table, paths }] }, { title: 'Rain' }, [], []));
  const partitions = [{ table: 'rain', path: 'data/rain/document=*/part.parquet', rows: 9, files: 20_000 }];
  expect(said(undefined)).toMatchObject({ partitions, resources: [] });
  expect(said(['a', 'b'])).toMatchObject({ partitions, resources: [{ name: 'rain', path: ['a', 'b'] }] });
});
