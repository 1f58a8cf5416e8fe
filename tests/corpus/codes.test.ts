import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildMany } from '../../pipeline/command-line/corpus/build-many.ts';
import { merge } from '../../pipeline/command-line/corpus/merge.ts';
import { makeFolder, removeFolder } from '../publish/folder.ts';
import { many, queried, writeReport } from './made-up-corpus.ts';

const PROJECT = resolve('.');
const TONNES: Readonly<Record<string, readonly string[]>> = {
  north: ['1.0', '2.0'],
  south: ['3.0', '4.0'],
  all: ['4.0', '6.0'],
};
const FIELDS = [
  ['orchard', 'string'],
  ['name', 'string'],
  ['position', 'integer'],
  ['planted', 'integer'],
  ['hectares', 'number'],
  ['watered', 'boolean'],
] as const;
let folder = '';

/** A report whose orchards are described by numbers and truths besides their names, and printed in their order. */
function report(name: string, year: number, orchards: readonly string[]): void {
  const codes = orchards.map((orchard) => orchard.split(',')[0] ?? '');
  const tonnes = Object.fromEntries(codes.map((code) => [code, TONNES[code] ?? []]));
  writeReport('sources', { name, years: [year, year + 1], tonnes });
  const own = join('sources', name);
  const fields = FIELDS.map(([field, type]) => ({
    name: field,
    type,
    title: field,
    description: field,
    ...(type === 'number' && { scale: 1 }),
  }));
  mkdirSync(join(own, 'schemas'));
  writeFileSync(
    join(own, 'schemas/orchard.json'),
    JSON.stringify({
      ...{ name: 'orchard', title: 'Orchards', description: 'Made up.', kind: 'codelist' },
      ...{ fields, primaryKey: ['orchard'] },
    }),
  );
  const header = FIELDS.map(([field]) => field).join();
  writeFileSync(join(own, 'codelists/orchard.csv'), `${header}\n${orchards.join('\n')}\n`);
}

beforeAll(async () => {
  folder = makeFolder();
  process.chdir(folder);
  report('first', 2001, [
    'north,North slope,1,1950,2.5,true',
    'south,South slope,2,1960,4.0,false',
    'all,All,3,,,',
  ]);
  report('second', 2002, [
    'all,All,1,,,',
    'north,North slope,2,1950,2.5,true',
    'south,South slope,3,1961,4.4,true',
  ]);
  report('third', 2003, ['all,All,1,,,', 'north,North slope,2,,,', 'south,South slope,3,1961,4.4,true']);
  await buildMany(many('corpus'), () => undefined);
  await merge({ folder: 'corpus', corpus: undefined, isPruning: false, quiet: true, json: false });
});

afterAll(() => {
  process.chdir(PROJECT);
  return removeFolder(folder);
});

describe('the codes that documents share', () => {
  test('are told where a number or a truth of one differs, each once, its place in a list aside', async () => {
    expect(
      await queried(
        'corpus',
        `select check_id, kind, left_document, left_value, right_value, difference, tolerance, verdict
         from 'catalogue/check_result_across.parquet' order by check_id`,
      ),
    ).toEqual([
      ['orchard.hectares:south@second', 'value', 'first', '4.0', '4.4', -0.4, 0, 'broken'],
      ['orchard.planted:south@second', 'value', 'first', '1960', '1961', -1, 0, 'broken'],
      ['orchard.watered:south@second', 'value', 'first', 'false', 'true', null, null, 'broken'],
    ]);
  });

  test('have what the last document says that says anything', async () => {
    expect(await queried('corpus', `from 'catalogue/orchard.parquet' order by orchard`)).toEqual([
      ['all', 'All', '1', null, null, null, '3'],
      ['north', 'North slope', '2', '1950', '2.5', true, '3'],
      ['south', 'South slope', '3', '1961', '4.4', true, '3'],
    ]);
  });
});
