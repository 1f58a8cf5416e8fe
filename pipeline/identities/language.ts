/** A choice of codes of one key: `area=U`, `region≠KZ`, `year=previous`, `household_size=*`. */
export interface Selector {
  readonly key: string;
  readonly relation: 'is' | 'is_not' | 'any' | 'previous';
  readonly codes: readonly string[];
}

/** Values of a table: `poverty_headcount[area=U]`. Keys that it does not name run through all their codes. */
export interface Term {
  readonly kind: 'term';
  readonly name: string;
  readonly column: string | undefined;
  readonly selectors: readonly Selector[];
}

/** Arithmetic over printed values. */
export type Expression =
  | Term
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'sum' | 'greatest' | 'least'; readonly term: Term }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
    };

/** What an identity states. */
export type Statement =
  | {
      readonly relation: '=' | '<=' | '>=' | '<' | '>';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly relation: 'between';
      readonly left: Expression;
      readonly low: Expression;
      readonly high: Expression;
    };

/** A sentence of the identity language that cannot be read; says where. */
export class LanguageFault extends Error {
  readonly expected: string;
  readonly found: string;

  constructor(expected: string, found: string) {
    super(`expected ${expected}, found ${found}`);
    this.expected = expected;
    this.found = found;
  }
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?![\w-]))|([\p{L}_][\w]*)|(<=|>=|[=<>+\-*/()[\].,≠]))/uy;
const CODE = /\s*(@?[\w+-]+|\*)/uy;
const GROUPS: ReadonlySet<string> = new Set(['sum', 'greatest', 'least']);

/**
 * Reads a statement of the identity language:
 *
 *     poverty_headcount[area=_T] = poverty_headcount[area=U] + poverty_headcount[area=R]
 *     poverty_rate[area=_T] between poverty_rate[area=U] and poverty_rate[area=R]
 *     gdp_index = 100 * gdp_tenge / gdp_tenge[year=previous]
 *     trafficking_cases[article=_T] > told[claim=cases_yearly]
 *
 * `<` and `>` are for limits that the text states, "more than 6 thousand": such a limit is meant as it is printed,
 * nothing is rounded away from it, and what equals it does not satisfy it.
 *
 * Each key that no selector names is free: the statement holds for each of its codes.
 */
export function readStatement(text: string): Statement {
  const reader = new Reader(text);
  const left = reader.expression();
  const statement = reader.relation(left);
  reader.end();
  return statement;
}

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  relation(left: Expression): Statement {
    const word = this.take();
    if (word === 'between') {
      const low = this.expression();
      this.require('and');
      return { relation: 'between', left, low, high: this.expression() };
    }
    if (word === '=' || word === '<=' || word === '>=' || word === '<' || word === '>')
      return { relation: word, left, right: this.expression() };
    throw new LanguageFault('"=", "<=", ">=", "<", ">" or "between"', this.shown(word));
  }

  expression(): Expression {
    let left = this.product();
    for (let next = this.peek(); next === '+' || next === '-'; next = this.peek()) {
      this.take();
      left = { kind: 'binary', operator: next, left, right: this.product() };
    }
    return left;
  }

  end(): void {
    const rest = this.peek();
    if (rest !== undefined) throw new LanguageFault('the end of the statement', this.shown(rest));
  }

  private product(): Expression {
    let left = this.factor();
    for (let next = this.peek(); next === '*' || next === '/'; next = this.peek()) {
      this.take();
      left = { kind: 'binary', operator: next, left, right: this.factor() };
    }
    return left;
  }

  private factor(): Expression {
    const word = this.take();
    if (word === undefined) throw new LanguageFault('a value', 'the end of the statement');
    if (/^\d/.test(word)) return { kind: 'number', value: Number(word) };
    if (word === '(') {
      const inner = this.expression();
      this.require(')');
      return inner;
    }
    if (GROUPS.has(word) && this.peek() === '(') {
      this.take();
      const name = this.take();
      if (name === undefined) throw new LanguageFault('a table', 'the end of the statement');
      const term = this.term(name);
      this.require(')');
      return { kind: word as 'sum' | 'greatest' | 'least', term };
    }
    return this.term(word);
  }

  private term(name: string): Term {
    if (!/^[\p{L}_]/u.test(name)) throw new LanguageFault('a table or a code', this.shown(name));
    let column: string | undefined;
    if (this.peek() === '.') {
      this.take();
      column = this.take();
    }
    const selectors: Selector[] = [];
    if (this.peek() === '[') {
      this.take();
      do selectors.push(this.selector());
      while (this.takeIf(','));
      this.require(']');
    }
    return { kind: 'term', name, column, selectors };
  }

  private selector(): Selector {
    const key = this.take() ?? '';
    const relation = this.take();
    if (relation !== '=' && relation !== '≠')
      throw new LanguageFault('"=" or "≠" in a selector', this.shown(relation));
    const codes = [this.code()];
    while (this.peek() === '/') {
      this.take();
      codes.push(this.code());
    }
    if (relation === '≠') return { key, relation: 'is_not', codes };
    if (codes[0] === '*') return { key, relation: 'any', codes: [] };
    return codes[0] === 'previous'
      ? { key, relation: 'previous', codes: [] }
      : { key, relation: 'is', codes };
  }

  private code(): string {
    CODE.lastIndex = this.at;
    const match = CODE.exec(this.text);
    if (match?.[1] === undefined) throw new LanguageFault('a code', this.shown(this.peek()));
    this.at = CODE.lastIndex;
    return match[1];
  }

  private peek(): string | undefined {
    const before = this.at;
    const word = this.take();
    this.at = before;
    return word;
  }

  private take(): string | undefined {
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.text);
    if (match === null) {
      const rest = this.text.slice(this.at).trim();
      if (rest !== '')
        throw new LanguageFault('a word, number or sign of the identity language', `"${rest}"`);
      return undefined;
    }
    this.at = TOKEN.lastIndex;
    return match[1] ?? match[2] ?? match[3];
  }

  private takeIf(word: string): boolean {
    if (this.peek() !== word) return false;
    this.take();
    return true;
  }

  private require(word: string): void {
    const found = this.take();
    if (found !== word) throw new LanguageFault(`"${word}"`, this.shown(found));
  }

  private shown(word: string | undefined): string {
    return word === undefined ? 'the end of the statement' : `"${word}" in "${this.text}"`;
  }
}
