import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { removeFile } from '../../pipeline/publish/folder/removal.ts';
import { put } from '../nothing-lost/quick-swap.ts';
import { emptyFolder } from '../publish/folder.ts';

/** Stands in for npm: says that it was called, begins as npm does, and dies half way with its shell if it is told to. */
const NPM = `#!/bin/sh
echo "npm $*"
mkdir -p node_modules
: > node_modules/half
rm -f node_modules/.package-lock.json
if [ -n "$DIES" ]; then kill -9 $PPID; kill -9 $$; fi
: > node_modules/.package-lock.json
`;
const LOCK = 'package-lock.json';
let folder = '';

beforeEach(() => {
  folder = emptyFolder();
  for (const name of ['Makefile', 'package.json', LOCK, '.npmrc']) cpSync(resolve(name), join(folder, name));
  put(folder, new Map([['bin/npm', NPM]]));
  chmodSync(join(folder, 'bin/npm'), 0o755);
});

/** Runs `make installed`: what it says, and whether it succeeds. */
function install(env: Readonly<Record<string, string>> = {}): {
  readonly ok: boolean;
  readonly said: string;
} {
  const PATH = [join(folder, 'bin'), process.env.PATH ?? ''].join(delimiter);
  const { status, stdout } = spawnSync('make', ['--silent', 'installed'], {
    cwd: folder,
    env: { ...process.env, ...env, PATH },
    encoding: 'utf8',
  });
  return { ok: status === 0, said: stdout };
}

const DONE = { ok: true, said: 'npm ci\n' };
const NOTHING_TO_DO = { ok: true, said: '' };

describe('an installation', () => {
  test('is done once, and again for other packages', () => {
    expect(install()).toEqual(DONE);
    expect(install()).toEqual(NOTHING_TO_DO);
    writeFileSync(join(folder, LOCK), '{}');
    expect(install()).toEqual(DONE);
    expect(install()).toEqual(NOTHING_TO_DO);
  });

  test('that was killed leaves no mark of success, not even that of the one before', () => {
    const lock = readFileSync(join(folder, LOCK));
    expect(install()).toEqual(DONE);
    writeFileSync(join(folder, LOCK), '{}');
    expect(install({ DIES: 'yes' })).toEqual({ ok: false, said: 'npm ci\n' });
    expect(existsSync(join(folder, 'node_modules/half'))).toBe(true);
    writeFileSync(join(folder, LOCK), lock);
    expect(install()).toEqual(DONE);
    expect(install()).toEqual(NOTHING_TO_DO);
  });

  test('by hand that was killed is done again', async () => {
    expect(install()).toEqual(DONE);
    // npm takes its own mark away when it begins.
    await removeFile(join(folder, 'node_modules/.package-lock.json'));
    expect(install()).toEqual(DONE);
  });

  test('whose mark was cut short is done again', () => {
    expect(install()).toEqual(DONE);
    const mark = join(folder, 'build/installed');
    writeFileSync(mark, readFileSync(mark).subarray(0, 100));
    expect(install()).toEqual(DONE);
  });
});

describe('make clean', () => {
  test('removes what a list names, and leaves all else', () => {
    for (const name of ['pipeline', 'release']) symlinkSync(resolve(name), join(folder, name));
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const ours = [
      'build/extract.json',
      'build/installed',
      'build/compiled/0/cli.mjs',
      'build/compiled/0/files.json',
      'build/cards/kept.txt',
      'build/cards/card.png',
      'build/cards/half.png.4711',
    ];
    const others = [
      'build/notes.txt',
      'build/release/thesis.txt',
      'build/compiled/0/mine.mjs',
      'build/cards/mine.png',
      'build/mine.json',
      'site/dist/mine.html',
      'output/mine.csv',
    ];
    put(folder, new Map([...ours, ...others].map((path) => [path, '{"cli.mjs":""}'])));
    put(folder, new Map([['build/cards/kept.txt', 'half.png.4711\ncard.png\n../mine.json\n']]));
    const { stdout } = spawnSync('make', ['--silent', 'clean'], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toMatch(/^not removed, because no list names it: build\/\S+ and what else is there\n$/);
    expect(ours.filter((path) => existsSync(join(folder, path)))).toEqual([]);
    expect(others.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    expect(existsSync(resolve('node_modules/.package-lock.json'))).toBe(true);
  });
});
