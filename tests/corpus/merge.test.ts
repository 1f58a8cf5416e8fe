import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildMany } from '../../pipeline/command-line/corpus/build-many.ts';
import { type MergeOutcome, merge } from '../../pipeline/command-line/corpus/merge.ts';
import { mergeJson, mergeTable } from '../../pipeline/command-line/corpus/told.ts';
import { filesOf, makeFolder, removeFolder } from '../publish/folder.ts';
import { editFile, many, queried, writeReport } from './made-up-corpus.ts';

const PROJECT = resolve('.');
const CORPUS = `id: harvests
title: Harvests of the orchards
checks:
  - id: harvest
    kind: same
    tables: [{ table: harvest }]
    keys: [orchard, year]
    value: tonnes
    because: A harvest is weighed once.
  - id: goes_on
    kind: continues
    tables: [{ table: harvest }]
    keys: [orchard]
    value: year
    because: There is a report every year.
revisions:
  - check: harvest
    document: harvest-c
    where: { orchard: [north, all], year: [2003] }
    because: The scales of the north were wrong.
`;
let folder = '';
let first: MergeOutcome;

const build = (out: string, index = 1, of = 1): Promise<unknown> =>
  buildMany(many(out, { index, of }), () => undefined);

const merged = (
  out: string,
  isPruning = false,
  corpus: string | undefined = 'corpus.yaml',
): Promise<MergeOutcome> => merge({ folder: out, corpus, isPruning, quiet: true, json: false });

/** All that stands in a corpus but what tells how the documents were divided. */
const resultOf = (corpus: string): ReadonlyMap<string, string> =>
  new Map([...filesOf(corpus)].filter(([path]) => !path.startsWith('shards/')));

/** A copy of the merged corpus, to do something to. */
function copied(name: string): string {
  cpSync('whole', name, { recursive: true });
  return name;
}

beforeAll(async () => {
  folder = makeFolder();
  process.chdir(folder);
  const report = (
    name: string,
    year: number,
    tonnes: Readonly<Record<string, readonly string[]>>,
    more = {},
  ) => writeReport('sources', { name, years: [year, year + 1], tonnes, ...more });
  report('harvest-a', 2001, { north: ['10.0', '11.2'], south: ['5.0', '6.0'], all: ['15.0', '17.2'] });
  report('harvest-b', 2002, { north: ['11', '12.0'], south: ['6.0', '7.0'], all: ['17.0', '19.0'] });
  report(
    'harvest-c',
    2003,
    { north: ['12.5', '13.0'], south: ['7.2', '8.0'], all: ['19.7', '21.0'] },
    { isProvisional: true },
  );
  report(
    'harvest-d',
    2004,
    { north: ['13.3', '14.0'], all: ['21.3', '14.0'] },
    { labels: { north: 'Hill' } },
  );
  // A poisoned one, between the others.
  report('harvest-e', 2005, { north: ['x', '1'], south: ['1', '1'], all: ['2', '2'] });
  writeFileSync('corpus.yaml', CORPUS);
  editFile(
    'sources/harvest-d/tables/harvest.yaml',
    'says: harvest[orchard=all] = sum(harvest[orchard≠all])',
    'says: harvest[orchard=all] >= harvest[orchard=north]',
  );
  editFile('sources/harvest-d/tables/harvest.yaml', 'kind: sum', 'kind: bound');
  await build('whole');
  first = await merged('whole');
});

afterAll(() => {
  process.chdir(PROJECT);
  return removeFolder(folder);
});

