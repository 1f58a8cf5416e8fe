import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forbiddenBecause } from '../../pipeline/publish/folder/forbidden.ts';
import { OUTPUT, RELEASE, SITE } from '../../pipeline/publish/folder/kinds.ts';
import { madeFolder, removeFile, removeMade } from '../../pipeline/publish/folder/removal.ts';
import { emptyFolder, filesOf } from '../publish/folder.ts';
import { beside, NEW, OLD, published, REFUSED, versionIn } from './output-of-ours.ts';
import { listed, put, quickFiles, quickSwap } from './quick-swap.ts';

describe('a folder with a SHA256SUMS', () => {
  const OF_OTHERS = new Map([['thesis.txt', 'three years']]);
  const data = quickFiles(OLD);
  const content = (path: string): string => data.get(path) ?? '';
  const withoutList = new Map([...data].filter(([path]) => path !== 'SHA256SUMS'));
  const foreign: readonly (readonly [string, ReadonlyMap<string, string>, string])[] = [
    ['of somebody else', listed(OF_OTHERS), 'no datapackage.json of this program beside the SHA256SUMS'],
    [
      'of somebody else with a data package',
      listed(new Map([...OF_OTHERS, ['datapackage.json', '{"resources":[{"path":"thesis.txt"}]}']])),
      'no datapackage.json of this program',
    ],
    [
      'that names our files with other content',
      new Map([...data, ['csv/rain.csv', 'mine']]),
      'csv/rain.csv, which is not what SHA256SUMS lists',
    ],
    [
      'without the data package',
      new Map([...data].filter(([path]) => path !== 'datapackage.json')),
      'no datapackage.json',
    ],
    ['of ours and one file more', new Map([...data, ['mine.txt', 'mine']]), 'found mine.txt'],
    ['that is empty', new Map([...withoutList, ['SHA256SUMS', '']]), 'no datapackage.json'],
    [
      'in which a file has two lines',
      new Map([...data, ['SHA256SUMS', `${content('SHA256SUMS')}${'0'.repeat(64)}  csv/rain.csv\n`]]),
      'found ',
    ],
  ];

  test.each(foreign)('%s is refused and stays', async (_, files, found) => {
    const out = join(emptyFolder(), 'output');
    put(out, files);
    const before = filesOf(out);
    await expect(quickSwap(out, NEW)).rejects.toThrow(found);
    expect(filesOf(out)).toEqual(before);
    expect(beside(out)).toEqual(['output']);
  });

  test('that leads out of it, by a path or by a link, takes nothing there', async () => {
    const folder = emptyFolder();
    const out = join(folder, 'output');
    put(
      folder,
      new Map([
        ['mine.txt', 'mine'],
        ['elsewhere/rain.csv', content('csv/rain.csv')],
      ]),
    );
    put(out, listed(new Map([...withoutList, ['../mine.txt', 'mine']])));
    await quickSwap(out, NEW);
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
    const linked = join(folder, 'linked');
    put(linked, data);
    await promises.rm(join(linked, 'csv'), { recursive: true });
    symlinkSync(join(folder, 'elsewhere'), join(linked, 'csv'));
    await expect(quickSwap(linked, NEW)).rejects.toThrow('csv, which is no file');
    expect(existsSync(join(folder, 'elsewhere/rain.csv'))).toBe(true);
  });
});

