import type { Finding } from '../page/finding.ts';
import type { Codelist } from './codelist.ts';
import type { TableSchema } from './schema/table-schema.ts';

/** Where the schema of a table stands. */
export function schemaFile(table: string, folder: string, own: ReadonlyMap<string, TableSchema>): string {
  return own.has(table) ? `${folder}/schemas/${table}.json` : `schemas/${table}.json`;
}

/** A unit that a schema names must be a code of the code list of units, if the document has one. */
export function unknownUnits(
  schemas: ReadonlyMap<string, TableSchema>,
  codelists: ReadonlyMap<string, Codelist>,
  fileOf: (table: string) => string,
): readonly Finding[] {
  const units = codelists.get('unit');
  if (units === undefined) return [];
  const known = new Set(units.entries.map(({ code }) => code));
  return [...schemas.values()].flatMap(({ name, fields }) =>
    fields
      .filter(({ unit }) => unit !== undefined && !known.has(unit))
      .map((field): Finding => {
        const place = { file: fileOf(name), column: field.name };
        return { kind: 'schema', place, expected: 'a code of the code list unit', found: `"${field.unit}"` };
      }),
  );
}
