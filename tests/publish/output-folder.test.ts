import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../pipeline/publish/effects.ts';
import { publish } from '../../pipeline/publish/publish.ts';
import { emptyFolder, filesOf } from './folder.ts';
import { rainfall, withRows } from './rainfall.ts';
import { standingRainfall } from './standing.ts';

const changed = withRows(rainfall(), 'chapter', [{ chapter: 'new', parent: null }]);

/** What stands beside the output folder, hidden or not. */
function beside(out: string): readonly string[] {
  return readdirSync(join(out, '..')).sort();
}

describe('a build that fails', () => {
  const steps: readonly Step[] = ['text', 'database', 'parquet', 'metadata', 'swap'];

  test.each(steps)('at the step "%s" leaves the old output whole and nothing beside it', async (failing) => {
    const out = await standingRainfall();
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
    const out = await standingRainfall();
    writeFileSync(join(out, 'csv', 'my-notes.txt'), 'mine');
    await expect(publish(rainfall(), out)).rejects.toThrow('found csv/my-notes.txt');
  });

  test('may be empty, and keeps its mode', async () => {
    const out = join(emptyFolder(), 'output');
    mkdirSync(out);
    chmodSync(out, 0o711);
    for (const publication of [rainfall(), changed]) {
      await publish(publication, out);
      expect(statSync(out).mode & 0o777).toBe(0o711);
    }
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

  test('is made with the folders above it, open to be read by everyone under every umask', async () => {
    for (const umask of [0o022, 0o077]) {
      const above = emptyFolder();
      const out = join(above, 'a', 'b', 'output');
      const before = process.umask(umask);
      await publish(rainfall(), out).finally(() => process.umask(before));
      const modeOf = (path: string): number => statSync(join(out, path)).mode & 0o777;
      expect([modeOf('.'), modeOf('csv')].map((mode) => mode & 0o555)).toEqual([0o555, 0o555]);
      const files = [...filesOf(out).keys()];
      expect(files.filter((path) => (modeOf(path) & 0o444) !== 0o444)).toEqual([]);
      // Those above are no part of what is published.
      expect(statSync(join(above, 'a')).mode & 0o777).toBe(0o777 & ~umask);
    }
  });

  test('loses the tables that are no longer published', async () => {
    const out = await standingRainfall();
    const datasets = rainfall().datasets.filter(({ schema }) => schema.name !== 'nothing');
    await publish({ ...rainfall(), datasets }, out);
    expect(existsSync(join(out, 'csv', 'nothing.csv'))).toBe(false);
    rmSync(out, { recursive: true });
  });
});
