import { describe, expect, it } from 'vitest';
import { SourceFault } from '../../../pipeline/page/finding.ts';
import { readDocument } from '../../../pipeline/template/document.ts';
import { declare } from '../../normalise/tables/printed.ts';

const ROWS = 'rows: { region: { labels: [North, South] } }\n';

/** The faults of a file of tables/, each with its line. */
function faultsOf(table: string, document = ''): readonly string[] {
  try {
    declare({ document, tables: { sales: table } });
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings.map(
      ({ place, expected, found, action = '' }) => `${place.line}: ${expected} / ${found} / ${action}`,
    );
  }
  return [];
}

describe('a fault of a declared table', () => {
  it.each([
    [
      'a key',
      `title: Sales\ncolums: [region, value]\n${ROWS}`,
      '2: a key that the format knows / "colums" / correct the file; did you mean "columns"?',
    ],
    [
      'a key within a key',
      `columns: { year: { rnage: [1, 2] } }\n${ROWS}`,
      '1: a key that the format knows / "rnage" / correct the file; did you mean "range"?',
    ],
    [
      'a key of continued',
      `columns: [region, value]\ncontinued: { titel: x }\n${ROWS}`,
      '2: a key that the format knows / "titel" / correct the file; did you mean "title"?',
    ],
    [
      'a value',
      `columns: [region, value]\nblank: none\n${ROWS}`,
      '2: one of "nil", "not_applicable", "missing", "not_available" / "none" in "blank" / correct the file',
    ],
    [
      'a column that is no key',
      `columns: [regoin, value]\n${ROWS}`,
      '1: "value", "ignore" or a key of the rows (region) / "regoin" / did you mean "region"?',
    ],
    ['no rows', 'columns: [region, value]\n', '1: the key "rows" / none in the file / correct the file'],
    [
      'no codes',
      'columns: [region, value]\nrows: { region: { printed: some } }\n',
      '1: labels, range, codelist or from for "region" / none of them / ',
    ],
    [
      'a code twice',
      'columns: [region, value]\nrows: { region: { labels: [North, North] } }\n',
      '2: each code of region once / "North" twice / ',
    ],
    [
      'a key twice',
      `columns: [region, { region: north }]\n${ROWS}`,
      '1: each key in one place: codes, for, rows or columns / "region" in two / ',
    ],
    [
      'a code list that is not there',
      'columns: [region, value]\nrows: { region: { codelist: regions } }\n',
      '2: a CSV under codelists/ / "regions" / ',
    ],
    [
      'a table that is not there',
      'columns: [region, value]\nrows: { region: { from: regions } }\n',
      '2: a file of tables/ whose rows or columns have the key "region" / "regions" / there are: sales',
    ],
    [
      'a label that is blank',
      'columns: [region, value]\nrows: { region: { labels: { n: " " } } }\n',
      '1: a printed text for the label of n / " ", which is blank / ',
    ],
    [
      'pages that descend',
      `pages: 7-3\ncolumns: [region, value]\n${ROWS}`,
      '1: pages that ascend / "7-3" / ',
    ],
  ])('is told with its line and what is meant: %s', (_, table, told) => {
    expect(faultsOf(table)).toContain(told);
  });

  it.each([
    ['pages that are a word', 'pages: one\n', 'pages such as 3, 3-4 or 3, 5-7 / "one" in "pages"'],
    [
      'pages as a list',
      'pages: [1, 2]\n',
      'a whole number or pages such as 3, 3-4 or 3, 5-7 / [1,2] in "pages"',
    ],
    ['an empty value', 'blank:\n', ' / nothing in "blank"'],
    ['a language that is none', 'title: { english: Sales }\n', 'a language such as en / "english"'],
    ['one word for a list', 'decimals: 0\n', 'a list / 0 in "decimals"'],
  ])('is told once, whatever forms it may have: %s', (_, more, told) => {
    const faults = faultsOf(`${more}columns: [region, value]\n${ROWS}`);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(told);
  });

  it.each([
    [
      'a word of the format in a column',
      'columns: [region, { year: a }, { year: b, uint: t }]\n',
      'did you mean "unit"?',
    ],
    ['a key of a column', 'columns: [region, { year: a }, { yaer: b }]\n', 'did you mean "year"?'],
    ['the name of a column', 'columns: [regoin, value]\n', 'did you mean "region"?'],
  ])('names what %s was meant to be', (_, columns, meant) => {
    expect(faultsOf(columns + ROWS).join('\n')).toContain(meant);
  });

  it('names what a word of a listed row was meant to be', () => {
    const table = 'columns: [region, value]\nrows:\n  - { lable: North, region: north }\n';
    expect(faultsOf(table)[0]).toContain('did you mean "label"?');
  });

  it('names the codes and tables that a statement was meant to be about', () => {
    const says = (statement: string): string =>
      faultsOf(
        `columns: [region, value]\n${ROWS}identities: [{ id: a, kind: sum, says: "${statement}", because: b }]\n`,
      ).join('\n');
    expect(says('sales[region=nroth] >= 0')).toContain('"nroth" (did you mean "north"?)');
    expect(says('slaes[region=north] >= 0')).toContain('"slaes" (did you mean "sales"?)');
    expect(says('sales[regin=north] >= 0')).toContain('"regin" (did you mean "region"?)');
    expect(says('sales[region≠nroth] >= 0')).toContain('a code of region in sales');
  });

  it('is none where a number stands for a text', () => {
    expect(faultsOf(`title: 2010\ncolumns: [region, { header: 2010, year: 2010 }]\n${ROWS}`)).toEqual([]);
  });

  it('of the document is told too', () => {
    expect(faultsOf(`columns: [region, value]\n${ROWS}`, 'numbrs: {}\n')).toEqual([
      '4: a key that the format knows / "numbrs" / correct the file; did you mean "numbers"?',
    ]);
  });

  it('of a document that lists no tables is that it has none', () => {
    const read = () =>
      readDocument(
        'sources/survey',
        new Map([['document.yaml', 'id: survey\ntitle: A\ntable: [a]\n']]),
        new Map(),
      );
    expect(read).toThrow('did you mean "tables"?');
  });

  it('is the name of a file that is not there, with the one that is meant', () => {
    const files = new Map([
      ['document.yaml', 'id: survey\ntitle: A\ntables: [slaes]\n'],
      ['tables/sales.yaml', ROWS],
    ]);
    expect(() => readDocument('sources/survey', files, new Map())).toThrow(
      /document\.yaml:3[\s\S]*"slaes"[\s\S]*did you mean "sales"\?/,
    );
  });

  it('is none where all is well, and all faults of all files are told at once', () => {
    expect(faultsOf(`columns: [region, value]\n${ROWS}`)).toEqual([]);
    expect(() => declare({ tables: { one: 'rows: {}\n', two: 'rows: {}\n' } })).toThrow(
      /one\.yaml[\s\S]*two\.yaml/,
    );
  });
});

