import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Two, also where there are two processors: much of the time a test waits for a browser, a disk or a program.
  test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2 },
});
