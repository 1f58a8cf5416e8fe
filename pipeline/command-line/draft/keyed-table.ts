import type { NumbersLayout } from '../../template/notation.ts';
import { codesOf, nameOf } from './codes.ts';
import { quantityOf, type Reading } from './quantities.ts';
import type { SeenTable } from './seen-tables.ts';
import { DRAFT_SETTINGS } from './settings.ts';
import { type DraftColumn, type DraftRow, stubOf } from './stub.ts';
import { namedSums } from './sums.ts';

export type Codes = Readonly<Record<string, string>>;

/** A key of rows or columns: its codes in printed order, each with what is printed for it. */
export interface DraftKey {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
}

/** A row of values, with its codes for each key of the rows. */
export interface KeyedRow extends DraftRow {
  readonly codes: Codes;
  /** What it says in each column of values. */
  readonly readings: readonly Reading[];
}

/** A table with a code for each row and each column of values: what declarations and identities are written from. */
export interface KeyedTable {
  /** The name of the dataset and of its file. */
  readonly name: string;
  readonly seen: SeenTable;
  readonly columns: readonly DraftColumn[];
  readonly columnKey: DraftKey;
  /** The keys of the rows, the label's last. */
  readonly rowKeys: readonly DraftKey[];
  /** Rows and headings in printed order. */
  readonly lines: readonly DraftRow[];
  readonly rows: readonly KeyedRow[];
  readonly areLabelsJoined: boolean;
}

/** The name of the key of the headings, where labels repeat below them. */
const HEADING_KEY = 'block';

/** The code of what stands below no heading, or below no label. */
const NO_HEADING = 'all';

/** Gives every row and column of a table its codes. */
export function keyedTable(seen: SeenTable, name: string, numbers: NumbersLayout): KeyedTable {
  const { columns, rows: lines, areLabelsJoined } = stubOf(seen);
  const valued = columns.flatMap((column, index) => (column.role === 'value' ? [{ ...column, index }] : []));
  const read = (row: DraftRow): readonly Reading[] =>
    valued.map(({ index }) => quantityOf(row.printed.cells[index]?.text ?? '', numbers));
  const rows = withoutGrandTotals(
    lines.filter(({ kind }) => kind === 'row'),
    read,
  );
  const label = columns.find(({ role }) => role === 'label');
  const labelKey = nameOf(label?.head.at(-1) ?? '', 'row');
  const further = columns.filter(({ role }) => role === 'key');
  const isUnder = areRepeated(rows, further);
  const headings = isUnder
    ? [
        keyOf(
          HEADING_KEY,
          rows.map(({ heading = '' }) => heading),
        ),
      ]
    : [];
  const keyed = further.map(({ code, head }) => ({
    code,
    key: keyOf(
      nameOf(head.at(-1) ?? '', code),
      rows.map(({ keys }) => keys[code] ?? ''),
    ),
  }));
  const areLabelsUnique = new Set(rows.map((row) => row.label)).size === rows.length;
  const isKey = areLabelsUnique || isUnder || further.length > 0;
  const labels = rows.map((row) => row.label);
  const own = isKey ? undefined : codesOf(labels, 'row');
  const ownKey: DraftKey =
    own === undefined
      ? keyOf(labelKey, labels)
      : { name: labelKey, labels: new Map(own.map((code, index) => [code, labels[index] ?? ''])) };
  const rowKeys = [...headings, ...keyed.map(({ key }) => key), ownKey];
  return {
    name,
    seen,
    columns,
    columnKey: {
      name: 'column',
      labels: new Map(valued.map(({ code, head }) => [code, head.join(' ')])),
    },
    rowKeys,
    lines,
    rows: rows.map((row, index) => ({
      ...row,
      codes: Object.fromEntries([
        ...headings.map((key): [string, string] => [key.name, codeFor(key, row.heading ?? '')]),
        ...keyed.map(({ code, key }): [string, string] => [key.name, codeFor(key, row.keys[code] ?? '')]),
        [ownKey.name, own?.[index] ?? codeFor(ownKey, row.label)],
      ]),
      readings: read(row),
    })),
    areLabelsJoined,
  };
}

/** A total of several blocks stands below the last, and belongs to none of them. */
function withoutGrandTotals(
  rows: readonly DraftRow[],
  read: (row: DraftRow) => readonly Reading[],
): readonly DraftRow[] {
  const lines = rows.map(read);
  const fewest = Math.min(DRAFT_SETTINGS.fewestRows.value, lines[0]?.length ?? 0);
  const sums = namedSums(
    lines,
    rows.map(({ label }) => label),
    fewest,
  );
  const grand = new Set(
    sums
      .filter(({ parts }) => new Set(parts.map((part) => rows[part]?.heading)).size > 1)
      .map(({ total }) => total),
  );
  return rows.map((row, index) => (grand.has(index) ? { ...row, heading: undefined } : row));
}

/** Whether labels are printed again under another heading, so that the heading is a key too. */
function areRepeated(rows: readonly DraftRow[], further: readonly DraftColumn[]): boolean {
  if (!rows.some(({ heading }) => heading !== undefined)) return false;
  const names = rows.map(({ label, keys }) =>
    JSON.stringify([label, ...further.map(({ code }) => keys[code])]),
  );
  return new Set(names).size < names.length;
}

function keyOf(name: string, printed: readonly string[]): DraftKey {
  const labels = [...new Set(printed)];
  const codes = codesOf(
    labels.map((label) => label || NO_HEADING),
    name,
  );
  return { name, labels: new Map(labels.map((label, index) => [codes[index] ?? '', label])) };
}

function codeFor({ labels }: DraftKey, printed: string): string {
  for (const [code, label] of labels) if (label === printed) return code;
  return '';
}