describe('a merge', () => {
  test('of shards comes to the bytes of one run', async () => {
    await Promise.all([1, 2].map((index) => build('shards', index, 2)));
    await merged('shards');
    expect(resultOf('shards')).toEqual(resultOf('whole'));
    await merged('shards');
    expect(resultOf('shards')).toEqual(resultOf('whole'));
    expect(readdirSync('shards').sort()).toEqual(
      [
        'catalogue',
        'corpus.json',
        'data',
        'datapackage.json',
        'documents',
        'schemas',
        'shards',
        'work',
      ].sort(),
    );
  });

  test('counts the documents, and those that were refused with their findings', async () => {
    expect(first).toMatchObject({ documents: 5, published: 4, refused: 1, findings: 1, isOfToday: true });
    expect(mergeTable(first, 1)).toContain('documents           5: 4 published, 1 refused');
    expect(JSON.parse(mergeJson(first, 1))).toMatchObject({ status: 'merged', across: first.across });
    expect(
      await queried(
        'whole',
        "select document, position, state from 'catalogue/document.parquet' order by position",
      ),
    ).toEqual([
      ['harvest-e', '1', 'refused'],
      ['harvest-a', '2', 'published'],
      ['harvest-b', '3', 'published'],
      ['harvest-c', '4', 'published'],
      ['harvest-d', '5', 'published'],
    ]);
  });

  test('makes a DuckDB file whose views read the partitions, wherever the folder is', async () => {
    cpSync('whole', 'moved/elsewhere', { recursive: true });
    const answers = await queried(
      'moved/elsewhere',
      `attach 'moved/elsewhere/catalogue/corpus.duckdb' as corpus (read_only);
       select h.document, sum(tonnes), max(title), (select count(*) from corpus.finding)
       from corpus.harvest h join corpus.document using (document) where orchard = 'all' group by 1 order by 1 limit 1`,
    );
    expect(answers).toEqual([['harvest-a', '32.2', 'Harvest of the orchards, 2002', '1']]);
    const all = await queried(
      'moved/elsewhere',
      `attach 'moved/elsewhere/catalogue/corpus.duckdb' as corpus (read_only);
       select count(*), count(distinct document) from corpus.cell`,
    );
    expect(all).toEqual([[expect.any(String), '4']]);
  });

  test('describes all of it in one package, whose checksums are those of the files', () => {
    const { name, resources, partitions } = JSON.parse(readFileSync('whole/datapackage.json', 'utf8'));
    const files = filesOf('whole');
    expect(name).toBe('harvests');
    const named = new Map(resources.map((each: { name: string }) => [each.name, each]));
    expect(named.get('harvest')).toMatchObject({
      path: ['a', 'b', 'c', 'd'].map((each) => `data/harvest/document=harvest-${each}/part.parquet`),
      schema: { primaryKey: ['document', 'orchard', 'year'] },
    });
    for (const { path, hash } of resources as { path: string | string[]; hash?: string }[]) {
      for (const file of [path].flat()) expect(files.has(file), file).toBe(true);
      if (typeof path === 'string') expect(hash).toBe(`sha256:${files.get(path)}`);
    }
    expect(partitions).toContainEqual({
      table: 'harvest',
      path: 'data/harvest/document=*/part.parquet',
      rows: 22,
      files: 4,
    });
  });
});

describe('what documents print of one thing', () => {
  const across = async (where: string): Promise<readonly (readonly unknown[])[]> =>
    queried(
      'whole',
      `select check_id, left_value, right_value, difference, tolerance, verdict, reason
       from 'catalogue/check_result_across.parquet' where ${where} order by check_id`,
    );

  test('is one number, or what rounding, a known revision or a provisional value explains, or broken', async () => {
    expect(await across("kind = 'equality'")).toEqual([
      ['harvest:all.2002@harvest-b', '17.2', '17.0', 0.2, 0, 'broken', null],
      [
        'harvest:all.2003@harvest-c',
        '19.0',
        '19.7',
        -0.7,
        0,
        'revised',
        'The scales of the north were wrong.',
      ],
      ['harvest:all.2004@harvest-d', '21.0', '21.3', -0.3, 0, 'revised', 'marked as provisional before'],
      ['harvest:north.2002@harvest-b', '11.2', '11.0', 0.2, 0.55, 'rounding', null],
      [
        'harvest:north.2003@harvest-c',
        '12.0',
        '12.5',
        -0.5,
        0,
        'revised',
        'The scales of the north were wrong.',
      ],
      ['harvest:north.2004@harvest-d', '13.0', '13.3', -0.3, 0, 'revised', 'marked as provisional before'],
      ['harvest:south.2002@harvest-b', '6.0', '6.0', 0, 0, 'holds', null],
      ['harvest:south.2003@harvest-c', '7.0', '7.2', -0.2, 0, 'broken', null],
    ]);
  });

  test('goes on in the next document, and a series that does not is told', async () => {
    const rows = await across("kind = 'continuity' and verdict = 'broken'");
    expect(rows).toEqual([
      ['goes_on:south@harvest-d', '2004', null, null, 1, 'broken', 'the next document has not the series'],
    ]);
    expect(await across("kind = 'continuity' and verdict = 'holds'")).toHaveLength(8);
  });

  test('has codes that documents share, and where one says otherwise it is told', async () => {
    expect(
      await queried(
        'whole',
        `select orchard, name, documents from 'catalogue/orchard.parquet' order by orchard`,
      ),
    ).toEqual([
      ['all', 'All', '4'],
      ['north', 'Hill', '4'],
      ['south', 'South slope', '3'],
    ]);
    expect(await across("kind = 'text'")).toEqual([
      ['orchard.name:north@harvest-d', 'North slope', 'Hill', null, null, 'broken', null],
    ]);
    expect(first.across).toEqual({ broken: 4, holds: 9, revised: 4, rounding: 1 });
  });
});

