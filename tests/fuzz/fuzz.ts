import { UNITS } from './units.ts';

/**
 * `npm run fuzz -- RUNS [UNIT...]`: feeds each unit RUNS damaged inputs and prints how many it took, how long
 * the longest took, and the smallest input that crashes it or keeps it for more than a second. The seed that
 * is shown repeats a run: `SEED=n npm run fuzz`.
 */
const [runs = '10000', ...names] = process.argv.slice(2);
const BATCH = 2_000;
const MOST_SECONDS = 1;
const first = Number(process.env.SEED ?? Date.now() % 1_000_000_000);

for (const unit of UNITS.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const begun = performance.now();
  let done = 0;
  // The first runs are slow for what they load and compile.
  await unit.check(first, 20);
  let longest = 0;
  let crash: string | undefined;
  for (let seed = first; done < Number(runs) && crash === undefined; seed += 1) {
    process.stderr.write(`\r${unit.name}: ${done} runs, now seed ${seed} `);
    const batch = await unit.check(seed, Math.min(BATCH, Number(runs) - done), MOST_SECONDS);
    done += batch.runs;
    longest = Math.max(longest, batch.longest);
    crash = batch.crash;
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(
    `\r${unit.name}: ${done} runs from seed ${first} in ${seconds} s, the longest ${longest.toFixed(2)} s`,
  );
  if (crash === undefined) continue;
  console.log(crash);
  process.exitCode = 1;
}
