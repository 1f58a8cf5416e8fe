import type { WriteSheet } from 'hucre/xlsx';
import type { TableSchema } from '../../template/schema/table-schema.ts';
import { codesOf, isList } from '../metadata/facts.ts';
import type { Description } from '../publication.ts';
import type { Table } from '../table.ts';
import type { CellValue } from './cell-value.ts';
import { gridSheet } from './sheets.ts';

/** Places of the kinds of tables among the sheets: what most people come for stands first. */
export const RANKS: Readonly<Record<TableSchema['kind'], number>> = {
  together: 0,
  observations: 1,
  codelist: 2,
  document: 3,
  evidence: 4,
};

/** What an empty cell and a text are, for whoever opens the file without its dictionary. */
const READING: readonly string[] = [
  'Each other sheet is one table of the data, with its columns in the first row. Columns tells what each of them means, Codes what each code means, in the languages of the lists.',
  'An empty cell is a value that is missing, never 0; obs_status, where there is one, says why.',
  'Numbers are numbers and codes are texts: nothing here is a formula or a date. A number of more digits than a spreadsheet holds is a text.',
  'A spreadsheet shows 12.50 as 12.5; the decimals as printed are in the other formats.',
];

/** The first sheet: what this is, whose, how to read it, and where each table is. */
export function aboutSheet(
  name: string,
  description: Description,
  tables: readonly Table[],
  nameOf: (table: string) => string,
): WriteSheet {
  const { title, version, created, publisher, licence, sources, identifiers } = description;
  const lines: readonly (readonly CellValue[])[] = [
    [title.en],
    [description.description.en],
    [],
    ['Version', created === undefined ? version : `${version} of ${created.slice(0, 10)}`],
    ['Published by', publisher],
    ['Licence', `${licence.title}, ${licence.path}`],
    ...sources.map(({ title: source, path, note }) => [
      'Source',
      [`${source}, ${path}`, ...(note === undefined ? [] : [note])].join('. '),
    ]),
    ...identifiers.map(({ code, title: kind, path }) => [kind, `${code}, ${path}`]),
    [],
    ...READING.map((line) => [line]),
    [],
    ['sheet', 'table', 'what', 'rows', 'description', 'what not to do with it'],
    ...tables.map(({ schema, rowCount }) => [
      nameOf(schema.name),
      schema.name,
      schema.title,
      rowCount,
      schema.description,
      schema.caution ?? null,
    ]),
  ];
  return {
    name,
    columns: [30, 36, 60, 8].map((width) => ({ width })),
    rows: lines.map((line) => [...line]),
    cells: new Map([['0,0', { style: { font: { bold: true, size: 14 } } }]]),
  };
}

/** Every column of every table: its type, unit and meaning. */
export function columnsSheet(name: string, tables: readonly Table[]): WriteSheet {
  const rows = tables.flatMap(({ schema }) =>
    schema.fields.map(({ name: field, type, unit, title, description }) => [
      schema.name,
      field,
      type === 'string' ? 'text' : type === 'number' ? 'decimal' : type,
      unit ?? null,
      title,
      description,
    ]),
  );
  return gridSheet(name, ['table', 'column', 'type', 'unit', 'title', 'description'], rows);
}

/** The codes of all lists with their labels, a column a language. */
export function codesSheet(name: string, tables: readonly Table[]): WriteSheet {
  const lists = tables
    .filter(({ schema }) => isList(schema))
    .map((table) => ({ list: table.schema.name, codes: codesOf(table) }));
  const languages = [
    ...new Set(lists.flatMap(({ codes }) => codes.flatMap(([, label]) => Object.keys(label)))),
  ].sort();
  const rows = lists.flatMap(({ list, codes }) =>
    codes.map(([code, label]) => [list, code, ...languages.map((language) => label[language] ?? null)]),
  );
  return gridSheet(name, ['list', 'code', ...languages], rows);
}
