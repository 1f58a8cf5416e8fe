import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Files, folderFiles } from '../../../release/copy/files.ts';
import { openReader, rowsOf } from '../../../release/verify/database.ts';
import { identityFindings } from '../../../release/verify/identities.ts';
import { verifyCopy } from '../../../release/verify/verify.ts';
import { emptyFolder, makeFolder, removeFolder } from '../../publish/folder.ts';
import { changed, forged, found } from './copies.ts';

const DATABASE = 'kz-icescr-2.duckdb';
let files: Files = new Map();

beforeAll(() => {
  files = folderFiles('output');
});

/** The published copy with its database changed by some statements, and all checksums made right. */
async function withDatabase(...statements: readonly string[]): Promise<Files> {
  const folder = makeFolder();
  onTestFinished(() => removeFolder(folder));
  const file = join(folder, DATABASE);
  writeFileSync(file, files.get(DATABASE) ?? '');
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
  return forged(changed(files, DATABASE, readFileSync(file)));
}

describe('the published output', { timeout: 300_000 }, () => {
  it('verifies, with every check that is published run again', async () => {
    const results: unknown[] = JSON.parse(readFileSync('output/json/check_result.json', 'utf8'));
    const { findings, checks, tables } = await verifyCopy(files, 'output', emptyFolder());
    expect(findings).toEqual([]);
    expect(checks).toBe(results.length);
    expect(tables).toBe([...files.keys()].filter((path) => path.startsWith('csv/')).length);
  });
});

describe('an identity that was tampered with is found out', { timeout: 300_000 }, () => {
  it('by its verdict', async () => {
    const copy = await withDatabase(
      `create or replace view check_headcount_by_area as
       select 'headcount_by_area' as identity, region, year, 0.0 as left_value, 0.0 as right_value,
       0.0 as difference, 'broken' as verdict from poverty_headcount where region = 'KZ' and year = 2010 and area = '_T'`,
    );
    const said = await found(copy);
    const row = `${DATABASE}: table check_result, row headcount_by_area:2010.KZ`;
    expect(said).toContain(
      `${row}, column verdict\n  expected broken as the identity gives it again, found holds`,
    );
    expect(said).toContain(
      `${row}, column left_value\n  expected 0.0 as the identity gives it again, found 1003756.000000`,
    );
    expect(said).toContain(
      `${DATABASE}: table check_result, row headcount_by_area:2010.KZ-AKM\n  expected a view that gives it again, found none`,
    );
  });

  it('by a view that is not there, and one that has no result', async () => {
    const said = await found(
      await withDatabase(
        'drop view check_headcount_by_area',
        `create view check_nothing as select 'nothing' as identity, 1 as left_value, 1 as right_value, 0 as difference, 'holds' as verdict`,
      ),
    );
    expect(said).toContain(
      `${DATABASE}: table check_result, row headcount_by_area:2015.KZ\n  expected a view that gives it again, found none`,
    );
    expect(said).toContain(
      `${DATABASE}: table check_result, row nothing\n  expected the result that check_nothing gives, found none`,
    );
  });

  it('and a view that would read other files may not', async () => {
    const said = await found(
      await withDatabase(
        `create or replace view check_headcount_by_area as select content as verdict from read_text('${join(process.cwd(), 'package.json')}')`,
      ),
    );
    expect(said[0]).toMatch(
      /^kz-icescr-2\.duckdb: table check_headcount_by_area\n {2}expected a query that can be run, found "Permission Error: /,
    );
  });
});

describe('the reader of a database', () => {
  it('ends a query that has no end', async () => {
    const reader = await openReader(emptyFolder(), 50);
    onTestFinished(reader.close);
    await expect(
      rowsOf(
        reader,
        'with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t',
      ),
    ).rejects.toThrow(/interrupt/i);
  });

  it('may not be told to read more', async () => {
    const reader = await openReader(emptyFolder());
    onTestFinished(reader.close);
    await expect(rowsOf(reader, 'set enable_external_access = true')).rejects.toThrow(/lock|configuration/i);
    await expect(rowsOf(reader, `select * from read_csv('package.json')`)).rejects.toThrow(
      'Permission Error',
    );
    await expect(rowsOf(reader, `copy (select 1) to 'build/written.csv'`)).rejects.toThrow(
      'Permission Error',
    );
  });

  it('says that there is nothing to run where there are no results', async () => {
    const reader = await openReader(emptyFolder());
    onTestFinished(reader.close);
    const { checks, findings } = await identityFindings(reader, 'empty.duckdb');
    expect(checks).toBe(0);
    expect(findings.map(({ place, expected }) => `${place.table}: ${expected}`)).toEqual([
      'check_result: a query that can be run',
    ]);
  });
});
