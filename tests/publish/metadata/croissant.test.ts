import { describe, expect, test } from 'vitest';
import { changed, claimFaults, type Files, NAMES, textOf, useOutputs } from './outputs.ts';
import { isNode, type Node, nodes, within } from './vocabulary.ts';

const outputs = useOutputs();
const FILE = 'croissant.json';

/** The properties that Croissant 1.1 names for each of its classes, and those of schema.org that it lists. */
const KNOWN: Readonly<Record<string, string>> = {
  'sc:Dataset':
    'conformsTo description license name url creator datePublished keywords publisher version dateCreated dateModified sameAs sdLicense inLanguage distribution isLiveDataset citeAs sdVersion recordSet alternateName isBasedOn rai:dataLimitations',
  'sc:Organization': 'name',
  Organization: 'name',
  CreativeWork: 'name alternateName url description',
  MediaObject: 'name alternateName url sha256 description',
  Report: 'name reportNumber description url',
  'cr:FileObject': 'name contentUrl contentSize encodingFormat sameAs sha256 containedIn description',
  'cr:RecordSet': 'name description field key data examples annotation dataType',
  'cr:Field':
    'name description source dataType value isArray arrayShape equivalentProperty references subField parentField annotation',
};
const UNTYPED = new Set(['@id', 'fileObject', 'extract', 'column', 'field', 'transform', 'separator']);

const REQUIRED = [
  '@context',
  '@type',
  'conformsTo',
  'description',
  'license',
  'name',
  'url',
  'creator',
  'datePublished',
];

const DATA_TYPES = ['sc:Text', 'sc:Integer', 'sc:Float', 'sc:Boolean'];

function description(files: Files): Node {
  return JSON.parse(textOf(files, FILE));
}

/** What is wrong by the rules of the specification, and what is said of files that is not so. */
function faults(files: Files): readonly string[] {
  const root = description(files);
  const all = within(root);
  const ids = all.flatMap((node) => ('@type' in node && '@id' in node ? [String(node['@id'])] : []));
  const known = new Set(ids);
  const columns = (fileObject: unknown): readonly string[] => {
    const path = isNode(fileObject) ? String(fileObject['@id']).replaceAll('parquet', 'csv') : '';
    return files.get(path)?.toString().split('\n')[0]?.split(',') ?? [];
  };
  return [
    ...REQUIRED.flatMap((name) => (root[name] === undefined ? [`required: ${name}`] : [])),
    ...(known.size < ids.length ? ['an id stands twice'] : []),
    ...all.flatMap((node) => {
      const names = new Set(KNOWN[String(node['@type'])]?.split(' ') ?? UNTYPED);
      return Object.keys(node).flatMap((name) =>
        names.has(name) || name.startsWith('@') ? [] : [`unknown: ${name}`],
      );
    }),
    ...all.flatMap((node) =>
      Object.keys(node).join() === '@id' && !known.has(String(node['@id']))
        ? [`no such id: ${node['@id']}`]
        : [],
    ),
    ...all.flatMap(({ source }) => {
      if (!isNode(source) || !isNode(source.extract)) return [];
      const { column } = source.extract;
      return columns(source.fileObject).includes(String(column)) ? [] : [`no such column: ${column}`];
    }),
    ...all.flatMap(({ references }) =>
      references === undefined || (isNode(references) && isNode(references.field))
        ? []
        : ['a reference to no field'],
    ),
    ...all.flatMap(({ dataType }) =>
      dataType === undefined || DATA_TYPES.includes(String(dataType)) ? [] : ['dataType'],
    ),
    ...claimFaults(
      files,
      nodes(root.distribution).map(({ contentUrl, contentSize, sha256 }) => ({
        path: String(contentUrl),
        bytes: Number.parseInt(String(contentSize), 10),
        sha256: String(sha256),
      })),
    ),
  ];
}

describe('croissant.json', () => {
  test.each(NAMES)(
    'keeps the rules of Croissant 1.1, and says nothing of a file that is not so (%s)',
    (name) => {
      expect(description(outputs.files(name))).toMatchObject({
        '@type': 'sc:Dataset',
        conformsTo: 'http://mlcommons.org/croissant/1.1',
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      });
      expect(faults(outputs.files(name))).toEqual([]);
    },
  );

  test.each(NAMES)('has every CSV and Parquet file and a record set for each table (%s)', (name) => {
    const files = outputs.files(name);
    const csv = [...files.keys()].filter((path) => path.startsWith('csv/'));
    const data = [...files.keys()].filter((path) => /^(csv|parquet)\//.test(path));
    const root = description(files);
    expect(
      nodes(root.distribution)
        .map((each) => each['@id'])
        .sort(),
    ).toEqual(data.sort());
    expect(
      nodes(root.recordSet)
        .map((each) => `csv/${each.name}.csv`)
        .sort(),
    ).toEqual(csv.sort());
  });

  test('is read by the reference reader, which finds schema.org by https and a reference by its field', () => {
    expect(description(outputs.files('rain'))['@context']).toMatchObject({
      '@vocab': 'https://schema.org/',
      sc: 'https://schema.org/',
    });
    const broken = changed(outputs.files('rain'), FILE, (text) =>
      text.replace(/"references": \{\s+"field": (\{[^}]+\})\s+\}/, '"references": $1'),
    );
    expect(faults(broken)).toEqual(['a reference to no field']);
  });

  test('has a field for every column, with its type and, for a code, the field that it points at', () => {
    const shower = nodes(description(outputs.files('rain')).recordSet).find(({ name }) => name === 'shower');
    expect(shower).toMatchObject({
      key: [{ '@id': 'shower/place' }, { '@id': 'shower/year' }],
      field: [
        { '@id': 'shower/place', dataType: 'sc:Text', references: { field: { '@id': 'place/place' } } },
        { '@id': 'shower/year', dataType: 'sc:Integer' },
        {
          '@id': 'shower/mm',
          dataType: 'sc:Float',
          source: { fileObject: { '@id': 'parquet/shower.parquet' } },
        },
        { references: { field: { '@id': 'obs_status/obs_status' } } },
        { name: 'notes', isArray: true, arrayShape: '-1', source: { transform: { separator: ' ' } } },
        { references: { field: { '@id': 'cell/cell_id' } } },
      ],
    });
  });

  test.each([
    ['no address, which is required', '"url": "./",', '', 'required: url'],
    ['an unknown property', '"recordSet": [', '"recordSets": [', 'unknown: recordSets'],
    ['an id that stands twice', '"@id": "shower/mm"', '"@id": "shower/year"', 'an id stands twice'],
    [
      'a reference to nothing',
      '"@id": "place/place"\n            }',
      '"@id": "place/plaice"\n            }',
      'no such id: place/plaice',
    ],
    ['a column that is not there', '"column": "mm"', '"column": "cm"', 'no such column: cm'],
    ['a type that is none', '"sc:Float"', '"sc:Decimal"', 'dataType'],
    ['a wrong checksum', /( B",[^}]*"sha256": ")[0-9a-f]{8}/, '$100000000', /another checksum/],
    ['a wrong size', '"contentSize": "', '"contentSize": "1', /bytes, not 1/],
  ])('is noticed when it has %s', (_, find, replace, fault) => {
    const broken = changed(outputs.files('rain'), FILE, (text) => text.replace(find, replace));
    expect(faults(broken)).toContainEqual(expect.stringMatching(fault));
  });
});
