import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { memberOf, parsedJson } from '../page/json.ts';
import { documentNames, OUTPUTS, type Published, publishedOf } from './published.ts';
import { buildFault } from './stage-values.ts';

/** Tells which documents a project publishes and where, for whoever begins with the folder. */
export const INDEX = `${OUTPUTS}/index.json`;

/** What of a data package is told in the index, in this order. */
const TOLD = ['name', 'title', 'title_kk', 'title_ru', 'description', 'version', 'created'] as const;

/**
 * The index of what a project publishes: for each document that was built what its `datapackage.json` says of it, and the
 * path to that file.
 */
function indexOf(all: readonly Published[]): string {
  const documents = all.flatMap(({ out }) => {
    const file = join(out, 'datapackage.json');
    // None where none was built, or it was harmed since.
    const said = parsedJson(existsSync(file) ? readFileSync(file, 'utf8') : '');
    if (typeof said !== 'object' || said === null) return [];
    const told = TOLD.map((member) => [member, memberOf(said, member)]).filter(
      ([, value]) => value !== undefined,
    );
    return [{ ...Object.fromEntries(told), datapackage: relative(OUTPUTS, file) }];
  });
  return `${JSON.stringify({ documents }, null, 2)}\n`;
}

/** Whether the index says what these documents say of themselves. */
export function isIndexCurrent(all: readonly Published[]): boolean {
  return existsSync(INDEX) && readFileSync(INDEX, 'utf8') === indexOf(all);
}

/** Writes the index of a project of several documents, in one step; leaves it alone where it says the same already. */
export function updateIndex(): void {
  const names = documentNames();
  if (names.length < 2 && !existsSync(INDEX)) return;
  const all = names.map((name) => publishedOf(name));
  if (isIndexCurrent(all)) return;
  const part = join(OUTPUTS, `.index.scratch-${process.pid}`);
  try {
    mkdirSync(OUTPUTS, { recursive: true });
    writeFileSync(part, indexOf(all));
    renameSync(part, INDEX);
  } catch (error) {
    throw buildFault(INDEX, error);
  }
}
