import type { PlacedLine } from './placed-line.ts';
import type { Columns } from './region.ts';

/** The columns that lines print in, but for the first, which is that of the labels. */
function printedIn(lines: readonly PlacedLine[]): ReadonlySet<number> {
  return new Set(
    lines.flatMap(({ parts }) => parts.flatMap(({ column, lastColumn }) => [column, lastColumn])),
  );
}

/**
 * Columns whose heads stand beside their values: heads that are set to the right over values that are set to the left
 * print in columns of their own. Where each column of values alone has one of a head alone beside it, always on the
 * same side, and no rule between them, the two are one. `lines` are those of a table, the first `head` of its boxhead.
 */
export function withHeadsBeside(
  { extents, borders }: Columns,
  lines: readonly PlacedLine[],
  head: number,
): Columns | undefined {
  const [names, values] = [printedIn(lines.slice(0, head)), printedIn(lines.slice(head))];
  const kinds = extents.slice(1).map((_, at) => `${names.has(at + 1)} ${values.has(at + 1)}`);
  const pair = kinds.slice(0, 2);
  const isAlternating =
    kinds.length >= 4 &&
    kinds.length % 2 === 0 &&
    [...pair].sort().join() === 'false true,true false' &&
    kinds.every((kind, at) => kind === pair[at % 2]);
  if (!isAlternating || borders.some(({ isRuled }, at) => isRuled && at % 2 === 1)) return undefined;
  const [labels] = extents;
  const merged = extents.flatMap((extent, at) => {
    const next = extents[at + 1];
    return at % 2 === 0 || next === undefined ? [] : [{ left: extent.left, right: next.right }];
  });
  return {
    extents: labels === undefined ? merged : [labels, ...merged],
    borders: borders.filter((_, at) => at % 2 === 0),
  };
}
