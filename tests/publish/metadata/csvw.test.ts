import { describe, expect, test } from 'vitest';
import { reportIsThere } from '../../report.ts';
import { rainfall } from '../rainfall.ts';
import { changed, type Files, NAMES, textOf, useOutputs } from './outputs.ts';
import { isNode, type Node, nodes } from './vocabulary.ts';

const outputs = useOutputs();
const FILE = 'csv-metadata.json';

/** The properties of CSV on the Web, by what has them; a common property has a prefix that the standard knows. */
const KNOWN = {
  'table group': '@context tables dialect',
  dialect: 'encoding delimiter quoteChar doubleQuote header lineTerminators',
  table: 'url tableSchema',
  schema: 'columns primaryKey foreignKeys',
  column: 'name titles datatype separator lang required',
  datatype: 'base format minimum maximum',
  'foreign key': 'columnReference reference',
  reference: 'resource columnReference',
};
const PREFIXES = ['dc', 'rdfs', 'schema', 'skos'];
const DATATYPES = ['string', 'boolean', 'integer', 'decimal'];

function group(files: Files): Node {
  return JSON.parse(textOf(files, FILE));
}

function strange(kind: keyof typeof KNOWN, node: Node): readonly string[] {
  const known = KNOWN[kind].split(' ');
  return Object.keys(node).flatMap((name) => {
    const isKnown = known.includes(name) || PREFIXES.includes(name.split(':')[0] ?? '');
    return isKnown ? [] : [`${kind}: unknown property ${name}`];
  });
}

/** What is wrong by the rules of CSV on the Web, or does not fit the files. */
function faults(files: Files): readonly string[] {
  const root = group(files);
  const tables = nodes(root.tables).map((table) => {
    const schema = nodes(table.tableSchema)[0] ?? {};
    return { table, schema, url: String(table.url), columns: nodes(schema.columns) };
  });
  const namesOf = (url: unknown): readonly string[] =>
    tables.find((table) => table.url === url)?.columns.map(({ name }) => String(name)) ?? [];
  const stray = (names: unknown, url: unknown): readonly string[] =>
    (Array.isArray(names) ? names : [names]).map(String).filter((name) => !namesOf(url).includes(name));
  return [
    ...strange('table group', root),
    ...nodes(root.dialect).flatMap((dialect) => strange('dialect', dialect)),
    ...tables.flatMap(({ table, schema, url, columns }) => [
      ...strange('table', table),
      ...strange('schema', schema),
      ...columns.flatMap((column) => strange('column', column)),
      ...columns.flatMap(({ datatype }) => (isNode(datatype) ? strange('datatype', datatype) : [])),
      ...columns.flatMap(({ datatype }) => {
        const base = isNode(datatype) ? datatype.base : datatype;
        return DATATYPES.includes(String(base)) ? [] : [`${url}: no datatype ${base}`];
      }),
      ...(files.has(url) ? [] : [`${url}: no such file`]),
      ...(files.get(url)?.toString().split('\n')[0] === columns.map(({ titles }) => titles).join()
        ? []
        : [`${url}: another header`]),
      ...(new Set(namesOf(url)).size === columns.length ? [] : [`${url}: a name stands twice`]),
      ...stray(schema.primaryKey, url).map((name) => `${url}: key of no column ${name}`),
      ...nodes(schema.foreignKeys).flatMap((key) => {
        const reference = nodes(key.reference)[0] ?? {};
        return [
          ...strange('foreign key', key),
          ...strange('reference', reference),
          ...stray(key.columnReference, url).map((name) => `${url}: foreign key of no column ${name}`),
          ...stray(reference.columnReference, reference.resource).map(
            (name) => `${url}: foreign key to no column ${reference.resource} ${name}`,
          ),
        ];
      }),
    ]),
  ];
}

describe('csv-metadata.json', () => {
  test.each(NAMES)('keeps the rules of CSV on the Web and fits the files (%s)', (name) => {
    const files = outputs.files(name);
    expect(group(files)['@context']).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'en' }]);
    const csv = [...files.keys()].filter((path) => path.startsWith('csv/'));
    expect(
      nodes(group(files).tables)
        .map(({ url }) => url)
        .sort(),
    ).toEqual(csv.sort());
    expect(faults(files)).toEqual([]);
  });

  test('has the type, bounds and duty of every column as its schema declares them', () => {
    const tables = nodes(group(outputs.files('rain')).tables);
    const columns = (url: string): readonly Node[] =>
      nodes(nodes(tables.find((table) => table.url === url)?.tableSchema)[0]?.columns);
    expect(columns('csv/cell.csv')).toMatchObject([
      { name: 'cell_id', datatype: 'string', required: true },
      { name: 'raw', datatype: 'string' },
      { name: 'sure', datatype: 'boolean' },
      { name: 'at', datatype: { base: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER } },
    ]);
    expect(columns('csv/shower.csv')[2]).toMatchObject({ name: 'mm', datatype: 'decimal' });
    expect(columns('csv/shower.csv')[4]).toMatchObject({ name: 'notes', separator: ' ' });
    expect(columns('csv/shower.csv')[2]).not.toHaveProperty('required');
    expect(tables).toHaveLength(rainfall().datasets.length);
  });

  test.runIf(reportIsThere)('knows the language of a label and the codes of a list', () => {
    const tables = nodes(group(outputs.files('own')).tables);
    const region = nodes(nodes(tables.find(({ url }) => url === 'csv/region.csv')?.tableSchema)[0]?.columns);
    expect(region.find(({ name }) => name === 'name_kk')).toMatchObject({ lang: 'kk' });
    const kind = region.find(({ name }) => name === 'kind')?.datatype;
    expect(kind).toEqual({ base: 'string', format: '^(country|oblast|city|transport)$' });
  });

  test.each([
    ['an unknown property', '"titles"', '"title"', 'column: unknown property title'],
    ['a datatype that is none', '"decimal"', '"number"', 'no datatype number'],
    ['a column of another name', '"titles": "mm"', '"titles": "cm"', 'csv/shower.csv: another header'],
    [
      'a key that names no column',
      '"place",\n          "year"',
      '"places",\n          "year"',
      'key of no column places',
    ],
    [
      'a foreign key to nothing',
      '"resource": "csv/cell.csv"',
      '"resource": "csv/cells.csv"',
      'to no column csv/cells.csv',
    ],
    [
      'a file that is not there',
      '"url": "csv/place.csv"',
      '"url": "csv/plaice.csv"',
      'csv/plaice.csv: no such file',
    ],
  ])('is noticed when it has %s', (_, find, replace, fault) => {
    const broken = changed(outputs.files('rain'), FILE, (text) => text.replace(find, replace));
    expect(faults(broken)).toContainEqual(expect.stringContaining(fault));
  });
});
