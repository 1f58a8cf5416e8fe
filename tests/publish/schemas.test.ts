import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { define } from '../../pipeline/publish/duckdb/definition.ts';
import { loadOrder } from '../../pipeline/publish/foreign-keys.ts';
import { integerBits, tabulate } from '../../pipeline/publish/table.ts';
import type { TableSchema } from '../../pipeline/template/schema/table-schema.ts';
import { document } from '../project.ts';

/** The schemas of the engine and of the report, as they are read: with the fields that several tables have. */
const schemas: readonly TableSchema[] = [...document.schemas.values()];
const byName = new Map(schemas.map((schema) => [schema.name, schema]));

interface Observations {
  readonly keys: readonly string[];
  readonly columns: readonly string[];
}
const contract: {
  readonly observations: Readonly<Record<string, Observations>>;
  readonly codelists: Readonly<Record<string, readonly string[]>>;
  readonly document: Readonly<Record<string, readonly string[]>>;
  readonly evidence: Readonly<Record<string, readonly string[]>>;
} = JSON.parse(readFileSync('tests/fixtures/publish/contract.json', 'utf8'));

/** What a table or a field is called and means; a description is a sentence in every language. */
const titles = {
  title: { type: 'string', minLength: 3 },
  title_kk: { type: 'string', minLength: 2 },
  title_ru: { type: 'string', minLength: 2 },
  description: { type: 'string', pattern: '\\.$' },
  description_kk: { type: 'string', pattern: '\\.$' },
  description_ru: { type: 'string', pattern: '\\.$' },
};

/** The form of a schema file; a property that it does not name is a mistake. */
const form = {
  type: 'object',
  required: ['name', 'title', 'title_kk', 'title_ru', 'description', 'kind', 'fields', 'primaryKey'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
    ...titles,
    caution: { type: 'string', pattern: '\\.$' },
    caution_kk: { type: 'string', pattern: '\\.$' },
    caution_ru: { type: 'string', pattern: '\\.$' },
    kind: { enum: ['observations', 'together', 'codelist', 'evidence', 'document'] },
    primaryKey: { $ref: '#/$defs/names' },
    namedBy: { $ref: '#/$defs/names' },
    headline: { type: 'object' },
    foreignKeys: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        additionalProperties: false,
        properties: {
          fields: { $ref: '#/$defs/names' },
          reference: {
            type: 'object',
            required: ['resource', 'fields'],
            additionalProperties: false,
            properties: { resource: { type: 'string' }, fields: { $ref: '#/$defs/names' } },
          },
        },
      },
    },
    fields: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'type', 'title', 'description'],
        additionalProperties: false,
        properties: {
          name: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
          type: { enum: ['string', 'integer', 'number', 'boolean'] },
          ...titles,
          unit: { type: 'string' },
          scale: { type: 'integer', minimum: 0, maximum: 18 },
          separator: { const: ' ' },
          constraints: {
            type: 'object',
            minProperties: 1,
            additionalProperties: false,
            properties: {
              required: { const: true },
              unique: { const: true },
              minimum: { type: 'number' },
              maximum: { type: 'number' },
              enum: { type: 'array', minItems: 2 },
              pattern: { type: 'string' },
            },
          },
        },
      },
    },
  },
  $defs: { names: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } } },
};
const isWellFormed = new Ajv({ strict: true }).compile(form);

