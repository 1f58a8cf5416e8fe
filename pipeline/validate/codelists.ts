import type { Codelist } from '../document/codelist.ts';
import { type Finding, SourceFault } from '../finding.ts';
import type { Dataset } from './dataset.ts';
import { typed } from './observations.ts';
import { rowFindings } from './rows.ts';
import type { TableSchema } from './table-schema.ts';

/** Makes a dataset of a code list: its columns must be those of its schema, its values of their types. */
export function codelistDataset({ columns, entries, path, name }: Codelist, schema: TableSchema): Dataset {
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
      schema.fields.map((field) => [field.name, typed(entry.fields[field.name] ?? '', field)]),
    ),
  );
  const lines = new Map(rows.map((row, index) => [row, entries[index]?.line ?? 1]));
  const findings: readonly Finding[] = rowFindings(schema, rows, (row) => ({
    file: path,
    line: lines.get(row) ?? 1,
    table: name,
  }));
  if (findings.length > 0) throw new SourceFault(findings);
  return { schema, rows };
}
