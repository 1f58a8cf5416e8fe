import { codeOf } from './codes.ts';
import type { DraftKey, KeyedTable } from './keyed-table.ts';
import type { DraftRow } from './stub.ts';

/** Labels with their codes; the labels alone where the codes are what the labels give. */
export function labelsOf({ labels }: DraftKey): object {
  const entries = [...labels];
  const arePlain = entries.every(
    ([code, label]) => code === codeOf(label) && /^[\p{L}\p{Nd}]/u.test(label) && isOwnCode(label, code),
  );
  // An object would put codes that are whole numbers before the others.
  return arePlain ? entries.map(([, label]) => label) : new Map(entries);
}

/** Whether a declaration that lists the label alone gets the same code. */
function isOwnCode(label: string, code: string): boolean {
  const own = label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return own === code;
}

/**
 * The rows as they are declared: by their keys, where every choice of these is printed in their order; else one by one,
 * with the headings between them.
 */
export function rowsLayout(table: KeyedTable): object {
  const keys = crossedKeys(table);
  if (keys === undefined) return listedRows(table);
  return Object.fromEntries(keys.map((key) => [key.name, { labels: labelsOf(key) }]));
}

/** The keys in the order in which they change, the last in every row; undefined where the rows are no product of them. */
function crossedKeys(table: KeyedTable): readonly DraftKey[] | undefined {
  const { rowKeys, lines, rows } = table;
  if (lines.filter(({ kind }) => kind === 'heading').length > linesBelow(table).length) return undefined;
  const label = rowKeys.at(-1);
  if (label === undefined || rows.some((row) => !isLabelled(row))) return undefined;
  const others = rowKeys.slice(0, -1);
  return [[label, ...others], rowKeys].find((order) => {
    const product = order.reduce<readonly (readonly string[])[]>(
      (choices, { labels }) =>
        choices.flatMap((choice) => [...labels.keys()].map((code) => [...choice, code])),
      [[]],
    );
    const printed = rows.map(({ codes }) => order.map(({ name }) => codes[name] ?? ''));
    return JSON.stringify(product) === JSON.stringify(printed);
  });
}

/** A row by itself: what is printed in it for each key, from left to right, and its codes in the same order. */
function listedRow(
  { columns, rowKeys }: KeyedTable,
  line: DraftRow,
  codes: readonly (readonly [string, string])[],
): object {
  const keyed = columns.filter(({ role }) => role === 'key');
  const label = columns.findIndex(({ role }) => role === 'label');
  const before = columns.slice(0, label).filter(({ role }) => role === 'key').length;
  const names = rowKeys.slice(rowKeys.length - 1 - keyed.length).map(({ name }) => name);
  const own = { name: names.at(-1) ?? '', text: line.label };
  const others = keyed.map(({ code }, at) => ({ name: names[at] ?? '', text: line.keys[code] ?? '' }));
  const printed = [...others.slice(0, before), own, ...others.slice(before)];
  // What is not printed in this row stands last, without a text.
  const filled = printed.filter(({ text }) => text !== '');
  const ordered = [...filled, ...printed.filter(({ text }) => text === '')].map(({ name }) => name);
  const texts = filled.map(({ text }) => text);
  const places = codes.map(([name]) => ordered.indexOf(name));
  const sorted = codes
    .map((code, at) => ({ code, place: places[at] ?? -1 }))
    .sort((one, other) => one.place - other.place)
    .map(({ code }) => code);
  const isPlain = texts.length === 1 && ordered.length === 1;
  return { label: isPlain ? texts[0] : texts, ...Object.fromEntries(isPlain ? codes : sorted) };
}

/** Whether anything is printed that names a row; one without is declared by a person alone. */
export function isLabelled({ label, keys }: DraftRow): boolean {
  return [label, ...Object.values(keys)].some((text) => text !== '');
}

/** Lines below the last row of values: sources and notes in the frame of the table, over which nothing is headed. */
export function linesBelow({ lines }: Pick<KeyedTable, 'lines'>): readonly DraftRow[] {
  return lines.slice(lines.findLastIndex(({ kind }) => kind === 'row') + 1);
}

function listedRows(table: KeyedTable): readonly object[] {
  const { rows, rowKeys } = table;
  const lines = table.lines.slice(0, table.lines.length - linesBelow(table).length);
  const [first] = rowKeys;
  const isUnder =
    rowKeys.length > 1 &&
    rows.some(
      (row) => row.heading !== undefined && first?.labels.get(row.codes[first.name] ?? '') === row.heading,
    );
  let at = 0;
  return lines.flatMap((line): object[] => {
    if (line.kind === 'heading') {
      const code = isUnder
        ? [...(first?.labels ?? [])].find(([, label]) => label === line.label)?.[0]
        : undefined;
      const codes = code === undefined || first === undefined ? {} : { [first.name]: code };
      return [{ heading: line.label, ...codes }];
    }
    const row = rows[at];
    at += 1;
    const isBelow = isUnder && row?.heading !== undefined;
    const codes = Object.entries(row?.codes ?? {}).filter(([key]) => !(isBelow && key === first?.name));
    return isLabelled(line) ? [listedRow(table, line, codes)] : [];
  });
}
