import type { Slot } from '../document/plan.ts';
import {
  type Expression,
  LanguageFault,
  readStatement,
  type Selector,
  type Statement,
  type Term,
} from './language.ts';

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
export const ERRATUM_KINDS = ['arithmetic', 'unit', 'header', 'footnote', 'period', 'wording'] as const;
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

/** The vocabulary of these slots; `codes` may stand bare. */
export function vocabularyOf(slots: readonly Slot[], codes: Vocabulary['codes'] = new Map()): Vocabulary {
  const tables = new Map<string, Slot[]>();
  for (const slot of slots) {
    const own = tables.get(slot.table);
    if (own === undefined) tables.set(slot.table, [slot]);
    else own.push(slot);
  }
  return { tables, codes };
}

/** What names in statements stand for. */
export interface Vocabulary {
  /** The slots of each table. */
  readonly tables: ReadonlyMap<string, readonly Slot[]>;
  /** The table and key that a bare code belongs to: `gdp_tenge` stands for `indicators[indicator=gdp_tenge]`. */
  readonly codes: ReadonlyMap<string, { readonly table: string; readonly key: string }>;
}

interface Bound {
  readonly term: Term;
  readonly table: string;
  readonly byCodes: ReadonlyMap<string, Slot>;
  readonly keys: readonly string[];
  readonly selectors: ReadonlyMap<string, Selector>;
}

type Codes = Readonly<Record<string, string>>;

/**
 * Makes an instance of an identity for every choice of its free keys for which all its values are printed.
 * Throws a `LanguageFault` when a statement names what no table has, or when it has no instance at all.
 */
export function instancesOf(identity: IdentityLayout, vocabulary: Vocabulary): readonly Instance[] {
  const statement = readStatement(identity.says);
  const bounds = new Map<Term, Bound>();
  const bind = (term: Term): Bound => {
    const bound = bounds.get(term) ?? bindTerm(term, vocabulary);
    bounds.set(term, bound);
    return bound;
  };
  const first = bind(firstTerm(statement.left));
  const grouped =
    statement.left.kind === 'sum' || statement.left.kind === 'greatest' || statement.left.kind === 'least';
  const choices = new Map<string, Codes>();
  for (const slot of first.byCodes.values()) {
    const codes = freeCodes(slot, first, grouped);
    if (codes !== undefined) choices.set(JSON.stringify(codes), codes);
  }
  const instances = [...choices.values()].flatMap((codes) => instanceFor(identity, statement, codes, bind));
  if (instances.length === 0)
    throw new LanguageFault('a statement about printed values', `none for "${identity.says}"`);
  return instances;
}

