import { type DataType, Decimal, tableFromIPC } from 'apache-arrow';
import type { PrintedRow } from '../../pipeline/command-line/copy/csv-rows.ts';
import { integerBits, precisionOf } from '../../pipeline/publish/table.ts';
import type { Field } from '../../pipeline/template/schema/table-schema.ts';
import { pointed } from './cells.ts';
import type { FormatRows } from './formats.ts';

/** Reads a table from an Arrow IPC file. Throws whatever the library throws for what is none. */
export function readArrowRows(bytes: Uint8Array): FormatRows {
  const table = tableFromIPC(bytes);
  const { fields } = table.schema;
  const columns = fields.map(({ name }) => ({ name, vector: table.getChild(name) }));
  const rows = Array.from(
    { length: table.numRows },
    (_, at): PrintedRow =>
      Object.fromEntries(columns.map(({ name, vector }) => [name, printed(vector?.type, vector?.get(at))])),
  );
  return { columns: fields.map(({ name, type }) => `${name} ${type}`), rows };
}

/** What Arrow calls the type of a column. */
export function arrowType(field: Field): string {
  switch (field.type) {
    case 'string':
      return 'Utf8';
    case 'boolean':
      return 'Bool';
    case 'integer':
      return `Int${integerBits(field)}`;
    case 'number':
      return String(new Decimal(field.scale ?? 0, precisionOf(field)));
  }
}

function printed(type: DataType | undefined, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return type instanceof Decimal && value instanceof Uint32Array
    ? pointed(wordsOf(value), type.scale)
    : String(value);
}

/** A decimal comes as its four 32-bit words, the lowest first. */
function wordsOf(words: Uint32Array): bigint {
  return BigInt.asIntN(
    128,
    words.reduceRight((sum, word) => (sum << 32n) + BigInt(word), 0n),
  );
}
