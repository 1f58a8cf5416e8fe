import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { dirname, join, parse, relative, sep } from 'node:path';
import type { FolderKind } from './kinds.ts';

/** Folders of the project's own; `build` holds what may be made again, in folders of their own. */
const OF_THE_PROJECT = [
  '.ci',
  '.git',
  '.github',
  'bench',
  'cluster',
  'docs',
  'examples',
  'node_modules',
  'output',
  'outputs',
  'pipeline',
  'release',
  'schemas',
  'site',
  'sources',
  'tests',
];
/** Of a folder in which the program is run and which is not the project. */
const OF_A_WORKPLACE = ['.git', 'node_modules', 'outputs', 'schemas', 'sources'];
const BUILD = 'build';

/**
 * Why a folder (absolute, links resolved) is never replaced, whatever it holds: it is `/`, a home, a folder above the
 * project or above the current one, or a folder of the project that is not meant for it. Undefined when it may be.
 */
export async function forbiddenBecause(path: string, { meant }: FolderKind): Promise<string | undefined> {
  if (path === parse(path).root) return 'the root of the disk';
  for (const home of await homes()) if (isWithin(path, home)) return 'a home folder or one above it';
  const [root, here] = await Promise.all([realpath(rootAbove(import.meta.dirname)), realpath('.')]);
  if (isWithin(path, here)) return 'the current folder or one above it';
  if (isWithin(path, root)) return 'the folder of the project or one above it';
  const own: readonly (readonly [string, readonly string[]])[] = [
    [root, OF_THE_PROJECT],
    [here, OF_A_WORKPLACE],
  ];
  for (const [base, names] of own) {
    if (meant.some((folder) => path === join(base, folder) || isChild(base, folder, path))) continue;
    if (path === join(base, BUILD)) return `the folder ${BUILD} of the project`;
    const name = names.find((each) => isWithin(join(base, each), path));
    if (name !== undefined) return `the project's folder ${name}, or one in it`;
  }
  return undefined;
}

/** Whether a folder is meant as one of many: `outputs/*`. */
function isChild(base: string, folder: string, path: string): boolean {
  return folder.endsWith('/*') && dirname(path) === join(base, folder.slice(0, -2));
}

/** The folder of the program, above this file or above what it was compiled to. */
export function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder));
}

/** Whether `path` is `folder` or lies in it. */
function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || parse(way).root !== '');
}

/** The homes of this user, and of everybody of whom the system tells; those that are no folder of anyone are left out. */
async function homes(): Promise<readonly string[]> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const told = users.split('\n').map((line) => line.split(':')[5] ?? '');
  const all = [homedir(), ownHome(), ...told].filter((home) => home.startsWith(sep) && home !== sep);
  const real = await Promise.all([...new Set(all)].map((home) => realpath(home).catch(() => home)));
  return real;
}

/** A user whom the system does not know, as in a container, has none. */
function ownHome(): string {
  try {
    return userInfo().homedir;
  } catch {
    return '';
  }
}
