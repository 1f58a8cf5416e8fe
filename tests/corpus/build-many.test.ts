import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildMany, type ManyOutcome } from '../../pipeline/command-line/corpus/build-many.ts';
import { manyJson, manyTable, progressText } from '../../pipeline/command-line/corpus/told.ts';
import { filesOf, makeFolder, removeFolder } from '../publish/folder.ts';
import { editFile, many, queried, writeReports } from './made-up-corpus.ts';

const PROJECT = resolve('.');
const START = resolve('pipeline/command-line/start.mjs');
let folder = '';
let first: ManyOutcome;
const progress: string[] = [];

const build = (...words: Parameters<typeof many>): Promise<ManyOutcome> =>
  buildMany(many(...words), () => undefined);

/** All that stands in a corpus but what tells how the documents were divided. */
function resultOf(corpus: string): ReadonlyMap<string, string> {
  return new Map([...filesOf(corpus)].filter(([path]) => !path.startsWith('shards/')));
}

beforeAll(async () => {
  folder = makeFolder();
  process.chdir(folder);
  writeReports('sources', 6);
  editFile('sources/harvest-1903/report.html', '<td>102.5', '<td>1O2.5');
  first = await buildMany(many('whole', { index: 1, of: 1 }, 2), (done, of, refused) =>
    progress.push(`${done}/${of} ${refused}`),
  );
});

afterAll(() => {
  process.chdir(PROJECT);
  return removeFolder(folder);
});

