import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Files } from '../../../pipeline/command-line/copy/files.ts';
import { renderFinding } from '../../../pipeline/page/finding.ts';
import { loadDuckdb } from '../../../pipeline/publish/duckdb/duckdb.ts';
import { attachFile, LIMITS, openReader, type StartReader } from '../../../release/verify/database.ts';
import { identityFindings } from '../../../release/verify/identities.ts';
import { emptyFolder } from '../../publish/folder.ts';
import { found, published, startHere, withDatabase } from './copies.ts';
import { orchards } from './orchards.ts';

const DATABASE = 'document.duckdb';
let files: Files = new Map();

beforeAll(async () => {
  files = await published(await orchards());
});

const changedBy = (...statements: readonly string[]): Promise<Files> => withDatabase(files, ...statements);

describe('an identity that was tampered with is found out', { timeout: 300_000 }, () => {
  it('by its verdict', async () => {
    const copy = await changedBy(
      `create or replace view check_harvest_by_orchard as
       select 'harvest_by_orchard' as identity, year, 0.0 as left_value, 0.0 as right_value,
       0.0 as difference, 'broken' as verdict from harvest where orchard = 'ALL' and year = 2001`,
    );
    const said = await found(copy);
    const row = `${DATABASE}: table check_result, row harvest_by_orchard:2001`;
    expect(said).toContain(
      `${row}, column verdict\n  expected broken as the identity gives it again, found holds`,
    );
    expect(said).toContain(
      `${row}, column left_value\n  expected 0.0 as the identity gives it again, found 30.500000`,
    );
    expect(said).toContain(
      `${DATABASE}: table check_result, row harvest_by_orchard:2002\n  expected a view that gives it again, found none`,
    );
  });

  it('by a view that is not there, and one that has no result', async () => {
    const said = await found(
      await changedBy(
        'drop view check_harvest_by_orchard',
        `create view check_nothing as select 'nothing' as identity, 1 as left_value, 1 as right_value, 0 as difference, 'holds' as verdict`,
      ),
    );
    expect(said).toContain(
      `${DATABASE}: table check_result, row harvest_by_orchard:2003\n  expected a view that gives it again, found none`,
    );
    expect(said).toContain(
      `${DATABASE}: table check_result, row nothing\n  expected the result that check_nothing gives, found none`,
    );
  });

  it('and a view that would read other files may not', async () => {
    const said = await found(
      await changedBy(
        `create or replace view check_harvest_by_orchard as select content as verdict from read_text('${join(process.cwd(), 'package.json')}')`,
      ),
    );
    expect(said[0]).toMatch(
      /^document\.duckdb: table check_harvest_by_orchard\n {2}expected a query that can be run, found "Permission Error: /,
    );
  });
});

describe('the reader of a database', { timeout: 300_000 }, () => {
  /** A reader that is closed after the test. */
  const opened = async (limits = LIMITS, start?: StartReader) => {
    const reader = await openReader(emptyFolder(), limits, start);
    onTestFinished(reader.close);
    return reader;
  };

  it('ends a statement that has no end, tells which one it was, and runs the next', async () => {
    const { rowsOf } = await opened({ ...LIMITS, milliseconds: 300 });
    const endless = 'with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t';
    await expect(rowsOf(endless)).rejects.toThrow(
      `a statement that takes more than 0.3 s: ${endless.slice(0, 97)}`,
    );
    expect(await rowsOf('select 1 as one')).toEqual([{ one: '1' }]);
  });

  it('tells a view without an end by its name, and runs the checks of all others', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'strange.duckdb');
    const { DuckDBInstance } = await loadDuckdb();
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    const result = `'a' as check_id, '1' as left_value, '1' as right_value, 'holds' as verdict`;
    await connection.run(`create table check_result as select ${result}`);
    await connection.run(
      `create view check_a as select 1 as left_value, 1 as right_value, 'holds' as verdict`,
    );
    await connection.run('create view check_endless as select count(*) as n from range(9000000000000)');
    connection.closeSync();
    instance.closeSync();
    const reader = await openReader(folder, { ...LIMITS, milliseconds: 1000 });
    onTestFinished(reader.close);
    await attachFile(reader, file);
    const { checks, findings } = await identityFindings(reader, 'strange.duckdb');
    expect(checks).toBe(1);
    expect(findings.map(renderFinding)).toEqual([
      'strange.duckdb: table check_endless\n  expected a query that can be run, found "a statement that takes more than 1 s: select * from published.main."check_endless""',
    ]);
  });

  it('ends one that gathers more than there is memory, whose rows no timer could interrupt', async () => {
    const { rowsOf } = await opened({ ...LIMITS, mebibytes: 300 });
    const large = `select repeat('x', 1000) || range as text from range(2000000000)`;
    await expect(rowsOf(large)).rejects.toThrow(/more rows than any output has|more than 300 MiB of memory/);
    const wide = `select list(range) as all from range(2000000000)`;
    await expect(rowsOf(wide)).rejects.toThrow(/Out of Memory|more than 300 MiB of memory/);
    expect(await rowsOf('select 1 as one')).toEqual([{ one: '1' }]);
  });

  it('runs none when the time of all together is used up', async () => {
    let passed = 0;
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + passed);
    onTestFinished(() => void vi.restoreAllMocks());
    const slow: StartReader = async (limits) => {
      const { ask, end } = await startHere(limits);
      const late: typeof ask = (statement, milliseconds) => {
        if (statement.startsWith('select')) passed += LIMITS.total;
        return ask(statement, milliseconds);
      };
      return { ask: late, end };
    };
    const { rowsOf } = await opened(LIMITS, slow);
    expect(await rowsOf('select 1 as one')).toEqual([{ one: '1' }]);
    await expect(rowsOf('select 1')).rejects.toThrow('statements that take more than 300 s together');
  });

  it('may not be told to read more', async () => {
    const { rowsOf } = await opened(LIMITS, startHere);
    await expect(rowsOf('set enable_external_access = true')).rejects.toThrow(/lock|configuration/i);
    await expect(rowsOf(`select * from read_csv('package.json')`)).rejects.toThrow('Permission Error');
    await expect(rowsOf(`copy (select 1) to 'build/written.csv'`)).rejects.toThrow('Permission Error');
    await expect(rowsOf('install httpfs')).rejects.toThrow();
    await expect(rowsOf(`select getenv('HOME')`)).rejects.toThrow();
  });

  it('says that there is nothing to run where there are no results', async () => {
    const { checks, findings } = await identityFindings(await opened(LIMITS, startHere), 'empty.duckdb');
    expect(checks).toBe(0);
    expect(findings.map(({ place, expected }) => `${place.table}: ${expected}`)).toEqual([
      'check_result: a query that can be run',
    ]);
  });
});
