import { CsvError, parse } from 'csv-parse/sync';
import type { Finding, Place } from '../../page/finding.ts';
import { readCell } from '../../publish/formats/spreadsheet.ts';
import type { Field } from '../../template/schema/table-schema.ts';
import type { DescribedTable } from './descriptor.ts';
import type { Files } from './files.ts';

/** A row as its file prints it, by column; null for an empty cell. */
export type PrintedRow = Readonly<Record<string, string | null>>;

/** The rows of a CSV file that can be read, and what is wrong with the rest. */
export interface CsvRows {
  readonly rows: readonly PrintedRow[];
  readonly findings: readonly Finding[];
}

/** Reads the CSV file of a table: the header must name its fields in order, and every row have a value for each. */
export function readCsvRows({ name, path, fields }: DescribedTable, files: Files): CsvRows {
  const bytes = files.get(path);
  const refuse = (expected: string, found: string, where: Place = {}): CsvRows => ({
    rows: [],
    findings: [{ kind: 'value', place: { file: path, table: name, ...where }, expected, found }],
  });
  if (bytes === undefined) return refuse('this file', 'no such file');
  const records = recordsOf(bytes);
  if (!Array.isArray(records)) return refuse('CSV in UTF-8', records.found, { line: records.line });
  const [header = [], ...body] = records;
  const columns = fields.map((field) => field.name);
  if (header.join() !== columns.join())
    return refuse(`the header ${columns.join()}`, header.join(), { line: 1 });
  const isWhole = (record: readonly string[]): boolean => record.length === columns.length;
  return {
    rows: body.filter(isWhole).map((record) => rowOf(fields, record)),
    findings: body.flatMap((record, at) =>
      isWhole(record)
        ? []
        : refuse(`${columns.length} values`, String(record.length), { row: `${at + 1} of the file` })
            .findings,
    ),
  };
}

function rowOf(fields: readonly Field[], record: readonly string[]): PrintedRow {
  return Object.fromEntries(fields.map((field, at) => [field.name, printed(field, record[at] ?? '')]));
}

/** An empty cell is null, and a text is without the mark that keeps a spreadsheet from running it. */
function printed({ type }: Field, cell: string): string | null {
  if (cell === '') return null;
  return type === 'string' ? readCell(cell) : cell;
}

function recordsOf(bytes: Uint8Array): string[][] | { readonly found: string; readonly line: number } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return parse(text, { relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    if (error instanceof TypeError) return { found: 'bytes that are no UTF-8', line: 1 };
    if (!(error instanceof CsvError)) throw error;
    return { found: error.message.split('\n')[0] ?? '', line: Number(error.lines ?? 1) };
  }
}