describe('a build of many documents', () => {
  test('publishes each in partitions of its own, and lists them with their checksums', async () => {
    expect(first).toMatchObject({ documents: 6, kept: 0, refused: 1 });
    expect(progress).toEqual(expect.arrayContaining(['0/6 0', '6/6 1']));
    expect(readdirSync('whole/data/harvest').sort()).toEqual(
      [1901, 1902, 1904, 1905, 1906].map((year) => `document=harvest-${year}`),
    );
    const rows = await queried(
      'whole',
      `select document, orchard, year, tonnes from read_parquet('data/harvest/document=*/part.parquet') where year = 1902 and orchard = 'all' order by all`,
    );
    expect(rows).toEqual([
      ['harvest-1901', 'all', '1902', '154.0'],
      ['harvest-1902', 'all', '1902', '154.0'],
    ]);
    const files = filesOf('whole');
    const listed = [...files.keys()]
      .filter((path) => path.startsWith('documents/'))
      .flatMap(
        (path): { path: string; sha256: string }[] =>
          JSON.parse(readFileSync(join('whole', path), 'utf8')).files,
      );
    expect(listed).toHaveLength(first.files);
    for (const { path, sha256 } of listed) expect(files.get(path)).toBe(sha256);
    const data = [...files.keys()].filter((path) => path.startsWith('data/'));
    expect(listed.map(({ path }) => path).sort()).toEqual(data.sort());
    expect(existsSync('whole/work')).toBe(true);
    expect(readdirSync('whole/work')).toEqual([]);
  });

  test('refuses a poisoned document alone, with its finding in the result', async () => {
    expect(first.findings).toMatchObject([{ place: { file: 'sources/harvest-1903/report.html' } }]);
    const rows = await queried(
      'whole',
      `select document, position, file, found from read_parquet('data/finding/document=*/part.parquet')`,
    );
    expect(rows).toEqual([
      ['harvest-1903', '1', 'sources/harvest-1903/report.html', expect.stringContaining('1O2.5')],
    ]);
    expect(JSON.parse(readFileSync('whole/documents/harvest-1903.json', 'utf8'))).toMatchObject({
      state: 'refused',
      findings: 1,
    });
  });

  test('says what a shard did, with the checksum of every record', () => {
    const shard = JSON.parse(readFileSync('whole/shards/1-of-1.json', 'utf8'));
    const files = filesOf('whole');
    expect(shard).toMatchObject({ shard: { index: 1, of: 1 }, documentsOfAll: 6 });
    for (const { document, record } of shard.documents)
      expect(files.get(`documents/${document}.json`)).toBe(record);
  });

  test('does nothing the second time, and only what has changed the third', async () => {
    cpSync('whole', 'again', { recursive: true, preserveTimestamps: true });
    const before = filesOf('again');
    const times = (): readonly number[] =>
      [...before.keys()].map((path) => statSync(join('again', path)).mtimeMs);
    const unwritten = [...before.keys()].filter((path) => /^(data|documents|schemas)\//.test(path));
    const was = unwritten.map((path) => statSync(join('again', path)).mtimeMs);
    expect(await build('again')).toMatchObject({ kept: 6, refused: 1, files: first.files });
    expect(filesOf('again')).toEqual(before);
    expect(times().length).toBe(before.size);
    expect(unwritten.map((path) => statSync(join('again', path)).mtimeMs)).toEqual(was);
    // A file that was harmed, a folder that is not ours, and a document that is read no more.
    writeFileSync('again/data/harvest/document=harvest-1901/part.parquet', 'PAR1');
    writeFileSync('again/data/harvest/document=harvest-1904/notes.txt', 'of mine');
    editFile('sources/harvest-1904/codelists/orchard.csv', 'South slope', 'South side');
    expect(await build('again')).toMatchObject({ kept: 4, refused: 2 });
    editFile('sources/harvest-1904/codelists/orchard.csv', 'South side', 'South slope');
    expect(readdirSync('again/data/harvest/document=harvest-1904')).toEqual(['notes.txt']);
    expect(existsSync('again/data/cell/document=harvest-1904')).toBe(false);
    expect(filesOf('again').get('data/harvest/document=harvest-1901/part.parquet')).toBe(
      before.get('data/harvest/document=harvest-1901/part.parquet'),
    );
    expect(await build('again')).toMatchObject({ kept: 5, refused: 1 });
    expect(existsSync('again/data/finding/document=harvest-1904')).toBe(false);
    expect(readFileSync('again/data/harvest/document=harvest-1904/notes.txt', 'utf8')).toBe('of mine');
  });

  test('comes to the same bytes in shards, each of which starts twice at once in one folder', async () => {
    const shards = [1, 2].flatMap((index) => [index, index]);
    await Promise.all(shards.map((index) => build('shards', { index, of: 2 })));
    expect(resultOf('shards')).toEqual(resultOf('whole'));
    expect(readdirSync('shards/shards').sort()).toEqual([1, 2].map((index) => `${index}-of-2.json`));
    expect(readdirSync('shards/work')).toEqual([]);
  });

  test('goes on where one was killed: nothing is lost, nothing is there twice', async () => {
    // On a busy machine a build may end before it is killed: it is tried until one was killed on its way.
    const tries = [1, 2, 3, 4, 5].map((attempt) => `killed-${attempt}`);
    let killed = '';
    while (killed === '' || (existsSync(join(killed, 'shards')) && tries.length > 0)) {
      killed = tries.shift() ?? '';
      await killOnTheWay(killed);
    }
    expect(existsSync(join(killed, 'shards'))).toBe(false);
    await build(killed);
    expect(resultOf(killed)).toEqual(resultOf('whole'));
    expect(readdirSync(join(killed, 'work'))).toEqual([]);
  });
});

/** Starts a build into a folder and kills it, with all its processes, when it is at its second document. */
async function killOnTheWay(out: string): Promise<void> {
  const words = ['build', '--documents', 'sources/*/document.yaml', '--out', out, '--workers', '1'];
  const killed = spawn(process.execPath, [START, ...words], { detached: true, stdio: 'ignore' });
  const ended = once(killed, 'exit');
  const documents = join(out, 'documents');
  while (killed.exitCode === null && !(existsSync(documents) && readdirSync(documents).length > 1))
    await after(5);
  if (killed.exitCode === null) process.kill(-(killed.pid ?? 0), 'SIGKILL');
  await ended;
  for (let left = 1000; left > 0 && isThereOf(killed.pid ?? 0); left -= 1) await after(5);
}

/** Whether any process of a group is there; one that is killed is not gone at once. */
function isThereOf(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

describe('what many documents are built into', () => {
  test('is no folder of anything else, and is not made for nothing', async () => {
    mkdirSync('mine');
    writeFileSync('mine/letter.txt', 'of mine');
    await expect(build('mine')).rejects.toThrow(
      'expected a folder of a corpus, or an empty one, found letter.txt',
    );
    expect(readdirSync('mine')).toEqual(['letter.txt']);
    await expect(build('.')).rejects.toThrow('the current folder');
    await expect(build('none', { index: 9, of: 9 })).rejects.toThrow('6 documents, so that it has none');
    await expect(buildMany({ ...many('none'), pattern: 'nowhere/*' }, () => undefined)).rejects.toThrow(
      'expected files document.yaml, found no file',
    );
    await expect(
      buildMany({ ...many('none'), pattern: 'sources/*/report.html' }, () => undefined),
    ).rejects.toThrow('expected files document.yaml, found sources/harvest-1901/report.html');
    cpSync('sources/harvest-1901', 'other/harvest-1901', { recursive: true });
    await expect(
      buildMany({ ...many('none'), pattern: '{sources,other}/*/document.yaml' }, () => undefined),
    ).rejects.toThrow('found harvest-1901 in other/harvest-1901 and in sources/harvest-1901');
  });
});

describe('what is told', () => {
  test('on a terminal is the rate and the time that is left', () => {
    expect(progressText(0, 10, 0, 0)).toBe('0 of 10 documents');
    expect(progressText(20, 1000, 2, 10)).toBe(
      '20 of 1000 documents (2 refused), 2.0 a second, 8 min 10 s left',
    );
    expect(progressText(10, 10, 0, 4)).toBe('10 of 10 documents, 2.5 a second');
    expect(progressText(1, 10_000, 0, 1)).toContain('2 h 46 min left');
  });

  test('at the end is a short table, or one object', () => {
    expect(manyTable(first, 2)).toContain('refused       1: see data/finding');
    expect(JSON.parse(manyJson(first, 2))).toMatchObject({ status: 'refused', documents: 6, refused: 1 });
  });
});
