import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { madeFolder, removeMade } from '../../pipeline/publish/folder/removal.ts';
import { makeProject } from '../made-up-project.ts';
import { emptyFolder, removeFolder } from '../publish/folder.ts';
import { CLI, start } from './programs.ts';
import { put, quickSwap } from './quick-swap.ts';

// Only root may mount, and not on every machine; elsewhere these tests are skipped.
const mayMount = process.getuid?.() === 0 && process.platform === 'linux';

/** Mounts something on a folder until the test is over; says whether the machine allows it. */
function mount(place: string, words: readonly string[]): boolean {
  mkdirSync(place, { recursive: true });
  try {
    execFileSync('mount', [...words, place], { stdio: 'ignore' });
  } catch {
    return false;
  }
  // Those that were begun last end first: before the folder of the test goes.
  onTestFinished(() => {
    execFileSync('umount', [place]);
  });
  return true;
}

describe.runIf(mayMount)('a folder on which something is mounted', () => {
  test('is refused, empty or not, of another disk or of this one', async ({ skip }) => {
    const folder = emptyFolder();
    const mine = join(folder, 'mine');
    put(mine, new Map([['mine.txt', 'mine']]));
    const out = join(folder, 'with blank');
    const places: readonly (readonly [string, readonly string[]])[] = [
      [out, ['-t', 'tmpfs', 'none']],
      [join(folder, 'bound'), ['--bind', mine]],
    ];
    for (const [place, words] of places) {
      if (!mount(place, words)) return skip('this machine allows no mount');
      await expect(quickSwap(place, '1.0.0')).rejects.toThrow('found a mount point; move it away');
    }
    await quickSwap(join(out, 'below'), '1.0.0');
    expect(existsSync(join(out, 'below/SHA256SUMS'))).toBe(true);
    expect(readFileSync(join(mine, 'mine.txt'), 'utf8')).toBe('mine');
  });

  test('is refused when it lies in an output, and is not gone through by any removal', async ({ skip }) => {
    const folder = emptyFolder();
    const mine = join(folder, 'mine');
    put(mine, new Map([['rain.csv', 'mine']]));
    const out = join(folder, 'output');
    await quickSwap(out, '1.0.0');
    if (!mount(join(out, 'csv'), ['--bind', mine])) return skip('this machine allows no mount');
    await expect(quickSwap(out, '2.0.0')).rejects.toThrow('found csv, a mount point');
    const made = join(folder, 'made');
    mkdirSync(made);
    const temporary = await madeFolder(made);
    if (!mount(join(made, 'deep'), ['--bind', mine])) return skip('this machine allows no mount');
    expect(await removeMade(temporary)).toEqual(['deep']);
    expect(readFileSync(join(mine, 'rain.csv'), 'utf8')).toBe('mine');
  });

  test('between the look and the swap goes back, and the build fails', async ({ skip }) => {
    const folder = emptyFolder();
    const mine = join(folder, 'mine');
    put(mine, new Map([['mine.txt', 'mine']]));
    const out = join(folder, 'output');
    await quickSwap(out, '1.0.0');
    let isMounted = false;
    const swapping = (): void => {
      isMounted = mount(join(out, 'csv'), ['--bind', mine]);
    };
    const failed = await quickSwap(out, '2.0.0', swapping).catch((error: unknown) => String(error));
    if (!isMounted) return skip('this machine allows no mount');
    expect(failed).toContain('found csv, a mount point');
    expect(readFileSync(join(out, 'csv/mine.txt'), 'utf8')).toBe('mine');
  });
});

describe.runIf(mayMount)('a disk that may only be read', () => {
  test('under build/ is told by every command that writes there, in two lines', async ({ skip }) => {
    const folder = makeProject('family-of-tables');
    onTestFinished(() => removeFolder(folder));
    if (!mount(join(folder, 'build'), ['-t', 'tmpfs', '-o', 'ro', 'none']))
      return skip('this machine allows no mount');
    for (const command of ['extract', 'update']) {
      const { code, err } = await start(CLI, [command], { folder });
      expect(code).toBe(1);
      expect(err).toMatch(
        /build\/extract\.json: output\n {2}expected a folder build that can be written to, found EROFS.*\n$/,
      );
      expect(err).not.toMatch(/^ +at /m);
    }
    expect(existsSync(join(folder, 'output'))).toBe(false);
    expect((await start(CLI, ['build'], { folder })).code).toBe(0);
  });
});
