import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { beforeAll, describe, expect, test } from 'vitest';
import { publish } from '../../pipeline/publish/publish.ts';
import { makeFolder, removeFolder } from './folder.ts';
import { rainfall } from './rainfall.ts';
import { type Cells, parquetMetadata, query, readArrow, readCsv, readJson, readParquet } from './readers.ts';

const publication = rainfall();
const tables = publication.datasets.map(({ schema }) => schema);
let out = '';

beforeAll(async () => {
  const folder = makeFolder();
  out = join(folder, 'output');
  await publish(publication, out);
  return () => removeFolder(folder);
});

describe.each(tables.map((schema) => [schema.name, schema] as const))('the table %s', (name, schema) => {
  let truth: Cells = [];
  beforeAll(async () => {
    const key = schema.primaryKey.map((field) => `"${field}"`).join(', ');
    truth = await query(join(out, 'rain-1.duckdb'), `select * from ${name} order by ${key}`);
  });
  const scales = new Map(schema.fields.map((field) => [field.name, field.scale]));

  test('has every row in DuckDB, with all its columns in order', () => {
    const rows = publication.datasets.find((dataset) => dataset.schema === schema)?.rows ?? [];
    expect(truth).toHaveLength(rows.length);
    for (const row of truth) expect(Object.keys(row)).toEqual(schema.fields.map((field) => field.name));
  });

  test('is the same cell by cell in Parquet', async () => {
    expect(await readParquet(out, name)).toEqual(truth);
  });

  test('is the same cell by cell in Arrow', () => {
    expect(readArrow(out, name)).toEqual(truth);
  });

  test('is the same cell by cell in CSV and JSON, whose decimals are the printed ones', () => {
    expect(withAllDecimals(readCsv(out, name))).toEqual(truth);
    expect(withAllDecimals(readJson(out, name))).toEqual(truth);
  });

  test('says in Parquet and Arrow what it is', async () => {
    const arrow = tableFromIPC(readFileSync(join(out, 'arrow', `${name}.arrow`))).schema;
    for (const metadata of [await parquetMetadata(out, name), arrow.metadata]) {
      expect(metadata.get('title')).toBe(schema.title);
      expect(metadata.get('description')).toBe(schema.description);
      expect(metadata.get('licence')).toBe('CC0 <https://example.org/cc0>');
      expect(metadata.get('source')).toBe('The report. The address is a guess. <https://example.org/report>');
      expect(JSON.parse(metadata.get('primary_key') ?? '')).toEqual(schema.primaryKey);
      expect(JSON.parse(metadata.get('fields') ?? '')).toEqual(schema.fields);
    }
    expect(arrow.fields.map((field) => field.metadata.get('description'))).toEqual(
      schema.fields.map((field) => field.description),
    );
    expect(arrow.fields.map((field) => !field.nullable)).toEqual(
      schema.fields.map((field) => field.constraints?.required === true),
    );
  });

  function withAllDecimals(rows: Cells): Cells {
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([field, value]) => {
          const scale = scales.get(field);
          if (value === null || scale === undefined) return [field, value];
          const [whole = '', fraction = ''] = value.split('.');
          return [field, scale === 0 ? whole : `${whole}.${fraction.padEnd(scale, '0')}`];
        }),
      ),
    );
  }
});

test('decimals are exact to the last digit, in every format', async () => {
  const exact = ['12.5000', '-1086670.4000', '14180051.0202', '0.0000', '-0.0001', '99999999999999.9999'];
  for (const rows of [await readParquet(out, 'shower'), readArrow(out, 'shower')]) {
    expect(rows.map((row) => row.mm)).toEqual(expect.arrayContaining(exact));
  }
  for (const rows of [readCsv(out, 'shower'), readJson(out, 'shower')]) {
    expect(rows.map((row) => row.mm)).toEqual(
      expect.arrayContaining(['12.50', '-1086670.4', '14180051.0202']),
    );
  }
});

test('rows stand in the order of their key, texts by their bytes and integers by size', () => {
  expect(readCsv(out, 'shower').map(({ place, year }) => `${place} ${year}`)).toEqual([
    'A 2011',
    'A 2012',
    'A 2013',
    'A 2014',
    'B 999',
    'B 2011',
    '_T 2011',
  ]);
});

test('CSV ends each line with a line feed and leaves null empty', () => {
  expect(readFileSync(join(out, 'csv', 'storms.csv'), 'utf8')).toBe(
    'year,count,worst,unit,obs_status,notes,cell_id\n2010,-2147483647,,force,A,,c2\n2011,3,7.0,force,A,,c1\n',
  );
});

test('JSON has one row a line', () => {
  expect(readFileSync(join(out, 'json', 'storms.json'), 'utf8')).toBe(
    '[\n' +
      '{"year":2010,"count":-2147483647,"worst":null,"unit":"force","obs_status":"A","notes":null,"cell_id":"c2"},\n' +
      '{"year":2011,"count":3,"worst":7.0,"unit":"force","obs_status":"A","notes":null,"cell_id":"c1"}\n' +
      ']\n',
  );
});