describe('a schema that follows from its layout', () => {
  const fieldsOf = (table: string, document = ''): readonly string[] =>
    declare({ document, tables: { sales: table } })
      .schemas.get('sales')
      ?.fields.map(({ name, type }) => `${name} ${type}`) ?? [];

  it('has the keys of the rows and the columns, the value, its status, its marks and its cell', () => {
    expect(fieldsOf(`columns: { year: { range: [2010, 2011] } }\n${ROWS}`)).toEqual([
      'region string',
      'year integer',
      'value number',
      'obs_status string',
      'notes string',
      'cell_id string',
    ]);
  });

  it('has whole numbers where no decimal sign is declared, and a unit where one is', () => {
    expect(
      fieldsOf(`columns: [region, value]\nunit: tonnes\n${ROWS}`, 'numbers: { group: [","] }\n'),
    ).toEqual([
      'region string',
      'value integer',
      'unit string',
      'obs_status string',
      'notes string',
      'cell_id string',
    ]);
  });

  it('has the names that are declared for the table and its value', () => {
    const tables = declare({
      tables: { sales: `dataset: trade\nvalue: tonnes\ncolumns: [region, value]\n${ROWS}` },
    });
    expect(tables.schemas.get('trade')?.fields.map(({ name }) => name)).toContain('tonnes');
  });

  it('has the same keys for all files of a table', () => {
    expect(() =>
      declare({
        tables: {
          one: `dataset: trade\ncolumns: [region, value]\n${ROWS}`,
          two: 'dataset: trade\ncolumns: [town, value]\nrows: { town: { labels: [Ash] } }\n',
        },
      }),
    ).toThrow('as in');
  });

  it('tells the printed label of every code in a table of its own', () => {
    const { codelistDatasets } = declare({
      tables: { sales: `columns: [region, value]\n${ROWS}notes: { "1": Estimate }\n` },
    });
    const labels = codelistDatasets.find(({ schema }) => schema.name === 'printed_label');
    expect(labels?.rows).toEqual([
      { dataset: 'sales', key: 'region', code: 'north', label: 'North' },
      { dataset: 'sales', key: 'region', code: 'south', label: 'South' },
      { dataset: 'sales', key: 'notes', code: '1', label: 'Estimate' },
    ]);
  });
});
