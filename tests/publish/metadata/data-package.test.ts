import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Field } from '../../../pipeline/template/schema/table-schema.ts';
import { reportIsThere } from '../../report.ts';
import { rainfall } from '../rainfall.ts';
import { changed, type Files, NAMES, textOf, useOutputs } from './outputs.ts';
import { type Package, packageFaults } from './package-faults.ts';
import { official, officialTest } from './standards.ts';

const outputs = useOutputs();
const publication = rainfall();

function packageOf(files: Files): Package {
  return JSON.parse(textOf(files, 'datapackage.json'));
}

/** A text that is a list, as the standard has it. */
function asList({ separator, ...field }: Field): object {
  if (separator === undefined) return field;
  return { ...field, delimiter: separator, itemType: 'string' };
}

describe('datapackage.json', () => {
  test('says what the publication says of itself', () => {
    expect(packageOf(outputs.files('rain'))).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'rain-1',
      title: "The Rain Office's report",
      version: '1.2.3',
      created: '2020-01-02T03:04:05Z',
      keywords: ['rain'],
      spatial: { code: 'NO', title: 'Norway', path: 'https://example.org/places/NO' },
      temporal: { start: '999', end: '2014' },
      licenses: [{ name: 'CC0-1.0', path: 'https://example.org/cc0', title: 'CC0' }],
      sources: [
        { title: 'The report', path: 'https://example.org/report', hash: `sha256:${'ab'.repeat(32)}` },
      ],
      contributors: [
        { title: 'Rain Readers', roles: ['creator', 'publisher'] },
        { title: 'Rain Office', roles: ['author'] },
      ],
    });
  });

  test('has each table once as CSV and once as Parquet, under names of their own, and all in one workbook', () => {
    const names = publication.datasets.map(({ schema }) => schema.name);
    const resources = packageOf(outputs.files('rain')).resources.map(({ name, path }) => `${name} ${path}`);
    expect([...resources].sort()).toEqual(
      [
        'workbook rain-1.xlsx',
        ...names.flatMap((name) => [`${name} csv/${name}.csv`, `${name}-parquet parquet/${name}.parquet`]),
      ].sort(),
    );
  });

  test.runIf(reportIsThere)('has the readable report among its resources', () => {
    const report = packageOf(outputs.files('own')).resources.find(({ path }) => path === 'report.md');
    expect(report).toMatchObject({ name: 'report-md', format: 'md', encoding: 'utf-8' });
  });

  test('tells how to read every CSV file', () => {
    for (const { format, encoding, dialect } of packageOf(outputs.files('rain')).resources) {
      expect(encoding).toBe(format === 'csv' ? 'utf-8' : undefined);
      if (format === 'csv')
        expect(dialect).toMatchObject({ delimiter: ',', lineTerminator: '\n', header: true });
    }
  });

  test('has the fields and keys of every schema, and empty for what is missing', () => {
    for (const { schema, path } of packageOf(outputs.files('rain')).resources) {
      if (path === 'rain-1.xlsx') continue;
      const declared = publication.datasets.find(({ schema: { name } }) =>
        path.includes(`/${name}.`),
      )?.schema;
      expect(schema?.fields).toEqual(path.endsWith('.csv') ? declared?.fields.map(asList) : declared?.fields);
      expect(schema?.primaryKey).toEqual(declared?.primaryKey);
      expect(schema).toMatchObject({ missingValues: [''] });
    }
  });

  test('points with every foreign key at a resource of the same format, and at none for the table itself', () => {
    const { resources } = packageOf(outputs.files('rain'));
    const formats = new Map(resources.map(({ name, format }) => [name, format]));
    const keys = resources.flatMap(({ name, format, schema }) =>
      (schema?.foreignKeys ?? []).map(({ reference }) => ({ name, format, target: reference.resource })),
    );
    expect(keys).toHaveLength(12);
    for (const { name, format, target } of keys) {
      if (target === undefined) expect(name).toMatch(/^chapter/);
      else expect(formats.get(target)).toBe(format);
    }
  });

  test.each(NAMES)('has no fault that the profiles do not see (%s)', (name) => {
    expect(packageOf(outputs.files(name)).resources.length).toBeGreaterThan(10);
    expect(packageFaults(outputs.files(name))).toEqual([]);
  });
});

