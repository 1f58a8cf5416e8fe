import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { $ } from 'zx';
import { documentNames, type Published, publishedOf } from '../pipeline/command-line/published.ts';
import { PDFParse } from '../pipeline/extract/pdf/pdfjs.ts';
import { readPdf } from '../pipeline/extract/pdf/source.ts';
import { inTemporaryFolder } from '../pipeline/publish/folder/scratch.ts';
import { scoreTables } from './tables.ts';

/** Ratios within one run, since the machine's speed is anybody's guess: medians of runs taken in turn. */
const RUNS = 11;
const PDF = 'tests/fixtures/pdf/annexes.pdf';

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

async function compare(
  name: string,
  most: number,
  ours: () => Promise<unknown>,
  floor: () => Promise<unknown>,
): Promise<boolean> {
  await ours();
  await floor();
  const pairs: [number, number][] = [];
  for (let run = 0; run < RUNS; run += 1) pairs.push([await seconds(ours), await seconds(floor)]);
  const ratio = median(pairs.map(([a, b]) => a / b));
  const [a, b] = [median(pairs.map(([time]) => time)), median(pairs.map(([, time]) => time))];
  const verdict = ratio <= most ? 'within' : 'ABOVE';
  console.log(
    `${name}: ${ratio.toFixed(2)} times the floor (${a.toFixed(2)} s against ${b.toFixed(2)} s), ${verdict} ${most}`,
  );
  return ratio <= most;
}

const run = (...words: readonly string[]): Promise<unknown> =>
  $({ quiet: true })`${process.execPath} ${words}`;
/** Times a build and the reading of a PDF against their floors. */
async function compareSpeed(): Promise<boolean> {
  // Compiled, as the command line is: the floor of a build is not the time that a loader takes.
  const floor = 'build/floor.mjs';
  await build({
    entryPoints: ['bench/floor.ts'],
    outfile: floor,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
  const bytes = new Uint8Array(readFileSync(PDF));
  const results = await inTemporaryFolder('bench', async (scratch) => {
    /** A folder that is not there yet: over an output that says the same, a build would keep the DuckDB file. */
    const fresh = (): string => join(mkdtempSync(join(scratch, 'run-')), 'output');
    return [
      ...(await inTurn(documentNames(), (name) => compareBuild(publishedOf(name), floor, fresh))),
      await compare(
        "a PDF's text layer against pdf-parse's getText",
        1.5,
        () => readPdf(bytes.slice(), PDF),
        async () => {
          const parser = new PDFParse({ data: bytes.slice() });
          await parser.getText();
          await parser.destroy();
        },
      ),
    ];
  });
  return results.every(Boolean);
}

/** A build of a document against a process that only writes what it publishes. */
function compareBuild({ name, out }: Published, floor: string, fresh: () => string): Promise<boolean> {
  return compare(
    `a build of ${name}`,
    2,
    () => run('pipeline/command-line/start.mjs', 'build', '--document', name, '--quiet', '--out', fresh()),
    () => run(floor, out, fresh()),
  );
}

/** One after the other: what runs beside it would be measured too. */
async function inTurn<T, R>(all: readonly T[], work: (each: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (const each of all) done.push(await work(each));
  return done;
}

// npm run bench -- tables [FOLDER]
const [what, folder] = process.argv.slice(2);
const isGood = what === 'tables' ? await scoreTables(folder) : await compareSpeed();
process.exitCode = isGood ? 0 : 1;
