import { type Expression, LanguageFault, readStatement, type Term } from '../identities/language.ts';

/** The codes of a table's keys that stand for a whole: by table, then key. */
export type Totals = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/**
 * What the declared identities say is a total: in `crimes[region=KZ] = sum(crimes[region≠KZ])` the code KZ of region is the
 * sum of others, so rows that carry it must not be added to theirs.
 */
export function totalsOf(statements: readonly string[]): Totals {
  const totals = new Map<string, Map<string, Set<string>>>();
  for (const { table, key, code } of statements.flatMap(totalIn)) {
    const own = totals.get(table) ?? new Map<string, Set<string>>();
    totals.set(table, own.set(key, (own.get(key) ?? new Set<string>()).add(code)));
  }
  return totals;
}

interface Total {
  readonly table: string;
  readonly key: string;
  readonly code: string;
}

function totalIn(says: string): readonly Total[] {
  try {
    const statement = readStatement(says);
    if (statement.relation !== '=') return [];
    return [...between(statement.left, statement.right), ...between(statement.right, statement.left)];
  } catch (error) {
    // Who binds the identities tells of it, with its place.
    if (error instanceof LanguageFault) return [];
    throw error;
  }
}

function between(whole: Expression, parts: Expression): readonly Total[] {
  const terms = addends(parts);
  if (whole.kind !== 'term' || terms === undefined) return [];
  return whole.selectors.flatMap(({ key, relation, codes }) => {
    const [code] = codes;
    if (relation !== 'is' || codes.length !== 1 || code === undefined || code.startsWith('@')) return [];
    const isPart = ({ term }: Addend): boolean =>
      term.name === whole.name &&
      term.column === whole.column &&
      term.selectors.some(
        (own) =>
          own.key === key && own.relation !== 'previous' && own.relation !== 'any' && isOther(own, code),
      );
    return terms.every(isPart) && (terms.length > 1 || terms[0]?.isGroup === true)
      ? [{ table: whole.name, key, code }]
      : [];
  });
}

function isOther({ relation, codes }: Term['selectors'][number], code: string): boolean {
  return relation === 'is_not' ? codes.includes(code) : !codes.includes(code);
}

interface Addend {
  readonly term: Term;
  /** Whether it is the sum of several values. */
  readonly isGroup: boolean;
}

/** The terms of a sum; undefined where an expression is none. */
function addends(expression: Expression): readonly Addend[] | undefined {
  if (expression.kind === 'term') return [{ term: expression, isGroup: false }];
  if (expression.kind === 'sum') return [{ term: expression.term, isGroup: true }];
  if (expression.kind !== 'binary' || expression.operator !== '+') return undefined;
  const left = addends(expression.left);
  const right = addends(expression.right);
  return left && right && [...left, ...right];
}
