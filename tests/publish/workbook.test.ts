import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { publish } from '../../pipeline/publish/publish.ts';
import { tabulate } from '../../pipeline/publish/table.ts';
import { cellValues } from '../../pipeline/publish/workbook/cell-value.ts';
import { letters } from '../../pipeline/publish/workbook/sheets.ts';
import { sheetNames, workbook } from '../../pipeline/publish/workbook/workbook.ts';
import type { Row } from '../../pipeline/template/schema/rows.ts';
import { reportIsThere } from '../report.ts';
import { emptyFolder } from './folder.ts';
import { field, rainfall, schema } from './rainfall.ts';

const { description, datasets } = rainfall();
const tables = datasets.map(tabulate);

/** The sheets of a workbook by their names, as rows of cells, an empty one as null. */
async function sheetsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, readonly (readonly unknown[])[]>> {
  const { sheets } = await readXlsx(bytes);
  return new Map(sheets.map(({ name, rows }) => [name, rows.map((row) => [...row])]));
}

/** A table with one column `text` of these values. */
function textTable(values: readonly string[]): ReturnType<typeof tabulate> {
  const rows: Row[] = values.map((text, at) => ({ at, text }));
  return tabulate({
    schema: schema(
      'texts',
      'document',
      [field('at', 'integer', { constraints: { required: true } }), field('text', 'string')],
      ['at'],
    ),
    rows,
  });
}

describe('the spreadsheet file', () => {
  test('has a sheet that explains, one of all columns, one of all codes, and one a table, observations first', async () => {
    const sheets = await sheetsOf(await workbook(description, tables));
    expect([...sheets.keys()].slice(0, 5)).toEqual(['About', 'Columns', 'Codes', 'shower', 'storms']);
    expect(sheets.size).toBe(3 + tables.length);
    const about = (sheets.get('About') ?? []).map((row) => row.join(' | ')).join('\n');
    expect(about).toContain("The Rain Office's report");
    expect(about).toContain('The address is a guess.');
    expect(about).toMatch(/shower \| shower \| Table shower \| 7/);
    const columns = (sheets.get('Columns') ?? []).map((row) => row.slice(0, 4));
    expect(columns).toContainEqual(['shower', 'mm', 'decimal', 'millimetres']);
    expect(sheets.get('Codes')?.map((row) => row.slice(0, 2))).toContainEqual(['place', '_T']);
  });

  test('reads back equal: numbers as numbers, texts as texts, nothing where nothing is', async () => {
    const sheets = await sheetsOf(await workbook(description, tables));
    for (const table of tables) {
      const [header, ...rows] = sheets.get(table.schema.name) ?? [];
      expect(header).toEqual(table.schema.fields.map(({ name }) => name));
      expect(rows, table.schema.name).toHaveLength(table.rowCount);
      const values = table.columns.map(cellValues);
      rows.forEach((row, at) => {
        expect(header?.map((_, column) => row[column] ?? null)).toEqual(values.map((each) => each[at]));
      });
    }
    const shower = sheets.get('shower') ?? [];
    expect(shower.find((row) => row[0] === 'B' && row[1] === 2011)?.[2]).toBe(12.5);
  });

  test('holds a number that a spreadsheet would show otherwise as a text', () => {
    const [at] = tabulate({
      schema: schema(
        'cell',
        'evidence',
        [field('at', 'integer', { constraints: { required: true } })],
        ['at'],
      ),
      rows: [{ at: 999_999_999_999_999 }, { at: 1 }],
    }).columns;
    expect(at && cellValues(at)).toEqual([1, 999_999_999_999_999]);
    const mm = tables.find(({ schema: { name } }) => name === 'shower')?.columns[2];
    const values = mm === undefined ? [] : cellValues(mm);
    expect(values).toContain('99999999999999.9999');
    expect(values).toContain(14_180_051.0202);
    expect(values).toContain(null);
  });

  test('makes no formula, date or number of a text, and writes what XML cannot hold as a space', async () => {
    const hard = [
      '=1+1',
      '+1',
      '-2',
      '@x',
      '1-6',
      '116',
      '007',
      'TRUE',
      ' a ',
      'a\u0001b',
      '<&>"',
      'x'.repeat(40_000),
      '#N/A',
      '_x0041_',
    ];
    const bytes = await workbook(description, [textTable(hard)]);
    const rows = (await sheetsOf(bytes)).get('texts') ?? [];
    const read = rows.slice(1).map((row) => row[1]);
    expect(read.slice(0, 9)).toEqual(hard.slice(0, 9));
    expect(read[9]).toBe('a b');
    expect(read[10]).toBe('<&>"');
    expect(String(read[11])).toMatch(/^x+ \[…\]$/);
    expect(String(read[11])).toHaveLength(32_767);
    expect(read.slice(12)).toEqual(['#N/A', '_x0041_']);
    for (const [path, xml] of Object.entries(unzipSync(bytes)))
      if (/sheet\d+\.xml$/.test(path)) expect(strFromU8(xml), path).not.toMatch(/<f[ >]|t="e"/);
  });

  test.runIf(reportIsThere)('has every published table as a sheet', async () => {
    const {
      resources,
    }: { readonly resources: readonly { readonly name: string; readonly format: string }[] } = JSON.parse(
      readFileSync('output/datapackage.json', 'utf8'),
    );
    const published = resources.filter(({ format }) => format === 'csv').map(({ name }) => name.slice(0, 31));
    const sheets = await sheetsOf(readFileSync('output/kz-icescr-2.xlsx'));
    expect([...sheets.keys()].sort()).toEqual(['About', 'Columns', 'Codes', ...published].sort());
    expect(sheets.get('observations')?.[0]).toContain('is_total');
  });

  test('keeps the header of every table in sight', async () => {
    const files = unzipSync(await workbook(description, tables));
    const sheets = Object.keys(files).filter((path) => /worksheets\/sheet\d+\.xml$/.test(path));
    const frozen = sheets.filter((path) =>
      strFromU8(files[path] ?? new Uint8Array()).includes('state="frozen"'),
    );
    expect(frozen).toHaveLength(sheets.length - 1);
  });

  test('is the same bytes again, with no clock in it', async () => {
    const first = await workbook(description, tables);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.compare(first, await workbook(description, tables))).toBe(0);
    const { created: _, ...undated } = description;
    expect((await sheetsOf(await workbook(undated, tables))).get('About')?.flat()).toContain('1.2.3');
  });

  test('is published under the name of the document', async () => {
    const out = join(emptyFolder(), 'output');
    await publish(rainfall(), out);
    const sheets = await sheetsOf(readFileSync(join(out, 'rain-1.xlsx')));
    expect(sheets.get('place')).toHaveLength(4);
  });
});

