import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from './answer.ts';

/** What statements over foreign files may take. */
export interface ReaderLimits {
  /** Milliseconds of one statement, and of all together. */
  readonly milliseconds: number;
  readonly total: number;
  /** Memory of the process that runs them. */
  readonly mebibytes: number;
}

/** An answer, and whether it was the last: a statement that breaks a limit ends the process. */
type LimitedAnswer = Answer & { readonly gone?: true };

/** A process that runs one statement at a time. */
export interface ReaderProcess {
  readonly ask: (statement: string, milliseconds: number) => Promise<LimitedAnswer>;
  readonly end: () => void;
}

const MIB = 1024 ** 2;
const WATCH_EVERY_MS = 25;

/** DuckDB refuses by itself what takes more than this share; the heap of JavaScript has another. */
const DUCKDB_SHARE = 0.5;
const HEAP_SHARE = 0.3;

/** Compiling the program for the first time takes a while on a busy machine. */
const START_MS = 120_000;

/** Beside this file, which is TypeScript in tests and stands in build/compiled/DIGEST/ otherwise. */
const START = join(
  import.meta.dirname,
  import.meta.url.endsWith('.ts') ? '../reader-start.mjs' : '../../../release/reader-start.mjs',
);

/**
 * Starts a process for statements over foreign files. It can be ended in the midst of anything, which a thread of this
 * one cannot: DuckDB gathers what a view gives in a call that no timer interrupts. It gets no variable of the
 * environment that could be worth something, and has no limit of its own to trust but `mebibytes`, which is watched
 * from here (where the system tells of it, as Linux does) and is shared out within.
 */
export async function startReader({ mebibytes }: Pick<ReaderLimits, 'mebibytes'>): Promise<ReaderProcess> {
  const child = fork(START, [`${Math.floor(mebibytes * DUCKDB_SHARE)}MiB`], {
    execArgv: [`--max-old-space-size=${Math.floor(mebibytes * HEAP_SHARE)}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, TZ: 'UTC' },
  });
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  // A message to a process that has just ended fails; its end is what is told.
  child.on('error', () => undefined);
  const [ready] = await Promise.race([
    once(child, 'message', { signal: AbortSignal.timeout(START_MS) }),
    once(child, 'exit'),
  ]);
  if (ready !== 'ready') throw new Error(`the process that reads foreign files did not start (${ready})`);
  return {
    ask: (statement, milliseconds) => answered(child, statement, { milliseconds, mebibytes }),
    end,
  };
}

function answered(
  child: ChildProcess,
  statement: string,
  { milliseconds, mebibytes }: Pick<ReaderLimits, 'milliseconds' | 'mebibytes'>,
): Promise<LimitedAnswer> {
  return new Promise((resolve) => {
    const begun = performance.now();
    const settle = (answer: LimitedAnswer): void => {
      clearInterval(watch);
      child.off('message', onMessage).off('exit', onExit);
      if (answer.gone) child.kill('SIGKILL');
      resolve(answer);
    };
    const refuse = (error: string): void => settle({ error, gone: true });
    const tooMuch = `a statement that takes more than ${mebibytes} MiB of memory`;
    const onMessage = (answer: unknown): void =>
      isAnswer(answer) ? settle(answer) : refuse('a statement that is not answered');
    const onExit = (): void => refuse(tooMuch);
    const watch = setInterval(() => {
      if (residentBytes(child.pid) > mebibytes * MIB) refuse(tooMuch);
      else if (performance.now() - begun > milliseconds)
        refuse(`a statement that takes more than ${milliseconds / 1000} s`);
    }, WATCH_EVERY_MS);
    child.on('message', onMessage).on('exit', onExit);
    if (child.exitCode !== null || child.signalCode !== null) onExit();
    else child.send(statement);
  });
}

/** It is our own process that answers; what it says is looked at all the same. */
function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false;
  return 'error' in value ? typeof value.error === 'string' : 'rows' in value && Array.isArray(value.rows);
}

/** Memory that a process holds; 0 where the system does not tell. */
function residentBytes(pid: number | undefined): number {
  try {
    const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kibibytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
