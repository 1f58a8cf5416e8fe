/** DECIMAL(18, scale): the widest decimal that DuckDB, Parquet and Arrow hold in one 64-bit integer. */
export const PRECISION = 18;

/**
 * The integer that a decimal is stored as: `12.50` at scale 4 is 125000n.
 *
 * Undefined when `text` is no decimal in the form JSON also accepts (`-0.5`; not `.5`, `+1`, `007`, `1e3`) or
 * has more digits than the column holds: a digit that were rounded away would be a number nobody printed.
 */
export function unscaled(text: string, scale: number): bigint | undefined {
  const parts = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign = '', integer = '', fraction = ''] = parts;
  if (fraction.length > scale || integer.length + scale > PRECISION) return undefined;
  return BigInt(`${sign}${integer}${fraction.padEnd(scale, '0')}`);
}
