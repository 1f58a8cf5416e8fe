import { appendFile, lstat, mkdir, mkdtemp, readdir, readFile, rename } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { FolderKind } from './kinds.ts';
import {
  madeFolder,
  removeAnnounced,
  removeByChecksums,
  removeEmptyFolder,
  removeFile,
  removeMade,
} from './removal.ts';
import { lookAt } from './standing.ts';

/** The folder a build works in: hidden, beside the output and so on its file system, and named after its process. */
export interface Scratch {
  readonly path: string;
  /** The new output while it is written. */
  readonly next: string;
  /** The old output from the moment it steps aside; see `replaceFolder`. */
  readonly previous: string;
  /** Names of all that is written into `next`, each told before it is: what a build that died may have left. */
  readonly list: string;
}

/** The first line of the list: a file without it is none. */
const LIST_HEAD = '# what a build writes into next/\n';

/** Makes an empty scratch folder for the output folder `out`. */
export async function createScratch(out: string): Promise<Scratch> {
  const scratch = at(await mkdtemp(`${prefix(out)}${await nameOfThisProcess()}-`));
  await appendFile(scratch.list, LIST_HEAD);
  await mkdir(scratch.next);
  return scratch;
}

/** Says which files, by their paths in `next`, will be written: before that nothing may be there. */
export async function announce({ list }: Scratch, files: readonly string[]): Promise<void> {
  await appendFile(list, files.map((file) => `${file}\n`).join(''));
}

/**
 * Removes a scratch folder as far as all in it is known: the new output by what was announced, and the old one by its
 * checksums, once the new one has its place or another build's has. What is left stays, with the only copy of
 * an old output that could not be put back; gives its paths in the scratch folder.
 */
export async function removeScratch(
  scratch: Scratch,
  out: string,
  kind: FolderKind,
): Promise<readonly string[]> {
  // Then `next` stays too: it tells that nothing has taken the place of the old one.
  if (await isOnlyCopy(scratch, out, kind)) return ['previous'];
  const left = (await removeByChecksums(scratch.previous)).map((path) => `previous/${path}`);
  const list = await readFile(scratch.list, 'utf8').catch(() => '');
  // Its process may have died before it had written a word.
  const isList = list.startsWith(LIST_HEAD) || list === '';
  const names = isList ? list.slice(LIST_HEAD.length).split('\n') : [];
  const unknown = await removeAnnounced(scratch.next, new Set(names.filter((name) => name !== '')));
  left.push(...unknown.map((path) => `next/${path}`));
  if (left.length > 0) return left;
  if (isList) await removeFile(scratch.list).catch(() => undefined);
  return (await removeEmptyFolder(scratch.path)) ? [] : ['.'];
}

/** Whether the old output has stepped aside, and neither the new one nor one of another build stands in its place. */
async function isOnlyCopy({ previous, next }: Scratch, out: string, kind: FolderKind): Promise<boolean> {
  return (await isThere(previous)) && (await isThere(next)) && !(await isOutput(out, kind));
}

/**
 * Puts back the old output of a build that died between the two renames of the swap; done before anything
 * is looked at. Where an output stands in its place, that one stays, and so does the old one.
 */
export async function putBack(out: string, kind: FolderKind): Promise<void> {
  if (await isThere(out)) return;
  for (const { scratch, name } of await scratchesOf(out)) {
    if ((await isRunning(name)) || !(await isThere(scratch.next))) continue;
    const isOurs = (await isThere(scratch.list)) || (await isOutput(scratch.previous, kind));
    // Fails when there is no previous output, or when another build has put one in its place meanwhile.
    if (isOurs) await rename(scratch.previous, out).catch(() => undefined);
  }
}

/**
 * Removes what builds that died have left beside `out`. The scratch of a live process is left alone; that of another
 * host (a container that shares the disk, or this machine under another name), whose processes cannot be seen
 * from here, for a day: `own`, made just now, tells the time by the clock of the disk.
 */
