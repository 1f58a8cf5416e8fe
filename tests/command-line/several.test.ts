import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { STAGES } from '../../pipeline/build.ts';
import { readArguments } from '../../pipeline/command-line/arguments.ts';
import { INDEX } from '../../pipeline/command-line/outputs-index.ts';
import { publishedOf } from '../../pipeline/command-line/published.ts';
import { type Outcome, run } from '../../pipeline/command-line/stages.ts';
import { summaryJson, summaryTable } from '../../pipeline/command-line/summary.ts';
import { edit, makeProject } from '../made-up-project.ts';
import { emptyFolder, filesOf, makeFolder, removeFolder } from '../publish/folder.ts';

const PROJECT = resolve('.');
let ready = '';
let readyTwo = '';

/** A project of one document, whose output stands there, and one of two, whose outputs do. */
beforeAll(async () => {
  ready = makeProject('family-of-tables');
  process.chdir(ready);
  await etl('update');
  readyTwo = makeFolder();
  cpSync(ready, readyTwo, { recursive: true });
  process.chdir(readyTwo);
  putBeside('orchards');
  await etl('update');
  process.chdir(PROJECT);
});

afterAll(() => Promise.all([removeFolder(ready), removeFolder(readyTwo)]));

/** Each test begins with a copy of the project of one document. */
beforeEach(() => beginWith(ready));

afterEach(() => process.chdir(PROJECT));

function beginWith(project: string): void {
  const folder = emptyFolder();
  cpSync(project, folder, { recursive: true });
  process.chdir(folder);
}

/** Puts a document of another name beside the first one, which is like it. */
function putBeside(name: string): void {
  cpSync('sources/document', `sources/${name}`, { recursive: true });
  edit('.', `sources/${name}/document.yaml`, 'id: document', `id: ${name}`);
}

const told: string[] = [];

async function etl(line: string): Promise<Outcome> {
  const request = readArguments(line.split(' '));
  if (request.kind !== 'run') throw new Error(`"${line}" is no command`);
  told.length = 0;
  return run(
    request.command,
    (stage, document) => told.push(document === undefined ? stage : `${document}: ${stage}`),
    {},
  );
}

const keepOutput = (): void => edit('.', 'sources/document/document.yaml', '\n', '\noutput: output\n');
const kindsOf = (outcome: Outcome): readonly string[] =>
  outcome.kind === 'several' ? outcome.outcomes.map(({ kind, out }) => `${out}: ${kind}`) : [outcome.kind];

