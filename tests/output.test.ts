import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import './needs-report.ts';
import { build } from '../pipeline/build.ts';
import { openDocument, openSource } from '../pipeline/command-line/folders.ts';

const OUTPUT = 'output';
const folder = mkdtempSync(join(tmpdir(), 'output-'));
const fresh = join(folder, 'fresh');

/** Checksums by path; but on Linux the database is the same in content alone (docs/security.md). */
function sums(out: string): readonly string[] {
  return readFileSync(join(out, 'SHA256SUMS'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && (process.platform === 'linux' || !line.endsWith('.duckdb')));
}

beforeAll(async () => {
  const document = openDocument('kz-icescr-2');
  await build(openSource(undefined, document), document, fresh, () => undefined, {});
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the committed output equals a fresh build, file by file', () => {
  expect(sums(fresh)).toEqual(sums(OUTPUT));
});

it('the committed database says what a fresh one says', () => {
  const content = (out: string): unknown =>
    JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')).database.content;
  expect(content(fresh)).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(content(fresh)).toBe(content(OUTPUT));
});
