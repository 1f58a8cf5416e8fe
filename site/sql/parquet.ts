import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Answer, Cell, Column } from './answer.ts';

/** How the values of a column are written: an element of the Parquet schema, and the value of a text of DuckDB. */
interface Written {
  readonly element: Omit<SchemaElement, 'name'>;
  readonly value: (text: string) => unknown;
}

const INT32 = /^U?(TINY|SMALL)INT$|^INTEGER$/;
const INT64 = /^(BIGINT|UINTEGER)$/;
const WIDE = /^(U?HUGEINT|UBIGINT)$/;
/** Most digits of a decimal of Parquet that other programs read. */
const MOST_DIGITS = 38;
const MILLISECONDS_A_DAY = 86_400_000;

const AS_TEXT: Written = {
  element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  value: (text) => text,
};

/**
 * An answer as a Parquet file. Integers, decimals, dates and points in time keep their types exactly; what Parquet
 * has no type for (lists, intervals, integers of more than 38 digits) is written as DuckDB writes it.
 *
 *     parquetOf({ columns: [{ name: 'percent', type: 'DECIMAL(18,1)' }], rows: [['6.5']], isCut: false })
 */
export function parquetOf({ columns, rows }: Answer): ArrayBuffer {
  const names = distinct(columns);
  const written = columns.map((column, at) => {
    const texts = rows.map((row) => row[at] ?? null);
    const { element, value } = writtenAs(column, texts);
    const data = texts.map((text) => (text === null ? null : value(text)));
    return { name: names[at] ?? '', element, data };
  });
  return parquetWriteBuffer({
    schema: [
      { name: 'root', num_children: written.length },
      ...written.map(
        ({ name, element }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...element }),
      ),
    ],
    columnData: written.map(({ name, data }) => ({ name, data })),
  });
}

function writtenAs({ type }: Column, texts: readonly Cell[]): Written {
  const fits = (written: Written, pattern: RegExp): Written =>
    texts.every((text) => text === null || pattern.test(text)) ? written : AS_TEXT;
  if (INT32.test(type)) return { element: { type: 'INT32' }, value: Number };
  if (INT64.test(type)) return { element: { type: 'INT64' }, value: BigInt };
  if (WIDE.test(type)) return fits(decimal(MOST_DIGITS, 0), new RegExp(`^-?\\d{1,${MOST_DIGITS}}$`));
  const [, digits, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  if (digits !== undefined) return decimal(Number(digits), Number(scale));
  if (/^(DOUBLE|FLOAT|REAL)$/.test(type))
    return { element: { type: 'DOUBLE' }, value: (text) => Number(text.replace('inf', 'Infinity')) };
  if (type === 'BOOLEAN') return { element: { type: 'BOOLEAN' }, value: (text) => text === 'true' };
  if (type === 'DATE')
    return fits(
      {
        element: { type: 'INT32', converted_type: 'DATE' },
        value: (text) => Date.parse(text) / MILLISECONDS_A_DAY,
      },
      /^\d{4}-\d\d-\d\d$/,
    );
  if (/^TIMESTAMP(_S|_MS)?$/.test(type))
    return fits(
      { element: { type: 'INT64', converted_type: 'TIMESTAMP_MICROS' }, value: microseconds },
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?$/,
    );
  return AS_TEXT;
}

/** The whole number that a decimal of that scale stands for, in as many bytes as its digits need and one bit for the sign. */
function decimal(precision: number, scale: number): Written {
  const bits = precision * Math.log2(10) + 1;
  return {
    element: {
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: Math.ceil(bits / 8),
      converted_type: 'DECIMAL',
      precision,
      scale,
    },
    value: (text) => BigInt(text.replace('.', '')),
  };
}

function microseconds(text: string): bigint {
  const [seconds = '', fraction = ''] = text.split('.');
  return BigInt(Date.parse(`${seconds.replace(' ', 'T')}Z`)) * 1000n + BigInt(fraction.padEnd(6, '0'));
}

/** Names that are all different: a query may give two columns one name, Parquet may not. */
function distinct(columns: readonly Column[]): readonly string[] {
  const taken = new Set<string>();
  return columns.map(({ name }) => {
    let own = name;
    for (let at = 2; taken.has(own); at += 1) own = `${name}_${at}`;
    taken.add(own);
    return own;
  });
}
