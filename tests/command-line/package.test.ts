import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rainfallPdf } from '../first-document/rainfall.ts';
import { makeFolder, removeFolder } from '../publish/folder.ts';

const NAME = 'kz-icescr-open-data';
const MINUTES = 60_000;
let folder = '';

interface Ran {
  readonly status: number | null;
  readonly said: string;
}

function ran(cwd: string, command: string, ...words: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

/** Packs the engine, and unpacks it among the packages of a folder elsewhere, those that it uses beside it. */
beforeAll(() => {
  folder = makeFolder();
  const packages = join(folder, 'node_modules');
  mkdirSync(packages);
  // A folder within the project would find the package in the project itself.
  writeFileSync(join(folder, 'package.json'), '{"name": "elsewhere", "private": true}\n');
  for (const name of readdirSync('node_modules'))
    if (!name.startsWith('.')) symlinkSync(resolve('node_modules', name), join(packages, name));
  expect(ran('.', process.execPath, 'pipeline/command-line/packed.mjs')).toEqual({ status: 0, said: '' });
  const packed = ran('.', 'npm', 'pack', '--silent', '--offline', '--pack-destination', folder);
  expect(packed.status).toBe(0);
  mkdirSync(join(packages, NAME));
  const tarball = join(folder, packed.said.trim());
  expect(ran(folder, 'tar', '-xzf', tarball, '--strip-components=1', '-C', join(packages, NAME)).status).toBe(
    0,
  );
  writeFileSync(join(folder, 'rainfall.pdf'), rainfallPdf());
}, 5 * MINUTES);

afterAll(() => removeFolder(folder));

const etl = (...words: readonly string[]): Ran =>
  ran(folder, process.execPath, join('node_modules', NAME, 'dist/start.mjs'), ...words);

describe('the packed engine', { timeout: 2 * MINUTES }, () => {
  it('holds no source, no test and no document', () => {
    const files = readdirSync(join(folder, 'node_modules', NAME), { recursive: true, encoding: 'utf8' });
    expect(files).toContain('dist/cli.mjs');
    expect(files.filter((file) => /^(pipeline|tests|sources|output|site|release)\b/.test(file))).toEqual([]);
    expect(files).toContain('schemas/cell.json');
    expect(files.filter((file) => /^schemas\/.*\//.test(file))).toEqual([]);
    expect(files.filter((file) => /(?<!\.d)\.ts$/.test(file))).toEqual([]);
  });

  it('looks at a file and drafts its declarations in a folder that has nothing else', () => {
    expect(etl('--version')).toEqual({ status: 0, said: `${NAME} 0.1.0\n` });
    const seen = etl('look', 'rainfall.pdf');
    expect(seen.said).toContain('table: 5 rows (ruled), 5 columns (ruled)');
    const drafted = etl('draft', 'rainfall.pdf', '--document', 'rainfall');
    expect(drafted.status).toBe(0);
    expect(drafted.said).toContain('sources/rainfall/tables/rainfall_by_station.yaml');
    expect(readFileSync(join(folder, 'sources/rainfall/rainfall.pdf'))).toEqual(Buffer.from(rainfallPdf()));
    const head = join(folder, 'sources/rainfall/document.yaml');
    writeFileSync(head, readFileSync(head, 'utf8').replace('\nnumbers:\n', '\nnumbers:\n  group: [","]\n'));
    const built = etl('build', '--document', 'rainfall', '--out', 'data');
    expect(built.said).toMatch(/rows +\d+/);
    expect(readFileSync(join(folder, 'data/csv/rainfall_by_station.csv'), 'utf8')).toContain(
      '\nhill,2019,1204,A,',
    );
  });

  it('is a library, whose types are those of its values', () => {
    writeFileSync(
      join(folder, 'use.mts'),
      `import { draft, look, type Source, SourceFault, tableTexts } from '${NAME}';
const file = { name: 'rainfall.pdf', bytes: new Uint8Array((await import('node:fs')).readFileSync('rainfall.pdf')) };
const source: Source = await look(file);
const [page] = source.pages;
for (const block of page?.blocks ?? []) if (block.kind === 'table') console.log(tableTexts(block)[4]?.join('|'));
const { files } = await draft(file, 'rainfall');
console.log([...files.keys()].join(' '));
// @ts-expect-error a page has no such part
export const wrong = page?.colour;
await look({ name: 'broken.pdf', bytes: new Uint8Array(4) }).catch((error: unknown) => {
  if (error instanceof SourceFault) console.log(error.findings[0]?.kind);
});
`,
    );
    const types = [
      '--ignoreConfig',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--lib',
      'es2022',
      '--types',
      'node',
      '--outDir',
      'made',
    ];
    const tsc = resolve('node_modules/typescript/bin/tsc');
    expect(ran(folder, process.execPath, tsc, ...types, 'use.mts')).toEqual({ status: 0, said: '' });
    expect(ran(folder, process.execPath, 'made/use.mjs')).toEqual({
      status: 0,
      said: 'All stations|2,859|2,687|2,437|7,983\ndocument.yaml tables/rainfall_by_station.yaml\npdf\n',
    });
  });
});
