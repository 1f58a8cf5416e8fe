import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildMany } from '../../pipeline/command-line/corpus/build-many.ts';
import { merge } from '../../pipeline/command-line/corpus/merge.ts';
import { makeFolder, removeFolder } from '../publish/folder.ts';
import { many, queried, writeText } from './made-up-corpus.ts';

const PROJECT = resolve('.');
const ON_TREES = 'Бақтар "Ағаштар туралы" 2007 жылғы 27 шілдедегі № 319 Заңға сәйкес өседі.';
const DECREE = 'Олар 2014 жылғы 26 желтоқсандағы № 986 Жарлықпен қорғалады.';
const OF_A_DAY = 'Бұл 2012 жылғы 16 қарашадағы Заңда айтылған.';
let folder = '';

beforeAll(async () => {
  folder = makeFolder();
  process.chdir(folder);
  writeText('sources', { name: 'first', year: 2015, paragraphs: [ON_TREES, DECREE, ON_TREES, OF_A_DAY] });
  writeText('sources', {
    name: 'second',
    year: 2016,
    paragraphs: [DECREE, ON_TREES.replace('Ағаштар', 'Гүлдер'), OF_A_DAY, DECREE.replace('986', '987')],
  });
  writeFileSync('corpus.yaml', 'title: Orchards\ndimensions: [act]\n');
  await buildMany(many('corpus'), () => undefined);
  await merge({ folder: 'corpus', corpus: 'corpus.yaml', isPruning: false, quiet: true, json: false });
});

afterAll(() => {
  process.chdir(PROJECT);
  return removeFolder(folder);
});

describe('the acts that several documents cite', () => {
  test('stand once, each with the paragraphs of every document that lead to it, and others apart', async () => {
    const led = await queried(
      'corpus',
      `select a.act, a.number, a.documents, r.document, r.paragraph from 'catalogue/act.parquet' a
       join read_parquet('data/legal_reference/*/part.parquet', hive_partitioning = true) r using (act) order by all`,
    );
    expect(led).toEqual([
      ['decree_986_2014_12_26', '986', '2', 'first', '2'],
      ['decree_986_2014_12_26', '986', '2', 'second', '1'],
      ['decree_987_2014_12_26', '987', '1', 'second', '4'],
      ['law_319_2007_07_27', '319', '2', 'first', '1'],
      ['law_319_2007_07_27', '319', '2', 'first', '3'],
      ['law_319_2007_07_27', '319', '2', 'second', '2'],
    ]);
  });

  test('of whose names they differ are told, and have the later name', async () => {
    expect(
      await queried(
        'corpus',
        `select check_id, left_value, right_value, verdict from 'catalogue/check_result_across.parquet'`,
      ),
    ).toEqual([['act.title_kk:law_319_2007_07_27@second', 'Ағаштар туралы', 'Гүлдер туралы', 'broken']]);
    expect(
      await queried('corpus', `select title_kk from 'catalogue/act.parquet' where number = '319'`),
    ).toEqual([['Гүлдер туралы']]);
  });

  test('are left to their documents where a date alone is cited, which two acts may have', async () => {
    const rows = await queried(
      'corpus',
      `attach 'corpus/catalogue/corpus.duckdb' as corpus (read_only);
       select document, act, "references" from corpus.act_of_document where number is null order by all`,
    );
    expect(rows).toEqual([
      ['first', 'law_2012_11_16', '1'],
      ['second', 'law_2012_11_16', '1'],
    ]);
  });

  test('are not counted as one document cites them', async () => {
    const columns = await queried('corpus', `describe from 'catalogue/act.parquet'`);
    expect(columns.map(([name]) => name)).toEqual([
      ...['act', 'act_type', 'issuer', 'number', 'date', 'title_kk', 'register_id', 'register_id_basis'],
      ...['title_basis', 'documents'],
    ]);
  });
});
