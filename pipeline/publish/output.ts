import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as immediate } from 'node:timers/promises';
import { contentOf, reuseDatabase } from './duckdb/content.ts';
import { define } from './duckdb/definition.ts';
import { writeDatabaseFiles } from './duckdb/files.ts';
import { withDatabase } from './duckdb/prepared.ts';
import type { Effects } from './effects.ts';
import { CHECKSUMS, writeChecksums } from './folder/checksums.ts';
import type { Replacement } from './folder/replace.ts';
import { flush, settled, type WrittenFile, write } from './folder/written-file.ts';
import { writeArrow } from './formats/arrow.ts';
import { writeCsv, writeJson } from './formats/text.ts';
import { compareText } from './key-order.ts';
import { factsOf } from './metadata/facts.ts';
import { FORMATS, workbookFile } from './metadata/formats.ts';
import { metadataFiles } from './metadata/metadata-files.ts';
import type { Description, Publication } from './publication.ts';
import type { Table } from './table.ts';
import { workbook } from './workbook/workbook.ts';

/** What was written. */
export interface Output {
  readonly files: readonly WrittenFile[];
  readonly duckdbRewritten: boolean;
}

/**
 * Writes the whole output into the empty folder `next`, each file announced before; `old` is the output before it, whose DuckDB file is
 * taken over when it says the same. While DuckDB works in a thread of its own, the other formats are written.
 */
export async function writeOutput(
  publication: Publication,
  tables: readonly Table[],
  { old, next, announce }: Replacement,
  effects: Effects,
): Promise<Output> {
  const { description, views, texts = [] } = publication;
  const file = `${description.id}.duckdb`;
  await announce(dataFiles(publication, tables, file));
  await Promise.all(FORMATS.map((folder) => mkdir(join(next, folder))));
  const definition = define(tables, views);
  const { content, kept, data } = await withDatabase(definition, effects.prepared, async (database) => {
    const json = tables.map(writeJson);
    const said = contentOf(definition, tables, json);
    const reused = await reuseDatabase(old, next, file, said);
    const written = await settled([
      writeTableFormats(tables, json, description, next, effects),
      writeDatabaseFiles({ database, tables, description, next, file, kept: reused }, effects),
      writeWorkbook(tables, description, next),
    ]);
    return { content: said, kept: reused, data: written };
  });

  effects.step?.('metadata');
  const beside = await settled(texts.map(({ path, content: text }) => write(next, path, text)));
  const files = [...data.flat(), ...beside].sort((a, b) => compareText(a.path, b.path));
  const byPath = new Map(files.map((written) => [written.path, written]));
  const facts = factsOf(publication, tables, definition.views, { path: file, content }, byPath);
  const described = metadataFiles(facts, files);
  await announce([...described.map(({ path }) => path), CHECKSUMS]);
  const metadata = await settled(described.map(({ path, content: text }) => write(next, path, text)));
  const all = [...files, ...metadata];
  const checksums = await write(next, CHECKSUMS, writeChecksums(all));
  await Promise.all(['.', ...FORMATS].map((folder) => flush(join(next, folder))));
  return { files: [...all, checksums], duckdbRewritten: !kept };
}

/** The files of the tables and those beside them, with what DuckDB makes while it writes its own. */
function dataFiles(
  { description, texts = [] }: Publication,
  tables: readonly Table[],
  file: string,
): readonly string[] {
  const formats = FORMATS.flatMap((format) =>
    tables.map(({ schema }) => `${format}/${schema.name}.${format}`),
  );
  const beside = texts.map(({ path }) => path);
  return [...formats, ...beside, workbookFile(description), file, `${file}.wal`];
}

/** All tables in one spreadsheet file, made when the loop over the tables lets it. */
async function writeWorkbook(
  tables: readonly Table[],
  description: Description,
  next: string,
): Promise<readonly WrittenFile[]> {
  return [await write(next, workbookFile(description), await workbook(description, tables))];
}

/** The formats that are written without DuckDB, table by table. */
async function writeTableFormats(
  tables: readonly Table[],
  json: readonly Uint8Array[],
  description: Description,
  next: string,
  { step, signal }: Effects,
): Promise<readonly WrittenFile[]> {
  step?.('text');
  const writing: Promise<WrittenFile>[] = [];
  try {
    for (const [at, table] of tables.entries()) {
      signal?.throwIfAborted();
      const { name } = table.schema;
      const contents: readonly (readonly [string, Uint8Array])[] = [
        [`json/${name}.json`, json[at] ?? writeJson(table)],
        [`csv/${name}.csv`, writeCsv(table)],
        [`arrow/${name}.arrow`, writeArrow(table, description)],
      ];
      writing.push(...contents.map(([path, bytes]) => write(next, path, bytes)));
      // A disk that fills up must not end the process before the results are looked at below.
      for (const file of writing.slice(-contents.length)) file.catch(() => undefined);
      // Lets DuckDB's next statement start.
      await immediate();
    }
  } finally {
    await Promise.allSettled(writing);
  }
  return settled(writing);
}
