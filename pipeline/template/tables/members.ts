import { meantBy } from '../../page/nearest.ts';
import type { Codelist } from '../codelist.ts';
import { codesOfRange, fillIn, LayoutFault, listNamed } from '../dimension.ts';
import type { KeyLayout, PrintedText, TableLayout } from './declared.ts';
import type { Printed } from './table-plan.ts';

/** What the keys of a document are spelt out with. */
export interface Declared {
  readonly codelists: ReadonlyMap<string, Codelist>;
  /** The other files under `tables/`, by their names. */
  readonly layouts: ReadonlyMap<string, TableLayout>;
}

/** The texts that may be printed: one, or one in each language. */
export function textsOf(text: PrintedText | undefined): readonly string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** A code made of a printed text: small letters and digits, everything else an underscore: `Black Hawk`, `black_hawk`. */
function codeOf(label: string): string {
  const code = label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
  return code === '' ? label.trim() : code;
}

/** The codes of a key in printed order. */
export function membersOf(
  key: string,
  layout: KeyLayout,
  declared: Declared,
  seen: readonly string[] = [],
): readonly Printed[] {
  const ways = (['labels', 'range', 'codelist', 'from'] as const).filter((way) => layout[way] !== undefined);
  if (ways.length !== 1) {
    const found = ways.length === 0 ? 'none of them' : ways.join(' and ');
    throw new LayoutFault(`labels, range, codelist or from for "${key}"`, found);
  }
  const members = layout.labels !== undefined ? labelled(layout.labels) : listed(key, layout, declared, seen);
  const twice = members.find(({ code }, at) => members.findIndex((each) => each.code === code) < at);
  if (twice !== undefined)
    throw new LayoutFault(`each code of ${key} once`, `"${twice.texts[0] ?? twice.code}" twice`);
  return members;
}

function labelled(labels: NonNullable<KeyLayout['labels']>): readonly Printed[] {
  if ('length' in labels) return labels.map((label) => ({ code: codeOf(label), texts: [label] }));
  return [...labels].map(([code, text]) => ({ code, texts: textsOf(text) }));
}

function listed(
  key: string,
  layout: KeyLayout,
  declared: Declared,
  seen: readonly string[],
): readonly Printed[] {
  const { range, codelist, from } = layout;
  if (range !== undefined)
    return codesOfRange(key, range).map((code) => ({
      code,
      texts: [fillIn(layout.label ?? `{${key}}`, { [key]: code })],
    }));
  if (codelist !== undefined) return ofCodelist(codelist, layout.label, declared);
  const other = declared.layouts.get(from ?? '');
  const found = other && keyLayoutIn(other, key);
  if (from === undefined || found === undefined || seen.includes(from))
    throw new LayoutFault(
      `a file of tables/ whose rows or columns have the key "${key}"`,
      `"${from ?? ''}"`,
      other === undefined ? meantBy(from ?? '', [...declared.layouts.keys()]) : undefined,
    );
  return membersOf(key, found, declared, [...seen, from]);
}

/** Where a layout lists the codes of a key. */
function keyLayoutIn({ rows, columns }: TableLayout, key: string): KeyLayout | undefined {
  const parts: readonly unknown[] = [rows, columns].flatMap((part): unknown[] =>
    Array.isArray(part) ? part : [part],
  );
  for (const part of parts) {
    const found: unknown = part instanceof Map ? part.get(key) : undefined;
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found;
  }
  return undefined;
}

function ofCodelist(name: string, label: string | undefined, { codelists }: Declared): readonly Printed[] {
  const list = listNamed(name, codelists);
  const column =
    label ?? list.columns.find((each) => /^(label|name)(_|$)/.test(each)) ?? list.columns[1] ?? list.key;
  if (!list.columns.includes(column))
    throw new LayoutFault(`a column of code list ${list.name}`, `"${column}"`);
  return list.entries.map(({ code, fields }) => ({ code, texts: [fields[column] ?? ''] }));
}
