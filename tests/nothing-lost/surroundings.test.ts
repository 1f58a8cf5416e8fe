import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProject } from '../made-up-project.ts';
import { filesOf, removeFolder } from '../publish/folder.ts';
import { CLI, type Ended, start } from './programs.ts';
import { stateOf } from './whole-version.ts';

const MINUTES = 300_000;
let folder = '';
/** What a build writes here. */
let plain: ReadonlyMap<string, string> = new Map();

beforeAll(() => {
  folder = makeProject('family-of-tables');
});

afterAll(() => removeFolder(folder));

function build(
  out: string,
  env: Readonly<Record<string, string>> = {},
  ...preload: readonly string[]
): Promise<Ended> {
  const words = ['build', '--quiet', '--out', out];
  return start(CLI, words, { folder, env, preload });
}

function bytesOf(out: string): ReadonlyMap<string, string> {
  return filesOf(join(folder, out));
}

test('two builds at once into one folder leave a whole output; one that comes too late says so', {
  timeout: MINUTES,
}, async () => {
  const ended = await Promise.all([build('shared'), build('shared')]);
  expect(ended.map(({ code }) => code)).toContain(0);
  for (const { code, err } of ended) {
    if (code !== 0)
      expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('one build at a time') });
  }
  expect(stateOf(join(folder, 'shared'))).toMatchObject({ kind: 'whole' });
  expect(await build('shared')).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  plain = bytesOf('shared');
});

test('the same bytes come out whatever the clock does', { timeout: MINUTES }, async () => {
  expect(plain.size).toBeGreaterThan(20);
  expect(await build('backwards', {}, 'tests/nothing-lost/mad-clock.mjs')).toMatchObject({
    code: 0,
    err: '',
  });
  expect(bytesOf('backwards')).toEqual(plain);
});

test('two updates at once leave a whole output and a whole build folder', { timeout: MINUTES }, async () => {
  const update = (): Promise<Ended> => start(CLI, ['update', '--quiet'], { folder });
  const ended = await Promise.all([update(), update()]);
  for (const { code, err } of ended) if (code !== 0) expect(err).toContain('one build at a time');
  expect(stateOf(join(folder, 'output'))).toMatchObject({ kind: 'whole' });
  expect(await update()).toMatchObject({ code: 0 });
  const again = await start(CLI, ['update'], { folder });
  expect(again.out).toBe('nothing to do: output is up to date\n');
});

const isRoot = process.getuid?.() === 0;

describe('a disk that is really full', () => {
  const mount = (): string | undefined => {
    const place = join(folder, 'small-disk');
    mkdirSync(place);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=192k', 'none', place], { stdio: 'ignore' });
      return place;
    } catch {
      return undefined;
    }
  };

  // Only root may mount a disk of its own; elsewhere the injected fault of nothing-lost.test.ts stands alone.
  test.runIf(isRoot && process.platform === 'linux')(
    'is told, and nothing of the build stays on it',
    { timeout: MINUTES },
    async ({ skip }) => {
      const place = mount();
      if (place === undefined) return skip('this machine allows no mount');
      try {
        const { code, err } = await build(join(place, 'output'));
        expect({ code, err }).toEqual({
          code: 1,
          err: `${join(place, 'output')}: output\n  expected room on the disk, found none left; free some space and build again; the previous output is untouched\n`,
        });
        expect(readdirSync(place)).toEqual([]);
      } finally {
        execFileSync('umount', [place]);
      }
    },
  );
});

test('a read-only folder is told, and left alone', { timeout: MINUTES }, async () => {
  const above = join(folder, 'locked');
  mkdirSync(above);
  chmodSync(above, 0o555);
  // Root writes everywhere but where the disk itself is read-only.
  const out = isRoot && existsSync('/sys/kernel') ? '/sys/kernel/output' : join(above, 'output');
  const { code, err } = await build(out);
  expect(code).toBe(1);
  expect(err).toMatch(
    /: output\n {2}expected a folder (that can be written to|in which files can be made), found /,
  );
  expect(existsSync(out)).toBe(false);
});
