import { CsvError, parse } from 'csv-parse/sync';
import { fault } from '../page/finding.ts';
import { refuseHidden } from '../page/hidden-characters.ts';
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

interface NumberedRow {
  readonly record: readonly string[];
  readonly line: number;
}

function parseRows(path: string, text: string): readonly NumberedRow[] {
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
