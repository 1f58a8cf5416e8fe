import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sha256 } from '../pipeline/sha256.ts';

const DAMAGE = resolve('tests/fixtures/damage');

/**
 * A folder that holds a project of its own, small enough to be built many times: the made-up document on orchards
 * with the tables of a fixture, and the schemas of what it publishes.
 */
export function makeProject(fixture: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  const document = join(folder, 'sources', 'document');
  const schemas = join(folder, 'schemas');
  cpSync(join(DAMAGE, 'document'), document, { recursive: true });
  cpSync(join(DAMAGE, fixture), document, { recursive: true });
  cpSync(join(document, 'schemas'), schemas, { recursive: true });
  rmSync(join(document, 'schemas'), { recursive: true });
  for (const name of readdirSync('schemas')) {
    const text = readFileSync(join('schemas', name), 'utf8');
    if (/"kind":\s*"evidence"/.test(text)) writeFileSync(join(schemas, name), text);
  }
  const tables = readdirSync(join(document, 'tables')).map((name) => name.replace('.yaml', ''));
  const head = readFileSync(join(document, 'document.yaml'), 'utf8');
  const sum = sha256(readFileSync(join(document, 'input.txt')));
  writeFileSync(
    join(document, 'document.yaml'),
    `${head.replace('0'.repeat(64), sum)}annexes:\n  1: [${tables.join(', ')}]\n`,
  );
  mkdirSync(join(folder, 'build'));
  return folder;
}

/** Replaces a text in a file of a project; it must stand there. */
export function edit(folder: string, file: string, find: string, replace: string): void {
  const before = readFileSync(join(folder, file), 'utf8');
  if (!before.includes(find)) throw new Error(`${file} does not hold "${find}"`);
  writeFileSync(
    join(folder, file),
    before.replace(find, () => replace),
  );
}
