import { existsSync, readFileSync, rmSync } from 'node:fs';
import { $ } from 'zx';
import { NO_REPORT, reportIsThere, testsOfReport } from './report.ts';
import { findChromium, NO_CHROMIUM } from './site/chromium.ts';

/** Runs every check, all of them even if one fails, and ends with one line that counts them. */
const REPORT = 'build/test-report.json';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

async function passes(name: string, command: readonly string[]): Promise<boolean> {
  console.log(`\n# ${name}`);
  const { exitCode } = await $({ stdio: 'inherit', nothrow: true })`${command}`;
  return exitCode === 0;
}

/** The same for a check that runs beside the tests: what it says is shown when it is done. */
async function passesBeside(name: string, command: readonly string[]): Promise<boolean> {
  const { exitCode, stdout, stderr } = await $({ quiet: true, nothrow: true })`${command}`;
  console.log(`\n# ${name}${exitCode === 0 ? '' : ': failed'}\n${stdout}${stderr}`.trimEnd());
  return exitCode === 0;
}

/** A program of an installed package; npx would take longer to start than some of them take. */
const own = (name: string): string => `node_modules/.bin/${name}`;
rmSync(REPORT, { force: true });
const beside = [
  passesBeside('types', [own('tsc'), '--noEmit']),
  passesBeside('format and lint', [own('biome'), 'check', '--error-on-warnings', '.']),
];
if (findChromium() === undefined) console.log(`the tests in the browser are skipped: ${NO_CHROMIUM}`);
if (!reportIsThere) console.log(`${testsOfReport().length} files of tests are skipped: ${NO_REPORT}`);
const tests = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
const tested = await passes('tests', [own('vitest'), ...tests]);
const report: Report = existsSync(REPORT)
  ? JSON.parse(readFileSync(REPORT, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
const others = await Promise.all(beside);
const good = others.filter(Boolean).length;
// A run that fails with no failed test (a file that does not load, an unhandled error) counts as one failure.
const failed =
  report.numFailedTests + (others.length - good) + (!tested && report.numFailedTests === 0 ? 1 : 0);
const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : '';
console.log(`\n${report.numPassedTests + good} passed, ${failed} failed${skipped}`);
process.exitCode = failed === 0 ? 0 : 1;
