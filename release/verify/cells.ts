import type { PrintedRow } from '../../pipeline/command-line/copy/csv-rows.ts';
import { MOST_PRECISION, unscaled } from '../../pipeline/publish/table.ts';
import type { Field } from '../../pipeline/template/schema/table-schema.ts';

/**
 * A value in the one form in which all formats are compared: a decimal with all decimals of its scale, because
 * the text formats print `12.5` for what the binary ones hold as 12.5000; anything else as it is printed.
 */
function cellOf({ type, scale = 0 }: Field, text: string | null): string | null {
  const stored = type === 'number' && text !== null ? unscaled(text, scale, MOST_PRECISION) : undefined;
  return stored === undefined ? text : pointed(stored, scale);
}

/** The rows of a format in that form. */
export function cellsOf(fields: readonly Field[], rows: readonly PrintedRow[]): readonly PrintedRow[] {
  return rows.map((row) =>
    Object.fromEntries(fields.map((field) => [field.name, cellOf(field, row[field.name] ?? null)])),
  );
}

/** A decimal with all decimals of its scale, of the integer that is stored: 125000n at scale 4 is `12.5000`. */
export function pointed(stored: bigint, scale: number): string {
  const digits = String(stored < 0n ? -stored : stored).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${stored < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${digits.slice(digits.length - scale)}`}`;
}
