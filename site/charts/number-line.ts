/** The point of a chart at a year; null where nothing is printed. */
export interface Point {
  readonly year: number;
  readonly value: number | null;
  /** The value with exactly the digits that are printed. */
  readonly printed: string | null;
  /** True where a contradiction concerns the value. */
  readonly isContradicted?: boolean;
  /** True where all contradictions that concern the value mislead little. */
  readonly isSlight?: boolean;
}

/** A line of a chart. */
export interface Line {
  readonly label: string;
  /** Which of the colours and shapes it has: that of its member, on all charts of a page. */
  readonly slot: number;
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

/** The same shapes as characters, for pictures that stand by themselves. */
export const LINE_SIGNS = ['●', '■', '▲', '◆', '★', '✚'] as const;

/** The most lines that one chart shows: more cannot be told apart. */
export const MOST_LINES = LINE_COLOURS.length;

/** How numbers are placed: the ends of the axis, and those of them that are data and may be written at it. */
export interface Scale {
  readonly domain: readonly [low: number, high: number];
  readonly ends: readonly { readonly value: number; readonly printed: string }[];
}

/** From nought (or the lowest, when it is below) to the greatest value of the lines. */
export function scaleOf(lines: readonly Line[]): Scale {
  const nought = { value: 0, printed: '0' };
  const known = [nought, ...valuesOf(lines)].sort((a, b) => a.value - b.value);
  const [low = nought] = known;
  const high = known.at(-1) ?? nought;
  return { domain: [low.value, high.value], ends: low.value === high.value ? [low] : [low, high] };
}

/** True when charts side by side can have one scale: most of them would not be flat on it. */
export function canShareScale(charts: readonly (readonly Line[])[]): boolean {
  const tops = charts.map((lines) => scaleOf(lines).domain[1]).sort((a, b) => a - b);
  return (tops[Math.floor(tops.length / 2)] ?? 0) > 0.15 * (tops.at(-1) ?? 0);
}

/**
 * The scale of numbers that stay far from nought, such as an index around 100: there nought would flatten the line.
 * Its chart says so by not starting at nought; what is written at the axis are the lowest and the greatest value.
 */
export function closeScaleOf(lines: readonly Line[]): Scale {
  const known = [...valuesOf(lines)].sort((a, b) => a.value - b.value);
  const [low] = known;
  const high = known.at(-1);
  if (low === undefined || high === undefined || low.value <= 0 || low.value === high.value)
    return scaleOf(lines);
  if (high.value - low.value > low.value / 2) return scaleOf(lines);
  const margin = (high.value - low.value) / 6;
  return { domain: [low.value - margin, high.value + margin], ends: [low, high] };
}

function valuesOf(lines: readonly Line[]): readonly { readonly value: number; readonly printed: string }[] {
  return lines.flatMap(({ points }) =>
    points.flatMap(({ value, printed }) => (value === null || printed === null ? [] : [{ value, printed }])),
  );
}
