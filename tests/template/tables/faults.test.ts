import { describe, expect, it } from 'vitest';
import { SourceFault } from '../../../pipeline/page/finding.ts';
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
      '1: "value", "ignore" or a key of the rows (region) / "regoin" / ',
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
      '2: a file of tables/ whose rows or columns have the key "region" / "regions" / ',
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

  it('of the document is told too', () => {
    expect(faultsOf(`columns: [region, value]\n${ROWS}`, 'numbrs: {}\n')).toEqual([
      '4: a key that the format knows / "numbrs" / correct the file; did you mean "numbers"?',
    ]);
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
