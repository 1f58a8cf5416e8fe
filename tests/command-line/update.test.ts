import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { STAGES } from '../../pipeline/build.ts';
import { readArguments } from '../../pipeline/command-line/arguments.ts';
import { publishedOf } from '../../pipeline/command-line/published.ts';
import { run } from '../../pipeline/command-line/stages.ts';
import { engineDigest, inputsDigest, isUpToDate } from '../../pipeline/command-line/up-to-date.ts';
import { sha256 } from '../../pipeline/page/sha256.ts';
import { edit, makeProject } from '../made-up-project.ts';
import { emptyFolder, filesOf, removeFolder } from '../publish/folder.ts';

const PROJECT = resolve('.');
const LAYOUT = 'sources/document/tables/harvest.yaml';
const SOURCE = 'sources/document/input.txt';
const HEAD = 'sources/document/document.yaml';
let ready = '';

/** A project whose output is up to date: each test begins with a copy of it. */
beforeAll(async () => {
  ready = makeProject('family-of-tables');
  process.chdir(ready);
  await redone();
});

afterAll(() => {
  process.chdir(PROJECT);
  return removeFolder(ready);
});

beforeEach(() => {
  const folder = emptyFolder();
  cpSync(ready, folder, { recursive: true });
  process.chdir(folder);
});

afterEach(() => process.chdir(ready));

/** Runs an update and tells which stages it had to run again. */
async function redone(line = 'update'): Promise<readonly string[]> {
  const request = readArguments(line.split(' '));
  if (request.kind !== 'run') throw new Error(`"${line}" is no command`);
  const told: string[] = [];
  const outcome = await run(request.command, (stage) => told.push(stage), {});
  if (request.command.name === 'update' && outcome.kind === 'published') expect(outcome.redone).toEqual(told);
  return outcome.kind === 'up to date' ? [outcome.kind] : told;
}

describe('an update', () => {
  test('comes to the same output as a build', async () => {
    await redone('build --out built');
    rmSync('output', { recursive: true });
    rmSync('build', { recursive: true });
    expect(await redone()).toEqual([...STAGES]);
    expect(filesOf('output')).toEqual(filesOf('built'));
  });

  test('does nothing when nothing has changed, or nothing but dates', async () => {
    expect(await redone()).toEqual(['up to date']);
    const before = filesOf('.');
    for (const path of before.keys()) utimesSync(path, new Date('2000-01-01'), new Date('2100-01-01'));
    expect(await redone()).toEqual(['up to date']);
    expect(filesOf('.')).toEqual(before);
  });

  test('does nothing when a change is taken back', async () => {
    edit('.', LAYOUT, 'decimals: [1]', 'decimals: [1, 2]');
    edit('.', LAYOUT, 'decimals: [1, 2]', 'decimals: [1]');
    expect(await redone()).toEqual(['up to date']);
  });

  test('with other words is another update', async () => {
    expect(await redone('update --out elsewhere')).toEqual(['publish']);
    expect(await redone('update --out elsewhere')).toEqual(['up to date']);
    expect(filesOf('elsewhere').get('csv/harvest.csv')).toBe(filesOf('output').get('csv/harvest.csv'));
    expect(await redone()).toEqual(['publish']);
  });
});

