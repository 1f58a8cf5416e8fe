import type { Publication } from '../../pipeline/publish/publication.ts';
import type { Dataset, Row } from '../../pipeline/template/schema/rows.ts';
import type { Field, ForeignKey, TableSchema } from '../../pipeline/template/schema/table-schema.ts';

/** A made-up publication with one of everything: every type, nulls, hard texts, all kinds of keys. */
export function rainfall(): Publication {
  return {
    description: {
      id: 'rain-1',
      title: { en: "The Rain Office's report", ru: 'Доклад о дождях' },
      description: { en: 'Made up for tests.', ru: 'Придумано для проверок.' },
      version: '1.2.3',
      created: '2020-01-02T03:04:05Z',
      keywords: { en: ['rain'], ru: ['дождь'] },
      themes: ['https://example.org/themes/weather'],
      spatial: {
        code: 'NO',
        title: { en: 'Norway', ru: 'Норвегия' },
        path: 'https://example.org/places/NO',
        box: [4.5, 57.9, 31.2, 71.2],
        centre: [10, 62],
      },
      licence: {
        name: 'CC0-1.0',
        path: 'https://example.org/cc0',
        title: 'CC0',
        notice: 'The drawings are not covered.',
      },
      sources: [
        {
          title: 'The report',
          path: 'https://example.org/report',
          sha256: 'ab'.repeat(32),
          note: 'The address is a guess.',
        },
      ],
      identifiers: [{ code: 'RAIN/7', title: 'Number of the office', path: 'https://example.org/RAIN/7' }],
      contact: 'mailto:rain@example.org',
      creators: ['Rain Readers'],
      publisher: 'Rain Readers',
      contributors: [{ title: 'Rain Office', roles: ['author'] }],
    },
    datasets: [shower, storms, cellTable, place, statusTable, chapter, nothing],
    views: [{ name: 'wet', comment: "Where it's wet", query: 'select place from shower where mm > 1' }],
    annexes: new Map([['shower', ['2']]]),
  };
}

/** The same publication with one table's rows replaced. */
export function withRows(publication: Publication, table: string, rows: readonly Row[]): Publication {
  const datasets = publication.datasets.map((dataset) =>
    dataset.schema.name === table ? { ...dataset, rows } : dataset,
  );
  return { ...publication, datasets };
}

export function field(name: string, type: Field['type'], rest: Partial<Field> = {}): Field {
  return { name, type, title: `The ${name}`, description: `What "${name}" says; it's a ${type}.`, ...rest };
}

export function schema(
  name: string,
  kind: TableSchema['kind'],
  fields: readonly Field[],
  primaryKey: readonly string[],
  foreignKeys: readonly ForeignKey[] = [],
): TableSchema {
  return {
    name,
    title: `Table ${name}`,
    description: `Rows of ${name}.`,
    kind,
    fields,
    primaryKey,
    foreignKeys,
  };
}

function withCaution(table: TableSchema): TableSchema {
  return { ...table, caution: CAUTION, caution_ru: 'Дожди не складывать.' };
}

export function reference(name: string, resource: string, target = name): ForeignKey {
  return { fields: [name], reference: { resource, fields: [target] } };
}

const required = { constraints: { required: true } };

const status = [
  field('obs_status', 'string', required),
  field('notes', 'string', { separator: ' ' }),
  field('cell_id', 'string', required),
];
const statusKeys = [reference('obs_status', 'obs_status'), reference('cell_id', 'cell')];

const statusTable: Dataset = {
  schema: schema('obs_status', 'codelist', [field('obs_status', 'string', required)], ['obs_status']),
  rows: [{ obs_status: 'M' }, { obs_status: 'A' }],
};

const cellTable: Dataset = {
  schema: schema(
    'cell',
    'evidence',
    [
      field('cell_id', 'string', required),
      field('raw', 'string'),
      field('sure', 'boolean'),
      field('at', 'integer', { constraints: { minimum: 0, maximum: Number.MAX_SAFE_INTEGER } }),
    ],
    ['cell_id'],
  ),
  rows: [
    { cell_id: 'c3', raw: 'two\nlines, "quoted"', sure: null, at: null },
    { cell_id: 'c1', raw: '  14 180 051,0202 ', sure: true, at: 9_007_199_254_740_991 },
    { cell_id: 'c2', raw: "жаңбыр\r…𝄞\t\\ '", sure: false, at: 0 },
  ],
};

const place: Dataset = {
  schema: schema(
    'place',
    'codelist',
    [field('place', 'string', required), field('name', 'string', required)],
    ['place'],
  ),
  rows: [
    { place: 'B', name: 'Bergen' },
    { place: '_T', name: 'Total' },
    { place: 'A', name: 'null' },
  ],
};

/** What is said not to be done with a table. */
export const CAUTION = 'Do not add the rain of two places.';

const shower: Dataset = {
  schema: withCaution(
    schema(
      'shower',
      'observations',
      [
        field('place', 'string', required),
        field('year', 'integer', required),
        field('mm', 'number', { scale: 4, unit: 'millimetres' }),
        ...status,
      ],
      ['place', 'year'],
      [reference('place', 'place'), ...statusKeys],
    ),
  ),
  rows: [
    { place: 'B', year: 2011, mm: '12.50', obs_status: 'A', notes: null, cell_id: 'c1' },
    { place: 'B', year: 999, mm: '-1086670.4', obs_status: 'A', notes: '1 2', cell_id: 'c2' },
    { place: '_T', year: 2011, mm: '14180051.0202', obs_status: 'A', notes: null, cell_id: 'c1' },
    { place: 'A', year: 2011, mm: null, obs_status: 'M', notes: null, cell_id: 'c3' },
    { place: 'A', year: 2012, mm: '0', obs_status: 'A', notes: null, cell_id: 'c3' },
    { place: 'A', year: 2013, mm: '-0.0001', obs_status: 'A', notes: null, cell_id: 'c3' },
    { place: 'A', year: 2014, mm: '99999999999999.9999', obs_status: 'A', notes: null, cell_id: 'c3' },
  ],
};

/** Two values a row, and a unit in a column of its own. */
const storms: Dataset = {
  schema: schema(
    'storms',
    'observations',
    [
      field('year', 'integer', required),
      field('count', 'integer'),
      field('worst', 'number', { scale: 1 }),
      field('unit', 'string', required),
      ...status,
    ],
    ['year'],
    statusKeys,
  ),
  rows: [
    { year: 2011, count: 3, worst: '7.0', unit: 'force', obs_status: 'A', notes: null, cell_id: 'c1' },
    {
      year: 2010,
      count: -2147483647,
      worst: null,
      unit: 'force',
      obs_status: 'A',
      notes: null,
      cell_id: 'c2',
    },
  ],
};

/** Points at itself, a child before its parent. */
const chapter: Dataset = {
  schema: schema(
    'chapter',
    'document',
    [field('chapter', 'string', required), field('parent', 'string')],
    ['chapter'],
    [reference('parent', 'chapter', 'chapter')],
  ),
  rows: [
    { chapter: 'a', parent: 'z' },
    { chapter: 'z', parent: null },
  ],
};

const nothing: Dataset = {
  schema: schema(
    'nothing',
    'evidence',
    [field('id', 'string', required), field('x', 'number', { scale: 2 })],
    ['id'],
  ),
  rows: [],
};
