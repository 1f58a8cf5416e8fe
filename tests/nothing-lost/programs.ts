import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

/** What a program ended with. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

const PROJECT = resolve('.');

/** The command line, compiled. */
export const CLI = 'pipeline/command-line/start.mjs';

/** Starts a program of the project in `folder`; `preload` are modules that it loads before. */
export async function start(
  program: string,
  words: readonly string[],
  how: {
    readonly folder?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly preload?: readonly string[];
    /** Sends the program a signal, SIGKILL if none is named, after so many milliseconds. */
    readonly killAfter?: number;
    readonly signal?: NodeJS.Signals;
  } = {},
): Promise<Ended> {
  const preload = how.preload ?? [];
  // Loading TypeScript takes longer than most of the programs.
  const tsx = [program, ...preload].some((module) => module.endsWith('.ts'))
    ? ['node_modules/tsx/dist/loader.mjs']
    : [];
  const imports = [...tsx, ...preload].flatMap((module) => ['--import', join(PROJECT, module)]);
  const running = spawn(process.execPath, [...imports, join(PROJECT, program), ...words], {
    cwd: how.folder ?? PROJECT,
    env: { ...process.env, ...how.env },
  });
  let out = '';
  let err = '';
  running.stdout.on('data', (data) => {
    out += data;
  });
  running.stderr.on('data', (data) => {
    err += data;
  });
  const killer =
    how.killAfter === undefined
      ? undefined
      : setTimeout(() => running.kill(how.signal ?? 'SIGKILL'), how.killAfter);
  const [code, signal] = await once(running, 'close');
  clearTimeout(killer);
  return { code, signal, out, err };
}

/**
 * Starts a program without words for Node's loader, sends it a signal once it has written what `when` matches to
 * stderr, and waits for its end; one that does not end is killed, which the result shows.
 */
export async function startSignalled(
  program: string,
  words: readonly string[],
  how: {
    readonly folder: string;
    readonly signal: NodeJS.Signals;
    readonly when: RegExp;
    readonly killAfter: number;
  },
): Promise<Ended> {
  const running = spawn(process.execPath, [join(PROJECT, program), ...words], { cwd: how.folder });
  let out = '';
  let err = '';
  let isSent = false;
  running.stdout.on('data', (data) => {
    out += data;
  });
  running.stderr.on('data', (data) => {
    err += data;
    if (!isSent && how.when.test(err)) isSent = running.kill(how.signal);
  });
  const killer = setTimeout(() => running.kill(how.signal ?? 'SIGKILL'), how.killAfter);
  const [code, signal] = await once(running, 'close');
  clearTimeout(killer);
  return { code, signal, out, err };
}
