import { describe, expect, it } from 'vitest';
import { SourceFault } from '../../pipeline/page/finding.ts';
import { define } from '../../pipeline/publish/duckdb/definition.ts';
import {
  defined,
  discardDatabase,
  prepareDatabase,
  withDatabase,
} from '../../pipeline/publish/duckdb/prepared.ts';
import { loadOrder } from '../../pipeline/publish/foreign-keys.ts';
import { rainfall } from './rainfall.ts';

const { datasets, views } = rainfall();
const tables = loadOrder(datasets);
const definition = define(tables, views);

describe('a database prepared ahead', () => {
  it('holds the tables, views and comments of the file, and no rows', async () => {
    const database = await prepareDatabase(definition);
    await defined(database);
    const counted = await database.connection.runAndReadAll(
      `select (select count(*) from duckdb_tables() where database_name = 'defined')::int as tables,
              (select count(*) from duckdb_views() where database_name = 'defined' and not internal)::int as views,
              (select sum(estimated_size) from duckdb_tables() where database_name = 'defined')::int as rows`,
    );
    expect(counted.getRowObjectsJS()).toEqual([
      { tables: tables.length, views: definition.views.length, rows: 0 },
    ]);
    await discardDatabase(database);
  });

  it('is used when the tables and views are those that were expected', async () => {
    const prepared = await prepareDatabase(definition);
    expect(
      await withDatabase(define(tables, views), prepared, async (database) => database === prepared),
    ).toBe(true);
    await discardDatabase(prepared);
  });

  it('gives way to another when a table is left out', async () => {
    const prepared = await prepareDatabase(definition);
    const fewer = define(tables.slice(0, 1), []);
    const seen = await withDatabase(fewer, prepared, async (database) => {
      await defined(database);
      return database.definition;
    });
    expect(seen).toEqual(fewer);
    await discardDatabase(prepared);
  });

  it('names the view whose query DuckDB does not understand, and not one after it', async () => {
    const broken = [
      ...views,
      { name: 'wrong', comment: 'Wrong.', query: 'select depth from nowhere' },
      { name: 'worse', comment: 'Worse.', query: 'select from from' },
    ];
    const database = await prepareDatabase(define(tables, broken));
    const fault = await defined(database).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(SourceFault);
    expect(String(fault)).toMatch(
      /table wrong\n {2}expected a view whose query DuckDB understands, found .*nowhere/,
    );
    await discardDatabase(database);
  });

  it('can be given up while DuckDB is still at work', async () => {
    const many = Array.from({ length: 500 }, (_, at) => ({
      name: `view_${at}`,
      comment: 'One of many.',
      query: `select * from ${tables[0]?.schema.name ?? ''}`,
    }));
    const database = await prepareDatabase(define(tables, many));
    await expect(discardDatabase(database)).resolves.toBeUndefined();
  });
});
