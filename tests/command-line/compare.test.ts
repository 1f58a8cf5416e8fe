import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readArguments } from '../../pipeline/command-line/arguments.ts';
import { editionsText } from '../../pipeline/command-line/compare/editions-text.ts';
import { readOutput } from '../../pipeline/command-line/compare/output.ts';
import { compareEditions, type Editions } from '../../pipeline/command-line/compare/revisions.ts';
import { run } from '../../pipeline/command-line/stages.ts';
import { editFile, writeReport } from '../corpus/made-up-corpus.ts';
import { makeFolder, removeFolder } from '../publish/folder.ts';

const PROJECT = resolve('.');
let folder = '';
let editions: Editions;

async function build(line: string): Promise<void> {
  const request = readArguments(line.split(' '));
  if (request.kind !== 'run') throw new Error(`"${line}" is no build`);
  await run(request.command, () => undefined, {});
}

beforeAll(async () => {
  folder = makeFolder();
  process.chdir(folder);
  const name = 'harvest';
  writeReport('first', {
    name,
    years: [2001, 2002],
    tonnes: { north: ['10.0', '11.2'], south: ['5.0', '6'], all: ['15.0', '17.2'] },
    isProvisional: true,
  });
  writeReport('second', {
    name,
    years: [2001, 2003],
    tonnes: { north: ['10.0', '11.5', '12.0'], south: ['5', '6.3', '*'], all: ['15.0', '17.8', '20'] },
  });
  editFile('second/harvest/document.yaml', 'version: 1.0.0', 'version: 2.0.0');
  await build('build --document first/harvest --out made/first');
  await build('build --document second/harvest --out made/second');
  editions = compareEditions(readOutput('made/first'), readOutput('made/second'));
});

afterAll(() => {
  process.chdir(PROJECT);
  return removeFolder(folder);
});

describe('two editions of a report', () => {
  test('are compared value by value: what was revised, what was only rounded otherwise, what came', () => {
    const [harvest, ...others] = editions.tables;
    expect(others).toEqual([]);
    expect(harvest).toMatchObject({ table: 'harvest', gone: [], otherwise: [] });
    expect(harvest?.revised).toEqual([
      {
        key: 'all.2002',
        column: 'tonnes',
        old: '17.2',
        next: '17.8',
        difference: '0.6',
        wasProvisional: true,
      },
      { key: 'all.2002', column: 'obs_status', old: 'P', next: 'A', wasProvisional: true },
      {
        key: 'north.2002',
        column: 'tonnes',
        old: '11.2',
        next: '11.5',
        difference: '0.3',
        wasProvisional: true,
      },
      { key: 'north.2002', column: 'obs_status', old: 'P', next: 'A', wasProvisional: true },
      { key: 'south.2002', column: 'obs_status', old: 'P', next: 'A', wasProvisional: true },
    ]);
    expect(harvest?.reprinted).toEqual([
      {
        key: 'south.2001',
        column: 'tonnes',
        old: '5.0',
        next: '5',
        difference: '0.0',
        wasProvisional: false,
      },
      { key: 'south.2002', column: 'tonnes', old: '6', next: '6.3', difference: '0.3', wasProvisional: true },
    ]);
    expect(harvest?.added).toEqual(['all.2003', 'north.2003', 'south.2003']);
    expect(editions).toMatchObject({ old: { version: '1.0.0' }, next: { version: '2.0.0' } });
  });

  test('are told by table and key', () => {
    expect(editionsText(editions).split('\n')).toEqual([
      'made/first (1.0.0) -> made/second (2.0.0)',
      'harvest: 5 revised, 2 printed otherwise, 3 rows came',
      '  all.2002 tonnes: 17.2 -> 17.8 (+0.6; was provisional)',
      '  all.2002 obs_status: P -> A (was provisional)',
      '  north.2002 tonnes: 11.2 -> 11.5 (+0.3; was provisional)',
      '  north.2002 obs_status: P -> A (was provisional)',
      '  south.2002 obs_status: P -> A (was provisional)',
      '  south.2001 tonnes: 5.0 -> 5 (+0.0), by rounding',
      '  south.2002 tonnes: 6 -> 6.3 (+0.3; was provisional), by rounding',
      '  all.2003: came',
      '  north.2003: came',
      '  south.2003: came',
      '6 values compared: 2 are the same, 2 revised, 2 printed otherwise',
    ]);
  });

  test('that are one say so, and the other way round it is told the other way round', () => {
    const first = readOutput('made/first');
    expect(compareEditions(first, first)).toMatchObject({ tables: [], compared: 6, same: 6 });
    const back = compareEditions(readOutput('made/second'), first).tables[0];
    expect(back?.gone).toEqual(['all.2003', 'north.2003', 'south.2003']);
    expect(back?.revised[0]).toMatchObject({ old: '17.8', next: '17.2', difference: '-0.6' });
  });

  test('whose units differ are not compared there: a thousand persons are no persons', () => {
    const first = readOutput('made/first');
    const table = first.tables.get('harvest');
    if (table === undefined) throw new Error('there is no harvest');
    const fields = table.fields.map((field) =>
      field.name === 'tonnes' ? { ...field, unit: 'kilograms' } : field,
    );
    const rows = table.rows.map((row) => ({ ...row, tonnes: `${row.tonnes}000` }));
    const other = { ...first, tables: new Map([...first.tables, ['harvest', { ...table, fields, rows }]]) };
    expect(compareEditions(first, other).tables).toEqual([
      {
        table: 'harvest',
        revised: [],
        reprinted: [],
        added: [],
        gone: [],
        otherwise: ['unit of tonnes: none -> kilograms'],
      },
    ]);
  });

  test('need two folders that were built', () => {
    expect(() => readOutput('first')).toThrow('datapackage.json');
  });
});