export async function cleanUp(out: string, kind: FolderKind, own: Scratch): Promise<void> {
  const now = (await lstat(own.list)).mtimeMs;
  for (const { scratch, name } of await scratchesOf(out)) {
    const since = (await lstat(scratch.list).catch(() => lstat(scratch.path).catch(() => undefined)))
      ?.mtimeMs;
    if (since !== undefined && (await isStale(name, now - since))) await removeScratch(scratch, out, kind);
  }
}

/** Every scratch folder of `out`, with the part of its name that tells whose it is. */
async function scratchesOf(
  out: string,
): Promise<readonly { readonly scratch: Scratch; readonly name: string }[]> {
  const beginning = basename(prefix(out));
  const names = (await readdir(dirname(out))).filter((name) => name.startsWith(beginning)).sort();
  return names.map((name) => ({
    scratch: at(join(dirname(out), name)),
    name: name.slice(beginning.length),
  }));
}

function prefix(out: string): string {
  return join(dirname(out), `.${basename(out)}.scratch-`);
}

function at(path: string): Scratch {
  return {
    path,
    next: join(path, 'next'),
    previous: join(path, 'previous'),
    list: join(path, 'written'),
  };
}

function isOutput(path: string, kind: FolderKind): Promise<boolean> {
  return lookAt(path, kind).then(
    (standing) => standing.kind === 'ours',
    () => false,
  );
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** No build takes as long; then a scratch folder of a process that cannot be seen from here is stale. */
const MOST_BUILD_MILLISECONDS = 24 * 60 * 60 * 1000;
/** Where the system does not tell when a process started. */
const UNKNOWN = '0';

interface Owner {
  readonly host: string;
  readonly pid: number;
  readonly start: string;
}

/** `<host>-<pid>-<start of the process>`, by which another process can tell whether this one still runs. */
async function nameOfThisProcess(): Promise<string> {
  return `${hostname()}-${process.pid}-${(await statOf(process.pid)).start}`;
}

/** Whether a scratch folder named `<host>-<pid>-<start>-<random>`, unchanged for so long, is of a process that died. */
async function isStale(name: string, milliseconds: number): Promise<boolean> {
  const owner = ownerOf(name);
  if (owner === undefined) return false;
  if (owner.host !== hostname()) return milliseconds > MOST_BUILD_MILLISECONDS;
  return !(await isAlive(owner));
}

/** Whether a scratch folder of this name is of a process that can be seen from here and still runs. */
async function isRunning(name: string): Promise<boolean> {
  const owner = ownerOf(name);
  return owner !== undefined && owner.host === hostname() && isAlive(owner);
}

function ownerOf(name: string): Owner | undefined {
  const [, host, pid, start] = /^(.+)-(\d+)-(\d+)-[^-]+$/.exec(name) ?? [];
  return host === undefined || pid === undefined || start === undefined
    ? undefined
    : { host, pid: Number(pid), start };
}

/** A process id alone is not enough: it is given anew, and in a container it is often the same small number. */
async function isAlive({ pid, start }: Owner): Promise<boolean> {
  if (!isTaken(pid)) return false;
  const now = await statOf(pid);
  // One that has ended keeps its number until its parent has asked for its status.
  if (now.state === 'Z' || now.state === 'X') return false;
  return now.start === start || now.start === UNKNOWN || start === UNKNOWN;
}

function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * State of a process (field 3 of Linux's stat) and its start in clock ticks since boot (field 22); unknown where /proc
 * does not tell.
 */
async function statOf(pid: number): Promise<{ readonly state: string; readonly start: string }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', start: fields[19] ?? UNKNOWN };
}

/** Runs `work` in an empty folder among the temporary files, which goes when it is over. */
export async function inTemporaryFolder<T>(name: string, work: (folder: string) => Promise<T>): Promise<T> {
  const made = await madeFolder(await mkdtemp(join(tmpdir(), `${name}-`)));
  try {
    return await work(made.path);
  } finally {
    await removeMade(made);
  }
}
