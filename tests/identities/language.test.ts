import { describe, expect, it } from 'vitest';
import { LanguageFault, readStatement } from '../../pipeline/identities/language.ts';

const term = (name: string, ...selectors: readonly object[]): object => ({
  kind: 'term',
  name,
  column: undefined,
  selectors,
});

describe('a statement', () => {
  it('relates values by =, <=, >=, <, > or between', () => {
    expect(readStatement('a = b')).toEqual({ relation: '=', left: term('a'), right: term('b') });
    expect(readStatement('a <= b')).toMatchObject({ relation: '<=' });
    expect(readStatement('a>=b')).toMatchObject({ relation: '>=' });
    expect(readStatement('a < b')).toMatchObject({ relation: '<' });
    expect(readStatement('a>1000 * b')).toMatchObject({ relation: '>' });
    expect(readStatement('a between b and c')).toEqual({
      relation: 'between',
      left: term('a'),
      low: term('b'),
      high: term('c'),
    });
  });

  it('multiplies before it adds, from left to right', () => {
    const { left } = readStatement('a - b - c * 2 / d = 0');
    const shown = (expression: unknown): string => {
      const node = expression as {
        kind: string;
        name: string;
        value: number;
        operator: string;
        left: unknown;
        right: unknown;
      };
      if (node.kind === 'binary') return `(${shown(node.left)} ${node.operator} ${shown(node.right)})`;
      return node.kind === 'number' ? String(node.value) : node.name;
    };
    expect(shown(left)).toBe('((a - b) - ((c * 2) / d))');
    expect(shown(readStatement('a / (b + c) = 1').left)).toBe('(a / (b + c))');
  });

  it('chooses codes by key', () => {
    const { left } = readStatement(
      't[area=U, region≠KZ-AST/KZ-ALA, size=5+, year=previous, sex=*, key=@code] = 1',
    );
    expect(left).toEqual(
      term(
        't',
        { key: 'area', relation: 'is', codes: ['U'] },
        { key: 'region', relation: 'is_not', codes: ['KZ-AST', 'KZ-ALA'] },
        { key: 'size', relation: 'is', codes: ['5+'] },
        { key: 'year', relation: 'previous', codes: [] },
        { key: 'sex', relation: 'any', codes: [] },
        { key: 'key', relation: 'is', codes: ['@code'] },
      ),
    );
  });

  it('names a column of a table', () => {
    expect(readStatement('terms.shortest <= terms.longest')).toMatchObject({
      left: { name: 'terms', column: 'shortest' },
      right: { name: 'terms', column: 'longest' },
    });
  });

  it.each(['sum', 'greatest', 'least'])('groups values by %s', (kind) => {
    expect(readStatement(`a = ${kind}(t[x=*])`)).toMatchObject({ right: { kind, term: { name: 't' } } });
  });

  it('tells a code that begins with digits from a number', () => {
    expect(readStatement('t[article=125-3-2] = 2.5')).toEqual({
      relation: '=',
      left: term('t', { key: 'article', relation: 'is', codes: ['125-3-2'] }),
      right: { kind: 'number', value: 2.5 },
    });
  });
});

describe('a statement that cannot be read says what was expected', () => {
  it.each([
    ['a', '"=", "<=", ">=", "<", ">" or "between"'],
    ['a == b', 'a table or a code'],
    ['a = ', 'a value'],
    ['a = b c', 'the end of the statement'],
    ['a = (b', '")"'],
    ['a between b', '"and"'],
    ['a between b or c', '"and"'],
    ['t[x] = 1', '"=" or "≠" in a selector'],
    ['t[x=] = 1', 'a code'],
    ['t[x=1 = 1', '"]"'],
    ['a = sum()', 'a table or a code'],
    ['a = sum(b', '")"'],
    ['a = sum(b + c)', '")"'],
    ['a = #', 'a word, number or sign of the identity language'],
    ['a = * b', 'a table or a code'],
    ['', 'a value'],
  ])('%s', (says, expected) => {
    expect(() => readStatement(says)).toThrow(LanguageFault);
    expect(() => readStatement(says)).toThrow(`expected ${expected}, found`);
  });
});
