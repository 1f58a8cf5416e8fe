import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Stage } from '../pipeline/build.ts';
import { type Command, readArguments } from '../pipeline/command-line/arguments.ts';
import { type Outcome, run } from '../pipeline/command-line/stages.ts';
import { makeProject } from './made-up-project.ts';
import { removeFolder } from './publish/folder.ts';

const PROJECT = resolve('.');
let folder = '';

/** A small project of its own, so that the checkout's build/ and output/ are left alone. */
beforeAll(async () => {
  folder = makeProject('family-of-tables');
  process.chdir(folder);
  await etl('build --out one');
});

afterAll(async () => {
  process.chdir(PROJECT);
  await removeFolder(folder);
});

/** Runs a command in this process. */
async function etl(line: string, started: (stage: Stage) => void = () => undefined): Promise<Outcome> {
  return run(commandOf(line), started, {});
}

function commandOf(line: string): Command {
  const request = readArguments(line.split(' '));
  if (request.kind !== 'run') throw new Error(`"${line}" is no command`);
  return request.command;
}

/** The files of an output by their path; the DuckDB file's bytes are not stable. */
function files(out: string): ReadonlyMap<string, string> {
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' });
  const wanted = paths.filter((path) => /\.\w+$/.test(path));
  return new Map(
    wanted
      .filter((path) => !path.endsWith('.duckdb'))
      .sort()
      .map((path) => [path, readFileSync(join(out, path), 'latin1')]),
  );
}

/** Without the descriptor, which holds the checksum of the DuckDB file. */
const withoutDescriptor = (all: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...all].filter(([path]) => path !== 'datapackage.json'));

describe('a build', () => {
  test('tells its stages in order', async () => {
    const stages: string[] = [];
    await etl('build --out two', (stage) => stages.push(stage));
    expect(stages).toEqual(['extract', 'normalise', 'validate', 'publish']);
  });

  test('into another folder writes the same bytes', () => {
    expect(withoutDescriptor(files('two'))).toEqual(withoutDescriptor(files('one')));
  });
});

describe('the stages, one at a time', () => {
  const STAGES = ['extract', 'normalise', 'validate', 'publish --out three'];

  beforeEach(() => rmSync('build', { recursive: true, force: true }));

  test('give the same output as a build', async () => {
    for (const stage of STAGES) await etl(stage);
    expect(withoutDescriptor(files('three'))).toEqual(withoutDescriptor(files('one')));
  });

  test('need the stage before', async () => {
    await expect(etl('normalise')).rejects.toThrow(
      'build/extract.json: file\n  expected a file that can be read, found no such file or folder; run "etl extract" first',
    );
    await etl('extract');
    await expect(etl('publish')).rejects.toThrow('run "etl normalise" first');
  });

  test('notice a damaged file', async () => {
    await etl('extract');
    for (const damage of [
      (text: string) => text.slice(0, -9),
      (text: string) => text.replace('21,5', '21,6'),
    ]) {
      const whole = readFileSync('build/extract.json', 'utf8');
      expect(damage(whole)).not.toBe(whole);
      writeFileSync('build/extract.json', damage(whole));
      await expect(etl('normalise')).rejects.toThrow(
        'build/extract.json: file\n  expected what the stage extract wrote, found a damaged file; run "etl extract" first',
      );
      writeFileSync('build/extract.json', whole);
    }
  });

  test('notice that a layout has changed since', async () => {
    await etl('extract');
    const layout = 'sources/document/tables/harvest.yaml';
    const before = readFileSync(layout);
    await etl('normalise');
    writeFileSync(layout, before.toString().replace('decimals: [1]', 'decimals: [1, 2]'));
    await expect(etl('validate')).rejects.toThrow('found a file made with other layouts or schemas');
    writeFileSync(layout, before);
  });

  test('notice that a stage before has read another source, or that the source has changed', async () => {
    const source = 'mine.txt';
    const text = readFileSync('sources/document/input.txt', 'utf8');
    writeFileSync(source, text);
    for (const stage of [`extract --source ${source}`, 'normalise', 'validate']) await etl(stage);
    writeFileSync(source, text.replace('North Hill 11,0', 'North Hill 11,5'));
    await expect(etl('publish --out four')).rejects.toThrow(
      'build/extract.json: file\n  expected what the stage extract wrote, found a file made from another source; run "etl extract" first',
    );
    await etl(`extract --source ${source}`);
    await expect(etl('validate')).rejects.toThrow('build/normalise.json: file');
    await expect(etl('publish --out four')).rejects.toThrow('build/normalise.json: file');
    await etl('normalise');
    await expect(etl('publish --out four')).rejects.toThrow('build/validate.json: file');
  });

  test('tell that build/ cannot be written', async () => {
    writeFileSync('build', 'a file');
    await expect(etl('extract')).rejects.toThrow(
      'build/extract.json: output\n  expected a folder build that can be written to, found EEXIST',
    );
  });
});
