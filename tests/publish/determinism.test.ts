import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { publish } from '../../pipeline/publish/publish.ts';
import { emptyFolder, filesOf, makeFolder, removeFolder } from './folder.ts';
import { rainfall, withRows } from './rainfall.ts';
import { parquetMetadata, query } from './readers.ts';

const FILE = 'rain-1.duckdb';

/** An output that was published once; the tests begin with copies of it. */
const folder = makeFolder();
afterAll(() => removeFolder(folder));
const published = join(folder, 'output');
const first = await publish(rainfall(), published);

function standing(): string {
  const out = join(emptyFolder(), 'output');
  cpSync(published, out, { recursive: true });
  return out;
}

test('two runs in two places write the same bytes, whatever the order in which rows and tables arrive', async () => {
  const b = join(emptyFolder(), 'somewhere-else');
  const datasets = [...rainfall().datasets]
    .reverse()
    .map(({ schema, rows }) => ({ schema, rows: [...rows].reverse() }));
  await publish({ ...rainfall(), datasets }, b);
  expect(filesOf(b)).toEqual(filesOf(published));
});

test('long columns of texts are packed into the same bytes on every run', async () => {
  const raw = fc.sample(fc.string({ minLength: 1, maxLength: 30 }), 20_000);
  const cells = raw.map((text, at) => ({ cell_id: `c${at}`, raw: `${at % 97} ${text}`, sure: null, at }));
  const publication = withRows(rainfall(), 'cell', cells);
  const [a, b] = [join(emptyFolder(), 'output'), join(emptyFolder(), 'output')];
  await publish(publication, a);
  await publish(publication, b);
  expect(filesOf(b)).toEqual(filesOf(a));
});

test('a second run over unchanged data changes no byte and does not touch the DuckDB file', async () => {
  const out = standing();
  expect(first).toMatchObject({ duckdbRewritten: true, datasets: 7, rows: 19, files: 42 });
  const before = filesOf(out);
  const { ino } = statSync(join(out, FILE));
  utimesSync(join(out, FILE), 1, 1);
  expect(await publish(rainfall(), out)).toMatchObject({ duckdbRewritten: false });
  expect(filesOf(out)).toEqual(before);
  expect(statSync(join(out, FILE))).toMatchObject({ ino, mtimeMs: 1000 });
});

test('the DuckDB file of another machine, equal in content, keeps its own bytes', async () => {
  const out = standing();
  const foreign = Buffer.concat([readFileSync(join(out, FILE)), Buffer.alloc(16384)]);
  replace(out, foreign);
  expect(await publish(rainfall(), out)).toMatchObject({ duckdbRewritten: false });
  expect(readFileSync(join(out, FILE)).equals(foreign)).toBe(true);
});

test.each([
  [
    'a row',
    withRows(rainfall(), 'place', [...(rainfall().datasets[3]?.rows ?? []), { place: 'C', name: 'Cork' }]),
  ],
  ['a view', { ...rainfall(), views: [] }],
  ['a description', described('Another description.')],
])('the DuckDB file is rewritten when %s changes', async (_, publication) => {
  const out = standing();
  expect(await publish(publication, out)).toMatchObject({ duckdbRewritten: true });
});

test('a DuckDB file that somebody changed since is refused, and written again once it is away', async () => {
  const out = standing();
  const database = readFileSync(join(out, FILE));
  writeFileSync(join(out, FILE), 'broken');
  await expect(publish(rainfall(), out)).rejects.toThrow(`${FILE}, which is not what SHA256SUMS lists`);
  expect(readFileSync(join(out, FILE), 'utf8')).toBe('broken');
  renameSync(join(out, FILE), join(out, '..', FILE));
  expect(await publish(rainfall(), out)).toMatchObject({ duckdbRewritten: true });
  expect(readFileSync(join(out, FILE)).equals(database)).toBe(true);
});

test('a release that changes only its version keeps the DuckDB file', async () => {
  const out = standing();
  const description = { ...rainfall().description, version: '2.0.0', created: '2030-01-01T00:00:00Z' };
  expect(await publish({ ...rainfall(), description }, out)).toMatchObject({ duckdbRewritten: false });
  expect(await query(join(out, FILE), 'select count(*) as n from shower')).toEqual([{ n: '7' }]);
});

test('SHA256SUMS lists every other file, by path, as sha256sum reads it', async () => {
  const out = standing();
  const paths = readFileSync(join(out, 'SHA256SUMS'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(66));
  expect(paths).toEqual([...filesOf(out).keys()].filter((path) => path !== 'SHA256SUMS').sort());
  expect(
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: out }).toString(),
  ).toBe('');
  copyFileSync(join(out, 'csv', 'place.csv'), join(out, 'csv', 'cell.csv'));
  expect(() => execFileSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: out, stdio: 'pipe' })).toThrow();
});

test('the only trace of DuckDB in a Parquet file is its pinned version', async () => {
  const out = standing();
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  );
  const [pinned] = (dependencies['@duckdb/node-api'] ?? '').split('-');
  expect((await parquetMetadata(out, 'shower')).get('created_by')).toMatch(
    `DuckDB version v${pinned} (build `,
  );
});

function described(text: string): ReturnType<typeof rainfall> {
  const datasets = rainfall().datasets.map(({ schema, rows }) => ({
    schema: { ...schema, description: text },
    rows,
  }));
  return { ...rainfall(), datasets };
}

/** Puts another DuckDB file into the output, as if it had been published so. */
function replace(out: string, bytes: Buffer): void {
  writeFileSync(join(out, FILE), bytes);
  const sums = execFileSync(
    'sha256sum',
    [...filesOf(out).keys()].filter((path) => path !== 'SHA256SUMS'),
    { cwd: out },
  );
  writeFileSync(join(out, 'SHA256SUMS'), sums);
}
