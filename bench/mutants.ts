import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { AREAS, type Area } from './mutants/areas.ts';
import { type CodeMutation, mutated, mutationsOf } from './mutants/code-mutations.ts';

/**
 * How many small changes of the lattice, the numbers and the identities some test notices:
 * `npm run mutants [AREA] [EVERY]` tries every change of an area (or of all), or each EVERY-th of them, and prints those
 * that none noticed. What does not end within `MOST_MS` is noticed too: the suite would not end either.
 */
const MOST_MS = 180_000;
/** The share in percent that must be noticed. */
const LEAST = 85;

type Fate = 'killed' | 'survived' | 'no test' | 'no end';

let trial: ChildProcess | undefined;

async function started(): Promise<ChildProcess> {
  const child = fork('bench/mutants/trial.ts', {
    execArgv: ['--import', 'tsx'],
    detached: true,
    silent: true,
  });
  await once(child, 'message');
  return child;
}

/** Ends a trial with the threads and processes that it has started. */
function end(child: ChildProcess): void {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  trial = undefined;
}

async function fateOf(file: string, code: string | undefined, tests: readonly string[]): Promise<Fate> {
  trial ??= await started();
  const child = trial;
  return new Promise((done) => {
    const ender = setTimeout(() => {
      child.removeAllListeners();
      end(child);
      done('no end');
    }, MOST_MS);
    child.removeAllListeners('message');
    child.once('message', (fate: Fate) => {
      clearTimeout(ender);
      done(fate);
    });
    child.send({ file, code, tests });
  });
}

interface Score {
  readonly all: number;
  readonly killed: number;
}

async function score({ name, files, tests }: Area, every: number): Promise<Score> {
  const whole = await fateOf(files[0] ?? '', undefined, tests);
  if (whole !== 'survived')
    throw new Error(`${name}: expected tests that pass on the program as it is, found ${whole}`);
  let all = 0;
  let killed = 0;
  let number = 0;
  for (const file of files) {
    const code = readFileSync(file, 'utf8');
    for (const mutation of mutationsOf(file, code)) {
      number += 1;
      if (number % every !== 0) continue;
      const fate = await fateOf(file, mutated(code, mutation), tests);
      all += 1;
      if (fate === 'survived') tell(file, mutation);
      else killed += 1;
    }
  }
  return { all, killed };
}

function tell(file: string, { line, shown }: CodeMutation): void {
  console.log(`survived ${file}:${line}: ${shown}`);
}

const percent = ({ killed, all }: Score): number => (100 * killed) / Math.max(1, all);

const [only = '', every = '1'] = process.argv.slice(2);
const rows: string[] = [];
let sum: Score = { all: 0, killed: 0 };
for (const area of AREAS.filter(({ name }) => name.startsWith(only))) {
  const own = await score(area, Number(every));
  sum = { all: sum.all + own.all, killed: sum.killed + own.killed };
  rows.push(`| ${area.name} | ${own.all} | ${own.killed} | ${percent(own).toFixed(1)} % |`);
}
if (trial !== undefined) end(trial);
console.log(['', '| area | changes | noticed | share |', '|---|---:|---:|---:|', ...rows].join('\n'));
console.log(`\n${percent(sum).toFixed(1)} % of ${sum.all} changes are noticed, at least ${LEAST} % must be`);
process.exitCode = percent(sum) >= LEAST ? 0 : 1;
