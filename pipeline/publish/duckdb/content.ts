import { link, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { memberOf, parsedJson } from '../../page/json.ts';
import { sha256 } from '../../page/sha256.ts';
import type { OutputFolder } from '../folder/replace.ts';
import type { Table } from '../table.ts';
import { FILE_OPTIONS, UNUSED_PACKINGS } from './database.ts';
import type { Definition } from './definition.ts';

/**
 * Checksum of what a DuckDB file says: its layout, every statement that defines and describes its tables and
 * views, and every row in order (`rows` are the tables as JSON, which prints each value exactly).
 */
export function contentOf(
  definition: Definition,
  tables: readonly Table[],
  rows: readonly Uint8Array[],
): string {
  const data = tables.map(({ schema }, at) => `${schema.name} ${sha256(rows[at] ?? '')}`);
  return sha256(JSON.stringify([FILE_OPTIONS, UNUSED_PACKINGS, definition, data]));
}

/**
 * Takes over the DuckDB file of the old output when it says the same: not one byte of it changes then, whatever
 * machine wrote it. The old `datapackage.json` names its content, and its checksum shows that nobody has
 * touched it since. Says whether it did.
 */
export async function reuseDatabase(
  old: OutputFolder,
  next: string,
  file: string,
  content: string,
): Promise<boolean> {
  const path = join(old.path, file);
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined || old.checksums.get(file) !== sha256(bytes)) return false;
  if ((await recordedContent(old)) !== `sha256:${content}`) return false;
  const target = join(next, file);
  // A link keeps even the file's date; where the disk has no links, the bytes do.
  await link(path, target).catch(() => writeFile(target, bytes));
  return true;
}

/** The content that `datapackage.json` of the old output names; undefined when there is none to be read. */
async function recordedContent(old: OutputFolder): Promise<unknown> {
  const descriptor = await readFile(join(old.path, 'datapackage.json'), 'utf8').catch(() => '');
  return memberOf(memberOf(parsedJson(descriptor), 'database'), 'content');
}
