import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCodelist } from '../../pipeline/template/codelist.ts';
import { documentSchema } from '../../pipeline/template/head.ts';
import { typedCode } from '../../pipeline/template/schema/rows.ts';
import { readSchemas } from '../../pipeline/template/schema/schemas.ts';
import { readYaml } from '../../pipeline/template/yaml-file.ts';
import { field } from '../publish/rainfall.ts';

const text = { type: 'string', minLength: 1 } as const;
const CODES = { type: 'object', ordered: true, additionalProperties: text };
const LISTED = {
  type: 'object',
  additionalProperties: false,
  properties: {
    rows: { type: 'array', items: { type: 'object', additionalProperties: text } },
    range: { type: 'array', items: { type: 'integer' } },
    codes: { type: 'object', additionalProperties: text },
  },
};

function codes(yaml: string): readonly (readonly [string, string])[] {
  return [...readYaml<ReadonlyMap<string, string>>({ path: 'x.yaml', text: yaml }, () => CODES)];
}

describe('the codes that a mapping declares', () => {
  /** Codes that YAML or JavaScript would make others of, or put in another order. */
  const code = fc.oneof(
    fc.stringMatching(/^0[0-9]{1,3}$/),
    fc.nat(3000).map(String),
    fc.constantFrom('1.0', '1e3', '0x1F', '0o17', '-0', '+1', '.5', '.inf', '.NaN', '1_000'),
    fc.constantFrom(
      'yes',
      'no',
      'true',
      'False',
      'null',
      'Null',
      '~',
      'on',
      '2010-01-02',
      '<<',
      '=',
      '__proto__',
    ),
    fc.stringMatching(/^[A-ZҚӘ][A-ZҚӘ0-9_-]{0,5}$/),
  );

  it('are as they are written and in their order, quoted or not', () => {
    const each = fc.record({ key: code, quote: fc.constantFrom('', '"', "'") });
    fc.assert(
      fc.property(fc.uniqueArray(each, { selector: ({ key }) => key, minLength: 1 }), (keys) => {
        const yaml = keys.map(({ key, quote }, at) => `${quote}${key}${quote}: label ${at}`).join('\n');
        expect(codes(yaml)).toEqual(keys.map(({ key }, at) => [key, `label ${at}`]));
      }),
    );
  });

  it('are each there once, quoted or not; a code that is another as a text may stand beside it', () => {
    expect(() => codes('01: a\n"01": b')).toThrow(/^x\.yaml:2/);
    expect(() => codes('~: a\n"~": b')).toThrow(/stands twice/);
    expect(codes('1: a\n01: b\n1.0: c').map(([key]) => key)).toEqual(['1', '01', '1.0']);
  });

  it.each([
    ['a list', '? [1, 2]\n: a'],
    ['nothing', ': a'],
    ['an empty text', '"": a'],
  ])('are never %s', (_, yaml) => {
    expect(() => codes(yaml)).toThrow(
      /^x\.yaml:1: layout\n {2}expected keys that are words or codes, found /,
    );
  });

  it('may be named by an alias, but not hold themselves', () => {
    expect(codes('a: &one label\nb: *one')).toEqual([
      ['a', 'label'],
      ['b', 'label'],
    ]);
    expect(() => codes('a: &a { b: *a }')).toThrow(/a value that holds itself/);
  });

  it('keep their text where they are values', () => {
    const read = (yaml: string): unknown => readYaml({ path: 'x.yaml', text: yaml }, () => LISTED);
    expect(read('rows: [{ label: A, district: 01, year: 2010 }]')).toEqual({
      rows: [{ label: 'A', district: '01', year: '2010' }],
    });
    expect(read('codes: { 01: 1.50 }')).toEqual({ codes: { '01': '1.50' } });
    expect(read('range: [2001, -3]')).toEqual({ range: [2001, -3] });
    for (const number of ['01', '0x1F', '1e3', '1.0', '+1']) {
      expect(() => read(`range: [${number}, 3]`), number).toThrow('whole number');
    }
    for (const nothing of ['~', 'null', '', 'true']) {
      expect(() => read(`codes: { a: ${nothing} }`), nothing).toThrow('expected a text');
    }
  });

  it('of annexes are in their order', () => {
    const head = readYaml<{ annexes: ReadonlyMap<string, readonly string[]> }>(
      { path: 'x.yaml', text: 'annexes: { 10: [b], 2: [a], 01: [c] }' },
      () => ({ ...documentSchema, required: [] }),
    );
    expect([...head.annexes.keys()]).toEqual(['10', '2', '01']);
  });
});

describe('a code of a field', () => {
  it('that would be another as a number stays the text that the schema refuses', () => {
    const values = (type: 'string' | 'integer'): unknown =>
      ['7', '01', '0', '-3', '-0', '1e3'].map((code) => typedCode(code, field('code', type)));
    expect(values('integer')).toEqual([7, '01', 0, -3, '-0', '1e3']);
    expect(values('string')).toEqual(['7', '01', '0', '-3', '-0', '1e3']);
  });
});

describe('a code list', () => {
  it('keeps its codes and their order, and has each column once', () => {
    const { entries } = readCodelist({
      path: 'codelists/x.csv',
      text: 'code,name\n10,a\n2,b\n02,c\n1e3,d\n',
    });
    expect(entries.map((entry) => entry.code)).toEqual(['10', '2', '02', '1e3']);
    expect(() => readCodelist({ path: 'x.csv', text: 'code,name,name\n1,a,b\n' })).toThrow(
      'x.csv:1: codelist\n  expected each column once, found "name" twice',
    );
  });
});

describe('a schema', () => {
  const schema = (constraints: string, type = 'string'): string =>
    `{"name":"t","title":"t","description":"t","kind":"codelist","primaryKey":["c"],"fields":[{"name":"c","type":"${type}","title":"c","description":"c","constraints":{${constraints}}}]}`;
  const read = (content: string): unknown => readSchemas('schemas', new Map([['t.json', content]]));

  it('with a key that stands twice is refused, for only one of the two would count', () => {
    expect(() => read(schema('"required":true,"required":false'))).toThrow(/^schemas\/t\.json:1/);
    expect(() => read(schema('"enum":["required\\": 1, \\"required"]'))).not.toThrow();
  });

  it('enumerates codes of the type of their field, texts in quotes', () => {
    expect(() => read(schema('"enum":["01","1"]'))).not.toThrow();
    expect(() => read(schema('"enum":[1,2]', 'integer'))).not.toThrow();
    expect(() => read(schema('"enum":[1,2]'))).toThrow(/expected enumerated texts in quotes, found 1/);
    expect(() => read(schema('"enum":["1"]', 'integer'))).toThrow(/expected enumerated numbers, found "1"/);
  });
});
