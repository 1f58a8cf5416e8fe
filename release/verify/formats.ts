import { join } from 'node:path';
import { keyOf, nameOf } from '../../pipeline/command-line/compare/output.ts';
import type { PrintedRow } from '../../pipeline/command-line/copy/csv-rows.ts';
import type { DescribedTable } from '../../pipeline/command-line/copy/descriptor.ts';
import type { Files } from '../../pipeline/command-line/copy/files.ts';
import type { Finding } from '../../pipeline/page/finding.ts';
import { remembered } from '../../pipeline/page/remembered.ts';
import { identifier, literal, sqlType } from '../../pipeline/publish/duckdb/sql.ts';
import { arrowType, readArrowRows } from './arrow-rows.ts';
import { cellsOf } from './cells.ts';
import { PUBLISHED, type Reader } from './database.ts';
import { readJsonRows } from './json-rows.ts';
import type { PrintedTable } from './schemas.ts';

/** A table as one format has it. */
export interface FormatRows {
  /** Its columns in order, with their types where the format has types. */
  readonly columns: readonly string[];
  readonly rows: readonly PrintedRow[];
}

/** Where the formats besides CSV are to be found, and how they may be read. */
export interface FormatSource {
  readonly files: Files;
  /** Files whose checksums are right: a damaged binary file is not given to a reader. */
  readonly sound: ReadonlySet<string>;
  /** The folder where the files stand for the reader. */
  readonly folder: string;
  readonly reader: Reader;
  /** The DuckDB file, if it is attached to the reader: its path, and what in it is a table. */
  readonly database: { readonly file: string; readonly tables: ReadonlySet<string> } | undefined;
}

/** A format of a table: its file, the columns it must have, and how it is read. */
interface Form {
  readonly file: string;
  readonly columns: readonly string[];
  readonly read: (bytes: Uint8Array) => FormatRows | Promise<FormatRows>;
}

/** Holds the JSON, Arrow, Parquet and DuckDB forms of a table against its CSV: the same columns, rows and values. */
export async function formatFindings(table: PrintedTable, source: FormatSource): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const form of formsOf(table.schema, source))
    findings.push(...(await formFindings(table, form, source)));
  return findings;
}

function formsOf(schema: DescribedTable, { folder, reader, database }: FormatSource): readonly Form[] {
  const { name, fields } = schema;
  const sqlColumns = fields.map(
    (field) => `${field.name} ${sqlType(schema, field).toUpperCase().replace(' ', '')}`,
  );
  const fromDuckDb = (file: string, from: string): Form => {
    return { file, columns: sqlColumns, read: () => reader.tableOf(from) };
  };
  const parquet = `parquet/${name}.parquet`;
  return [
    {
      file: `json/${name}.json`,
      columns: fields.map((field) => field.name),
      read: (bytes) => readJsonRows(bytes, fields),
    },
    {
      file: `arrow/${name}.arrow`,
      columns: fields.map((field) => `${field.name} ${arrowType(field)}`),
      read: readArrowRows,
    },
    fromDuckDb(parquet, literal(join(folder, parquet))),
    ...(database?.tables.has(name)
      ? [fromDuckDb(database.file, `${PUBLISHED}.main.${identifier(name)}`)]
      : []),
  ];
}

async function formFindings(
  table: PrintedTable,
  { file, columns, read }: Form,
  { files, sound }: FormatSource,
): Promise<readonly Finding[]> {
  const { schema } = table;
  const wrong = (expected: string, found: string): readonly Finding[] => [
    { kind: 'value', place: { file, table: schema.name }, expected, found },
  ];
  const bytes = files.get(file);
  if (bytes === undefined) return wrong('this file', 'no such file');
  if (!sound.has(file) && !file.endsWith('.json')) return [];
  try {
    const form = await read(bytes);
    const [expected, found] = [columns.join(', '), form.columns.join(', ')];
    return expected === found
      ? rowDifferences(table, file, form.rows, `as in ${schema.path}`)
      : wrong(`the columns ${expected}`, found);
  } catch (error) {
    // Whatever a reader says of such a file, it is the file that is wrong.
    if (!(error instanceof Error)) throw error;
    return wrong(`a table that can be read`, `"${error.message.split('\n')[0]}"`);
  }
}

/** The rows of a CSV file by their keys, in the form in which all formats are compared: once for all of them. */
const printedRows = remembered(({ schema: { fields, primaryKey }, rows }: PrintedTable) =>
  cellsOf(fields, rows).map((row) => ({ key: keyOf(row, primaryKey), row })),
);

/**
 * Every row and value that the file `file` has otherwise than the printed table, or that only one of them has; `source`
 * says in words where the printed ones stand.
 */
export function rowDifferences(
  printed: PrintedTable,
  file: string,
  others: readonly PrintedRow[],
  source: string,
): readonly Finding[] {
  const { name, fields, primaryKey } = printed.schema;
  const expected = printedRows(printed);
  const found = new Map(cellsOf(fields, others).map((row) => [keyOf(row, primaryKey), row]));
  const wrong = (row: PrintedRow, column: string | undefined, says: string, finds: string): Finding => {
    const place = {
      file,
      table: name,
      row: nameOf(row, primaryKey),
      ...(column !== undefined && { column }),
    };
    return { kind: 'value', place, expected: says, found: finds };
  };
  const known = new Set(expected.map(({ key }) => key));
  return [
    ...expected.flatMap(({ key, row }) => {
      const other = found.get(key);
      if (other === undefined) return [wrong(row, undefined, `this row, ${source}`, 'no such row')];
      return fields
        .filter((field) => row[field.name] !== other[field.name])
        .map((field) =>
          wrong(
            row,
            field.name,
            `${JSON.stringify(row[field.name])} ${source}`,
            JSON.stringify(other[field.name]),
          ),
        );
    }),
    ...[...found]
      .filter(([key]) => !known.has(key))
      .map(([, row]) => wrong(row, undefined, `no such row, ${source}`, 'one')),
    ...(others.length === found.size
      ? []
      : [
          wrong(
            {},
            undefined,
            'every key once',
            `${others.length - found.size} rows of a key that was there`,
          ),
        ]),
  ];
}