describe('a folder that cannot be looked into', () => {
  const faults = ['EACCES', 'EIO', 'ENOENT', 'ENAMETOOLONG', 'ELOOP'] as const;

  test.each(faults)('is refused, whatever the reason: %s', async (code) => {
    for (const name of ['readdir', 'lstat', 'open'] as const) {
      const out = await published();
      const whole: unknown = Reflect.get(promises, name);
      const spoilt = (path: unknown, ...words: readonly unknown[]): unknown =>
        String(path).startsWith(join(out, 'csv'))
          ? Promise.reject(Object.assign(new Error(`${code}: refused`), { code }))
          : typeof whole === 'function' && Reflect.apply(whole, promises, [path, ...words]);
      Reflect.set(promises, name, spoilt);
      syncBuiltinESMExports();
      const failed = await quickSwap(out, NEW).catch((error: unknown) => String(error));
      Reflect.set(promises, name, whole);
      syncBuiltinESMExports();
      expect(failed).toContain(`found one that cannot be looked into (${code}: refused)`);
      expect(versionIn(out)).toBe(OLD);
      expect(beside(out)).toEqual(['output']);
    }
  });

  test('because a pipe stands where a file should, is refused and not waited for', async () => {
    for (const path of ['SHA256SUMS', 'datapackage.json', 'csv/rain.csv']) {
      const out = await published();
      await removeFile(join(out, path));
      execFileSync('mkfifo', [join(out, path)]);
      await expect(quickSwap(out, NEW)).rejects.toThrow(REFUSED);
      expect(statSync(join(out, path)).isFIFO()).toBe(true);
    }
  });

  test('because a link there leads nowhere, is refused', async () => {
    const out = join(emptyFolder(), 'output');
    symlinkSync('nowhere', out);
    await expect(quickSwap(out, NEW)).rejects.toThrow('a link that leads nowhere');
  });
});

test('the owner of the folder stays, where it can be given', async () => {
  const out = await published();
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(out, 4321, 4321);
  chmodSync(out, 0o2750);
  await quickSwap(out, NEW);
  const { uid, gid, mode } = statSync(out);
  expect([uid, gid, mode & 0o7777]).toEqual(
    isRoot ? [4321, 4321, 0o2750] : [process.getuid?.(), process.getgid?.(), 0o2750],
  );
});

describe('folders that are never replaced', () => {
  const root = resolve('.');

  test.each([
    ['/', 'the root of the disk'],
    [homedir(), 'a home folder'],
    [dirname(homedir()), ''],
    [root, ''],
    [dirname(root), ''],
    [join(root, 'pipeline'), "the project's folder pipeline"],
    [join(root, 'sources/new'), "the project's folder sources"],
    [join(root, '.git/new'), "the project's folder .git"],
    [join(root, 'node_modules'), "the project's folder node_modules"],
    [join(root, 'build'), 'the folder build of the project'],
    [join(root, 'site'), "the project's folder site"],
  ])('%s', async (path, because) => {
    for (const kind of [OUTPUT, SITE, RELEASE]) {
      expect(await forbiddenBecause(path, kind)).toMatch(because === '' ? /./ : because);
    }
  });

  test('those meant for one thing are not for another; below build/ anything may stand', async () => {
    const kinds = { OUTPUT, SITE, RELEASE };
    const allowed = async (path: string): Promise<readonly string[]> => {
      const each = Object.entries(kinds).map(async ([name, kind]) =>
        (await forbiddenBecause(join(root, path), kind)) === undefined ? [name] : [],
      );
      return (await Promise.all(each)).flat();
    };
    expect(await allowed('output')).toEqual(['OUTPUT']);
    expect(await allowed('outputs/wells')).toEqual(['OUTPUT']);
    for (const path of ['outputs', 'outputs/wells/csv']) expect(await allowed(path)).toEqual([]);
    expect(await allowed('site/dist')).toEqual(['SITE']);
    for (const path of ['build/release', 'build/a/b', 'mine'])
      expect(await allowed(path)).toEqual(Object.keys(kinds));
  });

  test('nor is anything below the current folder of another project, by way of a link', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'sources/document'), { recursive: true });
    symlinkSync('sources', join(folder, 'linked'));
    const before = process.cwd();
    process.chdir(folder);
    const failed = await quickSwap('linked/new', NEW)
      .catch((error: unknown) => String(error))
      .finally(() => process.chdir(before));
    expect(failed).toContain("found the project's folder sources, or one in it");
    expect(readdirSync(join(folder, 'sources'))).toEqual(['document']);
  });
});

test('a folder for temporary files that another has taken the place of is not removed', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'made'));
  const made = await madeFolder(join(folder, 'made'));
  renameSync(join(folder, 'made'), join(folder, 'moved'));
  put(join(folder, 'made'), new Map([['mine.txt', 'mine']]));
  expect(await removeMade(made)).toEqual(['.']);
  expect(existsSync(join(folder, 'made/mine.txt'))).toBe(true);
});
