import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder } from '../pipeline/publish/folder/scratch.ts';
import { AREAS } from './mutants/areas.ts';
import { whyEqual } from './mutants/equal.ts';
import { type Mutant, mutantsOf, sampleOf } from './mutants/plan.ts';
import type { Asked } from './mutants/runner.ts';

/**
 * How many small changes of the lattice, the numbers and the identities some test notices:
 * `npm run mutants [AREA] [MOST] [SEED]` tries so many changes of an area (or of each), drawn by a seed, or all of them,
 * and prints those that none noticed. All changes stand in the program at once, each behind a switch, so that it is
 * loaded once and a change costs the tests that reach it. One of a constant that is set when the program is loaded is
 * `not reached`, and counts as not noticed; one that a person found to change nothing (equal.ts) is `equal`. What says nothing for `SILENT_MS` is noticed: the suite would not end either.
 */
const SILENT_MS = 300_000;
/** The share in percent that must be noticed of each area. */
const LEAST = 85;

type Fate = 'noticed' | 'survived' | 'not reached' | 'equal';

const [only = '', most = 'all', seed = '1'] = process.argv.slice(2);
const areas = AREAS.filter(({ name }) => name.startsWith(only));
const mutants = mutantsOf(areas);
const sample = most === 'all' ? mutants : sampleOf(mutants, Number(most), Number(seed));

/** Ends when the process does, or ends it with its threads when it has said nothing for too long. */
async function ended(child: ChildProcess, log: string): Promise<number | 'silent'> {
  let isSilent = false;
  const watch = setInterval(() => {
    if (Date.now() - statSync(log).mtimeMs < SILENT_MS || child.pid === undefined) return;
    isSilent = true;
    process.kill(-child.pid, 'SIGKILL');
  }, 1_000);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  return isSilent ? 'silent' : (code ?? 1);
}

/** What became of each change of the sample. */
async function fatesOf(scratch: string): Promise<ReadonlyMap<number, Fate>> {
  const fates = new Map<number, Fate>();
  const passed: string[] = [];
  const folder = mkdtempSync(join(scratch, 'run-'));
  let first: number | undefined;
  for (let run = 1; ; run += 1) {
    const [log, plan] = [join(folder, `${run}.log`), join(folder, `${run}.json`)];
    const wanted = sample.map(({ number }) => number).filter((each) => fates.get(each) !== 'noticed');
    const asked: Asked = { log, wanted, first, passed };
    writeFileSync(log, '');
    writeFileSync(plan, JSON.stringify(asked));
    const child = fork('bench/mutants/trial.ts', [only], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, MUTANTS: plan },
      detached: true,
    });
    const code = await ended(child, log);
    first = undefined;
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
    for (const line of lines) {
      const [word, number = '', file] = line.split(' ');
      if (word === 'broken') throw new Error(`expected tests that pass on the program as it is: ${line}`);
      if (word === 'killed') fates.set(Number(number), 'noticed');
      if (word === 'again') first = Number(number);
      if (word !== 'passed') continue;
      fates.set(Number(number), 'survived');
      passed.push(`${number} ${file}`);
    }
    if (code === 0) return fates;
    const [word, number] = (lines.at(-1) ?? '').split(' ');
    if (code === 'silent' && word === 'begin') fates.set(Number(number), 'noticed');
    else if (code !== 3) throw new Error(`expected a run of the tests that ends, found ${code}`);
  }
}

const tell = ({ file, line, shown }: Mutant, fate: Fate): void =>
  console.log(`${fate} ${file}:${line}: ${shown}`);

await inTemporaryFolder('mutants', async (scratch) => {
  const fates = await fatesOf(scratch);
  const rows: string[] = [];
  let isEnough = true;
  for (const { name } of areas) {
    const own = sample.filter(({ area }) => area === name);
    const fateOf = (each: Mutant): Fate => {
      const fate = fates.get(each.number) ?? 'not reached';
      return fate !== 'noticed' && whyEqual(each) !== undefined ? 'equal' : fate;
    };
    for (const each of own) if (fateOf(each) !== 'noticed') tell(each, fateOf(each));
    const noticed = own.filter((each) => fateOf(each) === 'noticed').length;
    const equal = own.filter((each) => fateOf(each) === 'equal').length;
    const share = (100 * noticed) / Math.max(1, own.length - equal);
    const all = mutants.filter(({ area }) => area === name).length;
    isEnough &&= share >= LEAST;
    rows.push(`| ${name} | ${all} | ${own.length} | ${equal} | ${noticed} | ${share.toFixed(1)} % |`);
  }
  console.log(
    [
      '',
      '| area | changes | tried | equal | noticed | share of the others |',
      '|---|---:|---:|---:|---:|---:|',
      ...rows,
    ].join('\n'),
  );
  console.log(`\nat least ${LEAST} % of each must be noticed`);
  process.exitCode = isEnough ? 0 : 1;
});
