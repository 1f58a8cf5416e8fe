import type { Line } from './number-line.ts';

/** How a chart shows its values: as they are printed, as an index to a year, or on a scale of equal ratios. */
export type ViewKind = 'printed' | 'index' | 'log';

/** A kind of view, and the year that is 100 of an index. */
export interface View {
  readonly kind: ViewKind;
  readonly base: number;
}

/** How many times the least value the greatest must be for a scale of equal ratios: two orders. */
const LOG_HELPS = 100;

/**
 * Lines as indices: the value of the base year is 100, the others in proportion, to a tenth. A line without a value
 * above nought in that year has no index and is left out.
 *
 *     indexed([{ label, slot, points: [{ year: 2010, value: 50, ... }, { year: 2011, value: 60, ... }] }], 2010)
 *     // 100, 120
 */
export function indexed(lines: readonly Line[], base: number): readonly Line[] {
  return lines.flatMap((line): Line[] => {
    const whole = line.points.find(({ year }) => year === base)?.value ?? 0;
    if (whole <= 0) return [];
    const points = line.points.map((point) => {
      if (point.value === null) return point;
      const value = Math.round((1000 * point.value) / whole) / 10;
      return { ...point, value, printed: value.toFixed(1) };
    });
    return [{ ...line, points }];
  });
}

/** True where equal ratios show what nought would flatten: all values above it, over two orders apart. */
export function logHelps(lines: readonly Line[]): boolean {
  const values = lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const least = Math.min(...values);
  return values.length > 0 && least > 0 && Math.max(...values) / least >= LOG_HELPS;
}