describe('the partitions', () => {
  test('have in every file of a table the same types, with the smallest and the largest value of each group', async () => {
    for (const document of ['harvest-a', 'harvest-b']) {
      const file = await asyncBufferFromFile(`whole/data/harvest/document=${document}/part.parquet`);
      const metadata = await parquetMetadataAsync(file);
      const types = metadata.schema
        .slice(1)
        .map(({ name, type, converted_type, precision, scale }) => [
          name,
          type,
          converted_type,
          precision,
          scale,
        ]);
      expect(types).toEqual([
        ['orchard', 'BYTE_ARRAY', 'UTF8', undefined, undefined],
        ['year', 'INT64', 'INT_64', undefined, undefined],
        ['tonnes', 'FIXED_LEN_BYTE_ARRAY', 'DECIMAL', 38, 1],
        ['obs_status', 'BYTE_ARRAY', 'UTF8', undefined, undefined],
        ['notes', 'BYTE_ARRAY', 'UTF8', undefined, undefined],
        ['cell_id', 'BYTE_ARRAY', 'UTF8', undefined, undefined],
      ]);
      expect(metadata.row_groups).toHaveLength(1);
      const year = metadata.row_groups[0]?.columns[1]?.meta_data?.statistics;
      expect([year?.min_value, year?.max_value]).toEqual(
        document === 'harvest-a' ? [2001n, 2002n] : [2002n, 2003n],
      );
      const rows = await parquetReadObjects({ file, compressors });
      expect(rows).toHaveLength(6);
      expect(rows[0]).toMatchObject({ orchard: 'all', tonnes: document === 'harvest-a' ? 15 : 17 });
    }
  });

  test('are left unread by who asks for one document or for other years', async () => {
    const [[plan] = []] = [
      await queried(
        'whole',
        `explain analyze select * from read_parquet('data/harvest/*/part.parquet', hive_partitioning = true) where document = 'harvest-c'`,
      ),
    ];
    expect(String(plan?.[1] ?? plan)).toMatch(/Total Files Read: 1\b/);
  });
});

