import { access, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/**
 * The folder a build works in: hidden, beside the output and so on its file system, and named after the
 * process that owns it: `.output.scratch-<host>-<pid>-<start of the process>-<random>`.
 */
export interface Scratch {
  readonly path: string;
  /** The new output while it is written. */
  readonly next: string;
  /** The old output from the moment it steps aside; see `swap` in output-folder.ts. */
  readonly previous: string;
}

/** Makes an empty scratch folder for the output folder `out`. */
export async function createScratch(out: string): Promise<Scratch> {
  const start = await startOf(process.pid);
  const scratch = at(await mkdtemp(`${prefix(out)}${hostname()}-${process.pid}-${start}-`));
  await mkdir(scratch.next);
  return scratch;
}

/**
 * Removes a scratch folder with all it holds; what cannot be removed now, a later build finds stale. It stays
 * when it holds the only copy of the old output, because the disk refused to put that back.
 */
export async function removeScratch(scratch: Scratch, out: string): Promise<void> {
  if ((await isThere(scratch.previous)) && !(await isThere(out))) return;
  await rm(scratch.path, { recursive: true, force: true }).catch(() => undefined);
}

/**
 * Cleans up after builds that died: puts the old output back when one died between the two renames of the
 * swap, and removes their scratch folders. The scratch of a live process is left alone, and so is one of
 * another host (a container that shares the disk), whose processes cannot be seen from here.
 */
export async function recover(out: string): Promise<void> {
  const names = (await readdir(dirname(out))).filter((name) => name.startsWith(basename(prefix(out)))).sort();
  for (const name of names) {
    const owner = ownerOf(name.slice(basename(prefix(out)).length));
    if (owner === undefined || (owner.host === hostname() && (await isAlive(owner)))) continue;
    const scratch = at(join(dirname(out), name));
    // Fails when there is no previous output, or when the output is in its place: then nothing is to be done.
    await rename(scratch.previous, out).catch(() => undefined);
    if (owner.host === hostname()) await removeScratch(scratch, out);
  }
}

interface Owner {
  readonly host: string;
  readonly pid: number;
  readonly start: string;
}

function prefix(out: string): string {
  return join(dirname(out), `.${basename(out)}.scratch-`);
}

function at(path: string): Scratch {
  return { path, next: join(path, 'next'), previous: join(path, 'previous') };
}

function ownerOf(suffix: string): Owner | undefined {
  const [, host, pid, start] = /^(.+)-(\d+)-(\d+)-[^-]+$/.exec(suffix) ?? [];
  return host === undefined || pid === undefined || start === undefined
    ? undefined
    : { host, pid: Number(pid), start };
}

/** A process id alone is not enough: it is given anew, and in a container it is often the same small number. */
async function isAlive({ pid, start }: Owner): Promise<boolean> {
  if (!isTaken(pid)) return false;
  const now = await startOf(pid);
  return now === start || now === UNKNOWN || start === UNKNOWN;
}

function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const UNKNOWN = '0';

/** Start of a process in clock ticks since boot (field 22 of Linux's stat); unknown where /proc does not tell. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? UNKNOWN;
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
