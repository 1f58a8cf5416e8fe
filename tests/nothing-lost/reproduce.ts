import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildIn, differing, hasTaskset, SURROUNDINGS } from './reproduction.ts';

/**
 * `npm run reproduce -- TIMES`: builds the whole document in two folders, time zones, locales, umasks, with clean and
 * dirty memory and on one processor, TIMES times each, and says which files differ from those of the first build.
 */
const times = Number(process.argv[2] ?? 1);
mkdirSync('build', { recursive: true });
const scratch = mkdtempSync(resolve('build', 'reproduce-'));
if (!hasTaskset()) console.log('no taskset here: every build uses all processors');
try {
  const [plain, ...others] = SURROUNDINGS;
  const first = buildIn('.', scratch, plain);
  if (first.error !== '') throw new Error(first.error);
  let builds = 1;
  let different = 0;
  for (let round = 0; round < times; round += 1) {
    for (const surroundings of [...(round === 0 ? [] : [plain]), ...others]) {
      const outcome = buildIn('.', scratch, surroundings);
      builds += 1;
      const paths = outcome.error === '' ? differing(first, outcome) : [outcome.error.trim()];
      if (paths.length === 0) continue;
      different += 1;
      console.log(`${surroundings.name}: ${paths.join(', ')}`);
    }
  }
  console.log(`${builds} builds of ${first.files.size} files, ${different} differ from the first`);
  process.exitCode = different === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
