import { resolve } from 'node:path';
import { createVitest } from 'vitest/node';

/** Asked of this process: the tests to run with a file changed. */
interface Asked {
  readonly file: string;
  readonly code: string | undefined;
  readonly tests: readonly string[];
}

/** Runs tests again and again, each time with another text in the place of one file, which stays as it is on the disk. */
let changed: { readonly path: string; readonly code: string } | undefined;

const vitest = await createVitest(
  'test',
  {
    watch: false,
    bail: 1,
    reporters: [{}],
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    testTimeout: 60_000,
    coverage: { enabled: false },
  },
  {
    logLevel: 'silent',
    plugins: [
      {
        name: 'mutant',
        enforce: 'pre',
        transform: (_: string, id: string) => (id === changed?.path ? changed.code : undefined),
      },
    ],
  },
);

process.on('message', async ({ file, code, tests }: Asked) => {
  const path = resolve(file);
  changed = code === undefined ? undefined : { path, code };
  vitest.invalidateFile(path);
  const specifications = (
    await Promise.all(tests.map((test) => vitest.globTestSpecifications([test])))
  ).flat();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  vitest.invalidateFile(path);
  const isNoticed = unhandledErrors.length > 0 || testModules.some((module) => module.state() === 'failed');
  vitest.state.clearErrors();
  process.send?.(isNoticed ? 'killed' : testModules.length === 0 ? 'no test' : 'survived');
});
process.send?.('ready');