describe('names of sheets', () => {
  test('are at most 31 characters, each once whatever the case, and none that is taken', () => {
    const long = 'poverty_headcount_by_household_size';
    const names = sheetNames([long, `${long}_2`, 'codes', 'a'], ['Codes']);
    expect([...names.values()]).toEqual([
      'poverty_headcount_by_household_',
      'poverty_headcount_by_househ_2'.slice(0, 31),
      'codes_2',
      'a',
    ]);
  });

  test('columns are counted as spreadsheets do', () => {
    expect([1, 3, 26, 27, 28, 702, 703].map(letters)).toEqual(['A', 'C', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
  });
});

/** A reader of another house: Debian's python3-openpyxl. */
const PYTHON = '/usr/bin/python3';
const hasReader = (() => {
  try {
    execFileSync(PYTHON, ['-c', 'import openpyxl'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.runIf(hasReader)('another reader, openpyxl', () => {
  test('reads the same values in the same types', async () => {
    const file = join(emptyFolder(), 'book.xlsx');
    writeFileSync(file, await workbook(description, tables));
    const program =
      'import json, openpyxl, sys; book = openpyxl.load_workbook(sys.argv[1]); ' +
      'print(json.dumps({s.title: [list(r) for r in s.iter_rows(values_only=True)] for s in book}))';
    const read: Readonly<Record<string, readonly (readonly unknown[])[]>> = JSON.parse(
      execFileSync(PYTHON, ['-c', program, file]).toString(),
    );
    for (const table of tables) {
      const values = table.columns.map(cellValues);
      const rows = Array.from({ length: table.rowCount }, (_, at) => values.map((each) => each[at] ?? null));
      expect(read[table.schema.name]?.slice(1), table.schema.name).toEqual(rows);
    }
  });
});
