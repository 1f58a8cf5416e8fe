import { beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../../../pipeline/command-line/copy/files.ts';
import { rainfall, withRows } from '../../publish/rainfall.ts';
import { changed, edited, forged, found, listed, published } from './copies.ts';

let files: Files = new Map();
/** The same publication, in which it rained more in Bergen. */
let wetter: Files = new Map();

beforeAll(async () => {
  files = await published(rainfall());
  const showers = rainfall().datasets.find(({ schema }) => schema.name === 'shower')?.rows ?? [];
  wetter = await published(
    withRows(
      rainfall(),
      'shower',
      showers.map((row) => (row.mm === '12.50' ? { ...row, mm: '13.50' } : row)),
    ),
  );
});

describe('a forged copy, whose checksums are right, is found out by its content', () => {
  it.each([
    [
      'a value of another type',
      'csv/shower.csv',
      '2011',
      'then',
      'csv/shower.csv: table shower, row A.then, column year\n  expected a value of type integer, found "then"',
    ],
    [
      'an integer with a zero before it',
      'csv/shower.csv',
      ',2011,',
      ',02011,',
      'column year\n  expected a value of type integer, found "02011"',
    ],
    [
      'a decimal with too many decimals',
      'csv/shower.csv',
      '12.50',
      '12.50001',
      'column mm\n  expected at most 4 decimals',
    ],
    [
      'a boolean that is none',
      'csv/cell.csv',
      'true',
      'yes',
      'column sure\n  expected a value of type boolean, found "yes"',
    ],
    [
      'a missing value',
      'csv/place.csv',
      'Bergen',
      '',
      'csv/place.csv: table place, row B, column name\n  expected a value, found none',
    ],
    ['a value below its bound', 'csv/cell.csv', ',0\n', ',-1\n', 'expected at least 0, found -1'],
    [
      'a key that stands twice',
      'csv/place.csv',
      'B,',
      'A,',
      'csv/place.csv: table place, row A\n  expected one row for each place, found another one',
    ],
    [
      'a reference that points at nothing',
      'csv/shower.csv',
      'B,999',
      'Q,999',
      'csv/shower.csv: table shower, row Q.999, column place\n  expected a row of place, found "Q"',
    ],
    [
      'a table that points at nothing in itself',
      'csv/chapter.csv',
      'a,z',
      'a,y',
      'row a, column parent\n  expected a row of chapter, found "y"',
    ],
    [
      'a header with another name',
      'csv/shower.csv',
      'mm',
      'inches',
      'csv/shower.csv:1: table shower\n  expected the header place,year,mm',
    ],
    [
      'a row with a value too many',
      'csv/place.csv',
      'Bergen',
      'Bergen,Norway',
      'csv/place.csv: table place, row 2 of the file\n  expected 2 values, found 3',
    ],
    [
      'a quote that is not closed',
      'csv/place.csv',
      'Bergen',
      '"Bergen',
      'table place\n  expected CSV in UTF-8, found Quote Not Closed',
    ],
    [
      'a value in JSON alone',
      'json/shower.json',
      '12.50',
      '13.50',
      'json/shower.json: table shower, row B.2011, column mm\n  expected "12.5000" as in csv/shower.csv, found "13.5000"',
    ],
    ['a number in JSON that is a text', 'json/shower.json', '12.50', '"12.50"', 'found "\\"12.50\\""'],
    [
      'a column in JSON that has another name',
      'json/place.json',
      '"name"',
      '"nom"',
      'json/place.json: table place\n  expected the columns place, name, found place, nom',
    ],
    [
      'JSON that is cut off',
      'json/place.json',
      ']',
      '',
      'json/place.json: table place\n  expected a table that can be read',
    ],
    [
      'another type in the description',
      'datapackage.json',
      '"type": "integer"',
      '"type": "string"',
      'expected the columns',
    ],
    [
      'a code that is not in its list',
      'datapackage.json',
      '"required": true',
      '"required": true, "enum": ["x"]',
      'expected one of x',
    ],
    [
      'a text that does not match its pattern',
      'datapackage.json',
      '"required": true',
      '"required": true, "pattern": "x"',
      'expected text like x',
    ],
  ])('%s', async (_, path, from, to, message) => {
    const said = await found(forged(edited(files, path, from, to)));
    expect(said.join('\n')).toContain(message);
    expect(said.every((each) => each.split('\n').length <= 2)).toBe(true);
  });

  it.each([['parquet/shower.parquet'], ['arrow/shower.arrow'], ['rain-1.duckdb'], ['csv/shower.csv']])(
    'another value in %s alone, named by table, row and column',
    async (path) => {
      const said = await found(forged(changed(files, path, wetter.get(path) ?? null)));
      const place = 'table shower, row B.2011, column mm';
      const others = ['arrow/shower.arrow', 'json/shower.json', 'parquet/shower.parquet', 'rain-1.duckdb'];
      const expected =
        path === 'csv/shower.csv'
          ? others.map(
              (each) => `${each}: ${place}\n  expected "13.5000" as in csv/shower.csv, found "12.5000"`,
            )
          : [`${path}: ${place}\n  expected "12.5000" as in csv/shower.csv, found "13.5000"`];
      expect([...said].sort()).toEqual(expected);
    },
  );

  it('a row that one format has not, and one that it has alone', async () => {
    const row =
      /^\{"place":"B","year":2011.*\n/m.exec(
        Buffer.from(files.get('json/shower.json') ?? '').toString(),
      )?.[0] ?? '';
    const less = await found(forged(edited(files, 'json/shower.json', row, '')));
    expect(less).toEqual([
      'json/shower.json: table shower, row B.2011\n  expected this row, as in csv/shower.csv, found no such row',
    ]);
    const more = await found(
      forged(edited(files, 'json/shower.json', row, row + row.replace('2011', '2099'))),
    );
    expect(more).toEqual([
      'json/shower.json: table shower, row B.2099\n  expected no such row, as in csv/shower.csv, found one',
    ]);
    const twice = await found(forged(edited(files, 'json/shower.json', row, row + row)));
    expect(twice.join()).toContain('expected every key once');
  });

  it.each([['parquet/shower.parquet'], ['arrow/shower.arrow'], ['rain-1.duckdb']])(
    '%s that is no such file',
    async (path) => {
      const said = await found(forged(changed(files, path, 'not at all')));
      expect(said.length).toBe(1);
      expect(said[0]).toMatch(new RegExp(`^${path}: .*\\n  expected .*, found "`));
    },
  );

  it('a value that must stand once and stands twice', async () => {
    const unique = '"name": "cell_id",\n            "constraints": { "unique": true },';
    const text = Buffer.from(files.get('datapackage.json') ?? '').toString();
    const [before, shower = ''] = text.split(/(?="path": "csv\/shower.csv")/);
    const said = await found(
      listed(
        changed(
          files,
          'datapackage.json',
          `${before}${shower
            .replace(/"name": "notes",/, '"name": "notes", "x": 0,')
            .replace('"name": "cell_id",', unique)
            .replace(/("unique": true[\s\S]*?)"constraints": \{\s*"required": true\s*\}/, '$1"y": 0')}`,
        ),
      ),
    );
    expect(said).toContain(
      'csv/shower.csv: table shower, row A.2012, column cell_id\n  expected every value once, found "c3"',
    );
  });

  it('a description that leads out of the folder, or is none of ours', async () => {
    const out = await found(listed(edited(files, 'datapackage.json', 'csv/cell.csv', '../cell.csv')));
    expect(out).toEqual([
      expect.stringContaining('copy/datapackage.json: output\n  expected a data package of this project'),
    ]);
    const broken = '"required": true, "pattern": "(a"';
    const unread = await found(listed(edited(files, 'datapackage.json', '"required": true', broken)));
    expect(unread).toEqual([expect.stringContaining('/constraints/pattern: must match format "regex"')]);
    const none = await found(listed(changed(files, 'datapackage.json', '[')));
    expect(none).toEqual([expect.stringContaining('found no JSON')]);
    const stray = await found(
      listed(
        edited(
          files,
          'datapackage.json',
          '"primaryKey": [\n          "cell_id"',
          '"primaryKey": [\n          "nobody"',
        ),
      ),
    );
    expect(stray).toEqual([
      expect.stringContaining(
        'expected keys that are fields of their table, found "nobody" in the table cell',
      ),
    ]);
  });
});