describe('a merge refuses, and says what to do,', () => {
  const refused = async (corpus: string, message: string | RegExp): Promise<void> => {
    const before = filesOf(corpus);
    await expect(merged(corpus)).rejects.toThrow(message);
    expect(filesOf(corpus)).toEqual(before);
  };

  test('a shard of last week beside one of today', async () => {
    const corpus = copied('last-week');
    editFile(`${corpus}/shards/1-of-1.json`, '"program": "', '"program": "0');
    await refused(
      corpus,
      "build it again (etl build --documents 'sources/*/document.yaml' --shard 1/1 --out last-week)",
    );
  });

  test('a corpus of which a shard is missing', async () => {
    cpSync('shards', 'half', { recursive: true });
    rmSync('half/shards/1-of-2.json');
    await refused('half', /2 of them; 1 of 2 shards are missing, the first is 1\/2; build it: etl build/);
  });

  test('documents that have changed since, or that came or went', async () => {
    const corpus = copied('changed');
    cpSync('sources', 'kept', { recursive: true });
    editFile('sources/harvest-a/report.html', '<h1>Harvest</h1>', '<h1>Harvest</h1> ');
    await refused(corpus, 'expected what sources/harvest-a is today, found a document that was built before');
    rmSync('sources/harvest-a', { recursive: true });
    await refused(corpus, 'found one of other documents');
    rmSync('sources', { recursive: true });
    expect(await merged(corpus)).toMatchObject({ isOfToday: false, documents: 5 });
    cpSync('kept', 'sources', { recursive: true });
  });

  test('a file that is not as it was written, is gone, or is listed by nobody', async () => {
    const corpus = copied('harmed');
    const part = `${corpus}/data/harvest/document=harvest-a/part.parquet`;
    const before = readFileSync(part);
    writeFileSync(part, before.subarray(1));
    await refused(corpus, 'expected the files that it lists, found one that is not there or is another');
    rmSync(part);
    await refused(corpus, 'expected the files that it lists');
    writeFileSync(part, before);
    mkdirSync(`${corpus}/data/harvest/document=mine`);
    writeFileSync(`${corpus}/data/harvest/document=mine/part.parquet`, 'of mine');
    await refused(corpus, /document=mine\/part.parquet.*\n.*found another one; move it away/);
  });

  test('what is no corpus, and declarations that do not fit', async () => {
    mkdirSync('empty');
    await expect(merged('empty')).rejects.toThrow(
      'expected a folder of a corpus, found no corpus.json in it',
    );
    expect(readdirSync('empty')).toEqual([]);
    const wrong = async (find: string, replace: string, message: string): Promise<void> => {
      writeFileSync('wrong.yaml', CORPUS);
      editFile('wrong.yaml', find, replace);
      await expect(merged('whole', false, 'wrong.yaml')).rejects.toThrow(message);
    };
    await wrong('table: harvest', 'table: harvests', 'expected a table of the corpus, found harvests');
    await wrong('value: tonnes', 'value: tons', 'expected a column of harvest, found tons');
    await wrong('check: harvest', 'check: harvests', 'expected the id of a check of kind same');
    await wrong(
      'document: harvest-c',
      'document: harvest-x',
      'expected a document of the corpus, found harvest-x',
    );
    await wrong('year: [2003]', 'year: [1999]', 'found none that this revision explains');
    await wrong(
      'title: H',
      'dimensions: [orchards]\ntitle: H',
      'expected a table of the corpus as a dimension',
    );
    await wrong('kind: same', 'kind: equal', 'wrong.yaml:5');
    expect(resultOf('whole').get('catalogue/SHA256SUMS')).toBeDefined();
  });
});

describe('--prune', () => {
  test('takes away by their lists what is not of today, and nothing else', async () => {
    const corpus = copied('pruned');
    cpSync('sources/harvest-a', 'gone/harvest-a', { recursive: true });
    writeFileSync(`${corpus}/data/harvest/document=harvest-a/mine.txt`, 'of mine');
    rmSync('sources/harvest-a', { recursive: true });
    renameSync(`${corpus}/shards/1-of-1.json`, `${corpus}/shards/1-of-9.json`);
    await build(corpus);
    await expect(merged(corpus)).rejects.toThrow('1-of-9.json');
    await expect(merged(corpus, true)).rejects.toThrow('move it away');
    expect(existsSync(join(corpus, 'documents/harvest-a.json'))).toBe(false);
    expect(readdirSync(`${corpus}/data/harvest/document=harvest-a`)).toEqual(['mine.txt']);
    rmSync(`${corpus}/data/harvest/document=harvest-a`, { recursive: true });
    expect(await merged(corpus, true)).toMatchObject({ documents: 4, pruned: [] });
    cpSync('gone/harvest-a', 'sources/harvest-a', { recursive: true });
  });
});
