import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Cell } from '../../site/sql/answer.ts';
import { parquetOf } from '../../site/sql/parquet.ts';
import { type SavedQuery, savedQueries, withSaved } from '../../site/sql/saved.ts';

const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
const opened: { instance?: DuckDBInstance } = {};
beforeAll(async () => {
  opened.instance = await DuckDBInstance.create(':memory:');
});
afterAll(() => {
  opened.instance?.closeSync();
  rmSync(folder, { recursive: true });
});

/** What DuckDB on disk reads from the file of an answer: names, types, and its own text of each value. */
async function readBack(answer: Answer): Promise<Pick<Answer, 'columns' | 'rows'>> {
  const file = join(folder, 'answer.parquet');
  writeFileSync(file, new Uint8Array(parquetOf(answer)));
  const connection = await opened.instance?.connect();
  if (connection === undefined) throw new Error('DuckDB is not open');
  const told = (await connection.runAndReadAll(`describe from '${file}'`)).getRows();
  const columns = told.map(([name, type]) => ({ name: String(name), type: String(type) }));
  const casts = columns.map((_, at) => `cast(#${at + 1} as varchar)`).join(', ');
  const read = (await connection.runAndReadAll(`select ${casts} from '${file}'`)).getRows();
  connection.closeSync();
  return { columns, rows: read.map((row) => row.map((value) => (value === null ? null : String(value)))) };
}

describe('the Parquet of an answer', () => {
  it('keeps types and values as DuckDB has them, to the last digit', async () => {
    const columns: readonly (readonly [type: string, cells: readonly Cell[]])[] = [
      ['INTEGER', ['-5', null, '2147483647']],
      ['BIGINT', ['9223372036854775807', '-1', null]],
      ['DECIMAL(18,1)', ['6.5', '-0.5', '12345678901234567.8']],
      ['DECIMAL(38,10)', ['1234567890123456789012345678.0123456789', null, '-0.0000000001']],
      ['DOUBLE', ['0.1', '1e+20', null]],
      ['BOOLEAN', ['true', 'false', null]],
      ['DATE', ['2017-07-20', '1899-12-31', null]],
      ['TIMESTAMP', ['2017-07-20 10:00:00.125', '1969-12-31 23:59:59.000001', null]],
      ['VARCHAR', ['қазақша', '', null]],
    ];
    const rows = [0, 1, 2].map((at) => columns.map(([, cells]) => cells[at] ?? null));
    const answer = {
      columns: columns.map(([type], at) => ({ name: `c${at}`, type })),
      rows,
      isCut: false,
    };
    const back = await readBack(answer);
    expect(back.columns).toEqual(answer.columns);
    expect(back.rows.map((row) => row.map((cell) => cell?.replace('1e20', '1e+20') ?? null))).toEqual(
      rows.map((row) => row.map((cell) => cell?.replace('e20', 'e+20') ?? null)),
    );
  });

  it('writes sums as whole numbers, what Parquet cannot hold as text, and tells columns of one name apart', async () => {
    const back = await readBack({
      columns: [
        { name: 'a', type: 'HUGEINT' },
        { name: 'a', type: 'HUGEINT' },
        { name: 'a_2', type: 'INTEGER[]' },
      ],
      rows: [['12', '170141183460469231731687303715884105727', '[1, null]']],
      isCut: false,
    });
    expect(back.columns).toEqual([
      { name: 'a', type: 'DECIMAL(38,0)' },
      { name: 'a_2', type: 'VARCHAR' },
      { name: 'a_2_2', type: 'VARCHAR' },
    ]);
    expect(back.rows).toEqual([['12', '170141183460469231731687303715884105727', '[1, null]']]);
  });
});

describe('saved queries', () => {
  const query = fc.record({ name: fc.string(), sql: fc.string() });

  it('stand once under a name, the last first, and are read back as they were', () => {
    fc.assert(
      fc.property(fc.array(query), query, (all, last) => {
        const kept = all.reduce<readonly SavedQuery[]>(withSaved, []);
        const more = withSaved(kept, last);
        expect(more[0]).toEqual(last);
        expect(new Set(more.map(({ name }) => name)).size).toBe(more.length);
        expect(savedQueries({ getItem: () => JSON.stringify(more) }, 'key')).toEqual(more);
      }),
    );
  });

  it('are none where the store holds something else', () => {
    for (const held of [null, '', '{', '{}', '[1, null, {"name": 1}]'])
      expect(savedQueries({ getItem: () => held }, 'key')).toEqual([]);
  });
});
