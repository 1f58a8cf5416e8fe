import { type Place, SourceFault } from '../page/finding.ts';
import type { Codelist } from '../template/codelist.ts';
import type { Dataset } from './dataset.ts';
import { keyFindings } from './keys.ts';
import { typedCode } from './observations.ts';
import { rowFindings } from './rows.ts';
import { required, type TableSchema } from './table-schema.ts';

/**
 * The code lists of a document as datasets, checked before a table is read with them: a misspelt `kind` of one region
 * would otherwise be told as a wrong label in each table that lists the regions. Codes that one list names in
 * another must be there too.
 */
export function codelistDatasets(
  codelists: Iterable<Codelist>,
  schemas: ReadonlyMap<string, TableSchema>,
): readonly Dataset[] {
  const lists = [...codelists];
  const datasets = lists.map((list) => codelistDataset(list, required(list.name, schemas)));
  const lines = new Map(
    datasets.flatMap(({ rows }, at) => rows.map((row, index) => [row, placeIn(lists[at], index)] as const)),
  );
  const among = datasets.map(({ schema, rows }) => ({ schema: withKeysTo(schema, lists), rows }));
  const findings = keyFindings(among, (row) => lines.get(row) ?? {});
  if (findings.length > 0) throw new SourceFault(findings);
  return datasets;
}

/** A schema with those of its foreign keys that point at a code list. */
function withKeysTo(schema: TableSchema, lists: readonly Codelist[]): TableSchema {
  const names = new Set(lists.map(({ name }) => name));
  const foreignKeys = (schema.foreignKeys ?? []).filter(({ reference }) => names.has(reference.resource));
  return { ...schema, foreignKeys };
}

/** Makes a dataset of a code list: its columns must be those of its schema, its values of their types. */
function codelistDataset(list: Codelist, schema: TableSchema): Dataset {
  const { columns, entries, path } = list;
  const fields = schema.fields.map((field) => field.name);
  const stray = columns.find((column) => !fields.includes(column));
  const missing = fields.find((field) => !columns.includes(field));
  if (stray !== undefined || missing !== undefined) {
    const found = stray === undefined ? `no column "${missing}"` : `a column "${stray}"`;
    throw new SourceFault([
      {
        kind: 'codelist',
        place: { file: path, line: 1 },
        expected: `the columns ${fields.join(', ')}`,
        found,
      },
    ]);
  }
  const rows = entries.map((entry) =>
    Object.fromEntries(
      schema.fields.map((field) => [field.name, typedCode(entry.fields[field.name] ?? '', field)]),
    ),
  );
  const lines = new Map(rows.map((row, index) => [row, placeIn(list, index)]));
  const findings = rowFindings(schema, rows, (row) => lines.get(row) ?? {});
  if (findings.length > 0) throw new SourceFault(findings);
  return { schema, rows };
}

function placeIn(list: Codelist | undefined, index: number): Place {
  return list === undefined ? {} : { file: list.path, line: list.entries[index]?.line ?? 1 };
}
