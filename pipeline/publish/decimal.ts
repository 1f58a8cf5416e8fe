/** DECIMAL(18, scale): the widest decimal that DuckDB, Parquet and Arrow hold in one 64-bit integer. */
export const PRECISION = 18;

/** The widest decimal that all three hold at all; a column has it where one of its values needs it. */
export const MOST_PRECISION = 38;

/**
 * The integer that a decimal is stored as: `12.50` at scale 4 is 125000n.
 *
 * Undefined when `text` is no decimal in the form JSON also accepts (`-0.5`; not `.5`, `+1`, `007`, `1e3`) or
 * has more than `precision` digits: a digit that were rounded away would be a number nobody printed.
 */
export function unscaled(text: string, scale: number, precision: number): bigint | undefined {
  const parts = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign = '', integer = '', fraction = ''] = parts;
  if (fraction.length > scale || integer.length + scale > precision) return undefined;
  return BigInt(`${sign}${integer}${fraction.padEnd(scale, '0')}`);
}
