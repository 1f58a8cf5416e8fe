import { fault } from '../page/finding.ts';
import type { Definition } from './duckdb/definition.ts';
import { discardDatabase, type PreparedDatabase, prepareDatabase } from './duckdb/prepared.ts';
import type { Effects } from './effects.ts';
import { OUTPUT } from './folder/kinds.ts';
import { replaceFolder } from './folder/replace.ts';
import { checkReferences, loadOrder } from './foreign-keys.ts';
import { writeOutput } from './output.ts';
import { outputFault } from './output-fault.ts';
import type { Publication } from './publication.ts';
import { tabulate } from './table.ts';

/** What was published. */
export interface PublishSummary {
  readonly datasets: number;
  /** Rows of all datasets together. */
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
  /** False when the DuckDB file of the old output said the same and was kept byte for byte. */
  readonly duckdbRewritten: boolean;
}

/**
 * Writes a publication as the folder `out`, all or nothing: everything is written beside it and takes its
 * place at the end; whatever stops a build before leaves the old output whole.
 *
 * Throws a SourceFault when the data cannot be published or the disk refuses, and the signal's reason when it
 * is aborted: a command line that is interrupted aborts, waits for this to settle, and leaves nothing behind.
 */
export async function publish(
  publication: Publication,
  out: string,
  effects: Effects = {},
): Promise<PublishSummary> {
  checkId(publication.description.id);
  const tables = loadOrder(publication.datasets.map(tabulate));
  checkReferences(tables);
  try {
    effects.signal?.throwIfAborted();
    const { files, duckdbRewritten } = await replaceFolder(
      out,
      OUTPUT,
      (replacement) => writeOutput(publication, tables, replacement, effects),
      () => {
        effects.signal?.throwIfAborted();
        effects.step?.('swap');
      },
    );
    return {
      datasets: tables.length,
      rows: tables.reduce((sum, { rowCount }) => sum + rowCount, 0),
      files: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      duckdbRewritten,
    };
  } catch (error) {
    throw outputFault(out, error);
  }
}

/**
 * Publishes what `reading` comes to. Who reads may tell early what the DuckDB file will hold besides rows: DuckDB
 * learns it in a thread of its own meanwhile.
 */
export async function publishPrepared<T extends { readonly publication: Publication }>(
  reading: (defined: (definition: Definition) => Promise<void>) => Promise<T>,
  out: string,
  effects: Effects,
): Promise<{ readonly read: T; readonly published: PublishSummary }> {
  const preparing: Promise<PreparedDatabase>[] = [];
  try {
    const read = await reading(async (definition) => {
      const database = prepareDatabase(definition);
      preparing.push(database);
      await database;
    });
    const [prepared] = await Promise.all(preparing);
    const published = await publish(read.publication, out, { ...effects, ...(prepared && { prepared }) });
    return { read, published };
  } finally {
    for (const database of preparing) await discardDatabase(await database);
  }
}

/** The id names a file. */
function checkId(id: string): void {
  if (/^[a-z0-9][a-z0-9._-]*$/i.test(id)) return;
  const expected = 'an id of letters, digits, full stops, hyphens and underscores';
  throw fault({ kind: 'document', place: {}, expected, found: JSON.stringify(id) });
}
