import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFault } from '../../pipeline/page/finding.ts';
import { removeFile } from '../../pipeline/publish/folder/removal.ts';
import { quickSwap } from './quick-swap.ts';

const WORDS = 'Three months of work.\n';

/**
 * Makes and removes nested folders without end, in a folder and in one below it, as a folder for temporary files sees
 * it all day; what it may not do it lets be. Between them it pauses, each time a little longer, so that some come after
 * the folder was looked at.
 */
const CHURN = `
  const { mkdirSync, rmdirSync } = require('node:fs');
  const [out] = process.argv.slice(1);
  const tried = (act) => { try { act(); } catch {} };
  const pause = new Int32Array(new SharedArrayBuffer(4));
  process.stdout.write('ready');
  for (let turn = 0; ; turn += 1) {
    const top = out + (turn % 2 ? '/csv' : '') + '/t' + (turn % 8);
    tried(() => mkdirSync(top));
    for (let each = 0; each < 4; each += 1) tried(() => mkdirSync(top + '/' + each));
    for (let each = 0; each < 4; each += 1) tried(() => rmdirSync(top + '/' + each));
    tried(() => rmdirSync(top));
    Atomics.wait(pause, 0, 0, turn % 32);
  }
`;

/** What came of many swaps. */
export interface Counts {
  readonly swapped: number;
  readonly refused: number;
}

/**
 * Replaces a folder so many times while folders come and go in it. At every other time a file of the user's is in it,
 * before it is looked at or only afterwards, and has to stay; else it may be replaced when it is as it was left.
 */
export async function swapWhileFoldersComeAndGo(
  out: string,
  times: number,
  swap: (out: string, version: string, swapping?: () => void) => Promise<void> = quickSwap,
): Promise<Counts> {
  let [swapped, refused] = [0, 0];
  const mine = join(out, 'csv', 'my-notes.txt');
  await swap(out, '0.0.0');
  const churn: ChildProcess = spawn(process.execPath, ['-e', CHURN, out], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (churn.stdout !== null) await once(churn.stdout, 'data');
  try {
    for (let time = 0; time < times; time += 1) {
      let hasArrived = false;
      const arrive = (): void => {
        mkdirSync(join(out, 'csv'), { recursive: true });
        writeFileSync(mine, WORDS);
        hasArrived = true;
      };
      if (time % 4 === 0) arrive();
      const swapping = time % 4 === 2 ? arrive : undefined;
      const outcome = await swap(out, `0.0.${time}`, swapping).catch((error: unknown) => error);
      if (outcome instanceof SourceFault) refused += 1;
      else if (outcome === undefined) swapped += 1;
      else throw outcome;
      if (!hasArrived) continue;
      if (!existsSync(mine) || readFileSync(mine, 'utf8') !== WORDS)
        throw new Error(`the user's file is gone after ${time} swaps`);
      await removeFile(mine);
    }
    return { swapped, refused };
  } finally {
    churn.kill('SIGKILL');
    await once(churn, 'close');
  }
}
