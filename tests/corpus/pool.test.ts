import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DocumentDone } from '../../pipeline/command-line/corpus/build-document.ts';
import { buildAll } from '../../pipeline/command-line/corpus/pool.ts';
import { emptyFolder } from '../publish/folder.ts';

/** No machine is so slow that what ends of itself takes this time. */
const LIMITS = { seconds: 3000, mebibytes: 64 };
const program = new URL('./misbehaving-process.mjs', import.meta.url);

afterEach(() => vi.restoreAllMocks());

async function built(
  names: readonly string[],
  {
    workers = 2,
    out = emptyFolder(),
    signal,
  }: { readonly workers?: number; readonly out?: string; readonly signal?: AbortSignal } = {},
): Promise<readonly DocumentDone[]> {
  const all: DocumentDone[] = [];
  await buildAll(
    names.map((document) => ({ document, folder: `sources/${document}`, program: '', schemas: '' })),
    { out, workers, limits: LIMITS, signal, program },
    (done) => all.push(done),
  );
  return all;
}

/** Lets time pass ten thousand times as fast once a file is there, for whoever looks at the clock of this process. */
function letTimeFlyWith(file: string): void {
  const now = performance.now.bind(performance);
  let since: number | undefined;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    const real = now();
    if (!existsSync(file)) return real;
    since ??= real;
    return real + 10_000 * (real - since);
  });
}

describe('a document that takes all of a process with it', () => {
  test('is refused with what it took and how far it had come, and no other is', async () => {
    const out = emptyFolder();
    letTimeFlyWith(join(out, 'endless'));
    // Nothing else is under way while time flies.
    const all = [...(await built(['a', 'endless'], { workers: 1, out }))];
    vi.restoreAllMocks();
    all.push(...(await built(['b', 'greedy', 'c', 'dying', 'd'])));
    const byName = new Map(all.map((done) => [done.document, done]));
    expect([...byName.keys()].sort()).toEqual(['a', 'b', 'c', 'd', 'dying', 'endless', 'greedy']);
    for (const name of ['a', 'b', 'c', 'd']) expect(byName.get(name)?.state).toBe('published');
    for (const [name, expected, found] of [
      ['endless', 'in 3000 s', 'one that takes longer (stage normalise)'],
      ['greedy', 'with 64 MiB of memory', 'one that takes more (stage normalise)'],
      ['dying', 'with 64 MiB of memory', 'one at which the process that reads it dies'],
    ] as const) {
      expect(byName.get(name)).toMatchObject({ state: 'exhausted', findings: [{}] });
      const [finding] = byName.get(name)?.findings ?? [];
      expect(finding).toMatchObject({
        place: { file: `sources/${name}` },
        expected: expect.stringContaining(expected),
        found: expect.stringContaining(found),
      });
    }
  });
});

describe('processes', () => {
  test('are kept from one document to the next, and are as many as was asked for', async () => {
    const all = await built(Array.from({ length: 12 }, (_, at) => `document-${at}`));
    const processes = new Set(all.map(({ rows }) => rows));
    expect(all).toHaveLength(12);
    expect(processes.size).toBe(2);
    expect(processes.has(process.pid)).toBe(false);
  });

  test('stop all when the folder of the corpus is at fault, or the program is', async () => {
    await expect(built(['a', 'disk', 'b'], { workers: 1 })).rejects.toMatchObject({
      findings: [{ kind: 'output', found: 'none' }],
    });
    await expect(built(['wrong', 'b'], { workers: 1 })).rejects.toThrow('it is undefined');
  });

  test('stop when they are told to', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    setTimeout(() => stop.abort(reason), 300);
    await expect(built(['endless', 'endless'], { signal: stop.signal })).rejects.toBe(reason);
  });
});

describe('a command that is killed', () => {
  test('leaves no process that reads a document without end', async () => {
    const out = emptyFolder();
    const told = join(out, 'endless');
    const command = spawn(process.execPath, ['--import=tsx', 'tests/corpus/abandoned.ts', out, program.href]);
    await expect.poll(() => existsSync(told) && readFileSync(told, 'utf8')).toMatch(/^\d+$/);
    const reader = Number(readFileSync(told, 'utf8'));
    expect(isThere(reader)).toBe(true);
    command.kill('SIGKILL');
    await expect.poll(() => isThere(reader)).toBe(false);
  });
});

/** Whether a process runs; one that ended and that nobody has asked for is still listed, as a zombie. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const listed = `/proc/${pid}/stat`;
  return !existsSync(listed) || !/\) Z /.test(readFileSync(listed, 'utf8'));
}
