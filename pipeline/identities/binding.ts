import { nearest } from '../page/nearest.ts';
import { LanguageFault, type Selector, type Term } from './language.ts';

/** What a statement needs to know of the place of one printed value: where it is published, and its codes. */
interface NamedSlot {
  /** Position in the list of slots. */
  readonly index: number;
  readonly table: string;
  /** The column that holds the value. */
  readonly column: string;
  /** The codes of the value's row. */
  readonly codes: Codes;
  /** Values are counts: whole by nature, exact as printed. */
  readonly counted: boolean;
}

/** The vocabulary of these slots; `codes` may stand bare. */
export function vocabularyOf(
  slots: readonly NamedSlot[],
  codes: Vocabulary['codes'] = new Map(),
): Vocabulary {
  const tables = groupBy(slots, ({ table }) => table);
  const indexes = new Map<string, ReadonlyMap<string, NamedSlot>>();
  return {
    tables,
    codes,
    slotsByCodes: (table, column) => {
      const name = `${table}.${column ?? ''}`;
      const index = indexes.get(name) ?? slotsByCodes(table, column, tables.get(table) ?? []);
      indexes.set(name, index);
      return index;
    },
  };
}

/** What names in statements stand for. */
export interface Vocabulary {
  /** The slots of each table. */
  readonly tables: ReadonlyMap<string, readonly NamedSlot[]>;
  /** The table and key that a bare code belongs to: `gdp_tenge` stands for `indicators[indicator=gdp_tenge]`. */
  readonly codes: ReadonlyMap<string, { readonly table: string; readonly key: string }>;
  /** The slots of a table's column by their codes; without a column, of the only one. Indexed once for all identities. */
  readonly slotsByCodes: (table: string, column: string | undefined) => ReadonlyMap<string, NamedSlot>;
}

/** A term with the slots that it can stand for. */
export interface Bound {
  readonly table: string;
  readonly byCodes: ReadonlyMap<string, NamedSlot>;
  readonly keys: readonly string[];
  readonly selectors: ReadonlyMap<string, Selector>;
}

/** What a sum or an extreme is over. */
interface Groups {
  /** Keys whose codes the other terms choose. */
  readonly joined: readonly string[];
  /** The slots that the selectors admit, by the codes of the joined keys. */
  readonly slots: ReadonlyMap<string, readonly NamedSlot[]>;
}

/** Codes by their keys. */
export type Codes = Readonly<Record<string, string>>;

/** Binds the terms of one statement, each once. */
export interface Binder {
  readonly bind: (term: Term) => Bound;
  readonly groups: (term: Term) => Groups;
}

/** A binder over a vocabulary. Its `bind` throws a `LanguageFault` where a term names what no table has. */
export function binderOf(vocabulary: Vocabulary): Binder {
  const bounds = new Map<Term, Bound>();
  const groups = new Map<Term, Groups>();
  const bind = (term: Term): Bound => {
    const bound = bounds.get(term) ?? bindTerm(term, vocabulary);
    bounds.set(term, bound);
    return bound;
  };
  return {
    bind,
    groups: (term) => {
      const own = groups.get(term) ?? groupsOf(bind(term));
      groups.set(term, own);
      return own;
    },
  };
}

function bindTerm(term: Term, vocabulary: Vocabulary): Bound {
  const bare = vocabulary.tables.has(term.name) ? undefined : vocabulary.codes.get(term.name);
  const table = bare?.table ?? term.name;
  const own: readonly Selector[] =
    bare === undefined ? [] : [{ key: bare.key, relation: 'is', codes: [term.name] }];
  const byCodes = vocabulary.slotsByCodes(table, term.column);
  const sample = byCodes.values().next().value;
  if (sample === undefined)
    throw new LanguageFault(
      'a table of printed values or a code',
      named(term.name, [...vocabulary.tables.keys()]),
    );
  const keys = Object.keys(sample.codes);
  const selectors = new Map([...own, ...term.selectors].map((selector) => [selector.key, selector]));
  const stray = [...selectors.keys()].find((key) => !keys.includes(key));
  if (stray !== undefined) throw new LanguageFault(`a key of ${table}`, named(stray, keys));
  for (const { key, relation, codes } of term.selectors) {
    if (relation === 'previous') continue;
    const known = new Set([...byCodes.values()].map((slot) => slot.codes[key] ?? ''));
    const strange = codes.find((code) => !code.startsWith('@') && code !== '*' && !known.has(code));
    if (strange !== undefined)
      throw new LanguageFault(`a code of ${key} in ${table}`, named(strange, [...known]));
  }
  return { table, byCodes, keys, selectors };
}

/** A word that is not known, with the known one that it most likely stands for. */
function named(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? `"${word}"` : `"${word}" (did you mean "${near}"?)`;
}

/** Finds the slots that a sum or an extreme is over, for each choice of the keys that other terms choose. */
function groupsOf({ byCodes, keys, selectors }: Bound): Groups {
  const joined = keys.filter((key) => isJoined(selectors.get(key)));
  const admitted = [...byCodes.values()].filter(({ codes }) =>
    keys.every((key) => {
      const selector = selectors.get(key);
      return selector === undefined || isJoined(selector) || admits(selector, codes[key] ?? '');
    }),
  );
  return { joined, slots: groupBy(admitted, ({ codes }) => keyOf(joined, codes)) };
}

/** Free, of the year before, or named after another key: what it stands for is chosen outside the term. */
function isJoined(selector: Selector | undefined): boolean {
  if (selector === undefined || selector.relation === 'previous') return true;
  return selector.relation === 'is' && selector.codes[0]?.startsWith('@') === true;
}

function groupBy(
  slots: readonly NamedSlot[],
  keyFor: (slot: NamedSlot) => string,
): ReadonlyMap<string, readonly NamedSlot[]> {
  const groups = new Map<string, NamedSlot[]>();
  for (const slot of slots) {
    const own = groups.get(keyFor(slot));
    if (own === undefined) groups.set(keyFor(slot), [slot]);
    else own.push(slot);
  }
  return groups;
}

function slotsByCodes(
  table: string,
  column: string | undefined,
  slots: readonly NamedSlot[],
): ReadonlyMap<string, NamedSlot> {
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
export function freeCodes(slot: NamedSlot, { keys, selectors }: Bound, grouped: boolean): Codes | undefined {
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

/** The code that a key of a term must have for a choice of the free keys. */
export function wantedCode(key: string, { selectors, table }: Bound, codes: Codes): string {
  const selector = selectors.get(key);
  const fixed = selector?.relation === 'is' && selector.codes.length === 1 ? selector.codes[0] : undefined;
  const code = fixed === undefined ? codes[key] : fixed.startsWith('@') ? codes[fixed.slice(1)] : fixed;
  if (code === undefined) throw new LanguageFault(`a choice of "${key}" for ${table}`, 'none');
  return selector?.relation === 'previous' ? String(Number(code) - 1) : code;
}
