import { describe, expect, it } from 'vitest';
import { looksOtherwise } from '../../pipeline/publish/formats/spreadsheet.ts';
import type { Dataset } from '../../pipeline/template/schema/rows.ts';
import type { TableSchema } from '../../pipeline/template/schema/table-schema.ts';
import { whole } from '../project.ts';

const { datasets } = whole().validated;

/** Keys whose codes are whole numbers by contract: a program that makes numbers of them loses nothing. */
const WHOLE = new Set(['household_size', 'note']);

/** The columns of a table that hold codes: its key, and what points at a key of another table. */
function codeColumns({ fields, primaryKey, foreignKeys = [] }: TableSchema): readonly string[] {
  const names = new Set([...primaryKey, ...foreignKeys.flatMap((key) => key.fields)]);
  return fields.filter(({ name, type }) => type === 'string' && names.has(name)).map(({ name }) => name);
}

function codesIn({ schema, rows }: Dataset): readonly (readonly [column: string, code: string])[] {
  const found = codeColumns(schema).flatMap((column) =>
    [...new Set(rows.flatMap((row) => (typeof row[column] === 'string' ? [row[column]] : [])))].map(
      (code) => [column, code] as const,
    ),
  );
  return found;
}

describe.each(datasets.map((dataset) => [dataset.schema.name, dataset] as const))('in %s', (_, dataset) => {
  it('no code is a date, a number or nothing to a program that guesses types', () => {
    expect(codesIn(dataset).filter(([, code]) => looksOtherwise(code))).toEqual([]);
  });

  it('a code of digits alone stands only where codes are counts', () => {
    const digits = codesIn(dataset).filter(([column, code]) => /^\d+$/.test(code) && !WHOLE.has(column));
    expect(digits).toEqual([]);
  });
});

it('the tables have codes of many kinds, so that this says something', () => {
  const columns = new Set(datasets.flatMap(({ schema }) => codeColumns(schema)));
  for (const column of ['article', 'household_size', 'category', 'region', 'cell_id'])
    expect(columns).toContain(column);
});
