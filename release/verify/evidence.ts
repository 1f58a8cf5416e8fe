import type { PrintedRow } from '../../pipeline/command-line/copy/csv-rows.ts';
import type { DescribedTable } from '../../pipeline/command-line/copy/descriptor.ts';
import type { Files } from '../../pipeline/command-line/copy/files.ts';
import type { Finding } from '../../pipeline/page/finding.ts';
import type { PrintedTable } from './schemas.ts';

/** The text that offsets of cells count in, and the table of the cells. */
const TEXT_LAYER = 'text-layer.txt';
const CELLS = 'cell';

/** What a table of observations ends with. */
const STATUS = 'obs_status';

/** How a cell was read that holds words beside its number: it may give several values, some of them computed. */
const SENTENCE = 'sentence';

/** The status of a printed mark that counts nothing: zero, though no digit of it is printed. */
const NIL = 'Z';

/**
 * Holds a copy against its own evidence: every cell against the characters of the text layer that it names, and
 * every observation against the digits of its cell, to which the declarations of the document are not needed.
 */
export function evidenceFindings(tables: readonly PrintedTable[], files: Files): readonly Finding[] {
  const cells = tables.find(({ schema }) => schema.name === CELLS);
  if (cells === undefined || !hasColumns(cells.schema, ['char_start', 'char_end', 'raw'])) return [];
  const byId = new Map(cells.rows.map((row) => [row.cell_id ?? '', row]));
  const bytes = files.get(TEXT_LAYER);
  return [
    ...(bytes === undefined ? [] : cellFindings(cells, Buffer.from(bytes).toString())),
    ...tables.flatMap((table) => valueFindings(table, byId)),
  ];
}

function cellFindings({ schema, rows }: PrintedTable, text: string): readonly Finding[] {
  return rows.flatMap((row): Finding[] => {
    const printed = text.slice(Number(row.char_start), Number(row.char_end));
    if (printed === (row.raw ?? '')) return [];
    const place = { file: schema.path, table: schema.name, row: row.cell_id ?? '', column: 'raw' };
    const expected = `${shown(printed)}, the characters of ${TEXT_LAYER} that it names`;
    return [{ kind: 'value', place, expected, found: shown(row.raw ?? '') }];
  });
}

/** The numbers of an observation are the digits of its cell; those of its footnote marks come on top. */
function valueFindings(
  { schema, rows }: PrintedTable,
  cells: ReadonlyMap<string, PrintedRow>,
): readonly Finding[] {
  if (!hasColumns(schema, [STATUS, 'cell_id'])) return [];
  const columns = schema.fields
    .filter(
      ({ name, type }) => (type === 'integer' || type === 'number') && !schema.primaryKey.includes(name),
    )
    .map(({ name }) => name);
  const [column, another] = columns;
  if (column === undefined || another !== undefined) return [];
  return rows.flatMap((row): Finding[] => {
    const cell = cells.get(row.cell_id ?? '');
    if (cell === undefined || cell.reading === SENTENCE || cell.raw === null || cell.raw === undefined)
      return [];
    const isNil = row[STATUS] === NIL && Number(row[column] ?? '') === 0 && row[column] !== null;
    const value = isNil ? '' : (row[column] ?? '');
    // In place of a value may stand words that say why there is none, with a year in them.
    if (value === '' && !isNil && /\p{L}/u.test(cell.raw)) return [];
    if (isReadFrom(value, cell.raw, row.notes ?? '')) return [];
    const place = {
      file: schema.path,
      table: schema.name,
      row: schema.primaryKey.map((name) => row[name] ?? '').join('.'),
      column,
    };
    const expected = `what its cell prints, ${shown(cell.raw)}`;
    return [{ kind: 'value', place, expected, found: shown(row[column] ?? '(empty)') }];
  });
}

/**
 * Whether a number may have been read from a cell with these footnote marks: all digits of the cell are the number's,
 * in their order, but for those of the marks, and the cell's sign is the number's.
 */
function isReadFrom(value: string, raw: string, notes: string): boolean {
  const [own, marks, printed] = [value, notes, raw].map((text) => text.replace(/\D/g, ''));
  if (own === undefined || marks === undefined || printed === undefined) return false;
  const isNegative = /[-−–]\s*\d/.test(raw);
  if (value !== '' && /[1-9]/.test(value) && value.startsWith('-') !== isNegative) return false;
  if (printed === own + marks || printed === marks + own) return true;
  // A mark may stand within a number that is wrapped: `89` `3)` `62,0`.
  return marks !== '' && printed.length === own.length + marks.length && printed.replace(marks, '') === own;
}

function hasColumns({ fields }: DescribedTable, names: readonly string[]): boolean {
  const known = new Set(fields.map(({ name }) => name));
  return names.every((name) => known.has(name));
}

function shown(text: string): string {
  const quoted = JSON.stringify(text);
  return quoted.length > 80 ? `${quoted.slice(0, 77)}..."` : quoted;
}
