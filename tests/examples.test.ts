import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Step, stagesOf } from '../pipeline/build.ts';
import { openDocument, openSource } from '../pipeline/command-line/folders.ts';
import { inTemporaryFolder } from '../pipeline/publish/folder/scratch.ts';
import { testsOfReport } from './report.ts';

const ROOT = join(import.meta.dirname, '..');
const EXAMPLES = join(ROOT, 'examples');

type Row = Readonly<Record<string, string>>;

const names = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const step: Step = async (_, make) => make();

/** The rows that a person transcribed, by table. */
function expectedOf(name: string): ReadonlyMap<string, readonly Row[]> {
  const folder = join(EXAMPLES, name, 'expected');
  return new Map(readdirSync(folder).map((file) => [file.replace(/\.csv$/, ''), rowsIn(join(folder, file))]));
}

function rowsIn(file: string): readonly Row[] {
  return parse(readFileSync(file), { columns: true });
}

/** The rows as texts of the columns that a person transcribed, in one order. */
function texts(
  rows: readonly Readonly<Record<string, unknown>>[],
  columns: readonly string[],
): readonly string[] {
  return rows.map((row) => columns.map((column) => `${column} ${row[column] ?? ''}`).join(', ')).sort();
}

describe('an example', () => {
  it('is there of each kind', () => {
    const files = names.flatMap((name) => readdirSync(join(EXAMPLES, name)));
    expect(files.filter((file) => file === 'report.pdf').length).toBeGreaterThanOrEqual(4);
    expect(files).toEqual(expect.arrayContaining(['report.html', 'report.docx']));
    expect(files.filter((file) => file === 'README.md')).toHaveLength(names.length);
  });

  it.each(names)('publishes every value that is printed, and no other: %s', async (name) => {
    const document = openDocument(join(EXAMPLES, name));
    const source = openSource(undefined, document);
    const { datasets } = await stagesOf(() => source, document, step).validate();
    const expected = expectedOf(name);
    expect(expected.size).toBeGreaterThan(0);
    for (const [table, wanted] of expected) {
      const columns = Object.keys(wanted[0] ?? {});
      const found = datasets.find(({ schema }) => schema.name === table)?.rows ?? [];
      expect(texts(found, columns)).toEqual(texts(wanted, columns));
    }
    const published = datasets.filter(({ schema }) => schema.kind === 'observations');
    expect(published.map(({ schema }) => schema.name).sort()).toEqual([...expected.keys()].sort());
  });

  it.each(names)('is named by no file of the engine: %s', (name) => {
    const found = readdirSync(join(ROOT, 'pipeline'), { recursive: true, withFileTypes: true }).filter(
      (entry) =>
        entry.isFile() &&
        new RegExp(`\\b${name}\\b`, 'i').test(readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    );
    expect(found.map((entry) => entry.name)).toEqual([]);
  });
});

describe('a project without the report', () => {
  const PARTS = [
    ...['pipeline', 'schemas', 'examples', 'site', 'release', 'tests', 'Makefile', 'vitest.config.ts'],
    ...['package.json', 'package-lock.json', '.npmrc', 'tsconfig.json'],
  ];
  const OF_THE_REPORT = ['tests/fixtures', 'tests/golden', 'site/dist'];

  /** What is kept by its content, so that whoever needs it first makes it for all. */
  const KEPT = ['compiled', 'compressed'];

  /** A copy of the project without what is the report's, its packages being installed. */
  function copyInto(copy: string): void {
    mkdirSync(copy);
    // A thousand files: `cpSync` takes ten times as long.
    execFileSync('cp', ['-R', ...PARTS, copy], { cwd: ROOT });
    for (const path of OF_THE_REPORT) rmSync(join(copy, path), { recursive: true, force: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    mkdirSync(join(copy, 'build'));
    for (const name of KEPT) {
      mkdirSync(join(ROOT, 'build', name), { recursive: true });
      symlinkSync(join(ROOT, 'build', name), join(copy, 'build', name));
    }
    const packages = PARTS.slice(-4, -1).map((name) => readFileSync(join(copy, name), 'utf8'));
    writeFileSync(join(copy, 'build/installed'), packages.join(''));
  }

  it('has nothing to make, builds any folder, takes another document, and has its site and its tests', async () => {
    await inTemporaryFolder('without-report', async (folder) => {
      const copy = join(folder, 'project');
      copyInto(copy);
      const said = (command: string, ...words: readonly string[]): string =>
        execFileSync(command, words, { cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
      expect(said('make')).toContain('nothing to do: there is no document under sources/');
      const etl = 'pipeline/command-line/start.mjs';
      said(process.execPath, etl, 'build', '--document', 'examples/wells', '--out', 'made', '--quiet');
      expect(readFileSync(join(copy, 'made/csv/depth.csv'), 'utf8').trim().split('\n')).toHaveLength(13);
      expect(existsSync(join(copy, 'sources'))).toBe(false);

      cpSync(join(copy, 'examples/wells'), join(copy, 'sources/wells'), { recursive: true });
      expect(said('make')).toMatch(/^folder +output$/m);
      expect(said('make', 'site')).toMatch(/^folder +site\/dist$/m);
      expect(readFileSync(join(copy, 'site/dist/en/index.html'), 'utf8')).toContain('Wells of the plain');

      const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
      const listed = said(process.execPath, vitest, 'list', '--filesOnly');
      expect(listed).toContain('tests/architecture.test.ts');
      expect(listed).not.toContain('tests/golden.test.ts');
    });
  });
});

describe('the tests that need the report', () => {
  it('are all that read its folder, its schemas or its output as the only ones', () => {
    const needing = testsOfReport();
    expect(needing).toContain('tests/golden.test.ts');
    expect(needing).not.toContain('tests/examples.test.ts');
    const reading = /openDocument\('kz-icescr-2'\)|readFileSync\((['`])(output|sources\/kz-icescr-2)\//;
    const unmarked = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts'))
      .map((path) => `tests/${path}`)
      .filter((path) => !needing.includes(path))
      .filter((path) => {
        const text = readFileSync(join(ROOT, path), 'utf8');
        // A project that a test makes up has an output of its own.
        return reading.test(text) && !/runIf\(reportIsThere\)|makeProject/.test(text);
      });
    expect(unmarked.filter((path) => path !== 'tests/examples.test.ts')).toEqual([]);
  });
});
