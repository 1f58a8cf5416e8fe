import {
  Table as ArrowTable,
  Bool,
  type Data,
  type DataType,
  Decimal,
  Field,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  tableToIPC,
  Utf8,
} from 'apache-arrow';
import { tableMetadata } from '../metadata/table-metadata.ts';
import type { Description } from '../publication.ts';
import { type Column, integerBits, precisionOf, type Table } from '../table.ts';

/** Width of an Arrow decimal in bits; the one width that every reader knows. */
const DECIMAL_BITS = 128;

/**
 * A table as an Arrow IPC file of one record batch. The buffers are filled here and not by the library's
 * builders, which take a decimal only as four 32-bit words and infer types from the first values.
 */
export function writeArrow({ schema, columns, rowCount }: Table, description: Description): Uint8Array {
  const children = columns.map((column) => dataOf(column, rowCount));
  const fields = columns.map(({ field }, at) => {
    const notes = new Map(Object.entries({ title: field.title, description: field.description }));
    if (field.unit !== undefined) notes.set('unit', field.unit);
    const type = children[at]?.type ?? new Utf8();
    return new Field(field.name, type, field.constraints?.required !== true, notes);
  });
  const arrowSchema = new Schema(fields, new Map(tableMetadata(schema, description)));
  const rows = makeData({ type: new Struct(fields), length: rowCount, nullCount: 0, children });
  return tableToIPC(new ArrowTable(arrowSchema, [new RecordBatch(arrowSchema, rows)]), 'file');
}

function dataOf(column: Column, length: number): Data<DataType> {
  const { nullCount, nullBitmap } = validity(column.values);
  const shape = { length, nullCount, nullBitmap };
  switch (column.type) {
    case 'string': {
      const { data, valueOffsets } = textBuffers(column.values);
      return makeData({ type: new Utf8(), ...shape, valueOffsets, data });
    }
    case 'boolean': {
      const data = bits(column.values, (value) => value === true);
      return makeData({ type: new Bool(), ...shape, data });
    }
    case 'integer': {
      if (integerBits(column.field) === 64) {
        const data = BigInt64Array.from(column.values, (value) => BigInt(value ?? 0));
        return makeData({ type: new Int64(), ...shape, data });
      }
      return makeData({
        type: new Int32(),
        ...shape,
        data: Int32Array.from(column.values, (value) => value ?? 0),
      });
    }
    case 'number': {
      const data = decimalWords(column.unscaled);
      return makeData({
        type: new Decimal(column.scale, precisionOf(column.field), DECIMAL_BITS),
        ...shape,
        data,
      });
    }
  }
}

/** Which values are there; the bitmap is left out when all are, as the format asks. */
function validity(values: readonly unknown[]): {
  readonly nullCount: number;
  readonly nullBitmap: Uint8Array | null;
} {
  const nullCount = values.reduce<number>((count, value) => (value === null ? count + 1 : count), 0);
  return { nullCount, nullBitmap: nullCount === 0 ? null : bits(values, (value) => value !== null) };
}

/** One bit a value, lowest first. */
function bits<T>(values: readonly T[], isSet: (value: T) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, at) => {
    if (isSet(value)) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
  });
  return bytes;
}

function textBuffers(values: readonly (string | null)[]): {
  readonly data: Uint8Array;
  readonly valueOffsets: Int32Array;
} {
  const valueOffsets = new Int32Array(values.length + 1);
  let end = 0;
  values.forEach((value, at) => {
    end += value === null ? 0 : Buffer.byteLength(value);
    valueOffsets[at + 1] = end;
  });
  return { data: new Uint8Array(Buffer.from(values.join(''))), valueOffsets };
}

/** 128 bits a value, two's complement, little-endian: two words of 64 bits, the lower one first. */
function decimalWords(values: readonly (bigint | null)[]): Uint32Array {
  const words = new DataView(new ArrayBuffer(values.length * 16));
  values.forEach((value, at) => {
    words.setBigInt64(at * 16, BigInt.asIntN(64, value ?? 0n), true);
    words.setBigInt64(at * 16 + 8, (value ?? 0n) >> 64n, true);
  });
  return new Uint32Array(words.buffer);
}
