import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { marksSchema, meaningSchema, numbersSchema } from '../../pipeline/template/notation.ts';
import { keySchema, tableLayoutSchema } from '../../pipeline/template/tables/declared.ts';
import { tablesHeadSchema } from '../../pipeline/template/tables/document-head.ts';
import { readYaml } from '../../pipeline/template/yaml-file.ts';

const page = readFileSync('docs/declaring.md', 'utf8');
const texts = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
const examples = texts.map((text) => parse(text) as Record<string, unknown>);
const declared = { numbers: numbersSchema, marks: marksSchema, blank: meaningSchema };

/** Every key that an example shows, at any depth, under one of these names. */
function keysUnder(value: unknown, names: readonly string[]): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(names.includes(key) && typeof inner === 'object' && inner !== null ? Object.keys(inner) : []),
    ...keysUnder(inner, names),
  ]);
}

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
    const shown = new Set(keysUnder(examples, ['numbers']));
    expect([...shown].sort()).toEqual(Object.keys(properties).sort());
  });

  it('of a document that lists its tables is what its schema takes', () => {
    const own = texts.filter((_, at) => 'tables' in (examples[at] ?? {}));
    expect(own.length).toBeGreaterThan(1);
    for (const text of own) readYaml({ path: 'docs/declaring.md', text }, () => tablesHeadSchema);
  });

  it('of a table is what its schema takes, and every key that there is', () => {
    const own = texts.filter((_, at) => 'rows' in (examples[at] ?? {}));
    for (const text of own) readYaml({ path: 'docs/declaring.md', text }, () => tableLayoutSchema);
    const shown = new Set(examples.flatMap((example) => Object.keys(example)));
    expect(Object.keys(tableLayoutSchema.properties).filter((key) => !shown.has(key))).toEqual([]);
  });

  it('of the codes of a key is every way there is', () => {
    const keys = ['year', 'valley', 'kind', 'grower', 'town', 'orchard', 'measure'];
    const shown = new Set(keysUnder(examples, keys));
    expect(Object.keys(keySchema.properties).filter((key) => !shown.has(key))).toEqual([]);
  });
});
