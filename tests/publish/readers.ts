import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Decimal, tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { readCell } from '../../pipeline/publish/formats/spreadsheet.ts';

/** Rows as texts, in their order: what every format must agree on. A decimal has all decimals of its scale. */
export type Cells = readonly Readonly<Record<string, string | null>>[];

/** Runs a query against the published DuckDB file, opened for reading only. */
export async function query(file: string, sql: string): Promise<Cells> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    const rows = (await connection.runAndReadAll(sql)).getRowObjects();
    return rows.map((row) => record(Object.entries(row), (value) => (value === null ? null : String(value))));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** CSV as csv-parse reads it, without the marks for spreadsheets: no types, and empty for null. */
export function readCsv(out: string, table: string): Cells {
  const records: unknown = parse(readFileSync(join(out, 'csv', `${table}.csv`)), { columns: true });
  return objects(records).map((row) =>
    record(Object.entries(row), (value) => (value === '' ? null : readCell(String(value)))),
  );
}

/** JSON with its numbers as they are printed in the file, which JSON.parse would round. */
export function readJson(out: string, table: string): Cells {
  const text = readFileSync(join(out, 'json', `${table}.json`), 'utf8');
  JSON.parse(text);
  const quoted = text.replaceAll(
    /("(?:[^"\\]|\\.)*")|(-?\d[\d.]*)/g,
    (_, string?: string, number?: string) => (string === undefined ? `"${number}"` : string),
  );
  return objects(JSON.parse(quoted)).map((row) =>
    record(Object.entries(row), (value) => (value === null ? null : String(value))),
  );
}

/** Parquet as hyparquet reads it; decimals as the integers that are stored, because it gives floats for them. */
export async function readParquet(out: string, table: string): Promise<Cells> {
  const file = await asyncBufferFromFile(join(out, 'parquet', `${table}.parquet`));
  const metadata = await parquetMetadataAsync(file);
  const scales = new Map<string, number>();
  for (const element of metadata.schema) {
    if (element.converted_type !== 'DECIMAL') continue;
    scales.set(element.name, element.scale ?? 0);
    delete element.converted_type;
    delete element.logical_type;
  }
  const rows: unknown = await parquetReadObjects({ file, metadata, compressors });
  return objects(rows).map((row) =>
    record(Object.entries(row), (value, name) => {
      const scale = scales.get(name);
      if (value === null || value === undefined) return null;
      return scale === undefined ? String(value) : point(BigInt(String(value)), scale);
    }),
  );
}

/** What a Parquet file says of itself. */
export async function parquetMetadata(out: string, table: string): Promise<ReadonlyMap<string, string>> {
  const file = await asyncBufferFromFile(join(out, 'parquet', `${table}.parquet`));
  const { key_value_metadata: entries = [], created_by: by = '' } = await parquetMetadataAsync(file);
  return new Map([
    ...entries.map(({ key, value = '' }): [string, string] => [key, value]),
    ['created_by', by],
  ]);
}

/** Arrow as apache-arrow reads it; decimals put together from their four words. */
export function readArrow(out: string, table: string): Cells {
  const arrow = tableFromIPC(readFileSync(join(out, 'arrow', `${table}.arrow`)));
  return Array.from({ length: arrow.numRows }, (_, at) =>
    record(
      arrow.schema.fields.map((field): [string, unknown] => [
        field.name,
        arrow.getChild(field.name)?.get(at),
      ]),
      (value, name) => {
        const type = arrow.schema.fields.find((field) => field.name === name)?.type;
        if (value === null || value === undefined) return null;
        return type instanceof Decimal ? point(words(value), type.scale) : String(value);
      },
    ),
  );
}

/** A decimal with all decimals of its scale, from the integer that is stored. */
export function point(stored: bigint, scale: number): string {
  const digits = String(stored < 0n ? -stored : stored).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${stored < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${digits.slice(digits.length - scale)}`}`;
}

function words(value: unknown): bigint {
  if (!(value instanceof Uint32Array)) throw new Error('not a decimal');
  const all = value.reduceRight((sum, word) => (sum << 32n) + BigInt(word), 0n);
  return BigInt.asIntN(128, all);
}

function objects(value: unknown): readonly object[] {
  if (!Array.isArray(value)) throw new Error('not a list');
  return value.filter((entry): entry is object => typeof entry === 'object' && entry !== null);
}

function record(
  entries: readonly (readonly [string, unknown])[],
  text: (value: unknown, name: string) => string | null,
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(entries.map(([name, value]) => [name, text(value, name)]));
}
