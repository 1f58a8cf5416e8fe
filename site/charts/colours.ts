import { LINE_COLOURS } from './number-line.ts';

/** What the colours need to know of a dimension. */
export interface Coloured {
  readonly codes: readonly string[];
  readonly total: string | undefined;
}

/** The slot of each code, a record for each dimension in their order; empty for one with too many codes. */
export type Slots = readonly Readonly<Record<string, number>>[];

/**
 * Gives every member its colour and shape, the same on all charts of a page: totals of all dimensions have the first,
 * which stands for all together; each other code has one of its own as long as there are any. A dimension with more
 * codes than colours, such as the regions, has none: its members are never lines of one chart.
 */
export function memberSlots(dimensions: readonly Coloured[]): Slots {
  const isDrawn = ({ codes }: Coloured): boolean => codes.length <= LINE_COLOURS.length;
  const first = dimensions.some((each) => isDrawn(each) && each.total !== undefined) ? 1 : 0;
  const room = LINE_COLOURS.length - first;
  let used = 0;
  return dimensions.map((dimension) =>
    isDrawn(dimension)
      ? Object.fromEntries(
          dimension.codes.map((code): [string, number] => {
            if (code === dimension.total) return [code, 0];
            used += 1;
            return [code, first + ((used - 1) % room)];
          }),
        )
      : {},
  );
}

/**
 * The slots of the lines of one chart: of what tells a line from the others, the first that is no total. Lines that
 * would look the same are counted through instead.
 *
 *     slotsOf([['KZ', '_T'], ['KZ', 'R']], ...)   // that of all together, and that of R
 */
export function slotsOf(lines: readonly (readonly string[])[], slots: Slots): readonly number[] {
  const told = (at: number): boolean =>
    lines.length === 1 || new Set(lines.map((codes) => codes[at])).size > 1;
  const found = lines.map((codes) => {
    const own = codes.flatMap((code, at) => (told(at) ? (slots[at]?.[code] ?? []) : []));
    return own.find((slot) => slot > 0) ?? own[0] ?? 0;
  });
  return new Set(found).size === found.length ? found : lines.map((_, at) => at % LINE_COLOURS.length);
}
