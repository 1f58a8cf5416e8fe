import { CsvError, parse } from 'csv-parse/sync';
import { type Finding, fault, type Place, SourceFault } from '../page/finding.ts';
import { refuseHidden } from '../page/hidden-characters.ts';
import { type Dataset, keyFindings, rowFindings, typedCode } from './schema/rows.ts';
import { required, type TableSchema } from './schema/table-schema.ts';
import type { SourceFile } from './yaml-file.ts';

/** A code list as its CSV has it: the first column holds the codes. */
export interface Codelist {
  readonly name: string;
  readonly path: string;
  readonly key: string;
  readonly columns: readonly string[];
  readonly entries: readonly Entry[];
}

/** One code with its columns, all as text. */
export interface Entry {
  readonly code: string;
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads a code list; a repeated code, a short or long row, or a missing header is a finding with its line. */
export function readCodelist({ path, text }: SourceFile): Codelist {
  refuseHidden(path, text, 'codelist');
  const name = path.replace(/^.*\//, '').replace(/\.csv$/, '');
  const [first, ...rows] = parseRows(path, text);
  const header = first?.record;
  const key = header?.[0];
  if (header === undefined || key === undefined) {
    throw fault({
      kind: 'codelist',
      place: { file: path, line: 1 },
      expected: 'a header line',
      found: 'nothing',
    });
  }
  const twice = header.find((column, at) => header.indexOf(column) !== at);
  if (twice !== undefined) {
    const place = { file: path, line: 1 };
    throw fault({ kind: 'codelist', place, expected: 'each column once', found: `"${twice}" twice` });
  }
  const seen = new Map<string, number>();
  const entries = rows.map(({ record: row, line }) => {
    const code = row[0] ?? '';
    const before = seen.get(code);
    if (before !== undefined || code === '') {
      const found = before === undefined ? 'an empty code' : `"${code}" again (first in line ${before})`;
      throw fault({ kind: 'codelist', place: { file: path, line }, expected: 'each code once', found });
    }
    seen.set(code, line);
    return { code, line, fields: Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])) };
  });
  return { name, path, key, columns: header, entries };
}

/** A row of a CSV file that declares something, with its line. */
export interface NumberedRow {
  readonly record: readonly string[];
  readonly line: number;
}

/** The rows of a CSV file that declares something, its header first; empty lines are none. */
export function parseRows(path: string, text: string): readonly NumberedRow[] {
  try {
    const rows: NumberedRow[] = [];
    parse(text, {
      bom: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => {
        rows.push({ record, line: lines });
        return record;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 1);
    throw fault({
      kind: 'codelist',
      place: { file: path, line },
      expected: 'valid CSV',
      found: error.message,
    });
  }
}

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
