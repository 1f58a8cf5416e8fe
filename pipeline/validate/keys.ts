import type { Finding } from '../page/finding.ts';
import type { Row } from './dataset.ts';
import { keyOf, type PlaceOf, rowName } from './rows.ts';
import type { RowSchema } from './table-schema.ts';

/** Holds foreign keys: every code that a row names must be a row of the table that explains it. */
export function keyFindings(
  datasets: readonly { readonly schema: RowSchema; readonly rows: readonly Row[] }[],
  placeOf: PlaceOf,
): readonly Finding[] {
  const tables = new Map(datasets.map((dataset) => [dataset.schema.name, dataset]));
  return datasets.flatMap(({ schema, rows }) =>
    (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
      const target = tables.get(reference.resource);
      const known = new Set(target?.rows.map((row) => keyOf(row, reference.fields)));
      return rows.flatMap((row): Finding[] => {
        if (fields.some((name) => row[name] === null) || known.has(keyOf(row, fields))) return [];
        const key = fields.map((name) => row[name]);
        return [
          {
            kind: 'key',
            place: {
              ...placeOf(row),
              table: schema.name,
              row: rowName(schema, row),
              column: fields.join(', '),
            },
            expected: `a row of ${reference.resource}`,
            found: JSON.stringify(key.length === 1 ? key[0] : key),
          },
        ];
      });
    }),
  );
}
