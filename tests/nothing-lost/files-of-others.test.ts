import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { emptyFolder, filesOf } from '../publish/folder.ts';
import { swapWhileFoldersComeAndGo } from './coming-and-going.ts';
import { beside, NEW, OLD, published, REFUSED, versionIn } from './output-of-ours.ts';
import { put, quickSwap } from './quick-swap.ts';

/** Does something right after a rename away from `from`, the `turn`-th of them, as another program might. */
function afterRenameOf(isMeant: (from: string) => boolean, act: (to: string) => void): void {
  const whole = promises.rename;
  let isDone = false;
  promises.rename = async (from, to) => {
    await whole(from, to);
    if (isDone || !isMeant(String(from))) return;
    isDone = true;
    act(String(to));
  };
  syncBuiltinESMExports();
  onTestFinished(() => {
    promises.rename = whole;
    syncBuiltinESMExports();
  });
}

describe('what comes into the folder between the look at it and the swap', () => {
  const arrivals: readonly (readonly [string, (out: string) => void])[] = [
    ['a file', (out) => writeFileSync(join(out, 'mine.txt'), 'mine')],
    ['a file deeper in it', (out) => writeFileSync(join(out, 'csv', 'mine.txt'), 'mine')],
    ['other content of a file of ours', (out) => writeFileSync(join(out, 'csv', 'rain.csv'), 'mine')],
    ['other content of the list', (out) => writeFileSync(join(out, 'SHA256SUMS'), 'mine')],
    ['an empty folder', (out) => mkdirSync(join(out, 'mine'))],
    ['a link', (out) => symlinkSync('/etc/hostname', join(out, 'mine'))],
    ['a second name of a file', (out) => linkSync(join(out, 'csv/rain.csv'), join(out, 'csv/mine.csv'))],
    [
      'a file with the date and size of the one before',
      (out) => {
        const file = join(out, 'csv', 'rain.csv');
        const [text, { atime, mtime }] = [readFileSync(file, 'utf8'), statSync(file)];
        writeFileSync(file, text.replace('A', 'B'));
        utimesSync(file, atime, mtime);
      },
    ],
  ];

  test.each(arrivals)('%s stays with the old output, and the build fails', async (_, arrive) => {
    const out = await published();
    let before: ReadonlyMap<string, string> = new Map();
    const swapping = (): void => {
      arrive(out);
      before = filesOf(out);
    };
    await expect(quickSwap(out, NEW, swapping)).rejects.toThrow(REFUSED);
    expect(filesOf(out)).toEqual(before);
    expect(beside(out)).toEqual(['output']);
  });

  test.each([
    ['nothing', (_: string) => undefined],
    ['an empty folder', (out: string) => mkdirSync(out)],
  ])('stays where %s was, too', async (_, make) => {
    const out = join(emptyFolder(), 'output');
    make(out);
    const swapping = (): void => put(out, new Map([['deep/mine.txt', 'mine']]));
    await expect(quickSwap(out, NEW, swapping)).rejects.toThrow('found deep/mine.txt');
    expect([...filesOf(out).keys()]).toEqual(['deep/mine.txt']);
    expect(beside(out)).toEqual(['output']);
  });

  test('a file or a link in the place of the folder stays', async () => {
    for (const kind of ['file', 'link'] as const) {
      const out = await published();
      const elsewhere = join(dirname(out), 'elsewhere');
      const swapping = (): void => {
        renameSync(out, elsewhere);
        if (kind === 'file') writeFileSync(out, 'mine');
        else symlinkSync(elsewhere, out);
      };
      await expect(quickSwap(out, NEW, swapping)).rejects.toThrow();
      expect(versionIn(elsewhere)).toBe(OLD);
      expect(kind === 'file' ? readFileSync(out, 'utf8') : versionIn(out)).toBe(
        kind === 'file' ? 'mine' : OLD,
      );
      expect(beside(out)).toEqual(['elsewhere', 'output']);
    }
  });
});

// `npm run torture` does it with real builds, and a thousand times.
test('nothing of a user goes while folders come and go in the output folder', async () => {
  const { swapped, refused } = await swapWhileFoldersComeAndGo(join(emptyFolder(), 'output'), 60);
  expect(refused).toBeGreaterThanOrEqual(30);
  expect(swapped + refused).toBe(60);
});

describe('a folder that somebody makes anew between the two renames', () => {
  test('stays, and so does the only old copy, until one of them is moved away', async () => {
    const out = await published();
    afterRenameOf(
      (from) => from === out,
      () => put(out, new Map([['mine.txt', 'mine']])),
    );
    const failed = await quickSwap(out, NEW).catch((error: unknown) => String(error));
    expect(failed).toContain(
      'found something else, put there meanwhile; what stood there before is kept in ',
    );
    const [, kept = ''] = /is kept in (\S+);/.exec(String(failed)) ?? [];
    for (let build = 0; build < 2; build += 1) {
      expect(versionIn(kept)).toBe(OLD);
      expect([...filesOf(out).keys()]).toEqual(['mine.txt']);
      await expect(quickSwap(out, NEW)).rejects.toThrow('found mine.txt');
    }
  });

  test('is replaced like any other when it is empty', async () => {
    const out = await published();
    afterRenameOf(
      (from) => from === out,
      () => mkdirSync(out),
    );
    await quickSwap(out, NEW);
    expect(versionIn(out)).toBe(NEW);
    expect(beside(out)).toEqual(['output']);
  });
});

test('what a program puts into the old folder after it has stepped aside is kept and told', async () => {
  const out = await published();
  let previous = '';
  afterRenameOf(
    (from) => from === out,
    (to) => {
      previous = to;
    },
  );
  const swapping = (): void =>
    afterRenameOf(
      (from) => from.endsWith('next'),
      () => put(previous, new Map([['csv/mine.txt', 'mine']])),
    );
  const failed = await quickSwap(out, NEW, swapping).catch((error: unknown) => String(error));
  expect(failed).toContain(`found ${join(previous, 'csv/mine.txt')} in it; what was built stands in ${out}`);
  expect(versionIn(out)).toBe(NEW);
  await quickSwap(out, OLD);
  expect(readFileSync(join(previous, 'csv/mine.txt'), 'utf8')).toBe('mine');
});
