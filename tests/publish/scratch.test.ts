import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OUTPUT } from '../../pipeline/publish/folder/kinds.ts';
import { createScratch, removeScratch } from '../../pipeline/publish/folder/scratch.ts';
import { publish } from '../../pipeline/publish/publish.ts';
import { quickSwap } from '../nothing-lost/quick-swap.ts';
import { emptyFolder, filesOf } from './folder.ts';
import { rainfall, withRows } from './rainfall.ts';
import { standingRainfall } from './standing.ts';

const changed = withRows(rainfall(), 'chapter', [{ chapter: 'new', parent: null }]);

/** What stands beside the output folder, hidden or not. */
function beside(out: string): readonly string[] {
  return readdirSync(join(out, '..')).sort();
}

/** The name that a scratch folder of a process that no longer runs would have. */
function deadScratch(out: string): string {
  return join(out, '..', `.output.scratch-${hostname()}-4194999-1-abcdef`);
}

describe('a build that dies', () => {
  test('between the two renames is mended by the next one', async () => {
    const out = await standingRainfall();
    const before = filesOf(out);
    const scratch = deadScratch(out);
    mkdirSync(join(scratch, 'next'), { recursive: true });
    renameSync(out, join(scratch, 'previous'));
    const step = (): void => {
      throw new Error('stopped');
    };
    await expect(publish(changed, out, { step })).rejects.toThrow('stopped');
    expect(filesOf(out)).toEqual(before);
    expect(beside(out)).toEqual(['output']);
  });

  test('after the swap leaves only rubbish, which the next one removes', async () => {
    const out = await standingRainfall();
    const current = filesOf(out);
    mkdirSync(deadScratch(out));
    cpSync(out, join(deadScratch(out), 'previous'), { recursive: true });
    expect((await publish(rainfall(), out)).duckdbRewritten).toBe(false);
    expect(filesOf(out)).toEqual(current);
    expect(beside(out)).toEqual(['output']);
  });

  test('at any moment leaves an output that is whole, or that the next one makes whole', async () => {
    const out = await standingRainfall();
    const old = filesOf(out);
    await publish(changed, out);
    const fresh = filesOf(out);
    const stop = (): void => {
      throw new Error('stopped');
    };
    for (const delay of [0, 40, 90]) {
      const build = spawn(process.execPath, [join(import.meta.dirname, 'endless-build.mjs'), out]);
      await once(build.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, delay));
      build.kill('SIGKILL');
      await once(build, 'exit');
      await expect(publish(rainfall(), out, { step: stop })).rejects.toThrow('stopped');
      expect(beside(out)).toEqual(['output']);
      expect([old, fresh]).toContainEqual(filesOf(out));
    }
  });
});

describe('the scratch folder', () => {
  test('of a live process is left alone', async () => {
    const out = join(emptyFolder(), 'output');
    const scratch = await createScratch(out);
    await quickSwap(out, '1.0.0');
    expect(existsSync(scratch.next)).toBe(true);
  });

  test('of a process of another host is left alone for a day, also when it is this machine under its old name', async () => {
    const out = join(emptyFolder(), 'output');
    const scratch = join(out, '..', '.output.scratch-another-host-1-1-abcdef');
    mkdirSync(scratch);
    await quickSwap(out, '1.0.0');
    expect(existsSync(scratch)).toBe(true);
    const hours = (count: number): number => Date.now() / 1000 - count * 3600;
    utimesSync(scratch, hours(23), hours(23));
    await quickSwap(out, '1.0.0');
    expect(existsSync(scratch)).toBe(true);
    utimesSync(scratch, hours(25), hours(25));
    await quickSwap(out, '1.0.0');
    expect(existsSync(scratch)).toBe(false);
  });

  test('loses only what its list names: what somebody else has put into it stays', async () => {
    const out = join(emptyFolder(), 'output');
    await quickSwap(out, '1.0.0');
    const scratch = deadScratch(out);
    cpSync(out, join(scratch, 'previous'), { recursive: true });
    for (const name of ['notes.txt', 'previous/csv/notes.txt', 'written'])
      writeFileSync(join(scratch, name), 'mine');
    await quickSwap(out, '1.0.0');
    expect([...filesOf(scratch).keys()]).toEqual(['notes.txt', 'previous/csv/notes.txt', 'written']);
  });

  test('of a process whose number was given to another one is removed', async () => {
    const out = join(emptyFolder(), 'output');
    mkdirSync(join(out, '..', `.output.scratch-${hostname()}-${process.pid}-1-abcdef`));
    await quickSwap(out, '1.0.0');
    expect(beside(out)).toEqual(['output']);
  });

  test('stays as long as it holds the only copy of the old output', async () => {
    const out = join(emptyFolder(), 'output');
    const scratch = await createScratch(out);
    mkdirSync(scratch.previous);
    for (const make of [() => undefined, () => mkdirSync(out), () => writeFileSync(join(out, 'mine'), '')]) {
      make();
      expect(await removeScratch(scratch, out, OUTPUT)).toEqual(['previous']);
      expect(existsSync(scratch.previous)).toBe(true);
    }
  });

  test('of another output is not touched', async () => {
    const out = join(emptyFolder(), 'output');
    const other = join(out, '..', `.output2.scratch-${hostname()}-4194999-1-abcdef`);
    mkdirSync(other);
    await quickSwap(out, '1.0.0');
    expect(existsSync(other)).toBe(true);
  });
});
