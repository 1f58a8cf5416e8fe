import { fitOf, type Quantity, type Reading } from './quantities.ts';
import { DRAFT_SETTINGS } from './settings.ts';

/** A total with its parts, and in how many places it was tried and holds. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
  readonly held: number;
  readonly tried: number;
  /** Whether it holds in some places within rounding only. */
  readonly isRounded: boolean;
}

/** How sums are looked for. */
export interface SumSearch {
  /** In how many places a sum must hold to be told from chance. */
  readonly fewest?: number;
  /** Whether a line is known to be a total, by its name: then it may be that of a single part. */
  readonly isTotal?: (line: number) => boolean;
}

/**
 * The lines (rows or columns) that are the sum of others. Parts stand together, before their total or behind it; what is
 * a part already is a part of no second total, so that `Male, Female, Total, Urban, Rural, Total` has two sums and a
 * grand total is that of the totals.
 *
 * @param lines what each line says at each place; a symbol counts nothing.
 */
export function sumsIn(lines: readonly (readonly Reading[])[], search: SumSearch = {}): readonly Sum[] {
  const { fewest = DRAFT_SETTINGS.fewestRows.value, isTotal = () => false } = search;
  const behind = pass(lines, fewest, isTotal);
  const taken = new Set(behind.flatMap(({ total, parts }) => [total, ...parts]));
  // Totals that stand before their parts, among the lines that are in no sum yet.
  const left = lines
    .map((_, index) => index)
    .filter((index) => !taken.has(index))
    .reverse();
  const before = pass(
    left.map((index) => lines[index] ?? []),
    fewest,
    () => false,
  ).map((sum) => ({
    ...sum,
    total: left[sum.total] ?? 0,
    parts: sum.parts.map((part) => left[part] ?? 0).reverse(),
  }));
  return [...behind, ...before].sort((one, other) => one.total - other.total);
}

/**
 * The same, where lines have names and a name that several totals have is that of a total: `Total` at the end of each
 * block is one even where the block has a single line.
 */
export function namedSums(
  lines: readonly (readonly Reading[])[],
  names: readonly string[],
  fewest: number,
): readonly Sum[] {
  const first = sumsIn(lines, { fewest });
  const totals = first.map(({ total }) => names[total] ?? '');
  const repeated = new Set(totals.filter((name, index) => totals.indexOf(name) < index));
  return repeated.size === 0
    ? first
    : sumsIn(lines, { fewest, isTotal: (line) => repeated.has(names[line] ?? '') });
}

/** Sums whose parts stand right before their total. */
function pass(
  lines: readonly (readonly Reading[])[],
  fewest: number,
  isTotal: (line: number) => boolean,
): readonly Sum[] {
  const sums: Sum[] = [];
  let open: number[] = [];
  for (const [total, line] of lines.entries()) {
    const found = sumBefore(line, open, lines, fewest, isTotal(total) ? 1 : 2);
    if (found !== undefined) {
      const parts = new Set(found.parts);
      sums.push({ ...found, total });
      open = open.filter((index) => !parts.has(index));
    }
    open.push(total);
  }
  return sums;
}

function sumBefore(
  line: readonly Reading[],
  open: readonly number[],
  lines: readonly (readonly Reading[])[],
  fewest: number,
  least: number,
): Omit<Sum, 'total'> | undefined {
  const most = Math.min(open.length, DRAFT_SETTINGS.mostAddends.value);
  let best: Omit<Sum, 'total'> | undefined;
  for (let count = least; count <= most; count += 1) {
    const parts = open.slice(-count);
    const tried = triedSum(
      line,
      parts.map((index) => lines[index] ?? []),
    );
    const isHeld = tried.held >= fewest && tried.held >= DRAFT_SETTINGS.heldShare.value * tried.tried;
    if (isHeld && tried.held > (best?.held ?? 0)) best = { parts, ...tried };
    if (tried.isPast) break;
  }
  return best;
}

/** Tries a sum at every place where total and parts are printed. A place where fewer than two parts count tells nothing. */
function triedSum(
  line: readonly Reading[],
  parts: readonly (readonly Reading[])[],
): { readonly held: number; readonly tried: number; readonly isRounded: boolean; readonly isPast: boolean } {
  let [held, tried, past] = [0, 0, 0];
  let isRounded = false;
  for (const [place, total] of line.entries()) {
    const readings = parts.map((part) => part[place]);
    if (total === undefined || total === 'symbol') continue;
    const quantities = readings.filter(isQuantity);
    if (quantities.some(({ value }) => value < 0)) past = Number.NEGATIVE_INFINITY;
    if (readings.some((reading) => reading === undefined)) continue;
    if (quantities.filter(({ value }) => value !== 0).length < Math.min(2, parts.length)) continue;
    tried += 1;
    const fit = fitOf(total, quantities);
    if (fit !== 'broken') held += 1;
    else if (quantities.reduce((sum, { value }) => sum + value, 0) > total.value) past += 1;
    if (fit === 'rounded') isRounded = true;
  }
  // Further parts make it no less.
  return { held, tried, isRounded, isPast: tried > 0 && past > tried / 2 };
}

function isQuantity(reading: Reading): reading is Quantity {
  return typeof reading === 'object';
}
