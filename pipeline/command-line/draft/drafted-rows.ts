import { codeOf } from './codes.ts';
import type { DraftKey, KeyedTable } from './keyed-table.ts';

/** Labels with their codes; the labels alone where the codes are what the labels give. */
export function labelsOf({ labels }: DraftKey): object {
  const entries = [...labels];
  const arePlain = entries.every(
    ([code, label]) => code === codeOf(label) && /^[\p{L}\p{Nd}]/u.test(label) && isOwnCode(label, code),
  );
  return arePlain ? entries.map(([, label]) => label) : Object.fromEntries(entries);
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
function crossedKeys({ rowKeys, lines, rows }: KeyedTable): readonly DraftKey[] | undefined {
  if (lines.some(({ kind }) => kind === 'heading')) return undefined;
  const label = rowKeys.at(-1);
  if (label === undefined) return undefined;
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

function listedRows({ lines, rows, rowKeys }: KeyedTable): readonly object[] {
  const [first] = rowKeys;
  const isUnder =
    rowKeys.length > 1 &&
    rows.some(
      (row) => row.heading !== undefined && first?.labels.get(row.codes[first.name] ?? '') === row.heading,
    );
  let at = 0;
  return lines.map((line) => {
    if (line.kind === 'heading') {
      const code = isUnder
        ? [...(first?.labels ?? [])].find(([, label]) => label === line.label)?.[0]
        : undefined;
      return {
        heading: line.label,
        ...(code !== undefined && first !== undefined && { [first.name]: code }),
      };
    }
    const row = rows[at];
    at += 1;
    const isBelow = isUnder && row?.heading !== undefined;
    const codes = Object.entries(row?.codes ?? {}).filter(([key]) => !(isBelow && key === first?.name));
    const printed = Object.values(line.keys);
    // Outer keys first, as they are printed: the label, then what stands in the further columns of keys.
    const own = codes.filter(([key]) => key === rowKeys.at(-1)?.name);
    const further = codes.filter(([key]) => key !== rowKeys.at(-1)?.name);
    const label = printed.length === 0 ? line.label : [line.label, ...printed];
    return {
      label,
      ...Object.fromEntries(printed.length === 0 ? [...further, ...own] : [...own, ...further]),
    };
  });
}
