import { type Binder, binderOf, type Codes, freeCodes, type Vocabulary, wantedCode } from './binding.ts';
import { type Expression, LanguageFault, readStatement, type Statement, type Term } from './language.ts';

/** The closed list of the column `check_result.kind`. */
export const CHECK_KINDS = [
  'sum',
  'total',
  'equality',
  'growth',
  'conversion',
  'share',
  'difference',
  'bound',
  'text',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** The closed list of the column `erratum.kind`. */
export const ERRATUM_KINDS = [
  'arithmetic',
  'unit',
  'header',
  'footnote',
  'period',
  'wording',
  'fact',
] as const;
export type ErratumKind = (typeof ERRATUM_KINDS)[number];

/** An identity as a layout file declares it. */
export interface IdentityLayout {
  readonly id: string;
  readonly kind: CheckKind;
  /** The statement, in the identity language. */
  readonly says: string;
  /** Why it holds by definition, in plain English. */
  readonly because: string;
  /** What kind of error it shows when it is broken; `arithmetic` unless another is named. */
  readonly erratum?: ErratumKind;
}

/** An expression whose terms are bound to slots. */
export type BoundExpression =
  | { readonly kind: 'slot'; readonly slot: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'sum' | 'greatest' | 'least'; readonly slots: readonly number[] }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    };

/** One identity for one choice of its free keys, such as one region in one year. */
export interface Instance {
  readonly checkId: string;
  readonly identity: IdentityLayout;
  readonly codes: Readonly<Record<string, string>>;
  readonly relation: Statement['relation'];
  readonly left: BoundExpression;
  readonly right: BoundExpression;
  /** The other bound of `between`. */
  readonly high: BoundExpression | undefined;
  /** Every slot that takes part, ascending. */
  readonly slots: readonly number[];
}

/**
 * Makes an instance of an identity for every choice of its free keys for which all its values are printed.
 * Throws a `LanguageFault` when a statement names what no table has, or when it has no instance at all.
 */
export function instancesOf(identity: IdentityLayout, vocabulary: Vocabulary): readonly Instance[] {
  const statement = readStatement(identity.says);
  const binder = binderOf(vocabulary);
  const first = binder.bind(firstTerm(statement.left));
  const grouped =
    statement.left.kind === 'sum' || statement.left.kind === 'greatest' || statement.left.kind === 'least';
  const choices = new Map<string, Codes>();
  for (const slot of first.byCodes.values()) {
    const codes = freeCodes(slot, first, grouped);
    if (codes !== undefined) choices.set(JSON.stringify(codes), codes);
  }
  const instances = [...choices.values()].flatMap((codes) => instanceFor(identity, statement, codes, binder));
  if (instances.length === 0)
    throw new LanguageFault('a statement about printed values', `none for "${identity.says}"`);
  return instances;
}

function instanceFor(
  identity: IdentityLayout,
  statement: Statement,
  codes: Codes,
  binder: Binder,
): Instance[] {
  const left = resolve(statement.left, codes, binder);
  const right = resolve(statement.relation === 'between' ? statement.low : statement.right, codes, binder);
  const high = statement.relation === 'between' ? resolve(statement.high, codes, binder) : undefined;
  if (left === undefined || right === undefined || (statement.relation === 'between' && high === undefined))
    return [];
  const slots = [...new Set([...slotsOf(left), ...slotsOf(right), ...(high ? slotsOf(high) : [])])].sort(
    (a, b) => a - b,
  );
  const suffix = Object.values(codes).join('.');
  const checkId = suffix === '' ? identity.id : `${identity.id}:${suffix}`;
  return [{ checkId, identity, codes, relation: statement.relation, left, right, high, slots }];
}

function firstTerm(expression: Expression): Term {
  if (expression.kind === 'term') return expression;
  if (expression.kind === 'number')
    throw new LanguageFault('a printed value on the left', String(expression.value));
  return expression.kind === 'binary' ? firstTerm(expression.left) : expression.term;
}

function resolve(expression: Expression, codes: Codes, binder: Binder): BoundExpression | undefined {
  if (expression.kind === 'number') return expression;
  if (expression.kind === 'binary') {
    const left = resolve(expression.left, codes, binder);
    const right = resolve(expression.right, codes, binder);
    return left && right && { ...expression, left, right };
  }
  if (expression.kind === 'term') {
    const bound = binder.bind(expression);
    const wanted = bound.keys.map((key) => wantedCode(key, bound, codes));
    const slot = bound.byCodes.get(wanted.join('\u0000'));
    return slot && { kind: 'slot', slot: slot.index };
  }
  const bound = binder.bind(expression.term);
  const groups = binder.groups(expression.term);
  const wanted = groups.joined.map((key) => wantedCode(key, bound, codes));
  const slots = groups.slots.get(wanted.join('\u0000')) ?? [];
  return slots.length === 0 ? undefined : { kind: expression.kind, slots: slots.map(({ index }) => index) };
}

function slotsOf(expression: BoundExpression): readonly number[] {
  if (expression.kind === 'slot') return [expression.slot];
  if (expression.kind === 'number') return [];
  if (expression.kind === 'binary') return [...slotsOf(expression.left), ...slotsOf(expression.right)];
  return expression.slots;
}
