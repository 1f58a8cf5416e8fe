import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { publish } from '../../pipeline/publish/publish.ts';
import { emptyFolder, makeFolder, removeFolder } from './folder.ts';
import { CAUTION, rainfall } from './rainfall.ts';
import { type Cells, query } from './readers.ts';

let file = '';
const ask = (sql: string): Promise<Cells> => query(file, sql);

beforeAll(async () => {
  const folder = makeFolder();
  await publish(rainfall(), join(folder, 'output'));
  file = join(folder, 'output', 'rain-1.duckdb');
  return () => removeFolder(folder);
});

test('every table has its primary key', async () => {
  const keys = await ask(
    "select table_name as t, constraint_text as key from duckdb_constraints() where constraint_type = 'PRIMARY KEY' order by t",
  );
  expect(keys.map(({ t, key }) => `${t}: ${key}`)).toEqual([
    'cell: PRIMARY KEY(cell_id)',
    'chapter: PRIMARY KEY(chapter)',
    'nothing: PRIMARY KEY(id)',
    'obs_status: PRIMARY KEY(obs_status)',
    'place: PRIMARY KEY(place)',
    'shower: PRIMARY KEY(place, "year")',
    'storms: PRIMARY KEY("year")',
  ]);
});

test('foreign keys are declared, but for those of a table to itself', async () => {
  const keys = await ask(
    "select table_name as t, constraint_text as key from duckdb_constraints() where constraint_type = 'FOREIGN KEY' order by t, key",
  );
  expect(keys.map(({ t, key }) => `${t}: ${key}`)).toEqual([
    'shower: FOREIGN KEY (cell_id) REFERENCES cell(cell_id)',
    'shower: FOREIGN KEY (obs_status) REFERENCES obs_status(obs_status)',
    'shower: FOREIGN KEY (place) REFERENCES place(place)',
    'storms: FOREIGN KEY (cell_id) REFERENCES cell(cell_id)',
    'storms: FOREIGN KEY (obs_status) REFERENCES obs_status(obs_status)',
  ]);
});

test('types, required columns and comments are those of the schema', async () => {
  const columns = await ask(
    "select column_name as c, data_type as type, is_nullable as empty, comment from duckdb_columns() where table_name = 'shower' order by column_index",
  );
  expect(columns.map(({ c, type, empty }) => `${c} ${type} ${empty}`)).toEqual([
    'place VARCHAR false',
    'year INTEGER false',
    'mm DECIMAL(18,4) true',
    'obs_status VARCHAR false',
    'notes VARCHAR true',
    'cell_id VARCHAR false',
  ]);
  expect(columns[2]?.comment).toBe('The mm. What "mm" says; it\'s a number. Unit: millimetres.');
  const types = await ask(
    "select data_type as type from duckdb_columns() where table_name = 'cell' order by column_index",
  );
  expect(types.map(({ type }) => type)).toEqual(['VARCHAR', 'VARCHAR', 'BOOLEAN', 'BIGINT']);
  const tables = await ask("select comment from duckdb_tables() where table_name = 'shower'");
  expect(tables[0]?.comment).toBe(`Table shower. Rows of shower. ${CAUTION}`);
});

test('the views of the publication work and are described', async () => {
  expect(await ask('select place from wet order by place')).toEqual([
    { place: 'A' },
    { place: 'B' },
    { place: '_T' },
  ]);
  const views = await ask('select view_name as v, comment from duckdb_views() where not internal order by v');
  expect(views.map(({ v }) => v)).toEqual(['wet']);
  expect(views[0]?.comment).toBe("Where it's wet");
});

test('a table that points at itself is loaded in key order, children before parents too', async () => {
  expect(await ask('select * from chapter')).toEqual([
    { chapter: 'a', parent: 'z' },
    { chapter: 'z', parent: null },
  ]);
});

test('is one compact file without a write-ahead log', () => {
  expect(existsSync(`${file}.wal`)).toBe(false);
  expect(statSync(file).size).toBeLessThan(1_000_000);
});

test('a view that DuckDB does not understand is refused by its name', async () => {
  const views = [{ name: 'odd', comment: '', query: 'select x from nowhere' }];
  await expect(publish({ ...rainfall(), views }, join(emptyFolder(), 'output'))).rejects.toThrow(
    /table odd\n {2}expected a view whose query DuckDB understands, found Catalog Error/,
  );
});