describe('an update redoes what follows from', () => {
  test('a layout that reads the source in another way: all but the text layer', async () => {
    edit('.', LAYOUT, 'decimals: [1]', 'decimals: [1, 2]');
    expect(await redone()).toEqual(['normalise', 'validate', 'publish']);
  });

  test('a comment in a layout: the checks, for which every word of the declarations counts', async () => {
    edit('.', LAYOUT, 'decimals: [1]', 'decimals: [1] # tonnes');
    expect(await redone()).toEqual(['validate', 'publish']);
  });

  test('the words of a schema: the checks, and the files that quote them', async () => {
    edit('.', 'schemas/harvest.json', '"description": "harvest"', '"description": "What was harvested."');
    expect(await redone()).toEqual(['validate', 'publish']);
    expect(readFileSync('output/datapackage.json', 'utf8')).toContain('What was harvested.');
  });

  test('a changed source: everything', async () => {
    const before = sha256(readFileSync(SOURCE));
    writeFileSync(SOURCE, `${readFileSync(SOURCE, 'utf8')}\n\n`);
    edit('.', HEAD, before, sha256(readFileSync(SOURCE)));
    expect(await redone()).toEqual([...STAGES]);
  });

  test('a source that is refused: nothing, until it is mended; the old output stays', async () => {
    const before = filesOf('output');
    writeFileSync(SOURCE, 'edited\n', { flag: 'a' });
    await expect(redone()).rejects.toThrow('the source is never edited');
    expect(filesOf('output')).toEqual(before);
    edit('.', SOURCE, 'edited\n', '');
    expect(await redone()).toEqual(['up to date']);
  });

  test("a file of the output that was altered: it is somebody else's now, and refused, as by a build", async () => {
    for (const file of ['csv/harvest.csv', 'datapackage.json', 'document.duckdb']) {
      const before = readFileSync(join('output', file));
      writeFileSync(join('output', file), 'year\n', { flag: 'a' });
      const altered = filesOf('output');
      await expect(redone()).rejects.toThrow(
        `expected a folder that holds nothing but files of an earlier build`,
      );
      expect(filesOf('output')).toEqual(altered);
      writeFileSync(join('output', file), before);
      expect(await redone()).toEqual(['up to date']);
    }
  });

  test('a file of the output that was deleted: it is published again', async () => {
    const before = filesOf('output');
    for (const file of ['csv/harvest.csv', 'document.duckdb']) {
      rmSync(join('output', file));
      expect(await redone()).toEqual(['publish']);
      expect(filesOf('output').get('csv/harvest.csv')).toEqual(before.get('csv/harvest.csv'));
      expect(await redone()).toEqual(['up to date']);
    }
  });

  test('a pipe in the place of a file of the output: it is refused, and not waited for', async () => {
    const file = 'output/csv/harvest.csv';
    rmSync(file);
    execFileSync('mkfifo', [file]);
    await expect(redone()).rejects.toThrow('found csv/harvest.csv, which is no file');
  });

  test('an output that is gone: it is published again', async () => {
    rmSync('output', { recursive: true });
    expect(await redone()).toEqual(['publish']);
    expect(existsSync('output/SHA256SUMS')).toBe(true);
  });

  test('a file of someone else in the output: it is refused, as by a build', async () => {
    writeFileSync('output/notes.txt', 'mine');
    await expect(redone()).rejects.toThrow('found notes.txt');
  });

  test('a damaged file of a stage: that stage, and those behind it as far as its value differs', async () => {
    for (const damage of [(text: string) => text.slice(0, -9), () => '', () => '{"stage":1}', () => 'null']) {
      writeFileSync('build/normalise.json', damage(readFileSync('build/normalise.json', 'utf8')));
      expect(await redone()).toEqual(['normalise', 'publish']);
      expect(await redone()).toEqual(['up to date']);
    }
  });

  test('a stale file of a stage: what another source or another program has left there', async () => {
    writeFileSync('other.txt', `${readFileSync(SOURCE, 'utf8')}\n`);
    await redone('extract --source other.txt');
    expect(await redone()).toEqual(['extract', 'publish']);
    const { engine } = JSON.parse(readFileSync('build/extract.json', 'utf8'));
    edit('.', 'build/extract.json', engine, 'another');
    expect(await redone()).toEqual(['extract', 'publish']);
  });

  test('a build folder that is gone or has lost its mark', async () => {
    writeFileSync('build/up-to-date', 'nonsense');
    expect(await redone()).toEqual(['publish']);
    rmSync('build', { recursive: true });
    expect(await redone()).toEqual([...STAGES]);
  });
});

describe('the program', () => {
  test('counts too: another version of it, or of a package that it uses, does everything again', () => {
    cpSync(join(PROJECT, 'pipeline'), 'program/pipeline', { recursive: true });
    for (const name of ['package.json', 'package-lock.json'])
      cpSync(join(PROJECT, name), join('program', name));
    const published = publishedOf('document');
    const isCurrent = (): boolean =>
      isUpToDate(
        inputsDigest(undefined, published, () => engineDigest('program')),
        published,
      );
    expect(isCurrent()).toBe(true);
    for (const changed of ['program/pipeline/publish/formats/text.ts', 'program/package-lock.json']) {
      const content = readFileSync(changed);
      writeFileSync(changed, '\n', { flag: 'a' });
      expect([changed, isCurrent()]).toEqual([changed, false]);
      writeFileSync(changed, content);
      expect(isCurrent()).toBe(true);
    }
  });

  test('tells that there is nothing to do, and leaves no part of a file behind', () => {
    const etl = join(PROJECT, 'pipeline/command-line/start.mjs');
    const said = execFileSync(process.execPath, [etl, 'update'], { encoding: 'utf8' });
    expect(said).toBe('nothing to do: output is up to date\n');
    expect(readdirSync('build').filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
