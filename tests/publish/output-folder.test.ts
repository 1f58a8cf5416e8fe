import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../pipeline/publish/effects.ts';
import { publish } from '../../pipeline/publish/publish.ts';
import { createScratch, removeScratch } from '../../pipeline/publish/scratch.ts';
import { emptyFolder, filesOf } from './folder.ts';
import { rainfall, withRows } from './rainfall.ts';

const changed = withRows(rainfall(), 'chapter', [{ chapter: 'new', parent: null }]);

/** What stands beside the output folder, hidden or not. */
function beside(out: string): readonly string[] {
  return readdirSync(join(out, '..')).sort();
}

/** The name that a scratch folder of a process that no longer runs would have. */
function deadScratch(out: string): string {
  return join(out, '..', `.output.scratch-${hostname()}-4194999-1-abcdef`);
}

describe('a build that fails', () => {
  const steps: readonly Step[] = ['text', 'database', 'parquet', 'metadata', 'swap'];

  test.each(steps)('at the step "%s" leaves the old output whole and nothing beside it', async (failing) => {
    const out = join(emptyFolder(), 'output');
    await publish(rainfall(), out);
    const before = filesOf(out);
    const step = (name: Step): void => {
      if (name === failing) throw new Error(`boom at ${name}`);
    };
    await expect(publish(changed, out, { step })).rejects.toThrow(`boom at ${failing}`);
    expect(filesOf(out)).toEqual(before);
    expect(beside(out)).toEqual(['output']);
  });

  test.each(steps)('at the step "%s" of the first build leaves nothing', async (failing) => {
    const out = join(emptyFolder(), 'output');
    const step = (name: Step): void => {
      if (name === failing) throw new Error(`boom at ${name}`);
    };
    await expect(publish(rainfall(), out, { step })).rejects.toThrow('boom');
    expect(beside(out)).toEqual([]);
  });

  test.each(steps)(
    'because it is aborted at the step "%s" says the reason and cleans up',
    async (aborted) => {
      const out = join(emptyFolder(), 'output');
      const controller = new AbortController();
      const step = (name: Step): void => {
        if (name === aborted && name !== 'swap') controller.abort(new Error('interrupted'));
      };
      const result = publish(rainfall(), out, { step, signal: controller.signal });
      if (aborted === 'swap') await result;
      else await expect(result).rejects.toThrow('interrupted');
      expect(beside(out)).toEqual(aborted === 'swap' ? ['output'] : []);
    },
  );

  test('for lack of disk space says so, on two lines', async () => {
    const out = join(emptyFolder(), 'output');
    const step = (): void => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    };
    await expect(publish(rainfall(), out, { step })).rejects.toThrow(
      `${out}: output\n  expected room on the disk, found none left; free some space and build again; the previous output is untouched`,
    );
  });

  test('because DuckDB has no disk space says the same', async () => {
    const out = join(emptyFolder(), 'output');
    for (const kind of ['IO Error', 'TransactionContext Error: Failed to commit']) {
      const step = (): void => {
        throw new Error(`${kind}: Could not write file "x": No space left on device`);
      };
      await expect(publish(rainfall(), out, { step })).rejects.toThrow(
        'expected room on the disk, found none left',
      );
    }
  });
});

