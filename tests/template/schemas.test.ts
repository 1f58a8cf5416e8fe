import { describe, expect, it } from 'vitest';
import { type Finding, SourceFault } from '../../pipeline/page/finding.ts';
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
