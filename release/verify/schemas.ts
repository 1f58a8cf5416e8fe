import type { PrintedRow } from '../../pipeline/command-line/copy/csv-rows.ts';
import type { DescribedTable } from '../../pipeline/command-line/copy/descriptor.ts';
import type { Finding } from '../../pipeline/page/finding.ts';
import type { Row, Value } from '../../pipeline/template/schema/rows.ts';
import { keyFindings, rowFindings, rowName } from '../../pipeline/template/schema/rows.ts';
import type { Field } from '../../pipeline/template/schema/table-schema.ts';

/** A table as it is described, with the rows of its CSV file. */
export interface PrintedTable {
  readonly schema: DescribedTable;
  readonly rows: readonly PrintedRow[];
}

/**
 * Holds printed rows against their own schemas: types, required values, bounds, codes, patterns, keys, references.
 * `described` are all tables; those that could not be read are not among `tables`, and nothing is said of
 * references to them.
 */
export function schemaFindings(
  tables: readonly PrintedTable[],
  described: readonly DescribedTable[],
): readonly Finding[] {
  const isRead = (name: string): boolean => tables.some(({ schema }) => schema.name === name);
  const datasets = tables.map(({ schema, rows }) => ({
    schema: {
      ...schema,
      foreignKeys: schema.foreignKeys.filter(({ reference }) => isRead(reference.resource)),
    },
    rows: rows.map(
      (row): Row => Object.fromEntries(schema.fields.map((field) => [field.name, typed(field, row)])),
    ),
  }));
  const paths = new Map(tables.map(({ schema }) => [schema.name, schema.path]));
  const known = new Set(described.map(({ name }) => name));
  const findings = datasets.flatMap(({ schema, rows }) => [
    ...rowFindings(schema, rows, () => ({ file: schema.path })),
    ...repeatedValues(schema, rows),
  ]);
  const references = keyFindings(datasets, () => ({})).map((finding) => {
    const file = paths.get(finding.place.table ?? '');
    return { ...finding, place: { ...(file !== undefined && { file }), ...finding.place } };
  });
  return [...described.flatMap((table) => strayReferences(table, known)), ...findings, ...references];
}

/** A printed value as the pipeline has it; what does not look like its type stays a text, which is a finding. */
function typed({ name, type }: Field, row: PrintedRow): Value {
  const text = row[name] ?? null;
  if (type === 'integer' && text !== null && /^(0|-?[1-9]\d*)$/.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function repeatedValues(schema: DescribedTable, rows: readonly Row[]): readonly Finding[] {
  return schema.fields
    .filter(({ constraints }) => constraints?.unique === true)
    .flatMap(({ name: column }) => {
      const seen = new Set<Value>();
      return rows.flatMap((row): Finding[] => {
        const value = row[column] ?? null;
        const isNew = value === null || !seen.has(value);
        seen.add(value);
        const place = { file: schema.path, table: schema.name, row: rowName(schema, row), column };
        return isNew
          ? []
          : [{ kind: 'key', place, expected: 'every value once', found: JSON.stringify(value) }];
      });
    });
}

function strayReferences(
  { name, path, foreignKeys }: DescribedTable,
  known: ReadonlySet<string>,
): readonly Finding[] {
  return foreignKeys
    .filter(({ reference }) => !known.has(reference.resource))
    .map(({ fields, reference }) => ({
      kind: 'key',
      place: { file: path, table: name, column: fields.join(', ') },
      expected: `a table ${reference.resource}`,
      found: 'no such table',
    }));
}