describe('a build that dies', () => {
  test('between the two renames is mended by the next one', async () => {
    const out = join(emptyFolder(), 'output');
    await publish(rainfall(), out);
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
    const out = join(emptyFolder(), 'output');
    await publish(rainfall(), out);
    const current = filesOf(out);
    mkdirSync(join(deadScratch(out), 'previous'), { recursive: true });
    writeFileSync(join(deadScratch(out), 'previous', 'old.csv'), 'old');
    expect((await publish(rainfall(), out)).duckdbRewritten).toBe(false);
    expect(filesOf(out)).toEqual(current);
    expect(beside(out)).toEqual(['output']);
  });

  test('at any moment leaves an output that is whole, or that the next one makes whole', async () => {
    const out = join(emptyFolder(), 'output');
    await publish(rainfall(), out);
    const old = filesOf(out);
    await publish(changed, out);
    const fresh = filesOf(out);
    const stop = (): void => {
      throw new Error('stopped');
    };
    for (const delay of [0, 40, 90, 150]) {
      const build = spawn(process.execPath, [
        '--import',
        'tsx',
        join(import.meta.dirname, 'endless-build.ts'),
        out,
      ]);
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
    await publish(rainfall(), out);
    expect(existsSync(scratch.next)).toBe(true);
  });

  test('of a process of another host is left alone', async () => {
    const out = join(emptyFolder(), 'output');
    const scratch = join(out, '..', '.output.scratch-another-host-1-1-abcdef');
    mkdirSync(scratch);
    await publish(rainfall(), out);
    expect(existsSync(scratch)).toBe(true);
  });

  test('of a process whose number was given to another one is removed', async () => {
    const out = join(emptyFolder(), 'output');
    mkdirSync(join(out, '..', `.output.scratch-${hostname()}-${process.pid}-1-abcdef`));
    await publish(rainfall(), out);
    expect(beside(out)).toEqual(['output']);
  });

  test('stays as long as it holds the only copy of the old output', async () => {
    const out = join(emptyFolder(), 'output');
    const scratch = await createScratch(out);
    mkdirSync(scratch.previous);
    await removeScratch(scratch, out);
    expect(existsSync(scratch.previous)).toBe(true);
    mkdirSync(out);
    await removeScratch(scratch, out);
    expect(existsSync(scratch.path)).toBe(false);
  });

  test('of another output is not touched', async () => {
    const out = join(emptyFolder(), 'output');
    const other = join(out, '..', `.output2.scratch-${hostname()}-4194999-1-abcdef`);
    mkdirSync(other);
    await publish(rainfall(), out);
    expect(existsSync(other)).toBe(true);
  });
});

describe('the output folder', () => {
  test('may be published to by two builds at once; one whole output stays', async () => {
    const out = join(emptyFolder(), 'output');
    const results = await Promise.allSettled([publish(rainfall(), out), publish(rainfall(), out)]);
    expect(results.map(({ status }) => status)).toContain('fulfilled');
    expect(beside(out)).toEqual(['output']);
    expect((await publish(rainfall(), out)).duckdbRewritten).toBe(false);
  });

  test('is refused when it holds files of someone else', async () => {
    const out = join(emptyFolder(), 'output');
    mkdirSync(join(out, 'photos'), { recursive: true });
    writeFileSync(join(out, 'photos', 'cat.jpg'), 'meow');
    await expect(publish(rainfall(), out)).rejects.toThrow(
      `${out}: output\n  expected a folder that holds nothing but files of an earlier build, as its SHA256SUMS lists them, found photos/cat.jpg; move it away or choose another output folder`,
    );
    expect(existsSync(join(out, 'photos', 'cat.jpg'))).toBe(true);
  });

  test('is refused when a file of someone else stands among published ones', async () => {
    const out = join(emptyFolder(), 'output');
    await publish(rainfall(), out);
    writeFileSync(join(out, 'csv', 'my-notes.txt'), 'mine');
    await expect(publish(rainfall(), out)).rejects.toThrow('found csv/my-notes.txt');
  });

  test('may be empty, and may hold what a desktop leaves behind', async () => {
    const out = join(emptyFolder(), 'output');
    mkdirSync(out);
    await publish(rainfall(), out);
    writeFileSync(join(out, '.DS_Store'), '');
    await publish(rainfall(), out);
    expect(existsSync(join(out, '.DS_Store'))).toBe(false);
  });

  test('is refused when it is a file or lies below one', async () => {
    const file = join(emptyFolder(), 'output');
    writeFileSync(file, 'text');
    for (const out of [file, join(file, 'below')]) {
      await expect(publish(rainfall(), out)).rejects.toThrow('expected a folder, found a file in its place');
    }
  });

  test('may be a link: the folder behind it is replaced and the link stays', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'output'));
    await publish(rainfall(), join(folder, 'output'));
    expect(existsSync(join(folder, 'elsewhere', 'SHA256SUMS'))).toBe(true);
    expect(beside(join(folder, 'output'))).toEqual(['elsewhere', 'output']);
  });

  test('is made with the folders above it, open to be read by everyone', async () => {
    const out = join(emptyFolder(), 'a', 'b', 'output');
    const mask = process.umask(0o022);
    await publish(rainfall(), out);
    process.umask(mask);
    expect(statSync(out).mode & 0o777).toBe(0o755);
  });

  test('loses the tables that are no longer published', async () => {
    const out = join(emptyFolder(), 'output');
    await publish(rainfall(), out);
    const datasets = rainfall().datasets.filter(({ schema }) => schema.name !== 'nothing');
    await publish({ ...rainfall(), datasets }, out);
    expect(existsSync(join(out, 'csv', 'nothing.csv'))).toBe(false);
    rmSync(out, { recursive: true });
  });
});
