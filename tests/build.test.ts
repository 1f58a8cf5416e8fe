import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import './needs-report.ts';
import type { Stage } from '../pipeline/build.ts';
import { type Command, readArguments } from '../pipeline/command-line/arguments.ts';
import { openDocument } from '../pipeline/command-line/folders.ts';
import { type Outcome, run } from '../pipeline/command-line/stages.ts';
import { REPORT } from './report.ts';

const PROJECT = resolve('.');
const FIXTURE = join(PROJECT, 'tests/fixtures/pdf/annexes.pdf');
/** Figures that the running text repeats stand in this table too, and the PDF has no running text. */
const REPEATED = new Set(['quoted_figure']);
let folder = '';

/** A project of its own, so that the checkout's build/ and output/ are left alone. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
  symlinkSync(join(PROJECT, 'schemas'), join(folder, 'schemas'));
  cpSync(join(PROJECT, REPORT), join(folder, REPORT), { recursive: true });
  process.chdir(folder);
  await etl('build --out one');
});

afterAll(() => {
  process.chdir(PROJECT);
  rmSync(folder, { recursive: true, force: true });
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
function files(out: string, ending = ''): ReadonlyMap<string, string> {
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' });
  const wanted = paths.filter((path) => /\.\w+$/.test(path) && path.endsWith(ending));
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

  test('of the PDF of the annexes publishes the same tables of the annexes', async () => {
    const { plan, codelists } = openDocument('kz-icescr-2');
    const printed = plan.annexes.flatMap(({ elements }) => elements.map(({ table }) => table));
    await etl(`build --source ${FIXTURE} --out pdf`);
    const [expected, found] = [files('one', '.csv'), files('pdf', '.csv')];
    const same = [...printed.filter((table) => !REPEATED.has(table)), ...codelists.keys()];
    expect(same.length).toBeGreaterThan(20);
    for (const table of same)
      expect(found.get(`csv/${table}.csv`), table).toBe(expected.get(`csv/${table}.csv`));
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
      (text: string) => text.replace('2,3', '2,4'),
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
    const layout = 'sources/kz-icescr-2/tables/poverty-rate.yaml';
    const before = readFileSync(layout);
    await etl('normalise');
    writeFileSync(layout, before.toString().replace('because: A', 'because: Once more, a'));
    await expect(etl('validate')).rejects.toThrow('found a file made with other layouts or schemas');
    writeFileSync(layout, before);
  });

  test('notice that a stage before has read another source, or that the source has changed', async () => {
    const source = 'mine.txt';
    const text = readFileSync('sources/kz-icescr-2/text-layer.txt', 'utf8');
    writeFileSync(source, text);
    for (const stage of [`extract --source ${source}`, 'normalise', 'validate']) await etl(stage);
    writeFileSync(source, text.replace('Қостанай 2,6 2,3 3,0', 'Қостанай 2,6 2,3 3,1'));
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
