import { codesOf } from './codes.ts';
import { type ColumnRole, rolesOf } from './roles.ts';
import { EMPTY_CELL, joinedLines, type SeenCell } from './seen-cells.ts';
import type { SeenRow, SeenTable } from './seen-tables.ts';
import { DRAFT_SETTINGS } from './settings.ts';
import { formFor, signsOf } from './several-numbers.ts';

export interface DraftColumn {
  readonly role: ColumnRole;
  /** The cells of the boxhead over it, from the top. */
  readonly head: readonly string[];
  readonly code: string;
  /** Of cells with several values: how these are printed, each in curly brackets. */
  readonly form?: string;
}

/** A row of a draft. Its label is found, its place among the others told. */
export interface DraftRow {
  readonly kind: 'row' | 'heading';
  readonly label: string;
  readonly marks: readonly string[];
  /** What its further key columns print, by the column's code. */
  readonly keys: Readonly<Record<string, string>>;
  /** Whether the label stands on an earlier row, printed once for several. */
  readonly isCarried: boolean;
  /** The heading above, if there is one. */
  readonly heading: string | undefined;
  readonly printed: SeenRow;
}

/** A table with the roles of its columns and rows. */
export interface Stub {
  readonly columns: readonly DraftColumn[];
  readonly rows: readonly DraftRow[];
  /** Whether labels that were parted over the rows they are printed for were put together. */
  readonly areLabelsJoined: boolean;
}

/** Whether a column holds values, one in a cell or several. */
export function isOfValues(role: ColumnRole): boolean {
  return role === 'value' || role === 'parts';
}

/** Tells the columns of labels and keys from those of values, and gives each row its label. */
export function stubOf({ heads, rows }: Pick<SeenTable, 'heads' | 'rows'>): Stub {
  const roles = rolesOf(heads.length, rows);
  const texts = heads.map(
    (head, column) => (head.length === 0 ? '' : withoutRepeats(head).join(' ')) || `${roles[column]}`,
  );
  const codes = codesOf(texts, 'column');
  const columns = heads.map((head, column): DraftColumn => {
    const role = roles[column] ?? 'value';
    const code = codes[column] ?? '';
    const signs = role === 'parts' ? signsOf(rows.map(({ cells }) => cells[column]?.text ?? '')) : undefined;
    return {
      role,
      head: withoutRepeats(head),
      code,
      ...(signs !== undefined && { form: formFor(code, signs) }),
    };
  });
  const labels = labelled(columns, partedHeadings(columns, rows));
  const period = periodOf(labels);
  return period === undefined
    ? { columns, rows: labels, areLabelsJoined: false }
    : { columns, ...joinedLabels(labels, period) };
}

function withoutRepeats(head: readonly string[]): readonly string[] {
  return head.filter((text, index) => text !== '' && text !== head[index - 1]);
}

/**
 * A heading that stands in the cell of the row below it is a row of its own: its line ends with a colon, or it is like
 * a heading that stands by itself, their numbers aside (`District 3` / `Hill` beside a heading `District 2`).
 */
function partedHeadings(columns: readonly DraftColumn[], rows: readonly SeenRow[]): readonly SeenRow[] {
  const at = columns.findIndex(({ role }) => role === 'label');
  const isFilled = ({ cells }: SeenRow): boolean =>
    cells.some(({ text }, column) => column !== at && text !== '');
  const form = (text: string): string => text.replace(/\p{Nd}+/gu, '#');
  const headings = new Set(
    rows.filter((row) => !isFilled(row)).map(({ cells }) => form(cells[at]?.text ?? '')),
  );
  return rows.flatMap((row) => {
    const label = row.cells[at];
    if (label === undefined || label.lines.length < 2 || !isFilled(row)) return [row];
    const end = label.lines.findIndex(
      (line, index) =>
        index < label.lines.length - 1 &&
        (/\p{L}:$/u.test(line) || headings.has(form(joinedLines(label.lines.slice(0, index + 1))))),
    );
    if (end < 0) return [row];
    const part = (lines: readonly string[]): SeenCell => ({ text: joinedLines(lines), lines, marks: [] });
    const heading = row.cells.map((_, column) =>
      column === at ? part(label.lines.slice(0, end + 1)) : EMPTY_CELL,
    );
    const rest = { ...part(label.lines.slice(end + 1)), marks: label.marks };
    return [
      { page: row.page, cells: heading },
      { page: row.page, cells: row.cells.map((cell, column) => (column === at ? rest : cell)) },
    ];
  });
}

function labelled(columns: readonly DraftColumn[], rows: readonly SeenRow[]): readonly DraftRow[] {
  const at = columns.findIndex(({ role }) => role === 'label');
  const keyed = columns.flatMap((column, index) => (column.role === 'key' ? [{ ...column, index }] : []));
  let heading: string | undefined;
  let carried = '';
  const above = new Map<number, string>();
  // What stands in a key column once for several rows: it goes over them, or stands before the labels.
  const keyAt = (printed: SeenRow, index: number): string => {
    const { text = '', covered } = printed.cells[index] ?? {};
    if (text === '' && (covered === 'above' || index < at)) return above.get(index) ?? '';
    above.set(index, text);
    return text;
  };
  return rows.flatMap((printed): DraftRow[] => {
    const { text = '', marks = [] } = printed.cells[at] ?? {};
    const isEmpty = keyed.every(({ index }) => (printed.cells[index]?.text ?? '') === '');
    const isValued = columns.some(({ role }, index) => isOfValues(role) && printed.cells[index]?.text !== '');
    if (!isValued && isEmpty) {
      if (text === '') return [];
      heading = text;
      return [
        { kind: 'heading', label: text, marks, keys: {}, isCarried: false, heading: undefined, printed },
      ];
    }
    const keys = Object.fromEntries(keyed.map(({ code, index }) => [code, keyAt(printed, index)]));
    const isCarried = text === '' && keyed.some(({ index }) => index > at);
    if (text !== '') carried = text;
    return [{ kind: 'row', label: isCarried ? carried : text, marks, keys, isCarried, heading, printed }];
  });
}

/** After how many rows the keys begin anew, where labels are printed once for several rows. */
function periodOf(rows: readonly DraftRow[]): number | undefined {
  const keys = rows.filter(({ kind }) => kind === 'row').map((row) => JSON.stringify(row.keys));
  if (!rows.some(({ isCarried }) => isCarried)) return undefined;
  const period = keys.indexOf(keys[0] ?? '', 1);
  if (period < 2) return undefined;
  const full = keys.filter((key, index) => key === keys[index % period]).length;
  return full >= DRAFT_SETTINGS.heldShare.value * keys.length ? period : undefined;
}

/** A label that is parted over the rows it is printed for is one: `Santa` / `Cruz`. */
function joinedLabels(rows: readonly DraftRow[], period: number): Pick<Stub, 'rows' | 'areLabelsJoined'> {
  const [first] = rows;
  const begin = JSON.stringify(first?.keys);
  let areLabelsJoined = false;
  const groups: DraftRow[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group === undefined || JSON.stringify(row.keys) === begin || group.length >= period)
      groups.push([row]);
    else group.push(row);
  }
  const joined = groups.flatMap((group) => {
    const own = group.filter(({ isCarried }) => !isCarried);
    if (own.length < 2 || own.length === group.length || own.some(({ kind }) => kind === 'heading'))
      return group;
    areLabelsJoined = true;
    const label = own.map((row) => row.label).join(' ');
    return group.map((row, index) => ({ ...row, label, isCarried: index > 0 }));
  });
  return { rows: joined, areLabelsJoined };
}
