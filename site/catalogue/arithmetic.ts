import { vocabularyOf } from '../../pipeline/identities/binding.ts';
import {
  type BoundExpression,
  CHECK_KINDS,
  type CheckKind,
  type Instance,
  instancesOf,
} from '../../pipeline/identities/instance.ts';
import type { Slot } from '../../pipeline/template/plan.ts';
import type { Dataset } from './dataset.ts';
import type { Row } from './package.ts';

/** A printed value that takes part in an identity. */
export interface Term {
  readonly cellId: string;
  /** Empty where the report prints that there is nothing, which counts as nought. */
  readonly value: string;
  readonly column: string;
}

/** One side of an identity, its values in their places. */
export type Side =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'sum' | 'greatest' | 'least'; readonly terms: readonly Term[] }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Side;
      readonly right: Side;
    };

/** An identity over printed values, evaluated. */
export interface Check {
  readonly id: string;
  readonly kind: CheckKind;
  /** Why it must hold, in English. */
  readonly because: string;
  readonly relation: Instance['relation'];
  readonly left: Side;
  readonly right: Side;
  readonly high: Side | undefined;
  readonly leftValue: string;
  readonly rightValue: string;
  readonly difference: string;
  readonly tolerance: string;
  readonly verdict: string;
  /** The cells of its values, each once. */
  readonly cells: readonly string[];
}

type PublishedSlot = Slot & { readonly value: string };

/**
 * Every row of `check_result` with its arithmetic: its formula is read again and its names are bound to the published
 * values. Throws when formula and codes do not say what was evaluated.
 */
export function checksOf(rows: readonly Row[], datasets: readonly Dataset[]): readonly Check[] {
  const slots = datasets.flatMap(slotsOf).map((slot, index): PublishedSlot => ({ ...slot, index }));
  const vocabulary = vocabularyOf(slots, bareCodes(datasets));
  const instances = new Map<string, readonly Instance[]>();
  return rows.map((row) => {
    const [says, because, codes] = [row.formula ?? '', row.description ?? '', codesIn(row.codes ?? '')];
    const kind = CHECK_KINDS.find((each) => each === row.kind) ?? 'equality';
    const found = instances.get(says) ?? instancesOf({ id: '', kind, says, because }, vocabulary);
    instances.set(says, found);
    const instance = found.find((each) => isSame(each.codes, codes));
    if (instance === undefined)
      throw new Error(`arithmetic: no instance of "${says}" for ${JSON.stringify(codes)}`);
    const bind = (side: BoundExpression): Side => bound(side, slots);
    const [left, right, high] = [
      bind(instance.left),
      bind(instance.right),
      instance.high && bind(instance.high),
    ];
    const sides = high === undefined ? [left, right] : [left, right, high];
    return {
      id: row.check_id ?? '',
      kind,
      because,
      relation: instance.relation,
      left,
      right,
      high,
      leftValue: row.left_value ?? '',
      rightValue: row.right_value ?? '',
      difference: row.difference ?? '',
      tolerance: row.tolerance ?? '',
      verdict: row.verdict ?? '',
      cells: [...new Set(sides.flatMap(termsOf).map(({ cellId }) => cellId))],
    };
  });
}

/** The codes that a check was evaluated for: `region=KZ year=2010`. */
function codesIn(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(' ').filter((pair) => pair !== '');
  return Object.fromEntries(pairs.map((pair) => pair.split('=').slice(0, 2)));
}

/** The number that a side comes to, as exactly as a float tells. */
export function evaluated(side: Side): number {
  if (side.kind === 'number') return side.value;
  if (side.kind === 'term') return Number(side.term.value);
  if (side.kind === 'binary') {
    const [left, right] = [evaluated(side.left), evaluated(side.right)];
    return { '+': left + right, '-': left - right, '*': left * right, '/': left / right }[side.operator];
  }
  const values = side.terms.map(({ value }) => Number(value));
  if (side.kind === 'sum') return values.reduce((sum, value) => sum + value, 0);
  return side.kind === 'greatest' ? Math.max(...values) : Math.min(...values);
}

/** The bounds of `between`, the lesser first, whichever the identity names first. */
export function boundsOf({ right, high = right }: Check): readonly [low: Side, high: Side] {
  return evaluated(right) <= evaluated(high) ? [right, high] : [high, right];
}

/** The terms of a side, in the order in which they are written. */
export function termsOf(side: Side): readonly Term[] {
  if (side.kind === 'term') return [side.term];
  if (side.kind === 'number') return [];
  return side.kind === 'binary' ? [...termsOf(side.left), ...termsOf(side.right)] : side.terms;
}

function slotsOf({ table, measures }: Dataset): readonly PublishedSlot[] {
  return table.rows.flatMap((row) =>
    measures.flatMap(({ field }) => {
      const value = row[field.name] ?? '';
      const codes = Object.fromEntries(table.primaryKey.map((key) => [key, row[key] ?? '']));
      const cellId = row.cell_id ?? '';
      const rest = { unit: field.unit ?? null, counted: false, paragraph: null };
      return [{ index: 0, table: table.name, column: field.name, codes, cellId, value, ...rest }];
    }),
  );
}

/** Codes that belong to one key of one dataset, which a statement may name without their table. */
function bareCodes(datasets: readonly Dataset[]): ReadonlyMap<string, { table: string; key: string }> {
  const owners = new Map<string, { table: string; key: string }[]>();
  for (const { table, dimensions } of datasets.filter(({ isYearly }) => isYearly))
    for (const { name, codes } of dimensions)
      for (const { code } of codes)
        owners.set(code, [...(owners.get(code) ?? []), { table: table.name, key: name }]);
  const single = [...owners].flatMap(
    ([code, [owner, ...more]]): [string, { table: string; key: string }][] =>
      owner === undefined || more.length > 0 ? [] : [[code, owner]],
  );
  return new Map(single);
}

function bound(side: BoundExpression, slots: readonly PublishedSlot[]): Side {
  if (side.kind === 'number') return side;
  if (side.kind === 'slot') return { kind: 'term', term: termAt(side.slot, slots) };
  if (side.kind === 'binary')
    return { ...side, left: bound(side.left, slots), right: bound(side.right, slots) };
  return { kind: side.kind, terms: side.slots.map((slot) => termAt(slot, slots)) };
}

function termAt(index: number, slots: readonly PublishedSlot[]): Term {
  const slot = slots[index];
  if (slot === undefined) throw new Error(`arithmetic: no slot ${index}`);
  return { cellId: slot.cellId, value: slot.value, column: slot.column };
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
