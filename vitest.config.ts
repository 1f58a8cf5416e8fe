import { configDefaults, defineConfig } from 'vitest/config';
import { reportIsThere, testsOfReport } from './tests/report.ts';

export default defineConfig({
  // One after the other in two processes that load each module once; no test changes what another one reads.
  // Two, also where there are two processors: much of the time a test waits for a browser, a disk or a program.
  test: {
    include: ['tests/**/*.test.ts'],
    // A project without the report is whole: the rest is tested, and tests/checks.ts says what is left out.
    exclude: [...configDefaults.exclude, ...(reportIsThere ? [] : testsOfReport())],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    isolate: false,
    // As pipeline/publish/duckdb/duckdb.ts does it: a test that loads DuckDB by itself may come first in its process.
    env: { DUCKDB_JE_MALLOC_CONF: 'zero:true' },
  },
});
