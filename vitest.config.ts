import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';
import { reportIsThere, testsOfReport } from './tests/report.ts';

// Most of what a test runs, it runs a few times: what V8 finds hot by its usual measure takes longer to optimise than it
// saves. The measure, and why it is of Node 20 alone: pipeline/command-line/start.mjs.
const late = process.versions.node.startsWith('20.') ? ['--interrupt-budget=540672'] : [];
// What a test makes is soon let go: with more room for what is new (in MiB) the garbage of a run costs a tenth of its
// processor less, and threads that collect beside would take the processor from the other tests.
const memory = ['--min-semi-space-size=32', '--max-semi-space-size=64', '--single-threaded-gc'];

export default defineConfig({
  // One after the other in a few processes that load each module once; no test changes what another one reads.
  // One more than there are processors: a third of the time a test waits for a browser, a disk or a program. Not more
  // than four: each takes up to a gigabyte.
  test: {
    include: ['tests/**/*.test.ts'],
    // A project without the report is whole: the rest is tested, and tests/checks.ts says what is left out.
    exclude: [...configDefaults.exclude, ...(reportIsThere ? [] : testsOfReport())],
    globalSetup: ['tests/shared-folder.ts'],
    setupFiles: ['tests/no-flush.ts', 'tests/seed.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What is waited for comes, or the test has its own limit: no machine is too slow.
    expect: { poll: { timeout: 120_000 } },
    maxWorkers: Math.min(4, availableParallelism() + 1),
    isolate: false,
    execArgv: [...late, ...memory],
    sequence: { sequencer: LongestFirst },
    // As pipeline/publish/duckdb/duckdb.ts does it: a test that loads DuckDB by itself may come first in its process.
    env: { DUCKDB_JE_MALLOC_CONF: 'zero:true' },
  },
});
