import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readArguments } from '../../pipeline/command-line/arguments.ts';
import { openDocument, openSource } from '../../pipeline/command-line/folders.ts';
import { type Outcome, run } from '../../pipeline/command-line/stages.ts';
import { edit, makeProject } from '../made-up-project.ts';
import { CLI, start } from '../nothing-lost/programs.ts';
import { filesOf, removeFolder } from '../publish/folder.ts';

const PROJECT = process.cwd();
const MINUTES = 300_000;
let folder = '';

beforeEach(() => {
  folder = makeProject('family-of-tables');
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(PROJECT);
  return removeFolder(folder);
});

/** Runs a command of the project in this process. */
async function etl(line: string): Promise<Outcome> {
  const request = readArguments(line.split(' '));
  if (request.kind !== 'run') throw new Error(`"${line}" is no command`);
  return run(request.command, () => undefined, {});
}

/** A file of two gigabytes that takes no room. */
function makeHuge(file: string): void {
  writeFileSync(file, '');
  truncateSync(file, 2 ** 31);
}

describe('a file of two gigabytes is refused by its size, unread:', () => {
  test.each([
    ['report.txt', 'a file of at most 16 MiB'],
    ['report.pdf', 'a file of at most 256 MiB'],
  ])('%s as a source', (file, expected) => {
    makeHuge(file);
    const document = openDocument(undefined);
    expect(() => openSource(file, document)).toThrow(`${file}: file\n  expected ${expected}, found 2048 MiB`);
  });

  test.each([
    'sources/document/tables/harvest.yaml',
    'sources/document/codelists/orchard.csv',
    'schemas/harvest.json',
  ])('%s', (file) => {
    makeHuge(file);
    expect(() => openDocument(undefined)).toThrow(
      `${file}: file\n  expected a file of at most 16 MiB, found 2048 MiB`,
    );
  });

  test('a file of the output, by an update too', { timeout: MINUTES }, async () => {
    await etl('update');
    makeHuge('output/csv/harvest.csv');
    const { code, err } = await start(CLI, ['update'], { folder });
    expect(code).toBe(1);
    expect(err).toContain('found csv/harvest.csv, which is larger than any file of ours');
    expect(statSync('output/csv/harvest.csv').size).toBe(2 ** 31);
  });
});

describe('a label that would be a program', () => {
  const LABELS = [
    `'); drop table orchard; --`,
    `"; drop table orchard; --`,
    '<script>alert(1)</script>',
    '$(touch pwned) `touch pwned`',
    '=cmd|calc!A1',
    '../../../pwned',
    '{{constructor.constructor("return 1")()}}',
  ];

  test('is data and nothing else, in every table and nowhere outside the output', {
    timeout: MINUTES,
  }, async () => {
    const list = 'sources/document/codelists/orchard.csv';
    const [header = '', first = ''] = readFileSync(list, 'utf8').split('\n');
    const code = first.split(',')[0] ?? '';
    const columns = header.split(',').length;
    const quoted = (label: string): string => `"${label.replaceAll('"', '""')}"`;
    const rows = LABELS.map((label, index) =>
      [`X${index}`, ...Array(columns - 1).fill(quoted(label))].join(','),
    );
    writeFileSync(list, `${readFileSync(list, 'utf8').trimEnd()}\n${rows.join('\n')}\n`);
    const before = filesOf('.');
    expect(await etl('build --out published')).toMatchObject({ kind: 'published' });
    const outside = [...filesOf('.')].filter(([path]) => !path.startsWith('published/'));
    expect(new Map(outside)).toEqual(before);

    const instance = await DuckDBInstance.create('published/document.duckdb', { access_mode: 'READ_ONLY' });
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll('select * from orchard');
    const published = reader.getRowsJS().flat();
    connection.closeSync();
    instance.closeSync();
    expect(published).toContain(code);
    const json = readFileSync(join('published', 'json', 'orchard.json'), 'utf8');
    for (const label of LABELS) {
      expect(published).toContain(label);
      expect(JSON.stringify(JSON.parse(json))).toContain(JSON.stringify(label));
    }
  });
});

describe('a path that leads out', () => {
  test.each(['..', '.', '__proto__'])('is no document: %s', (name) => {
    expect(() => openDocument(name)).toThrow('sources: file\n  expected one of document, found');
  });

  test.each(['/', '/etc', '../document', 'document/../document', './nowhere'])(
    'is no document, and nothing below it is read: %s',
    (path) => {
      const below = relative('.', resolve(path));
      const head = join(below.startsWith('..') ? resolve(path) : below, 'document.yaml');
      expect(() => openDocument(path)).toThrow(
        `${head}: file\n  expected this file, found no such file; name the`,
      );
    },
  );

  test('is no text layer', () => {
    edit('.', 'sources/document/document.yaml', 'file: input.txt', 'file: ..');
    expect(() => openSource(undefined, openDocument(undefined))).toThrow('expected a file, found a folder');
  });
});
