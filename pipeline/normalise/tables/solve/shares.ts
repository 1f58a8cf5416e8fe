import { SETTINGS } from '../../settings.ts';

/** What some values add to a sum that must come to nothing: how much, and by how much their rounding may move it. */
export interface Share {
  readonly sum: number;
  readonly half: number;
  /** How great the values are, for the error of adding them. */
  readonly size: number;
}

/** A sum over some rows, with the share that was taken of each, by its position. */
interface Sum extends Share {
  readonly taken: readonly number[];
}

/**
 * For each row which of its shares can be part of a sum that comes to nothing, together with `rest` and one share of
 * each other row; undefined where there are too many sums. The sums over one half of the rows are sorted and those over
 * the other half are looked up, so n rows take the time of n/2 one by one.
 */
export function supportedShares(
  rest: Share,
  rows: readonly (readonly Share[])[],
): readonly ReadonlySet<number>[] | undefined {
  const [some, others] = halvesOf(rows);
  const [sums, wanted] = [sumsOver(rows, some, rest), sumsOver(rows, others, NOTHING)];
  if (sums === undefined || wanted === undefined) return undefined;
  wanted.sort((a, b) => a.sum - b.sum);
  const widest = wanted.reduce((most, { half }) => Math.max(most, half), 0);
  const largest = wanted.reduce((most, { size }) => Math.max(most, size), 0);
  const supported = rows.map(() => new Set<number>());
  const mark = (indices: readonly number[], { taken }: Sum): void => {
    for (const [position, row] of indices.entries()) supported[row]?.add(taken[position] ?? 0);
  };
  const marked = new Set<Sum>();
  let pairs = 0;
  for (const sum of sums) {
    const reach = sum.half + widest + SETTINGS.relativeError.value * Math.max(1, sum.size, largest);
    let isMarked = false;
    for (let at = firstFrom(wanted, -sum.sum - reach); at < wanted.length; at += 1) {
      const other = wanted[at];
      if (other === undefined || other.sum > -sum.sum + reach) break;
      pairs += 1;
      if (pairs > SETTINGS.mostPairs.value) return undefined;
      const slack = SETTINGS.relativeError.value * Math.max(1, sum.size, other.size);
      if (Math.abs(sum.sum + other.sum) > sum.half + other.half + slack) continue;
      if (!marked.has(other)) mark(others, other);
      marked.add(other);
      isMarked = true;
    }
    if (isMarked) mark(some, sum);
  }
  return supported;
}

const NOTHING: Share = { sum: 0, half: 0, size: 0 };

/** The rows in two halves with about as many sums. */
function halvesOf(rows: readonly (readonly Share[])[]): readonly [readonly number[], readonly number[]] {
  const order = [...rows.keys()].sort((a, b) => (rows[b]?.length ?? 0) - (rows[a]?.length ?? 0));
  const [some, others]: [number[], number[]] = [[], []];
  let [few, many] = [1, 1];
  for (const row of order) {
    const count = Math.max(1, rows[row]?.length ?? 0);
    if (few <= many) {
      some.push(row);
      few *= count;
    } else {
      others.push(row);
      many *= count;
    }
  }
  return [some, others];
}

function sumsOver(
  rows: readonly (readonly Share[])[],
  indices: readonly number[],
  rest: Share,
): Sum[] | undefined {
  const count = indices.reduce((product, row) => product * (rows[row]?.length ?? 0), 1);
  if (count > SETTINGS.mostSums.value) return undefined;
  let sums: Sum[] = [{ ...rest, taken: [] }];
  for (const row of indices) {
    const shares = rows[row] ?? [];
    sums = sums.flatMap(({ sum, half, size, taken }) =>
      shares.map((share, index) => ({
        sum: sum + share.sum,
        half: half + share.half,
        size: size + share.size,
        taken: [...taken, index],
      })),
    );
  }
  return sums;
}

/** The first of sorted sums that is not below a value. */
function firstFrom(sums: readonly Sum[], value: number): number {
  let [low, high] = [0, sums.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle]?.sum ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
