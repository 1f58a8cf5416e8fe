// Makes the disk of this program fail at its n-th change: `spoilDisk` from a test, or `--import` with DISK=mode:n.
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { DuckDBConnection } from '@duckdb/node-api';

/**
 * `kill`: the program dies in the midst of the change; `full`: from then on there is no room; `broken`: from then on
 * nothing can be changed; `count`: nothing.
 */
export type Mode = 'kill' | 'full' | 'broken' | 'count';

/** A disk that fails, until it is restored. */
export interface FaultyDisk {
  /** The changes so far, such as `rename`. */
  readonly changes: readonly string[];
  restore(): void;
}

type Callable = (...words: readonly unknown[]) => unknown;

const ASYNC = [
  'writeFile',
  'appendFile',
  'rename',
  'mkdir',
  'mkdtemp',
  'link',
  'unlink',
  'rmdir',
  'chmod',
  'chown',
] as const;
const SYNC = ['writeFileSync', 'renameSync', 'mkdirSync'] as const;
/** What works on a full disk too. */
const NEEDS_NO_ROOM = new Set(['rename', 'renameSync', 'unlink', 'rmdir', 'chmod', 'chown']);

/** Replaces every function by which the pipeline changes the disk. */
export function spoilDisk(mode: Mode, at: number): FaultyDisk {
  const changes: string[] = [];
  const restores: (() => void)[] = [];
  const spoil = (owner: object, name: string, refuse: (error: Error) => unknown): void => {
    const whole: unknown = Reflect.get(owner, name);
    if (typeof whole !== 'function') throw new Error(`there is no ${name}`);
    const spoilt: Callable = function (this: unknown, ...words) {
      changes.push(name);
      const hit = mode === 'kill' ? changes.length === at : mode !== 'count' && changes.length >= at;
      if (!hit || (mode === 'full' && NEEDS_NO_ROOM.has(name))) return Reflect.apply(whole, this, words);
      const [path, content] = words;
      // A write that is cut off leaves half of what it was to write.
      if (name.startsWith('writeFile') && typeof path === 'string' && content instanceof Uint8Array) {
        const half = fs.openSync(path, 'w');
        fs.writeSync(half, content, 0, content.length >> 1);
        fs.closeSync(half);
      }
      if (mode === 'kill') process.kill(process.pid, 'SIGKILL');
      return refuse(refusal(mode, name));
    };
    Reflect.set(owner, name, spoilt);
    restores.push(() => Reflect.set(owner, name, whole));
  };
  const rejects = (error: Error): Promise<never> => Promise.reject(error);
  for (const name of ASYNC) spoil(promises, name, rejects);
  for (const name of SYNC)
    spoil(fs, name, (error) => {
      throw error;
    });
  spoil(DuckDBConnection.prototype, 'run', rejects);
  syncBuiltinESMExports();
  return {
    changes,
    restore: () => {
      for (const restore of restores) restore();
      syncBuiltinESMExports();
    },
  };
}

function refusal(mode: Mode, name: string): Error {
  const [code, words] =
    mode === 'full' ? ['ENOSPC', 'No space left on device'] : ['EIO', 'Input/output error'];
  // DuckDB says it in words only.
  if (name === 'run') return new Error(`IO Error: Could not write file "x": ${words}`);
  return Object.assign(new Error(`${code}: ${words.toLowerCase()}, ${name}`), { code });
}

const [, mode, at] = /^(kill|full|broken|count):(\d+)$/.exec(process.env.DISK ?? '') ?? [];
if (mode === 'kill' || mode === 'full' || mode === 'broken' || mode === 'count') {
  const { changes } = spoilDisk(mode, Number(at));
  process.on('exit', () => process.stdout.write(`\nchanges: ${changes.length}\n`));
}
