import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishRead } from '../pipeline/build.ts';
import { definitionOf } from '../pipeline/publish/duckdb/definition.ts';
import { publicationOf } from '../pipeline/publish/publication.ts';
import { document, source, whole } from './project.ts';

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
  // As a build does it, with what other tests have read already.
  const reading: Parameters<typeof publishRead>[0] = async ({ defined }) => {
    await defined?.(definitionOf(document));
    const { normalised, validated } = whole();
    const publication = publicationOf(source, document, normalised, validated);
    return { publication, arithmetic: validated.arithmetic };
  };
  await publishRead(reading, fresh, () => undefined, {});
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
