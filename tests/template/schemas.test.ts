import { describe, expect, it } from 'vitest';
import { type Finding, SourceFault } from '../../pipeline/page/finding.ts';
import { allSchemas, readDocumentSchemas } from '../../pipeline/template/schema/document-schemas.ts';
import { readSchemas } from '../../pipeline/template/schema/schemas.ts';

const ORCHARD = {
  name: 'orchard',
  title: 'Orchards',
  description: 'Where trees stand.',
  kind: 'codelist',
  fields: [
    {
      name: 'orchard',
      type: 'string',
      title: 'Code',
      description: 'Its code.',
      constraints: { required: true },
    },
  ],
  primaryKey: ['orchard'],
};
const HARVEST = {
  name: 'harvest',
  title: 'Harvest',
  description: 'What the trees bore.',
  kind: 'observations',
  fields: [
    { name: 'orchard', type: 'string', title: 'Orchard', description: 'Its code.' },
    { name: 'tonnes', type: 'number', title: 'Tonnes', description: 'What was picked.', scale: 2 },
  ],
  primaryKey: ['orchard'],
  foreignKeys: [{ fields: ['orchard'], reference: { resource: 'orchard', fields: ['orchard'] } }],
};

function written(schema: object): string {
  return JSON.stringify(schema, null, 2);
}

function read(harvest: string, orchard = written(ORCHARD)) {
  return readSchemas(
    'schemas',
    new Map([
      ['harvest.json', harvest],
      ['orchard.json', orchard],
    ]),
  );
}

function refusal(harvest: string): readonly Finding[] {
  try {
    read(harvest);
    return [];
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings;
  }
}

/** The line of the schema in which a text stands. */
function lineOf(text: string, within: string): number {
  return within.slice(0, within.indexOf(text)).split('\n').length;
}

describe('what is said once', () => {
  const SHARED = { place: { name: 'orchard', type: 'string', title: 'Orchard', description: 'Its code.' } };
  const CELL = { ...ORCHARD, name: 'cell', kind: 'evidence', primaryKey: ['orchard'] };
  const { foreignKeys: _, ...short } = HARVEST;
  const [, tonnes] = HARVEST.fields;
  const files = (harvest: object, shared: object = SHARED): ReadonlyMap<string, string> =>
    new Map([
      ['harvest.json', written(harvest)],
      ['orchard.json', written(ORCHARD)],
      ['shared.json', written(shared)],
    ]);

  it('is a field of several tables: a table that names it has it as if it were written there', () => {
    const whole = readSchemas('schemas', files(HARVEST)).get('harvest');
    expect(readSchemas('schemas', files({ ...HARVEST, fields: ['place', tonnes] })).get('harvest')).toEqual(
      whole,
    );
    expect([...readSchemas('schemas', files(HARVEST)).keys()]).not.toContain('shared');
  });

  it('is a key to a code list: observations have it where a field is named so', () => {
    const { foreignKeys } =
      readSchemas('schemas', files({ ...short, fields: ['place', tonnes] })).get('harvest') ?? {};
    expect(foreignKeys).toEqual(HARVEST.foreignKeys);
    const none = readSchemas('schemas', files({ ...short, foreignKeys: [] })).get('harvest');
    expect(none?.foreignKeys).toEqual([]);
    expect(readSchemas('schemas', files(HARVEST)).get('orchard')?.foreignKeys).toBeUndefined();
  });

  it('is told with its file and line where it is wrong', () => {
    const told = (read: () => unknown): readonly Finding[] => {
      try {
        read();
        return [];
      } catch (error) {
        if (!(error instanceof SourceFault)) throw error;
        return error.findings;
      }
    };
    const unknown = { ...HARVEST, fields: ['palce', tonnes] };
    expect(told(() => readSchemas('schemas/a', files(unknown)))).toMatchObject([
      {
        place: { file: 'schemas/a/harvest.json', line: lineOf('"palce"', written(unknown)) },
        expected: 'a field, or the name of one in shared.json',
        found: '"palce"',
      },
    ]);
    const misspelt = { place: { ...SHARED.place, titel: 'x' } };
    expect(told(() => readSchemas('schemas/a', files(HARVEST, misspelt)))).toMatchObject([
      {
        place: { file: 'schemas/a/shared.json', line: lineOf('"titel"', written(misspelt)) },
        found: expect.stringContaining('titel'),
      },
    ]);
  });

  it('may point at the tables of the engine, which stand beside the folder of a document', () => {
    const shared = { folder: 'schemas', files: new Map([['cell.json', written(CELL)]]) };
    const farm = { folder: 'sources/farm/schemas', files: files(short) };
    const { general, own: read } = readDocumentSchemas(shared, farm);
    expect([...general.keys()]).toEqual(['cell']);
    expect([...read.keys()]).toEqual(['harvest', 'orchard']);
    expect([...allSchemas({ general, own: read }).keys()]).toEqual(['cell', 'harvest', 'orchard']);
    expect(
      readDocumentSchemas(shared, { folder: 'sources/another/schemas', files: new Map() }).own.size,
    ).toBe(0);
  });
});

describe('the schemas', () => {
  it('are read by table', () => {
    const schemas = read(written(HARVEST));
    expect([...schemas.keys()]).toEqual(['harvest', 'orchard']);
    expect(schemas.get('harvest')).toEqual(HARVEST);
  });

  it.each([
    ['a misspelt key', '"primaryKey"', '"primarykey"', '"primarykey"'],
    ['a misspelt key of a field', '"scale"', '"scael"', '"scael"'],
    ["a name that is not the file's", '"harvest"', '"harvests"', '"harvests"'],
    ['a type that is not known', '"number"', '"float"', 'fields.1.type'],
  ])('with %s are refused with file and line', (_, from, to, found) => {
    const text = written(HARVEST).replace(from, to);
    const finding = refusal(text).find((each) => each.found.includes(found.replaceAll('"', '')));
    expect(finding).toMatchObject({
      kind: 'schema',
      place: { file: 'schemas/harvest.json', line: lineOf(to, text) },
    });
  });

  it('with a key that is no field are refused with the line', () => {
    const text = written({ ...HARVEST, primaryKey: ['grove'] });
    expect(refusal(text)).toMatchObject([
      {
        kind: 'schema',
        place: { file: 'schemas/harvest.json', line: lineOf('"grove"', text) },
        found: '"grove"',
      },
    ]);
  });

  it.each([
    ['table', { resource: 'grove', fields: ['orchard'] }, '"grove"'],
    ['field', { resource: 'orchard', fields: ['grove'] }, '"grove"'],
  ])('with a foreign key to a %s that does not exist are refused', (_, reference, found) => {
    const text = written({ ...HARVEST, foreignKeys: [{ fields: ['orchard'], reference }] });
    expect(refusal(text)).toMatchObject([{ kind: 'schema', place: { file: 'schemas/harvest.json' }, found }]);
  });

  it('that are no JSON are refused with the line', () => {
    const text = written(HARVEST).replace('"kind": "observations",', '"kind": observations,');
    const [finding] = refusal(text);
    expect(finding).toMatchObject({
      kind: 'schema',
      place: { file: 'schemas/harvest.json' },
      expected: 'valid JSON',
    });
    expect(finding?.place.line).toBe(lineOf('"kind"', text));
  });

  it('that are cut off are refused with their last line', () => {
    const text = written(HARVEST).slice(0, 200);
    expect(refusal(text)).toMatchObject([
      { place: { line: text.split('\n').length }, expected: 'valid JSON' },
    ]);
  });
});
