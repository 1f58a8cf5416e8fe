import type { PrintedRow } from '../../pipeline/command-line/copy/csv-rows.ts';
import type { Field } from '../../pipeline/template/schema/table-schema.ts';
import type { FormatRows } from './formats.ts';

/** Strings, which stay, and numbers, whose digits JSON.parse would round. */
const TOKEN = /("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*)/g;

/** Reads a table from JSON with the digits of its numbers as they are printed. Throws a SyntaxError. */
export function readJsonRows(bytes: Uint8Array, fields: readonly Field[]): FormatRows {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const plain = records(JSON.parse(text));
  const digits = records(
    JSON.parse(text.replaceAll(TOKEN, (_, quoted?: string, number?: string) => quoted ?? `"${number}"`)),
  );
  const columns = fields.map(({ name }) => name);
  const shapes = new Set(plain.map((row) => [...row.keys()].join(', ')));
  return {
    columns: [...shapes].find((shape) => shape !== columns.join(', '))?.split(', ') ?? columns,
    rows: plain.map(
      (row, at): PrintedRow =>
        Object.fromEntries(
          fields.map((field) => [
            field.name,
            printed(field, row.get(field.name), digits[at]?.get(field.name)),
          ]),
        ),
    ),
  };
}

/** A value of another JSON type than its column's is shown as JSON has it: `"12"` is not the number 12. */
function printed({ type }: Field, value: unknown, digits: unknown): string | null {
  if (value === null || value === undefined) return null;
  const expected = type === 'integer' || type === 'number' ? 'number' : type;
  return typeof value === expected ? String(digits) : JSON.stringify(value);
}

function records(value: unknown): readonly ReadonlyMap<string, unknown>[] {
  if (!Array.isArray(value)) throw new SyntaxError('no array of rows');
  return value.map((row: unknown) => {
    if (typeof row !== 'object' || row === null) throw new SyntaxError('a row that is no object');
    return new Map(Object.entries(row));
  });
}
