import { type GoldenRow, golden } from '../golden-values.ts';
import { document } from '../project.ts';

/** A value as readers transcribed it: `-12162`, its status, its footnote marks. */
export interface PrintedValue {
  readonly value: string;
  readonly status: string;
  readonly marks: readonly string[];
}

/** Where a value is published: its table, its column, the codes of its row. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly codes: Readonly<Record<string, string>>;
}

/** The transcribed value of a place. */
export function printedAt({ table, column, codes }: Place): PrintedValue {
  const row = rowsByCodes(table).get(keyOf(table, codes));
  if (row === undefined)
    throw new Error(`no transcribed value of ${table} ${Object.values(codes).join(' ')}`);
  return {
    value: row[column] ?? '',
    status: row.obs_status ?? 'A',
    marks: (row.notes ?? '').split(' ').filter((mark) => mark !== ''),
  };
}

const indexes = new Map<string, ReadonlyMap<string, GoldenRow>>();

function rowsByCodes(table: string): ReadonlyMap<string, GoldenRow> {
  const rows = indexes.get(table) ?? new Map(golden.get(table)?.map((row) => [keyOf(table, row), row]));
  indexes.set(table, rows);
  return rows;
}

function keyOf(table: string, row: Readonly<Record<string, string>>): string {
  return (document.schemas.get(table)?.primaryKey ?? []).map((key) => row[key]).join(' ');
}
