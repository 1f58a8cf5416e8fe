import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeFile } from '../../pipeline/publish/folder/removal.ts';
import { put } from '../nothing-lost/quick-swap.ts';
import { makeFolder, removeFolder } from '../publish/folder.ts';

let project = '';

/** A program of a few lines, in parts as the real one is: what it is made of does not matter to its start. */
const PROGRAM = new Map([
  ['cli.ts', "console.log((await import('./command-line/help.ts')).help());\nprocess.exitCode = 0;\n"],
  [
    'command-line/help.ts',
    "import { usage } from '../page/usage.ts';\nexport const help = (): string => usage('etl');\n",
  ],
  [
    'command-line/reading-worker.ts',
    "import { usage } from '../page/usage.ts';\nconsole.log(usage('reader'));\n",
  ],
  ['command-line/corpus/document-worker.ts', 'export default (): number => 1;\n'],
  ['page/usage.ts', "export const usage = (of: string): string => 'usage: npm run --silent ' + of;\n"],
]);

beforeEach(() => {
  project = makeFolder();
  const start = ['start.mjs', 'compiled.mjs'].map((name) => `pipeline/command-line/${name}`);
  for (const name of [...start, 'package.json', 'package-lock.json'])
    cpSync(resolve(name), join(project, name));
  put(join(project, 'pipeline'), PROGRAM);
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
});

afterEach(() => removeFolder(project));

const help = async (): Promise<string> => (await ended('--help')).said;

/** Runs the command line through the start of a copied project. */
async function ended(
  ...words: readonly string[]
): Promise<{ readonly code: number | null; readonly said: string }> {
  const running = spawn(process.execPath, [join(project, 'pipeline/command-line/start.mjs'), ...words]);
  let said = '';
  const hear = (data: Buffer): void => {
    said += data;
  };
  running.stdout.on('data', hear);
  running.stderr.on('data', hear);
  const [code] = await once(running, 'close');
  return { code, said };
}

const compiled = (): readonly string[] => readdirSync(join(project, 'build/compiled'));

describe('the start of the command line', () => {
  it('compiles once, and again when the code changes', async () => {
    expect(await help()).toContain('usage: npm run --silent etl');
    expect(await help()).toContain('usage: npm run --silent etl');
    expect(compiled()).toHaveLength(1);
    const helpFile = join(project, 'pipeline/page/usage.ts');
    writeFileSync(helpFile, readFileSync(helpFile, 'utf8').replaceAll('usage: ', 'changed: '));
    expect(await help()).toContain('changed: npm run --silent etl');
    expect(compiled()).toHaveLength(2);
  });

  it('compiles again what a crash or a full disk has cut short', async () => {
    const whole = await help();
    const [folder = ''] = compiled();
    const files = readdirSync(join(project, 'build/compiled', folder));
    expect(files.length).toBeGreaterThan(5);
    const harms = [
      (file: string) => truncateSync(file),
      (file: string) => truncateSync(file, 20),
      (file: string) => removeFile(file),
    ];
    const harmed = [
      'cli.mjs',
      'files.json',
      ...files.filter((name) => name.startsWith('chunk-')).slice(0, 1),
    ];
    for (const name of harmed) {
      for (const harm of name === 'cli.mjs' ? harms : harms.slice(0, 1)) {
        await harm(join(project, 'build/compiled', folder, name));
        expect([name, await help()]).toEqual([name, whole]);
      }
    }
    expect(readdirSync(join(project, 'build/compiled', folder)).sort()).toEqual(files.sort());
  });

  it('fails when the program has done nothing', async () => {
    writeFileSync(join(project, 'pipeline/cli.ts'), '');
    const { code, said } = await ended('--help');
    expect({ code, said }).toEqual({
      code: 1,
      said: 'pipeline/cli.ts: expected a program that says how it went, found one that did nothing\n',
    });
  });

  it('says that nothing can be written where it keeps what it compiles', async () => {
    writeFileSync(join(project, 'build'), 'a file');
    const { code, said } = await ended('--help');
    expect(code).toBe(1);
    expect(said).toMatch(
      /build\/compiled\/\w+: output\n {2}expected a folder that can be written to, found E.*\n$/,
    );
  });

  it('serves several processes that start at once', async () => {
    const said = await Promise.all([help(), help(), help()]);
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain('usage: npm run --silent etl');
    expect(compiled()).toHaveLength(1);
  });
});
