import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';
import { reportIsThere, testsOfReport } from './tests/report.ts';

export default defineConfig({
  // One after the other in a few processes that load each module once; no test changes what another one reads.
  // Two, also where there is one processor: much of the time a test waits for a browser, a disk or a program. Not more
  // than four: each takes up to a gigabyte.
  test: {
    include: ['tests/**/*.test.ts'],
    // A project without the report is whole: the rest is tested, and tests/checks.ts says what is left out.
    exclude: [...configDefaults.exclude, ...(reportIsThere ? [] : testsOfReport())],
    globalSetup: ['tests/shared-folder.ts'],
    setupFiles: ['tests/no-flush.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // As pipeline/publish/duckdb/duckdb.ts does it: a test that loads DuckDB by itself may come first in its process.
    env: { DUCKDB_JE_MALLOC_CONF: 'zero:true' },
  },
});
