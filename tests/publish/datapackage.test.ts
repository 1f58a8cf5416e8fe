import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { publish } from '../../pipeline/publish/publish.ts';
import { sha256 } from '../../pipeline/publish/written-file.ts';
import type { TableSchema } from '../../pipeline/validate/table-schema.ts';
import { makeFolder, removeFolder } from './folder.ts';
import { rainfall } from './rainfall.ts';

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly format: string;
  readonly schema: Omit<TableSchema, 'foreignKeys'> & {
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource?: string };
    }[];
    readonly missingValues: readonly string[];
  };
}

const publication = rainfall();
let out = '';
let descriptor: Readonly<Record<string, unknown>> & { readonly resources: readonly Resource[] } = {
  resources: [],
};

beforeAll(async () => {
  const folder = makeFolder();
  out = join(folder, 'output');
  await publish(publication, out);
  descriptor = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8'));
  return () => removeFolder(folder);
});

describe('datapackage.json', () => {
  test('says what the publication says of itself', () => {
    expect(descriptor).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'rain-1',
      title: "The Rain Office's report",
      version: '1.2.3',
      created: '2020-01-02T03:04:05Z',
      keywords: ['rain'],
      licenses: [{ name: 'CC0-1.0', path: 'https://example.org/cc0', title: 'CC0' }],
      sources: [
        { title: 'The report', path: 'https://example.org/report', hash: `sha256:${'ab'.repeat(32)}` },
      ],
      contributors: [{ title: 'Rain Office', roles: ['author'] }],
    });
  });

  test('has each table once as CSV and once as Parquet, under names of their own', () => {
    const names = publication.datasets.map(({ schema }) => schema.name);
    const resources = descriptor.resources.map(({ name, path }) => `${name} ${path}`);
    expect([...resources].sort()).toEqual(
      names.flatMap((name) => [`${name} csv/${name}.csv`, `${name}-parquet parquet/${name}.parquet`]).sort(),
    );
  });

  test('has the size and the checksum of every resource', () => {
    for (const { path, bytes, hash } of descriptor.resources) {
      const file = readFileSync(join(out, path));
      expect({ path, bytes, hash }).toEqual({ path, bytes: file.length, hash: `sha256:${sha256(file)}` });
    }
  });

  test('has the fields and keys of every schema, and empty for what is missing', () => {
    for (const { schema, path } of descriptor.resources) {
      const declared = publication.datasets.find((dataset) =>
        path.includes(`/${dataset.schema.name}.`),
      )?.schema;
      expect(schema.fields).toEqual(declared?.fields);
      expect(schema.primaryKey).toEqual(declared?.primaryKey);
      expect(schema.missingValues).toEqual(['']);
    }
  });

  test('points with every foreign key at a resource of the same format, and at none for the table itself', () => {
    const formats = new Map(descriptor.resources.map(({ name, format }) => [name, format]));
    const keys = descriptor.resources.flatMap(({ name, format, schema }) =>
      (schema.foreignKeys ?? []).map(({ reference }) => ({ name, format, target: reference.resource })),
    );
    expect(keys).toHaveLength(12);
    for (const { name, format, target } of keys) {
      if (target === undefined) expect(name).toMatch(/^chapter/);
      else expect(formats.get(target)).toBe(format);
    }
  });

  const standards = resolve('../shared/standards');
  test.skipIf(!existsSync(standards))(
    'is valid against the official profiles (skipped where they are not at hand)',
    () => {
      const profile = (name: string): object =>
        JSON.parse(readFileSync(join(standards, `datapackage-2.0-${name}.json`), 'utf8'));
      const ajv = new Ajv({ strict: false, validateFormats: false });
      for (const name of ['datapackage', 'dataresource', 'tableschema', 'tabledialect'] as const) {
        const parts: readonly unknown[] = {
          datapackage: [descriptor],
          dataresource: descriptor.resources,
          tableschema: descriptor.resources.map(({ schema }) => schema),
          tabledialect: descriptor.resources.flatMap((resource) =>
            'dialect' in resource ? [resource.dialect] : [],
          ),
        }[name];
        const validate = ajv.compile(profile(name));
        expect(parts.length).toBeGreaterThan(0);
        for (const part of parts) expect(validate(part), JSON.stringify(validate.errors)).toBe(true);
      }
    },
  );
});