describe.each(schemas.map((schema) => [`${schema.name}.json`, schema] as const))('%s', (file, schema) => {
  const { fields, primaryKey, foreignKeys = [] } = schema;

  test('is well formed and named after its table', () => {
    expect(isWellFormed(schema), JSON.stringify(isWellFormed.errors)).toBe(true);
    expect(file).toBe(`${schema.name}.json`);
  });

  test('names each field once, and only decimals have a scale', () => {
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    for (const { type, scale } of fields) expect(scale !== undefined).toBe(type === 'number');
  });

  test('has a primary key of required fields', () => {
    for (const name of primaryKey) {
      expect(fields.find((field) => field.name === name)?.constraints?.required, name).toBe(true);
    }
  });

  test('has foreign keys to primary keys of the same type', () => {
    for (const { fields: names, reference } of foreignKeys) {
      const target = byName.get(reference.resource);
      expect(reference.fields, reference.resource).toEqual(target?.primaryKey);
      const typesOf = (of: readonly string[], all: TableSchema['fields'] = []): readonly string[] =>
        of.map((name) => {
          const field = all.find((candidate) => candidate.name === name);
          return field === undefined
            ? 'missing'
            : `${field.type} ${field.type === 'integer' ? integerBits(field) : ''}`;
        });
      expect(typesOf(names, fields)).toEqual(typesOf(reference.fields, target?.fields));
    }
  });

  test('can be turned into tables, types and views', () => {
    expect(() => define([tabulate({ schema, rows: [] })], [])).not.toThrow();
  });
});

test('every table of values says in three languages what is not to be done with it', () => {
  const silent = schemas
    .filter(({ kind }) => kind === 'observations' || kind === 'together')
    .filter(({ caution, caution_kk, caution_ru }) => !(caution && caution_kk && caution_ru));
  expect(silent.map(({ name }) => name)).toEqual([]);
  for (const { caution, caution_kk, caution_ru } of schemas)
    expect([caution, caution_kk, caution_ru].filter((each) => each !== undefined)).toHaveLength(
      caution ? 3 : 0,
    );
});

test('all schemas together can be loaded in some order', () => {
  expect(loadOrder(schemas.map((schema) => ({ schema })))).toHaveLength(schemas.length);
});

describe('the data contract', () => {
  test.each(Object.entries(contract.observations))(
    'holds for the observations %s',
    (name, { keys, columns }) => {
      const schema = byName.get(name);
      expect(schema?.kind).toBe('observations');
      expect(schema?.primaryKey).toEqual(keys);
      const names = [...keys, ...columns, 'obs_status', 'notes', 'cell_id'];
      // Columns may be added at the end.
      expect(schema?.fields.map((field) => field.name).slice(0, names.length)).toEqual(names);
      const targets = (schema?.foreignKeys ?? []).map(
        ({ fields, reference }) => `${fields} ${reference.resource}`,
      );
      expect(targets).toEqual(
        expect.arrayContaining([
          'obs_status obs_status',
          'cell_id cell',
          ...keys.filter((key) => key !== 'year').map((key) => `${key} ${key}`),
        ]),
      );
    },
  );

  test.each(Object.entries({ ...contract.codelists, ...contract.evidence }))(
    'holds for the table %s',
    (name, columns) => {
      const names = byName.get(name)?.fields.map((field) => field.name) ?? [];
      expect(names.slice(0, columns.length)).toEqual(columns);
      expect(byName.get(name)?.primaryKey).toEqual(columns.slice(0, 1));
      expect(byName.get(name)?.kind).toBe(name in contract.codelists ? 'codelist' : 'evidence');
    },
  );

  test('holds for every table of the document that is published', () => {
    for (const [name, columns] of Object.entries(contract.document)) {
      const schema = byName.get(name);
      if (schema === undefined) continue;
      expect(schema.fields.slice(0, columns.length).map((field) => field.name)).toEqual(columns);
    }
  });

  test('gives every value of an observation its unit, by the column or in each row', () => {
    const without = schemas
      .filter(({ kind }) => kind === 'observations')
      .filter(({ fields, primaryKey }) => {
        const values = fields.filter(({ name, type }) => type !== 'string' && !primaryKey.includes(name));
        return values.some(({ unit }) => unit === undefined) && !fields.some(({ name }) => name === 'unit');
      });
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  test('names units that the code list has', () => {
    const units = readFileSync('sources/kz-icescr-2/codelists/unit.csv', 'utf8')
      .split('\n')
      .map((line) => line.split(',')[0]);
    for (const { fields } of schemas) {
      for (const { unit } of fields) if (unit !== undefined) expect(units).toContain(unit);
    }
  });
});
