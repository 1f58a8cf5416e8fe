import { nearest } from '../../page/nearest.ts';
import { fillIn, LayoutFault } from '../dimension.ts';
import type { KeyLayout, RowLayout, TableLayout } from './declared.ts';
import { type Declared, membersOf } from './members.ts';
import type { Printed } from './table-plan.ts';

/** A row with its codes and what is printed for each of its keys, the outer first; or a heading. */
export type SpeltStep =
  | { readonly kind: 'heading'; readonly texts: readonly string[] }
  | {
      readonly kind: 'row';
      readonly codes: Readonly<Record<string, string>>;
      readonly labels: readonly (Printed & { readonly key: string })[];
      readonly isOptional: boolean;
      readonly unit: string | undefined;
      readonly decimals: readonly number[] | undefined;
    };

type SpeltRow = Extract<SpeltStep, { kind: 'row' }>;

/** The rows of a table with their keys. */
interface SpeltRows {
  readonly keys: readonly string[];
  readonly members: ReadonlyMap<string, readonly Printed[]>;
  readonly steps: readonly SpeltStep[];
}

/** Spells out the rows: those of every choice of their keys, or those that are listed by hand. */
export function speltRows(rows: TableLayout['rows'], declared: Declared): SpeltRows {
  return 'length' in rows ? listedRows(rows, declared) : crossedRows(rows, declared);
}

const NO_ROW: SpeltRow = {
  kind: 'row',
  codes: {},
  labels: [],
  isOptional: false,
  unit: undefined,
  decimals: undefined,
};

/** Every choice of the keys, the first changing last. */
function crossedRows(rows: ReadonlyMap<string, KeyLayout>, declared: Declared): SpeltRows {
  const members = new Map([...rows].map(([key, layout]) => [key, membersOf(key, layout, declared)]));
  let steps: readonly SpeltRow[] = [NO_ROW];
  for (const [key, layout] of rows) {
    const isWithin = [...members].some(
      ([other, own]) =>
        other !== key && own.some(({ texts }) => texts.some((text) => text.includes(`{${key}}`))),
    );
    steps = steps.flatMap((step) =>
      (members.get(key) ?? []).map(({ code, texts }): SpeltRow => {
        const filled = texts.map((text) => fillIn(text, labelTexts(step)));
        return {
          kind: 'row',
          codes: { ...step.codes, [key]: code },
          labels: [
            ...step.labels,
            { key, code, texts: isWithin ? [] : filled, ...(isWithin && { within: filled[0] ?? '' }) },
          ],
          isOptional: step.isOptional || layout.printed === 'some',
          unit: layout.units?.[code] ?? step.unit,
          decimals: layout.decimals?.[code] ?? step.decimals,
        };
      }),
    );
  }
  return { keys: [...rows.keys()], members, steps };
}

function labelTexts({ labels }: SpeltRow): Readonly<Record<string, string>> {
  return Object.fromEntries(
    labels.map((label): [string, string] => [
      label.key,
      ('within' in label ? String(label.within) : undefined) ?? label.texts[0] ?? label.code,
    ]),
  );
}

/** The names in a row that are no keys. */
const NO_KEYS: ReadonlySet<string> = new Set(['label', 'heading', 'unit']);

function listedRows(rows: readonly RowLayout[], declared: Declared): SpeltRows {
  const members = new Map<string, Map<string, Printed>>();
  const steps: SpeltStep[] = [];
  let above: Readonly<Record<string, string>> = {};
  for (const row of rows) {
    const crossing = crossingIn(row);
    if (crossing !== undefined) {
      const fixed = codesIn(row);
      const crossed = crossedRows(crossing, declared);
      steps.push(
        ...crossed.steps.map((step): SpeltStep => (step.kind === 'heading' ? step : withCodes(step, fixed))),
      );
      above = {};
      for (const [key, code] of Object.entries(fixed)) remember(members, key, { code, texts: [] });
      for (const [key, own] of crossed.members) for (const member of own) remember(members, key, member);
      continue;
    }
    const [heading, label, unit] = [row.get('heading'), row.get('label'), row.get('unit')];
    const codes = codesIn(row);
    if (typeof heading === 'string') {
      steps.push({ kind: 'heading', texts: [heading] });
      above = codes;
      for (const [key, code] of Object.entries(codes)) remember(members, key, { code, texts: [heading] });
      continue;
    }
    if (label === undefined)
      throw new LayoutFault(
        'a label or a heading in each row',
        `neither in a row of ${JSON.stringify(codes)}`,
        Object.keys(codes).flatMap((key) =>
          nearest(key, ['label', 'heading']) === undefined
            ? []
            : [`did you mean "${nearest(key, ['label', 'heading'])}"?`],
        )[0],
      );
    const own = Object.keys(codes);
    const last = own.at(-1);
    if (last === undefined)
      throw new LayoutFault('a key with the code of each row, such as region: north', `"${label}" alone`);
    const texts = typeof label === 'string' ? [label] : isTexts(label) ? label : [];
    if (texts.length > own.length)
      throw new LayoutFault(`a key for each label of a row`, `"${texts.join('", "')}"`);
    const from = typeof label === 'string' ? own.length - 1 : 0;
    const labels = own.map((key, at) => {
      const printed = texts[at - from];
      return { key, code: codes[key] ?? '', texts: at < from || printed === undefined ? [] : [printed] };
    });
    for (const each of labels) remember(members, each.key, each);
    const outer = Object.keys(above).filter((key) => codes[key] === undefined);
    steps.push({
      kind: 'row',
      codes: { ...above, ...codes },
      labels: [...outer.map((key) => ({ key, code: above[key] ?? '', texts: [] })), ...labels],
      isOptional: false,
      unit: typeof unit === 'string' ? unit : undefined,
      decimals: undefined,
    });
  }
  return {
    keys: [...members.keys()],
    members: new Map([...members].map(([key, own]) => [key, [...own.values()]])),
    steps,
  };
}

/** A row that says how codes are listed stands for all rows that these make. */
function crossingIn(row: RowLayout): ReadonlyMap<string, KeyLayout> | undefined {
  const keys = [...row].flatMap(([key, value]): [string, KeyLayout][] =>
    typeof value === 'string' || isTexts(value) ? [] : [[key, value]],
  );
  if (keys.length === 0) return undefined;
  const label = ['label', 'heading'].find((name) => row.has(name));
  if (label !== undefined)
    throw new LayoutFault(
      `a code for each key of a row with a ${label}`,
      `a list of codes for "${keys[0]?.[0] ?? ''}"`,
    );
  return new Map(keys);
}

/** Codes that stand in a row of the list as they are: nothing is printed for them. */
function codesIn(row: RowLayout): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...row].flatMap(([key, code]): [string, string][] =>
      NO_KEYS.has(key) || typeof code !== 'string' ? [] : [[key, code]],
    ),
  );
}

function withCodes(row: SpeltRow, codes: Readonly<Record<string, string>>): SpeltRow {
  const labels = Object.entries(codes).map(([key, code]) => ({ key, code, texts: [] }));
  return { ...row, codes: { ...codes, ...row.codes }, labels: [...labels, ...row.labels] };
}

function isTexts(value: string | readonly string[] | KeyLayout | undefined): value is readonly string[] {
  return Array.isArray(value);
}

function remember(members: Map<string, Map<string, Printed>>, key: string, { code, texts }: Printed): void {
  const own = members.get(key) ?? new Map<string, Printed>();
  members.set(key, own);
  if ((own.get(code)?.texts.length ?? 0) === 0) own.set(code, { code, texts });
}
