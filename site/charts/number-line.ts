/** The point of a chart at a year; null where nothing is printed. */
export interface Point {
  readonly year: number;
  readonly value: number | null;
}

/** A line of a chart. */
export interface Line {
  readonly label: string;
  readonly points: readonly Point[];
}

/** Colours of lines, by CSS variables that light and dark set; beside them each line has a shape of its own. */
export const LINE_COLOURS = [
  'var(--s1)',
  'var(--s2)',
  'var(--s3)',
  'var(--s4)',
  'var(--s5)',
  'var(--s6)',
] as const;

/** Shapes of the points of lines, by Plot's names. */
export const LINE_SHAPES = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross'] as const;

/** The most lines that one chart shows: more cannot be told apart. */
export const MOST_LINES = LINE_COLOURS.length;

/** From nought (or the lowest, when it is below) to the greatest value of the lines. */
export function domainOf(lines: readonly Line[]): [number, number] {
  const values = lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

/** True when charts side by side can have one scale: most of them would not be flat on it. */
export function canShareScale(charts: readonly (readonly Line[])[]): boolean {
  const tops = charts.map((lines) => domainOf(lines)[1]).sort((a, b) => a - b);
  return (tops[Math.floor(tops.length / 2)] ?? 0) > 0.15 * (tops.at(-1) ?? 0);
}

/**
 * The scale of numbers that stay far from nought, such as an index around 100: there nought would flatten the line.
 * Its chart says so by not starting at nought.
 */
export function closeDomainOf(lines: readonly Line[]): [number, number] {
  const values = lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low <= 0 || high - low > low / 2) return domainOf(lines);
  const margin = (high - low || Math.abs(high) || 1) / 6;
  return [low - margin, high + margin];
}
