import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { marksSchema, meaningSchema, numbersSchema } from '../../pipeline/template/notation.ts';

const examples = [...readFileSync('docs/declaring.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, text = '']) => parse(text) as Record<string, unknown>,
);
const declared = { numbers: numbersSchema, marks: marksSchema, blank: meaningSchema };

describe('what the page on declaring shows', () => {
  it.each(Object.entries(declared))('of %s is what the schema takes', (key, schema) => {
    const shown = examples.filter((example) => key in example);
    expect(shown).not.toEqual([]);
    const check = new Ajv({ allowUnionTypes: true }).compile(schema);
    for (const example of shown) {
      check(example[key]);
      expect(check.errors ?? []).toEqual([]);
    }
  });

  it('of numbers is every key that there is', () => {
    const { properties } = numbersSchema as { readonly properties: Record<string, unknown> };
    const shown = examples.flatMap((example) => Object.keys(example.numbers ?? {}));
    expect(shown.sort()).toEqual(Object.keys(properties).sort());
  });
});
