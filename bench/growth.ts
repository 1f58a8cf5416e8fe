import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { SHAPES } from './growth/shapes.ts';

/**
 * How the time of a reading grows with a text that was made to be slow: `npm run growth [PART_OF_A_NAME]` reads each
 * shape of growth/shapes.ts at sizes that double, in a thread that is ended when it takes too long, and prints by how
 * much the time grew each time. What grows as n log n shows 2.0 to 2.3; a shape that shows more than `MOST_RATIO` twice
 * in a row, or is ended, fails.
 */
const FIRST = 4_000;
const LAST = 512_000;
/** A reading of fewer milliseconds is noise; one of more is the last. */
const LEAST_MS = 60;
const LONG_MS = 3_000;
const ENDED_MS = 60_000;
const MOST_RATIO = 3;
const RUNS = 2;

// A thread does not inherit how TypeScript is loaded.
const READER = resolve('build/growth-reader.mjs');
await build({
  entryPoints: ['bench/growth/reader.ts'],
  outfile: READER,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  // The fixtures are found beside the tests.
  define: { 'import.meta.dirname': JSON.stringify(resolve('tests')) },
});

const started = (): Worker => new Worker(READER, { execArgv: [] });
let reader = started();

/** Milliseconds of one reading; undefined when it did not end and was ended. */
function timeOf(shape: number, size: number): Promise<number | undefined> {
  return new Promise((done, failed) => {
    const ender = setTimeout(() => {
      void reader.terminate();
      reader = started();
      done(undefined);
    }, ENDED_MS);
    reader.once('error', failed);
    reader.once('message', (milliseconds: number) => {
      clearTimeout(ender);
      reader.off('error', failed);
      done(milliseconds);
    });
    reader.postMessage({ shape, size });
  });
}

/** The least of a few runs: what else the machine does only adds. */
async function leastTimeOf(shape: number, size: number): Promise<number | undefined> {
  let least: number | undefined;
  for (let run = 0; run < RUNS; run += 1) {
    const time = await timeOf(shape, size);
    if (time === undefined) return undefined;
    least = Math.min(time, least ?? time);
    if (time < LEAST_MS / 2 || time > 2 * LONG_MS) break;
  }
  return least;
}

async function grow(shape: number): Promise<boolean> {
  const steps: string[] = [];
  let before: number | undefined;
  let steep = 0;
  let isLinear = true;
  for (let size = FIRST; size <= LAST; size *= 2) {
    const time = await leastTimeOf(shape, size);
    if (time === undefined) {
      steps.push(`${size / 1000}k ended after ${ENDED_MS / 1000} s`);
      isLinear = false;
      break;
    }
    const ratio = before !== undefined && before >= LEAST_MS ? time / before : undefined;
    steep = ratio !== undefined && ratio > MOST_RATIO ? steep + 1 : 0;
    isLinear &&= steep < 2;
    steps.push(`${size / 1000}k ${time.toFixed(0)} ms${ratio === undefined ? '' : ` x${ratio.toFixed(1)}`}`);
    before = time;
    if (time > LONG_MS) break;
  }
  console.log(`${isLinear ? 'within' : 'ABOVE '} ${SHAPES[shape]?.name}: ${steps.slice(-5).join(', ')}`);
  return isLinear;
}

const only = process.argv[2] ?? '';
let isWithin = true;
for (const [index, { name }] of SHAPES.entries())
  if (name.includes(only)) isWithin = (await grow(index)) && isWithin;
await reader.terminate();
process.exitCode = isWithin ? 0 : 1;
