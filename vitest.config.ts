import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One after the other in two processes that load each module once; no test changes what another one reads.
  // Two, also where there are two processors: much of the time a test waits for a browser, a disk or a program.
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    isolate: false,
    // As pipeline/publish/duckdb/duckdb.ts does it: a test that loads DuckDB by itself may come first in its process.
    env: { DUCKDB_JE_MALLOC_CONF: 'zero:true' },
  },
});
