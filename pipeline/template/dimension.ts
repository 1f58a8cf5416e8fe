import { inkOf } from '../locale/look-alikes.ts';
import { fault } from '../page/finding.ts';
import { meantBy } from '../page/nearest.ts';
import type { Codelist, Entry } from './codelist.ts';
import type { DimensionLayout } from './layout.ts';
import { lineNaming, type SourceFile } from './yaml-file.ts';

/** A code of a dimension with what is printed for it. */
export interface Member {
  readonly code: string;
  readonly label: string;
  /** The code list's entry, where the code comes from one. */
  readonly entry: Entry | undefined;
  /** Texts printed above this member because a heading column changed its value. */
  readonly headings: readonly string[];
}

/** A fault of a layout, told without its place; the caller knows the file. */
export class LayoutFault extends Error {
  readonly expected: string;
  readonly found: string;
  /** What would mend it, where that is known. */
  readonly action: string | undefined;

  constructor(expected: string, found: string, action?: string) {
    super(`expected ${expected}, found ${found}`);
    this.expected = expected;
    this.found = found;
    this.action = action;
  }
}

/** Names the file, and the line that holds the word at fault, in a fault of what it declares. */
export function located<T>({ path, text }: SourceFile, plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof LayoutFault)) throw error;
    const { expected, found, action } = error;
    const place = { file: path, line: lineNaming(text, found, expected) };
    throw fault({ kind: 'layout', place, expected, found, ...(action !== undefined && { action }) });
  }
}

/** A text that is to be found in print; one of blanks would be found everywhere, and no reading would end. */
export function printedText(text: string, what: string): string {
  if (inkOf(text) !== '') return text;
  throw new LayoutFault(`a printed text for ${what}`, text === '' ? 'none' : `"${text}", which is blank`);
}

/** A range is spelt out, so a zero too many would take all memory. */
const MOST_MEMBERS = 1000;

/** Puts codes into a text: `{year} жыл` with year 2010 is `2010 жыл`. */
export function fillIn(template: string, codes: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => codes[name] ?? whole);
}

/** The codes of a dimension in printed order. */
export function membersOf(
  key: string,
  layout: DimensionLayout,
  codelists: ReadonlyMap<string, Codelist>,
): readonly Member[] {
  if (layout.codelist !== undefined) return ofCodelist(layout, listNamed(layout.codelist, codelists));
  const member = (code: string, label: string): Member => ({ code, label, entry: undefined, headings: [] });
  if (layout.range !== undefined)
    return codesOfRange(key, layout.range).map((code) =>
      member(code, fillIn(layout.label ?? `{${key}}`, { [key]: code })),
    );
  if (layout.labels === undefined)
    throw new LayoutFault(`range, codelist or labels for ${key}`, 'none of them');
  return [...layout.labels].map(([code, label]) => member(code, label));
}

/** The codes of a range, spelt out: `[2010, 2012]` is 2010, 2011, 2012. */
export function codesOfRange(key: string, [first, last]: readonly [number, number]): readonly string[] {
  const found = `"${first}, ${last}"`;
  if (last < first) throw new LayoutFault(`a range of ${key} that ascends`, `${found}, ${first} to ${last}`);
  if (last - first >= MOST_MEMBERS)
    throw new LayoutFault(`a range of ${key} of at most ${MOST_MEMBERS} codes`, found);
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

export function listNamed(name: string, codelists: ReadonlyMap<string, Codelist>): Codelist {
  const list = codelists.get(name);
  if (list === undefined)
    throw new LayoutFault('a CSV under codelists/', `"${name}"`, meantBy(name, [...codelists.keys()]));
  return list;
}

function ofCodelist(layout: DimensionLayout, list: Codelist): readonly Member[] {
  const column = layout.label ?? 'name_kk';
  const unknown = [
    column,
    layout.marks,
    layout.unit,
    ...(layout.headings ?? []).map((each) => each.column),
  ].find((each) => each !== undefined && !list.columns.includes(each));
  if (unknown !== undefined) throw new LayoutFault(`a column of code list ${list.name}`, `"${unknown}"`);
  const extra = [...(layout.labels?.keys() ?? [])].find(
    (code) => !list.entries.some((entry) => entry.code === code),
  );
  if (extra !== undefined) throw new LayoutFault(`a code of code list ${list.name}`, `"${extra}"`);
  const seen = new Map<string, string>();
  return inOrder(layout, list).map((entry) => {
    const headings = (layout.headings ?? []).flatMap(({ column: name, labels }) => {
      const value = entry.fields[name] ?? '';
      const changed = value !== '' && value !== seen.get(name);
      seen.set(name, value);
      return changed ? [labels?.[value] ?? value] : [];
    });
    const label = layout.labels?.get(entry.code) ?? entry.fields[column] ?? '';
    return { code: entry.code, label, entry, headings };
  });
}

function inOrder(layout: DimensionLayout, list: Codelist): readonly Entry[] {
  const [group] = Object.entries(layout.order ?? {});
  if (group === undefined) return list.entries;
  const [column, values] = group;
  const members = values.flatMap((value) => list.entries.filter((entry) => entry.fields[column] === value));
  if (members.length === 0) throw new LayoutFault(`codes whose ${column} is ${values.join(', ')}`, 'none');
  return members;
}
