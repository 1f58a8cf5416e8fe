import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentDescription, readDocument } from '../pipeline/template/document.ts';
import { readSchemas } from '../pipeline/template/schema/schemas.ts';
import type { TableSchema } from '../pipeline/template/schema/table-schema.ts';

const DAMAGE = join(import.meta.dirname, 'fixtures/damage');
const SHARED = join(DAMAGE, 'document');

/** The names of the fixtures: a folder each, with an input and what must come of it. */
export const fixtures: readonly string[] = readdirSync(DAMAGE)
  .filter((name) => name !== 'document')
  .sort();

/** A file of a fixture, or nothing. */
export function fixtureFile(fixture: string, file: string): string | undefined {
  return textFiles(join(DAMAGE, fixture)).get(file);
}

/** The made-up document on orchards with the tables of a fixture as its only annex. */
export function documentOf(fixture: string): DocumentDescription {
  return readMadeUp(filesOf(fixture));
}

/** The files that declare it. */
export function filesOf(fixture: string): ReadonlyMap<string, string> {
  const own = textFiles(join(DAMAGE, fixture));
  const tables = [...own.keys()].flatMap((path) => /^tables\/(.*)\.yaml$/.exec(path)?.[1] ?? []);
  return madeUpFiles(tables, own);
}

/** The made-up document on orchards with these files, the named ones among `tables/` being its annex. */
export function madeUpDocument(
  tables: readonly string[],
  own: ReadonlyMap<string, string>,
  moreSchemas: ReadonlyMap<string, string> = new Map(),
): DocumentDescription {
  return readMadeUp(madeUpFiles(tables, own), moreSchemas);
}

/** The files that declare it, by their path. */
export function madeUpFiles(
  tables: readonly string[],
  own: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const shared = textFiles(SHARED);
  const head = `${shared.get('document.yaml')}annexes:\n  1: [${[...tables].sort().join(', ')}]\n`;
  return new Map([...shared, ...own, ['document.yaml', head]]);
}

/** The document that such files declare. */
export function readMadeUp(
  files: ReadonlyMap<string, string>,
  moreSchemas: ReadonlyMap<string, string> = new Map(),
): DocumentDescription {
  return readDocument('document', files, madeUpSchemas(moreSchemas));
}

/** The schemas of the made-up tables, and those of the engine's own tables of evidence. */
function madeUpSchemas(more: ReadonlyMap<string, string>): ReadonlyMap<string, TableSchema> {
  const evidence = [...textFiles('schemas')].filter(([, text]) => /"kind":\s*"evidence"/.test(text));
  return readSchemas('schemas', new Map([...evidence, ...textFiles(join(SHARED, 'schemas')), ...more]));
}

function textFiles(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return new Map(
    files.map(({ parentPath, name }): [string, string] => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}
