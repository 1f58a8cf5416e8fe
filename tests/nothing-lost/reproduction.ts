import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filesOf } from '../publish/folder.ts';
import { CLI } from './programs.ts';

/** Where and how a build runs, which must not show in what it writes. */
export interface Surroundings {
  readonly name: string;
  /** The folder that the project stands in, below the one that is given for all. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly umask: string;
  /** The processors it may use, as taskset names them; all of them without. */
  readonly processors?: string;
}

/** Memory that a program has not set holds 0xA5 then, so that a byte which comes from it shows for certain. */
const DIRTY_MEMORY = { DUCKDB_JE_MALLOC_CONF: 'junk:true', MALLOC_PERTURB_: '90' };

/** The first is what the others are held against. */
export const SURROUNDINGS: readonly [Surroundings, ...Surroundings[]] = [
  { name: 'as it is here', folder: 'one', env: {}, umask: '022' },
  {
    name: 'another folder, time zone and locale, dirty memory, one processor, umask 002',
    folder: "else where/қайда/it's",
    env: {
      ...DIRTY_MEMORY,
      UV_THREADPOOL_SIZE: '1',
      TZ: 'Asia/Kathmandu',
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'tr_TR.UTF-8',
    },
    umask: '002',
    processors: '0',
  },
  {
    name: 'a time zone and a locale that are none, umask 077, more threads',
    folder: 'one',
    env: { TZ: 'Nowhere/Land', LC_ALL: 'xx', LANG: 'xx', UV_THREADPOOL_SIZE: '16' },
    umask: '077',
  },
];

/** What came of a build in its surroundings: its files by path with their checksums, or why it failed. */
export interface Outcome {
  readonly files: ReadonlyMap<string, string>;
  readonly error: string;
}

/** Puts the project (its `sources` and `schemas`) into the folder of the surroundings and builds it there. */
export function buildIn(
  project: string,
  scratch: string,
  { folder, env, umask, processors }: Surroundings,
): Outcome {
  const home = join(scratch, folder);
  mkdirSync(home, { recursive: true });
  for (const name of ['sources', 'schemas']) {
    cpSync(join(project, name), join(home, name), { recursive: true });
  }
  const node = [process.execPath, resolve(CLI), 'build', '--quiet', '--out', 'output'];
  const command = processors !== undefined && hasTaskset() ? ['taskset', '-c', processors, ...node] : node;
  // With the file of the build before, its database would be taken over and not written again.
  const shell = `umask ${umask}; rm -rf output; exec "$@"`;
  const { status, stderr } = spawnSync('sh', ['-c', shell, 'sh', ...command], {
    cwd: home,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) return { files: new Map(), error: stderr };
  return { files: filesOf(join(home, 'output')), error: '' };
}

/** The paths whose bytes differ, or which stand in one of the two alone. */
export function differing(a: Outcome, b: Outcome): readonly string[] {
  const paths = new Set([...a.files.keys(), ...b.files.keys()]);
  return [...paths].filter((path) => a.files.get(path) !== b.files.get(path)).sort();
}

/** Whether builds can be held to some processors here. */
export function hasTaskset(): boolean {
  return spawnSync('taskset', ['-c', '0', 'true']).status === 0;
}
