import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProject } from '../made-up-project.ts';
import { removeFolder } from '../publish/folder.ts';

const PROJECT = resolve('.');
const TEXT_LAYER = 'sources/document/input.txt';
let folder = '';

beforeAll(() => {
  folder = makeProject('text-that-spans-columns');
});

afterAll(() => removeFolder(folder));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command line in the folder; `interruptAt` sends SIGINT as soon as stderr shows that text. */
async function etl(line: string, interruptAt?: string): Promise<Ended> {
  const words = line.split(' ').filter((word) => word !== '');
  const start = join(PROJECT, 'pipeline/command-line/start.mjs');
  const running = spawn(process.execPath, [start, ...words], { cwd: folder });
  let out = '';
  let err = '';
  running.stdout.on('data', (data) => {
    out += data;
  });
  let awaited = interruptAt;
  running.stderr.on('data', (data) => {
    err += data;
    if (awaited === undefined || !err.includes(awaited)) return;
    awaited = undefined;
    running.kill('SIGINT');
  });
  const [code] = await once(running, 'close');
  return { code, out, err };
}

/** Every file below a folder of the temporary project, with its bytes. */
function files(name: string): ReadonlyMap<string, string> {
  const entries = readdirSync(join(folder, name), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [path, readFileSync(path, 'latin1')]));
}

/** The source with a row that lacks a value. */
function spoilt(): string {
  const text = readFileSync(join(folder, TEXT_LAYER), 'utf8');
  const file = join(folder, 'spoilt.txt');
  writeFileSync(file, text.replace('South Hill 20,5 21,5 22,5', 'South Hill 20,5 22,5'));
  return 'spoilt.txt';
}

const FAULT = [
  'spoilt.txt:12: table harvest, row South Hill (SOUTH)',
  '  expected exactly 3 values with 1 decimal and digits in groups of three, found "20,5 22,5"; compare this row with the printed page',
  '',
].join('\n');

describe('the command line', () => {
  test('prints help on stdout, and for wrong usage on stderr with exit status 2', async () => {
    const [help, wrong] = await Promise.all([etl('publish --help'), etl('frobnicate --quiet')]);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('usage: npm run --silent etl -- publish [options]');
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toMatch(/^there is no command "frobnicate"\n\nusage: /);
  });

  test('builds without arguments, tells its stages line by line in a pipe, and ends with a table', async () => {
    const { code, out, err } = await etl('build');
    expect(err).toBe('extract\nnormalise\nvalidate\npublish\n');
    expect(out).toMatch(
      /^datasets +\d+\nrows +\d+\nfiles +\d+\nidentities checked +\d+\nfolder +output\ntime +\d+\.\d s\n$/,
    );
    expect(code).toBe(0);
    expect(files('output').has(join(folder, 'output/SHA256SUMS'))).toBe(true);
  });

  test('writes the same bytes again, and nothing on a terminal when it is quiet', async () => {
    const before = files('output');
    expect(await etl('build --quiet')).toEqual({ code: 0, out: '', err: '' });
    expect(files('output')).toEqual(before);
  });

  test('summarises for a machine as one JSON object, and nothing else', async () => {
    const { code, out, err } = await etl('extract --json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      status: 'done',
      file: 'build/extract.json',
      lines: expect.any(Number),
      characters: expect.any(Number),
      seconds: expect.any(Number),
    });
  });
});

describe('a fault of the source', () => {
  test('ends with exit status 1 and one error on stderr, and leaves the output alone', async () => {
    const before = files('output');
    const source = spoilt();
    const [plain, quiet] = await Promise.all([
      etl(`build --source ${source}`),
      etl(`build --quiet --source ${source}`),
    ]);
    expect(quiet).toEqual({ code: 1, out: '', err: FAULT });
    expect(plain).toEqual({ code: 1, out: '', err: `extract\nnormalise\n${FAULT}` });
    expect(files('output')).toEqual(before);
  });

  test('is told to a machine with its place', async () => {
    const { code, out, err } = await etl(`build --json --source ${spoilt()}`);
    expect({ code, err }).toEqual({ code: 1, err: FAULT });
    expect(JSON.parse(out)).toEqual({
      status: 'fault',
      findings: [
        {
          kind: 'cells',
          place: {
            file: 'spoilt.txt',
            line: 12,
            table: 'harvest',
            row: 'South Hill (SOUTH)',
          },
          expected: 'exactly 3 values with 1 decimal and digits in groups of three',
          found: '"20,5 22,5"',
          action: 'compare this row with the printed page',
        },
      ],
    });
  });

  test('in the declarations or in the own text layer is told too', async () => {
    const before = readFileSync(join(folder, TEXT_LAYER));
    writeFileSync(join(folder, TEXT_LAYER), 'edited\n', { flag: 'a' });
    const { code, out, err } = await etl('build --quiet');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /^sources\/document\/input\.txt: document\n {2}expected the text layer with sha256 [0-9a-f]{12}\.\.\., found [0-9a-f]{12}\.\.\.; the source is never edited: restore it, or name another file with --source\n$/,
    );
    writeFileSync(join(folder, TEXT_LAYER), before);
  });
});

describe('an interruption', () => {
  test('while publishing leaves the old output whole, nothing beside it, and exit status 130', async () => {
    const before = files('output');
    const { code, out, err } = await etl('build', 'publish\n');
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(err).toMatch(/^extract\nnormalise\nvalidate\npublish\ninterrupted; nothing was changed\n$/);
    expect(files('output')).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('before publishing does the same', async () => {
    const before = files('output');
    const { code, err } = await etl('build', 'extract\n');
    expect(code).toBe(130);
    expect(err).toMatch(/\ninterrupted; nothing was changed\n$/);
    expect(files('output')).toEqual(before);
  });
});