describe('a fault that the profiles do not see is found:', () => {
  const descriptor = 'datapackage.json';
  test.each([
    ['an unknown property of the package', '"version":', '"versoin":', 'package: unknown property versoin'],
    [
      'an unknown property of a resource',
      '"mediatype":',
      '"mimetype":',
      'resource: unknown property mimetype',
    ],
    ['an unknown property of a dialect', '"quoteChar":', '"quote":', 'dialect: unknown property quote'],
    ['an unknown property of a field', '"scale":', '"scala":', 'field: unknown property scala'],
    ['an unknown constraint', '"required":', '"requird":', 'constraints: unknown property requird'],
    [
      'an unknown property of a source',
      '"hash": "sha256:abab',
      '"sum": "sha256:abab',
      'source: unknown property sum',
    ],
    [
      'a key that names no field',
      '"place",\n          "year"',
      '"places",\n          "year"',
      'shower: key of no field places',
    ],
    [
      'a foreign key that names no field',
      '"fields": [\n              "parent"',
      '"fields": [\n              "parents"',
      'chapter: foreign key of no field parents',
    ],
    [
      'a foreign key that names no resource',
      '"resource": "cell"',
      '"resource": "cells"',
      'shower: foreign key to no field cells.cell_id',
    ],
    ['a wrong byte count', /"bytes": (\d+)/, '"bytes": 1$1', /^csv\/\w+\.csv: \d+ bytes, not 1\d+$/],
    [
      'a wrong checksum',
      /"hash": "sha256:[0-9a-f]{8}(?=[0-9a-f]{56}",\n {6}"format")/,
      '"hash": "sha256:00000000',
      /^csv\/\w+\.csv: another checksum$/,
    ],
    [
      'a file that is not there',
      '"path": "csv/place.csv"',
      '"path": "csv/plaice.csv"',
      'csv/plaice.csv: no such file',
    ],
    ['a bound that the data exceed', '"maximum": 9007199254740991', '"maximum": 9', 'cell.at: too large'],
    ['a pattern that the data do not have', '"required": true', '"pattern": "^[0-9]$"', /: another form$/],
    ['a code that is not listed', '"required": true', '"enum": ["x"]', /: no such code$/],
  ])('%s', (_, find, replace, fault) => {
    const broken = changed(outputs.files('rain'), descriptor, (text) => text.replace(find, replace));
    expect(packageFaults(broken)).toContainEqual(expect.stringMatching(fault));
  });

  test.each([
    ['a text for a number', 'csv/shower.csv', '12.50', 'wet', 'shower.mm: no number'],
    ['an empty cell that is required', 'csv/place.csv', 'Bergen', '', 'place.name: empty'],
    ['a column of another name', 'csv/place.csv', 'place,name', 'place,label', 'place: another header'],
    ['a key that stands twice', 'csv/place.csv', 'B,', 'A,', 'place: a key stands twice'],
    ['a foreign key to nothing', 'csv/shower.csv', 'B,2011', 'C,2011', 'shower.place: no such key'],
    ['a byte', 'csv/place.csv', 'Bergen', 'Bergan', 'csv/place.csv: another checksum'],
  ])('in the data, %s', (_, path, find, replace, fault) => {
    const broken = changed(outputs.files('rain'), path, (text) => text.replace(find, replace));
    expect(packageFaults(broken)).toContain(fault);
  });
});

describe('by the official profiles', () => {
  for (const name of NAMES) {
    officialTest(`the package, its resources, schemas and dialects are valid (${name})`, () => {
      const descriptor = packageOf(outputs.files(name));
      const ajv = new Ajv({ strict: false, validateFormats: false });
      const parts: Readonly<Record<string, readonly unknown[]>> = {
        datapackage: [descriptor],
        dataresource: descriptor.resources,
        tableschema: descriptor.resources.flatMap(({ schema }) => schema ?? []),
        tabledialect: descriptor.resources.flatMap(({ dialect }) => dialect ?? []),
      };
      for (const [profile, values] of Object.entries(parts)) {
        const validate = ajv.compile(JSON.parse(official(`datapackage-2.0-${profile}.json`)));
        expect(values.length).toBeGreaterThan(0);
        for (const value of values) expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
      }
    });
  }
});
