import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

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
export async function nameOfThisProcess(): Promise<string> {
  return `${hostname()}-${process.pid}-${await startOf(process.pid)}`;
}

/** Whether a scratch folder named `<host>-<pid>-<start>-<random>`, unchanged for so long, is of a process that died. */
export async function isStale(name: string, milliseconds: number): Promise<boolean> {
  const owner = ownerOf(name);
  if (owner === undefined) return false;
  if (owner.host !== hostname()) return milliseconds > MOST_BUILD_MILLISECONDS;
  return !(await isAlive(owner));
}

/** Whether a scratch folder of this name is of a process that can be seen from here and still runs. */
export async function isRunning(name: string): Promise<boolean> {
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

/** Start of a process in clock ticks since boot (field 22 of Linux's stat); unknown where /proc does not tell. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? UNKNOWN;
}
