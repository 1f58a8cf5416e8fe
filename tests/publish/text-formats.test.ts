import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../pipeline/page/sha256.ts';
import { identifier, literal } from '../../pipeline/publish/duckdb/sql.ts';
import { readChecksums, writeChecksums } from '../../pipeline/publish/folder/checksums.ts';
import { writeArrow } from '../../pipeline/publish/formats/arrow.ts';
import { readCell } from '../../pipeline/publish/formats/spreadsheet.ts';
import { writeCsv, writeJson } from '../../pipeline/publish/formats/text.ts';
import { publish } from '../../pipeline/publish/publish.ts';
import { type Table, tabulate } from '../../pipeline/publish/table.ts';
import { emptyFolder } from './folder.ts';
import { field, rainfall, schema } from './rainfall.ts';
import { query, readParquet } from './readers.ts';

/** Texts with everything that a format could trip over. */
const hard = fc.string({
  unit: fc.constantFrom('"', ',', '\n', '\r', '\\', "'", ' ', '\t', ';', 'ә', '𝄞', '\0', 'x', '\ufeff'),
});
const text = fc.option(hard.filter((value) => value !== ''));

// The readers of the binary formats drop a byte order mark at the start of a text; the files have it.
const readable = text.filter((value) => value?.startsWith('\ufeff') !== true);

function tableOf(values: readonly (string | null)[]): Table {
  const texts = schema('texts', 'evidence', [field('id', 'integer'), field('text', 'string')], ['id']);
  return tabulate({ schema: texts, rows: values.map((value, id) => ({ id, text: value })) });
}

test('any text comes back from CSV', () => {
  fc.assert(
    fc.property(fc.array(text), (values) => {
      const records: string[][] = parse(writeCsv(tableOf(values)), { record_delimiter: '\n' });
      expect(records.map((cells) => cells.map(readCell))).toEqual([
        ['id', 'text'],
        ...values.map((value, id) => [String(id), value ?? '']),
      ]);
    }),
  );
});

test('any text comes back from JSON', () => {
  fc.assert(
    fc.property(fc.array(text), (values) => {
      const rows: unknown = JSON.parse(writeJson(tableOf(values)).toString());
      expect(rows).toEqual(values.map((value, id) => ({ id, text: value })));
    }),
  );
});

test('any text comes back from Arrow', () => {
  const { description } = rainfall();
  fc.assert(
    fc.property(fc.array(readable), (values) => {
      const column = tableFromIPC(writeArrow(tableOf(values), description)).getChild('text');
      expect(values.map((_, at): unknown => column?.get(at))).toEqual(values);
    }),
  );
});

test('any text comes back from DuckDB and Parquet, in more rows than one chunk holds', async () => {
  const values = fc.sample(readable, 5000);
  const { schema: texts } = tableOf([]);
  const dataset = { schema: texts, rows: values.map((value, id) => ({ id, text: value })) };
  const out = join(emptyFolder(), 'output');
  await publish({ ...rainfall(), datasets: [dataset], views: [] }, out);
  expect((await readParquet(out, 'texts')).map((row) => row.text)).toEqual(values);
  const stored = await query(join(out, 'rain-1.duckdb'), 'select text from texts order by id');
  expect(stored.map((row) => row.text)).toEqual(values);
});

test('checksums are read as they were written, sorted by path', () => {
  const path = fc.stringMatching(/^[a-z]{1,5}\/[a-z_]{1,9}\.[a-z]{1,4}$/);
  fc.assert(
    fc.property(fc.uniqueArray(path), (paths) => {
      const files = paths.map((name) => ({ path: name, bytes: 0, sha256: sha256(name) }));
      const read = readChecksums(writeChecksums(files));
      expect(read).toEqual(new Map(files.map((file) => [file.path, file.sha256])));
      expect([...read.keys()]).toEqual([...paths].sort());
    }),
  );
});

test('a line that is no checksum lists nothing', () => {
  expect(readChecksums('hello\nabc  x.csv\n\n').size).toBe(0);
});

test('quotes within names and texts are doubled in SQL', () => {
  expect(identifier('a"b')).toBe('"a""b"');
  expect(literal("it's")).toBe("'it''s'");
});
