import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeProject } from '../made-up-project.ts';
import { removeFolder } from '../publish/folder.ts';
import { changingRegister, litterIn, type Writer, writersOf } from './writers.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const;

/**
 * Sends signals to every command that writes, at so many moments of its run each: what it writes must be whole
 * afterwards, old or new, and the next run must succeed and leave nothing but what it writes. Throws when not.
 */
export async function tortureWithSignals(moments: number, tell: (text: string) => void): Promise<void> {
  const folder = makeProject('family-of-tables');
  const register = await changingRegister(readFileSync(join(folder, 'sources/document/input.txt'), 'utf8'));
  try {
    for (const writer of writersOf(folder, register.origin)) {
      const ended = await signalled(writer, folder, moments);
      tell(
        `${writer.name}: signalled at ${moments} moments, ${ended} times before it was done; whole each time`,
      );
    }
  } finally {
    register.close();
    await removeFolder(folder);
  }
}

async function signalled(writer: Writer, folder: string, moments: number): Promise<number> {
  let usual = await undisturbed(writer, folder, 0);
  let ended = 0;
  for (let moment = 0; moment < moments; moment += 1) {
    const signal = SIGNALS[moment % SIGNALS.length] ?? 'SIGKILL';
    await writer.prepare(2 * moment + 1);
    const killAfter = (usual * (moment + 0.5)) / moments;
    const { code, signal: by } = await writer.run({ signal, killAfter });
    const wasEnded = by !== null || code === 130;
    ended += wasEnded ? 1 : 0;
    const how = `${writer.name}, ${signal} after ${killAfter.toFixed(0)} ms`;
    if (!wasEnded && !writer.good.includes(code ?? -1)) throw new Error(`${how}: exit status ${code}`);
    const torn = writer.torn();
    if (torn !== undefined) throw new Error(`${how}: ${torn}`);
    usual = await undisturbed(writer, folder, 2 * moment + 2);
  }
  return ended;
}

/** Runs a command to its end and gives how many milliseconds it took. */
async function undisturbed(writer: Writer, folder: string, turn: number): Promise<number> {
  await writer.prepare(turn);
  const begun = performance.now();
  const { code, err } = await writer.run({});
  const took = performance.now() - begun;
  if (!writer.good.includes(code ?? -1)) throw new Error(`${writer.name} failed: ${err}`);
  const torn = writer.torn();
  if (torn !== undefined) throw new Error(`${writer.name}: ${torn}`);
  const litter = litterIn(folder);
  if (litter.length > 0) throw new Error(`${writer.name} left ${litter.join(', ')}`);
  return took;
}
