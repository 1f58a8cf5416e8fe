import { readFileSync } from 'node:fs';

/** A line of the table: what was measured, against what, and how the two are to each other. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly against: string;
  readonly ratio: string;
  /** What is aimed at, or that there is no aim. */
  readonly aim: string;
  /** Whether a limit is passed that nothing excuses. */
  readonly isAbove?: boolean;
}

/** Seconds of processor time of the children that have ended; undefined where the system does not tell. */
function childSeconds(): number | undefined {
  try {
    // Fields 16 and 17 of proc(5), in ticks of a hundredth of a second; the name before them may hold spaces.
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return undefined;
  }
}

/**
 * Seconds of processor time that some work takes, here and in the processes that it starts and waits for: what else the
 * machine does is not counted. Where the system does not tell it, seconds by the clock.
 */
export async function seconds(work: () => unknown): Promise<number> {
  const [clock, own, children] = [performance.now(), process.cpuUsage(), childSeconds()];
  await work();
  const now = childSeconds();
  if (children === undefined || now === undefined) return (performance.now() - clock) / 1000;
  const { user, system } = process.cpuUsage(own);
  return (user + system) / 1e6 + now - children;
}

/** The middle one. */
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Two works in turn, after one that is not counted: the median of their ratios, and of each. */
export async function inTurn(
  runs: number,
  ours: () => unknown,
  other: () => unknown,
): Promise<{ readonly ratio: number; readonly ours: number; readonly other: number }> {
  await ours();
  await other();
  const pairs: [number, number][] = [];
  for (let run = 0; run < runs; run += 1) pairs.push([await seconds(ours), await seconds(other)]);
  return {
    ratio: median(pairs.map(([one, two]) => one / two)),
    ours: median(pairs.map(([one]) => one)),
    other: median(pairs.map(([, two]) => two)),
  };
}

/** The exponent with which times grow with sizes, by least squares of their logarithms: 1 is linear. */
export function exponentOf(points: readonly (readonly [size: number, time: number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const mean = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0) / of.length;
  const [x, y] = [mean(logs.map(([size]) => size)), mean(logs.map(([, time]) => time))];
  const [above, below] = logs.reduce(
    ([over, under], [size, time]) => [over + (size - x) * (time - y), under + (size - x) ** 2],
    [0, 0],
  );
  return above / below;
}

/** A time as it is shown. */
export function shown(time: number): string {
  return time < 1 ? `${(time * 1000).toFixed(0)} ms` : `${time.toFixed(time < 10 ? 2 : 0)} s`;
}
