import { setMaxListeners } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import fc from 'fast-check';
import { type RunnerTask, type RunnerTestCase, type RunnerTestFile, TestRunner } from 'vitest';

/** What is to be tried, and what of it has been: written by bench/mutants.ts for each process. */
export interface Asked {
  readonly log: string;
  readonly wanted: readonly number[];
  /** What this process begins with, so that nothing can have been left behind by another change. */
  readonly first: number | undefined;
  /** Files of tests that did not notice a change, as `NUMBER FILE`. */
  readonly passed: readonly string[];
}

/** Asked by the program at each expression that has a change. */
class Switch {
  made = -1;
  reached: Set<number> | undefined;
  asked = 0;
  most = Number.POSITIVE_INFINITY;
  /** How many runs of a test have begun: what one of them remembered is no longer true in the next. */
  begun = 0;

  readonly isMade = (number: number): boolean => {
    this.asked += 1;
    if (this.asked > this.most) throw new Error('without end');
    this.reached?.add(number);
    return number === this.made;
  };

  begin(made: number, most: number): void {
    [this.made, this.most, this.asked] = [made, most, 0];
    this.begun += 1;
  }
}

interface Known {
  readonly test: RunnerTestCase;
  readonly reached: ReadonlySet<number>;
  readonly asked: number;
  readonly time: number;
}

const { switches, asked }: { switches: Switch; asked: Asked } = Object.assign(globalThis, {
  switches: new Switch(),
  asked: JSON.parse(readFileSync(process.env.MUTANTS ?? '', 'utf8')),
});
Object.assign(globalThis, { isMade: switches.isMade });
// A property that is broken is noticed; the smallest example of it is not asked for.
fc.configureGlobal({ endOnFailure: true, seed: 1 });

/** A test that takes more milliseconds of processor is left out. */
const MOST_MS = 2_000;
const tell = (...words: readonly (string | number)[]): void =>
  appendFileSync(asked.log, `${words.join(' ')}\n`);
const decided = new Set<number>();

const suitesOf = (task: RunnerTask): readonly RunnerTask[] =>
  task.suite === undefined ? [task.file] : [...suitesOf(task.suite), task.suite];

/** Runs each test of a file as it is, and then with each change that it reaches, the quickest test first. */
export default class MutantRunner extends TestRunner {
  async onCollected(files: RunnerTestFile[]): Promise<void> {
    for (const file of files) await this.#file(file);
  }

  async #file(file: RunnerTestFile): Promise<void> {
    const path = relative(resolve('.'), file.filepath);
    const undo: (() => unknown)[] = [];
    for (const suite of suitesBelow(file)) {
      for (const hook of TestRunner.getSuiteHooks(suite).beforeAll) {
        const after = await hook(suite as never);
        if (typeof after === 'function') undo.push(after as () => unknown);
      }
      undo.push(...TestRunner.getSuiteHooks(suite).afterAll.map((hook) => () => hook(suite as never)));
    }
    const known: Known[] = [];
    for (const test of testsBelow(file)) {
      if (test.mode !== 'run') continue;
      const one = await this.#plain(test);
      if (one !== undefined && one.time <= MOST_MS) known.push(one);
    }
    known.sort((one, other) => one.time - other.time);
    const reached = new Set(known.flatMap((each) => [...each.reached]));
    const order = asked.wanted.filter((each) => reached.has(each)).sort((a, b) => rank(a) - rank(b));
    for (const number of order) {
      if (decided.has(number) || asked.passed.includes(`${number} ${path}`)) continue;
      tell('begin', number);
      const isNoticed = await this.#isNoticed(
        number,
        known.filter((each) => each.reached.has(number)),
      );
      tell(isNoticed ? 'killed' : 'passed', number, path);
      if (isNoticed) decided.add(number);
      tried += 1;
    }
    for (const each of undo.reverse()) await each();
    for (const test of testsBelow(file)) test.mode = 'skip';
  }

  /** A test as the program is, with what it reaches; undefined where it leaves itself out. */
  async #plain(test: RunnerTestCase): Promise<Known | undefined> {
    const reached = new Set<number>();
    switches.reached = reached;
    switches.begin(-1, Number.POSITIVE_INFINITY);
    const begun = process.cpuUsage();
    const error = await this.#errorOf(test);
    const { user, system } = process.cpuUsage(begun);
    switches.reached = undefined;
    if (error === undefined) return { test, reached, asked: switches.asked, time: (user + system) / 1000 };
    if (error instanceof Error && /mark.*skip|skip/i.test(error.message)) return undefined;
    tell('broken', test.fullName);
    throw error;
  }

  async #isNoticed(number: number, known: readonly Known[]): Promise<boolean> {
    for (const { test, asked: before } of known) {
      switches.begin(number, 50 * before + 1_000_000);
      if ((await this.#errorOf(test)) === undefined) continue;
      switches.begin(-1, Number.POSITIVE_INFINITY);
      if ((await this.#errorOf(test)) === undefined) return true;
      // Something was left behind, by this change or by one before: it is tried anew where there was none before.
      tell(tried === 0 ? 'killed' : 'again', number);
      process.exit(3);
    }
    switches.begin(-1, Number.POSITIVE_INFINITY);
    return false;
  }

  /** Why a test fails. */
  async #errorOf(test: RunnerTestCase): Promise<unknown> {
    const suites = suitesOf(test);
    // A test is run many times here, and each of its hooks listens to the same signal.
    setMaxListeners(0, test.context.signal);
    try {
      for (const suite of suites)
        for (const hook of TestRunner.getSuiteHooks(suite as never).beforeEach)
          await hook(test.context as never, suite as never);
      await TestRunner.getTestFn(test)();
      return undefined;
    } catch (error) {
      return error ?? new Error('nothing');
    } finally {
      for (const suite of [...suites].reverse())
        for (const hook of TestRunner.getSuiteHooks(suite as never).afterEach)
          await hook(test.context as never, suite as never);
    }
  }
}

let tried = 0;
const rank = (number: number): number => (number === asked.first ? -1 : number);

function testsBelow(task: RunnerTask): readonly RunnerTestCase[] {
  return task.type === 'test' ? [task] : task.tasks.flatMap(testsBelow);
}

function suitesBelow(task: RunnerTask): readonly Extract<RunnerTask, { type: 'suite' }>[] {
  return task.type === 'test' ? [] : [task, ...task.tasks.flatMap(suitesBelow)];
}