function instanceFor(
  identity: IdentityLayout,
  statement: Statement,
  codes: Codes,
  bind: (term: Term) => Bound,
): Instance[] {
  const left = resolve(statement.left, codes, bind);
  const right = resolve(statement.relation === 'between' ? statement.low : statement.right, codes, bind);
  const high = statement.relation === 'between' ? resolve(statement.high, codes, bind) : undefined;
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

function bindTerm(term: Term, vocabulary: Vocabulary): Bound {
  const bare = vocabulary.tables.has(term.name) ? undefined : vocabulary.codes.get(term.name);
  const table = bare?.table ?? term.name;
  const own: readonly Selector[] =
    bare === undefined ? [] : [{ key: bare.key, relation: 'is', codes: [term.name] }];
  const byCodes = slotsByCodes(table, term.column, vocabulary.tables.get(table) ?? []);
  const sample = byCodes.values().next().value;
  if (sample === undefined) throw new LanguageFault('a table of printed values or a code', `"${term.name}"`);
  const keys = Object.keys(sample.codes);
  const selectors = new Map([...own, ...term.selectors].map((selector) => [selector.key, selector]));
  const stray = [...selectors.keys()].find((key) => !keys.includes(key));
  if (stray !== undefined) throw new LanguageFault(`a key of ${table}`, `"${stray}"`);
  return { term, table, byCodes, keys, selectors };
}

function slotsByCodes(
  table: string,
  column: string | undefined,
  slots: readonly Slot[],
): ReadonlyMap<string, Slot> {
  const own = slots.filter((slot) => column === undefined || slot.column === column);
  const columns = new Set(own.map((slot) => slot.column));
  if (columns.size > 1)
    throw new LanguageFault(`one column of ${table}, as in ${table}.${[...columns][0]}`, `"${table}"`);
  const keys = Object.keys(own[0]?.codes ?? {});
  return new Map(own.map((slot) => [keyOf(keys, slot.codes), slot]));
}

function keyOf(keys: readonly string[], codes: Codes): string {
  return keys.map((key) => codes[key]).join('\u0000');
}

/** The codes of a slot's free keys, or nothing when a selector excludes the slot. */
function freeCodes(slot: Slot, { keys, selectors }: Bound, grouped: boolean): Codes | undefined {
  const free: Record<string, string> = {};
  for (const key of keys) {
    const code = slot.codes[key] ?? '';
    const selector = selectors.get(key);
    if (selector === undefined || (isChoice(selector) && !grouped)) free[key] = code;
    if (selector === undefined) continue;
    if (selector.relation === 'previous') free[key] = String(Number(code) + 1);
    else if (!admits(selector, code)) return undefined;
  }
  return free;
}

/** A selector that leaves its key free among several codes: `region=KZ-AST/KZ-ALA`, `region≠KZ`. */
function isChoice({ relation, codes }: Selector): boolean {
  return relation === 'is_not' || (relation === 'is' && codes.length > 1);
}

function admits({ relation, codes }: Selector, code: string): boolean {
  if (relation === 'any') return true;
  return relation === 'is' ? codes.includes(code) : !codes.includes(code);
}

function resolve(
  expression: Expression,
  codes: Codes,
  bind: (term: Term) => Bound,
): BoundExpression | undefined {
  if (expression.kind === 'number') return expression;
  if (expression.kind === 'binary') {
    const left = resolve(expression.left, codes, bind);
    const right = resolve(expression.right, codes, bind);
    return left && right && { ...expression, left, right };
  }
  if (expression.kind === 'term') {
    const bound = bind(expression);
    const wanted = bound.keys.map((key) => wantedCode(key, bound, codes));
    const slot = bound.byCodes.get(wanted.join('\u0000'));
    return slot && { kind: 'slot', slot: slot.index };
  }
  const bound = bind(expression.term);
  const slots = [...bound.byCodes.values()].filter((slot) =>
    bound.keys.every((key) => {
      const selector = bound.selectors.get(key);
      const named = selector?.relation === 'is' && selector.codes[0]?.startsWith('@');
      if (selector === undefined || selector.relation === 'previous' || named) {
        return slot.codes[key] === wantedCode(key, bound, codes);
      }
      return admits(selector, slot.codes[key] ?? '');
    }),
  );
  return slots.length === 0 ? undefined : { kind: expression.kind, slots: slots.map(({ index }) => index) };
}

function wantedCode(key: string, { selectors, table }: Bound, codes: Codes): string {
  const selector = selectors.get(key);
  const fixed = selector?.relation === 'is' && selector.codes.length === 1 ? selector.codes[0] : undefined;
  const code = fixed === undefined ? codes[key] : fixed.startsWith('@') ? codes[fixed.slice(1)] : fixed;
  if (code === undefined) throw new LanguageFault(`a choice of "${key}" for ${table}`, 'none');
  return selector?.relation === 'previous' ? String(Number(code) - 1) : code;
}

function slotsOf(expression: BoundExpression): readonly number[] {
  if (expression.kind === 'slot') return [expression.slot];
  if (expression.kind === 'number') return [];
  if (expression.kind === 'binary') return [...slotsOf(expression.left), ...slotsOf(expression.right)];
  return expression.slots;
}
