import { type Finding, fault, SourceFault } from '../page/finding.ts';
import { refuseHidden } from '../page/hidden-characters.ts';
import { type Codelist, parseRows } from './codelist.ts';
import { type Dataset, type Row, rowFindings, typedCode, type Value } from './schema/rows.ts';
import { required, type TableSchema } from './schema/table-schema.ts';
import type { SourceFile } from './yaml-file.ts';

/** The file of a document's folder that declares codes of others, and the table that it is published as. */
export const MAPPINGS = { file: 'code-mappings.csv', table: 'code_mapping' } as const;

/** Stands for a code list where the codes are names of tables. */
export const TABLES = 'dataset';

/** The code list that names the schemes; a document may do without it. */
const SCHEMES = 'scheme';

/**
 * The codes of others that a document declares for codes of its lists and for its tables, held against the schema of
 * what they are published as. Throws a SourceFault with the line of each code that no list has.
 *
 *     region,KZ-YUZ,ISO_3166_2,KZ-61,narrow,2018-06-19,,Türkistan oblysy,,Its name since then.
 */
export function readMappings(
  { path, text }: SourceFile,
  codelists: ReadonlyMap<string, Codelist>,
  schemas: ReadonlyMap<string, TableSchema>,
): Dataset {
  refuseHidden(path, text, 'codelist');
  const schema = required(MAPPINGS.table, schemas);
  const [header, ...records] = parseRows(path, text);
  const names = schema.fields.map(({ name }) => name);
  if (header?.record.join() !== names.join()) {
    const found = header === undefined ? 'nothing' : header.record.join(', ');
    const place = { file: path, line: 1 };
    throw fault({ kind: 'codelist', place, expected: `the columns ${names.join(', ')}`, found });
  }
  const lines = new Map<Row, number>();
  const rows = records.map(({ record, line }): Row => {
    const row = Object.fromEntries(
      schema.fields.map((field, at) => [field.name, typedCode(record[at] ?? '', field)]),
    );
    lines.set(row, line);
    return row;
  });
  const placeOf = (row: Row) => ({ file: path, line: lines.get(row) ?? 1 });
  const unknown = rows.flatMap((row): Finding[] => {
    const list = String(row.codelist);
    const found = knownCodes(list, codelists, schemas);
    const schemes = knownCodes(SCHEMES, codelists, schemas);
    const strange = (expected: string, said: Value = null): Finding => ({
      kind: 'codelist',
      place: placeOf(row),
      expected,
      found: JSON.stringify(said),
    });
    return [
      ...(found === undefined ? [strange(`a code list, or ${TABLES}`, row.codelist)] : []),
      ...(found?.has(String(row.code)) === false ? [strange(`a code of ${list}`, row.code)] : []),
      ...(schemes?.has(String(row.scheme)) === false ? [strange(`a code of ${SCHEMES}`, row.scheme)] : []),
    ];
  });
  const findings = [...rowFindings(schema, rows, placeOf), ...unknown];
  if (findings.length > 0) throw new SourceFault(findings);
  return { schema, rows };
}

function knownCodes(
  list: string,
  codelists: ReadonlyMap<string, Codelist>,
  schemas: ReadonlyMap<string, TableSchema>,
): ReadonlySet<string> | undefined {
  const entries = codelists.get(list)?.entries;
  if (entries !== undefined) return new Set(entries.map(({ code }) => code));
  return list === TABLES
    ? new Set([...schemas.values()].flatMap(({ kind, name }) => (kind === 'observations' ? name : [])))
    : undefined;
}
