import type { Row, Value } from '../template/schema/rows.ts';

/** Sorts rows by the fields of their key, without a locale: the same order on every machine. */
export function sortByKey(rows: readonly Row[], key: readonly string[]): readonly Row[] {
  const compare = (a: Row, b: Row): number => {
    for (const field of key) {
      const order = compareValues(a[field] ?? null, b[field] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  };
  return [...rows].sort(compare);
}

function compareValues(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}

/** Order of the UTF-8 bytes of two texts, which is DuckDB's and `LC_ALL=C sort`'s too. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return byteRank(left) - byteRank(right);
  }
  return a.length - b.length;
}

/** JavaScript puts surrogates (U+10000 and up) before U+E000..U+FFFF; their UTF-8 bytes stand behind them. */
function byteRank(unit: number): number {
  const surrogate = unit >= 0xd800 && unit <= 0xdfff;
  return surrogate ? unit + 0x10000 : unit;
}
