import { mkdtempSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { $ } from 'zx';
import { inTemporaryFolder } from '../pipeline/publish/folder/scratch.ts';

/**
 * How much of the engine the tests reach: `npm run coverage [FOLDER...]` runs the tests (those of the named folders, or
 * all but those of the site, of releases and of other machines, which are about other code) and prints lines and branches
 * for each layer, and the files of which least is reached. What only another process runs (the command line, compiled) is not
 * seen, so `command-line` is covered better than it looks.
 */
interface Counts {
  readonly total: number;
  readonly covered: number;
}
type Summary = Readonly<Record<string, { readonly lines: Counts; readonly branches: Counts }>>;

/** So many files are told. */
const SHOWN = 40;
const NONE: Counts = { total: 0, covered: 0 };
const plus = (one: Counts, other: Counts): Counts => ({
  total: one.total + other.total,
  covered: one.covered + other.covered,
});
const share = ({ total, covered }: Counts): string =>
  `${((100 * covered) / Math.max(1, total)).toFixed(1)} %`;

/** Lines and branches by layer, and of all together, as Markdown. */
function table(summary: Summary): string {
  const layers = new Map<string, { lines: Counts; branches: Counts }>();
  for (const [path, { lines, branches }] of Object.entries(summary)) {
    if (path === 'total') continue;
    const [, layer = ''] = relative(resolve('.'), path).split('/');
    for (const name of [layer, 'all']) {
      const before = layers.get(name) ?? { lines: NONE, branches: NONE };
      layers.set(name, { lines: plus(before.lines, lines), branches: plus(before.branches, branches) });
    }
  }
  const rows = [...layers]
    .sort(([one], [other]) => Number(one === 'all') - Number(other === 'all') || (one < other ? -1 : 1))
    .map(([name, { lines, branches }]) => `| ${name} | ${share(lines)} | ${share(branches)} |`);
  return ['| layer | lines | branches |', '|---|---:|---:|', ...rows].join('\n');
}

/** The files with the most lines that no test reaches, as Markdown. */
function leastReached(summary: Summary): string {
  const rows = Object.entries(summary)
    .filter(([path]) => path !== 'total')
    .map(([path, { lines }]) => ({
      path: relative(resolve('.'), path),
      left: lines.total - lines.covered,
      lines,
    }))
    .filter(({ left }) => left > 0)
    .sort((one, other) => other.left - one.left)
    .slice(0, SHOWN)
    .map(({ path, left, lines }) => `| ${path} | ${left} of ${lines.total} |`);
  return ['| file | lines that no test reaches |', '|---|---:|', ...rows].join('\n');
}

const folders = process.argv.slice(2);
const OTHERS = ['tests/site/**', 'tests/release/**', 'tests/cluster/**', 'tests/container.test.ts'];
const excluded = OTHERS.map((pattern) => `--exclude=${pattern}`);
process.exitCode = await inTemporaryFolder('coverage', async (scratch) => {
  const folder = mkdtempSync(join(scratch, 'run-'));
  const words = [
    ...(folders.length > 0 ? folders : excluded),
    '--coverage.enabled',
    '--coverage.provider=v8',
    '--coverage.include=pipeline/**/*.ts',
    '--coverage.reporter=json-summary',
    `--coverage.reportsDirectory=${folder}`,
    '--coverage.reportOnFailure',
    '--reporter=dot',
  ];
  const { exitCode } = await $({ stdio: 'inherit', nothrow: true })`npx --no-install vitest run ${words}`;
  const summary: Summary = JSON.parse(readFileSync(join(folder, 'coverage-summary.json'), 'utf8'));
  console.log(`\n${table(summary)}\n\n${leastReached(summary)}`);
  return exitCode ?? 1;
});
