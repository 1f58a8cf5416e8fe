import { describe, expect, it } from 'vitest';
import { readArguments } from '../../pipeline/command-line/arguments.ts';
import { explain } from '../../pipeline/command-line/explain/explain.ts';
import type { TaskReader } from '../../pipeline/command-line/limited-reading.ts';
import { PLAIN } from '../../pipeline/command-line/look/printed.ts';
import { extractByPlaces } from '../../pipeline/extract/extract.ts';
import { explanationOfTables } from '../../pipeline/normalise/tables/cells/explanation.ts';
import type { ExplainedCell, ExplainedRow } from '../../pipeline/normalise/tables/deciding/explained.ts';
import { madeUpPdf } from '../extract/pdf/made-up-pdf.ts';
import { declare, line, ruled } from '../normalise/tables/printed.ts';

const CELL: ExplainedCell = {
  cellId: 'rain:hill.2019',
  column: '2019',
  text: '12 345',
  says: '12345',
  content: { kind: 'number', value: '12345', marks: [] },
  start: 0,
  end: 6,
  page: 2,
  line: 7,
  evidence: 'place',
  runnerUp: { says: '12', row: '12 | 345 | 7', felledBy: 'place', identities: [] },
  isNotationCertain: true,
  isColumnCertain: true,
};
const ROW: ExplainedRow = {
  table: 'rain',
  row: 'Hill (hill)',
  place: { file: 'rain.pdf', page: 2, line: 7 },
  cells: [CELL],
  readings: [],
};
const FINDING = {
  kind: 'cells',
  place: { file: 'rain.pdf', page: 2, line: 8, table: 'rain', row: 'Dale' },
  expected: 'a value',
  found: '"x"',
} as const;
const DALE: ExplainedRow = {
  ...ROW,
  row: 'Dale (dale)',
  cells: [],
  finding: FINDING,
  readings: ['1 | 23', '12 | 3'],
};

const reader: TaskReader = () =>
  Promise.resolve({
    kind: 'explained',
    explanation: { rows: [ROW, DALE, { ...ROW, table: 'snow' }], findings: [FINDING] },
  });
const told = (table: string, row?: string): Promise<string> =>
  explain({ document: 'weather', table, row, source: undefined }, reader, PLAIN);

describe('etl explain', () => {
  it('tells of a cell what is printed, what it says, by which evidence, the next best reading and what declares it', async () => {
    const text = await told('rain', 'hill');
    expect(text).toContain('table rain: 1 of 2 rows');
    expect(text).toContain('row Hill (hill), page 2, line 7');
    expect(text).toContain(
      '2019  "12 345" says 12345 by place; next best 12, in the row 12 | 345 | 7: struck out by place; declared by: the columns of the table as they are declared',
    );
  });

  it('tells of a row at fault what was expected and found, and the readings that are left', async () => {
    const text = await told('rain', 'dale');
    expect(text).toContain('expected a value, found "x"');
    expect(text).toContain('readings that are left:\n    1 | 23\n    12 | 3');
  });

  it('tells of a table though another is at fault, and not of what is wrong there', async () => {
    expect(await told('snow')).not.toContain('expected a value');
  });

  it('says which tables and rows there are where it is asked for another', async () => {
    await expect(told('rian')).rejects.toThrow(
      /a table of it: rain, snow, found "rian"; did you mean rain\?/,
    );
    await expect(told('rain', 'Moor')).rejects.toThrow(/a row of it: Hill \(hill\), Dale \(dale\)/);
  });

  it('explains the tables that can be read beside one that is not as it is declared', async () => {
    const rows = [
      ['', '2010', '2011'],
      ['North', '12', '34'],
      ['South', '5', '6'],
    ];
    const page = (title: string) => line(title) + ruled({ rows });
    const source = await extractByPlaces(madeUpPdf([page('Rain'), page('Snow')]), 'survey.pdf');
    const table = (title: string, second: string) =>
      `title: ${title}\ncolumns: { year: { labels: ["2010", "2011"] } }\nrows: { place: { labels: [North, ${second}] } }\n`;
    const document = declare({ tables: { rain: table('Rain', 'South'), snow: table('Snow', 'West') } });
    const { rows: explained, findings } = explanationOfTables(source, document);
    const north = explained.find((row) => row.table === 'rain' && row.row === 'North (north)');
    expect(north?.cells.map(({ column, text, says }) => [column, text, says])).toEqual([
      ['2010', '12', '12'],
      ['2011', '34', '34'],
    ]);
    expect(explained.filter((row) => row.table === 'snow').map(({ cells }) => cells.length)).toEqual([0, 0]);
    expect(findings.map(({ place }) => place.table)).toEqual(['snow']);
  });

  it('is asked for a document, a table, and a row', () => {
    expect(readArguments(['explain', 'weather', 'rain', 'hill', '--source', 'a.pdf'])).toEqual({
      kind: 'explain',
      explain: { document: 'weather', table: 'rain', row: 'hill', source: 'a.pdf' },
    });
    expect(readArguments(['explain', 'weather'])).toMatchObject({ kind: 'usage' });
    expect(readArguments(['explain', 'a', 'b', 'c', 'd'])).toMatchObject({ kind: 'usage' });
  });
});