describe('documents beside each other', () => {
  test('are each published in a folder of its own, as they would be alone', async () => {
    const alone = filesOf('output');
    putBeside('orchards');
    expect(kindsOf(await etl('update'))).toEqual([
      'outputs/document: published',
      'outputs/orchards: published',
    ]);
    expect(told).toContain('orchards: extract');
    expect(filesOf('outputs/document')).toEqual(alone);
    expect(filesOf('outputs/orchards').get('csv/harvest.csv')).toBe(alone.get('csv/harvest.csv'));
    expect(filesOf('output')).toEqual(alone);
  });

  test('change nothing of one that declares its folder', async () => {
    keepOutput();
    await etl('update');
    const alone = filesOf('output');
    putBeside('orchards');
    edit('.', 'sources/orchards/document.yaml', 'output: output\n', '');
    expect(kindsOf(await etl('update'))).toEqual(['output: up to date', 'outputs/orchards: published']);
    expect(filesOf('output')).toEqual(alone);
  });

  test('are told in an index, with what their packages say and where they stand', async () => {
    keepOutput();
    putBeside('orchards');
    edit('.', 'sources/orchards/document.yaml', 'output: output\n', '');
    await etl('update');
    const { documents } = JSON.parse(readFileSync(INDEX, 'utf8'));
    expect(documents).toMatchObject([
      { name: 'document', version: '0.1.0', datapackage: '../output/datapackage.json' },
      { name: 'orchards', version: '0.1.0', datapackage: 'orchards/datapackage.json' },
    ]);
    for (const { datapackage, title } of documents)
      expect(JSON.parse(readFileSync(`outputs/${datapackage}`, 'utf8')).title).toBe(title);
  });

  test('are up to date one by one: a change of one does nothing to another', async () => {
    beginWith(readyTwo);
    expect(kindsOf(await etl('update'))).toEqual([
      'outputs/document: up to date',
      'outputs/orchards: up to date',
    ]);
    edit('.', 'sources/orchards/tables/harvest.yaml', 'decimals: [1]', 'decimals: [1] # tonnes');
    expect(kindsOf(await etl('update'))).toEqual([
      'outputs/document: up to date',
      'outputs/orchards: published',
    ]);
    expect(told).toEqual(['orchards: validate', 'orchards: publish']);
  });

  test('do not stop each other: what is wrong with one is told, and its output stays', async () => {
    beginWith(readyTwo);
    const before = filesOf('outputs/document');
    edit('.', 'sources/document/tables/harvest.yaml', 'title:', 'titel:');
    edit('.', 'sources/orchards/tables/harvest.yaml', 'decimals: [1]', 'decimals: [1, 2]');
    const outcome = await etl('update');
    expect(kindsOf(outcome)).toEqual(['outputs/orchards: published']);
    expect(outcome).toMatchObject({
      findings: [{ place: { file: 'sources/document/tables/harvest.yaml' } }],
    });
    expect(JSON.parse(summaryJson(outcome, 1))).toMatchObject({ status: 'fault', documents: [{}] });
    expect(filesOf('outputs/document')).toEqual(before);
  });

  test('are asked which is meant, where a command is for one', async () => {
    putBeside('orchards');
    for (const line of ['build --out made', 'build --source a.txt', 'extract', 'publish'])
      await expect(etl(line), line).rejects.toThrow(
        'expected one document, found document, orchards; name one with --document',
      );
    await etl('build --document orchards --out made');
    expect(existsSync('made/orchards.duckdb')).toBe(true);
    for (const stage of STAGES) await etl(`${stage} --document orchards`);
    expect(existsSync('outputs/orchards/orchards.duckdb')).toBe(true);
    expect(existsSync('outputs/document')).toBe(false);
  });

  test('may not declare one folder twice, nor one within another', async () => {
    keepOutput();
    putBeside('orchards');
    const shared = 'a folder of its own for what is published, found output/, where sources/document';
    expect(() => publishedOf('orchards')).toThrow(shared);
    edit('.', 'sources/orchards/document.yaml', 'output: output', 'output: output/orchards');
    expect(() => publishedOf('orchards')).toThrow('found output/orchards/, where sources/document');
    edit('.', 'sources/orchards/document.yaml', 'output: output/orchards', 'output: data/orchards # of mine');
    expect(publishedOf('orchards').out).toBe('data/orchards');
  });

  test('declare it as a line that is seen without reading the rest', async () => {
    edit('.', 'sources/document/document.yaml', '\n', '\noutput: !!str output\n');
    await expect(etl('build')).rejects.toThrow('expected output as a line of its own');
  });
});

describe('any folder', () => {
  test('is a document, published apart from those of the project', async () => {
    const before = filesOf('output');
    mkdirSync('elsewhere');
    cpSync('sources/document', 'elsewhere/orchards', { recursive: true });
    edit('.', 'elsewhere/orchards/document.yaml', 'id: document', 'id: orchards');
    expect(await etl('update --document elsewhere/orchards')).toMatchObject({ out: 'outputs/orchards' });
    expect((await etl('update --document elsewhere/orchards')).kind).toBe('up to date');
    edit('.', 'elsewhere/orchards/tables/harvest.yaml', 'decimals: [1]', 'decimals: [1] # tonnes');
    expect(await etl('update --document elsewhere/orchards')).toMatchObject({ kind: 'published' });
    expect(filesOf('output')).toEqual(before);
  });

  test('is not published over a document of the project that has its name', async () => {
    putBeside('orchards');
    cpSync('sources/orchards', 'elsewhere/orchards', { recursive: true });
    await expect(etl('build --document elsewhere/orchards')).rejects.toThrow(
      'found outputs/orchards/, where sources/orchards is published',
    );
    expect(await etl('build --document elsewhere/orchards --out made')).toMatchObject({ out: 'made' });
  });
});

describe('a project without a document', () => {
  test('has nothing to update, and says what declares one; a build is told', async () => {
    const before = filesOf('output');
    rmSync('sources/document', { recursive: true });
    for (const isThere of [true, false]) {
      if (!isThere) rmSync('sources', { recursive: true });
      const outcome = await etl('update');
      expect(outcome.kind).toBe('no document');
      expect(summaryTable(outcome, 1)).toContain('nothing to do: there is no document under sources/');
      await expect(etl('build')).rejects.toThrow('expected one document, found none');
    }
    expect(filesOf('output')).toEqual(before);
  });
});
