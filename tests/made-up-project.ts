import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sha256 } from '../pipeline/page/sha256.ts';
import { makeFolder } from './publish/folder.ts';

const DAMAGE = resolve('tests/fixtures/damage');

/**
 * A folder that holds a project of its own, small enough to be built many times: the made-up document on orchards
 * with the tables of a fixture, and the schemas of what it publishes. `removeFolder` takes it away.
 */
export function makeProject(fixture: string): string {
  const folder = makeFolder();
  const document = join(folder, 'sources', 'document');
  const schemas = join(folder, 'schemas');
  for (const from of [join(DAMAGE, 'document'), join(DAMAGE, fixture)]) {
    const isDocument = (path: string): boolean => path !== join(from, 'schemas');
    cpSync(from, document, { recursive: true, filter: isDocument });
    if (existsSync(join(from, 'schemas'))) cpSync(join(from, 'schemas'), schemas, { recursive: true });
  }
  for (const name of readdirSync('schemas').filter((each) => each.endsWith('.json'))) {
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
