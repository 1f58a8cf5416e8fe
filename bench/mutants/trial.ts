// Runs the tests of some areas in one process, with every change of the program behind a switch: see runner.ts.
import { resolve } from 'node:path';
import { BaseSequencer, createVitest, type TestSpecification } from 'vitest/node';
import { AREAS } from './areas.ts';
import { mutantsOf, switchedFiles } from './plan.ts';

const areas = AREAS.filter(({ name }) => name.startsWith(process.argv[2] ?? ''));
const files = new Map([...switchedFiles(mutantsOf(areas))].map(([path, code]) => [resolve(path), code]));
// What a run of a test remembered was made by another program than the next run's.
files.set(
  resolve('pipeline/page/remembered.ts'),
  `export function remembered(make) {
    let [known, begun] = [new WeakMap(), 0];
    return (key) => {
      if (begun !== globalThis.switches.begun) [known, begun] = [new WeakMap(), globalThis.switches.begun];
      if (!known.has(key)) known.set(key, make(key));
      return known.get(key);
    };
  }`,
);
const tests = [...new Set(areas.flatMap((area) => area.tests))];
const place = ({ moduleId }: TestSpecification): number =>
  tests.findIndex((test) => moduleId === resolve(test));

/** In the order of areas.ts: what is quick and notices much comes first. */
class InOrder extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    return [...specifications].sort((one, other) => place(one) - place(other));
  }
}

const vitest = await createVitest(
  'test',
  {
    watch: false,
    reporters: [{}],
    pool: 'threads',
    maxWorkers: 1,
    // A thread takes no settings of V8, as the processes of the suite do.
    execArgv: [],
    isolate: false,
    runner: resolve('bench/mutants/runner.ts'),
    sequence: { sequencer: InOrder },
    coverage: { enabled: false },
  },
  {
    logLevel: 'silent',
    plugins: [
      {
        name: 'mutants',
        enforce: 'pre',
        transform: (_: string, id: string) => files.get(id),
      },
    ],
  },
);
const specifications = (await Promise.all(tests.map((test) => vitest.globTestSpecifications([test])))).flat();
const { unhandledErrors, testModules } = await vitest.runTestSpecifications(specifications);
const errors = [...unhandledErrors, ...testModules.flatMap((module) => module.errors())];
for (const error of errors) console.error(error);
await vitest.close();
process.exit(errors.length > 0 ? 1 : 0);
