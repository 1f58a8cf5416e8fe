// Writes a database whose one table DuckDB packs in every way it knows, with and without nulls: `long-database.mjs FILE`.
import { attach, detach, load } from '../../pipeline/publish/duckdb/database.ts';
import { define } from '../../pipeline/publish/duckdb/definition.ts';
import { defined, withDatabase } from '../../pipeline/publish/duckdb/prepared.ts';
import { tabulate } from '../../pipeline/publish/table.ts';
import type { Row, Value } from '../../pipeline/template/schema/rows.ts';
import type { Field } from '../../pipeline/template/schema/table-schema.ts';
import { field, schema } from '../publish/rainfall.ts';

const [file = ''] = process.argv.slice(2);
const ROWS = 4000;

/** How the values of a column follow each other: numbers that its type makes its own of. */
const PATTERNS: Readonly<Record<string, (at: number) => number | null>> = {
  constant: () => 7,
  few: (at) => (at * 7919) % 11,
  many: (at) => ((at * 7919) % 2503) ** 2,
  all: (at) => at * 104_729,
  runs: (at) => at >> 9,
  none: () => null,
  sparse: (at) => (at % 97 === 0 ? at : null),
};
const TYPES: Readonly<Record<Field['type'], (value: number) => Value>> = {
  string: (value) => `${value} ${'жаңа '.repeat(value % 61 === 60 ? 2000 : value % 5)}.`,
  integer: (value) => value,
  number: (value) => `${value}.25`,
  boolean: (value) => value % 2 === 0,
};
const types: readonly Field['type'][] = ['string', 'integer', 'number', 'boolean'];
const columns = types.flatMap((type) =>
  Object.entries(PATTERNS).flatMap(([pattern, numberAt]) =>
    [0, 3].map((gap) => ({ name: `${type}_${pattern}_${gap}`, type, numberAt, gap })),
  ),
);
const wide = schema(
  'wide',
  'evidence',
  [
    field('id', 'integer', { constraints: { required: true } }),
    ...columns.map(({ name, type }) =>
      field(name, type, type === 'number' ? { scale: 2 } : { constraints: { maximum: 2 ** 50 } }),
    ),
  ],
  ['id'],
);
const rows = Array.from({ length: ROWS }, (_, at): Row => {
  const values = columns.map(({ name, type, numberAt, gap }): [string, Value] => {
    const value = gap > 0 && at % gap === 0 ? null : numberAt(at);
    return [name, value === null ? null : TYPES[type](value)];
  });
  return { id: at, ...Object.fromEntries(values) };
});
const table = tabulate({ schema: wide, rows });
await withDatabase(define([table], []), undefined, async (database) => {
  await defined(database);
  await attach(database, file);
  await load(database, table);
  await database.connection.run('commit');
  await detach(database);
});
process.exitCode = 0;
