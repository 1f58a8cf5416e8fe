import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Step, stagesOf } from '../pipeline/build.ts';
import { openDocument, openSource } from '../pipeline/command-line/folders.ts';
import { inTemporaryFolder } from '../pipeline/publish/folder/scratch.ts';

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

describe('the engine without the report', () => {
  it('builds an example', async () => {
    await inTemporaryFolder('without-report', async (folder) => {
      const copy = join(folder, 'project');
      for (const part of [
        'pipeline',
        'schemas',
        'examples',
        'package.json',
        'package-lock.json',
        'tsconfig.json',
      ])
        cpSync(join(ROOT, part), join(copy, part), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
      const build = ['build', '--document', 'examples/wells', '--out', 'made', '--quiet'];
      execFileSync(process.execPath, ['pipeline/command-line/start.mjs', ...build], { cwd: copy });
      expect(readFileSync(join(copy, 'made/csv/depth.csv'), 'utf8').trim().split('\n')).toHaveLength(13);
      expect(existsSync(join(copy, 'sources'))).toBe(false);
    });
  });
});
