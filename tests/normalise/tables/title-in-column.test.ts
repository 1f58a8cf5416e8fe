import { expect, it } from 'vitest';
import { extractByPlaces } from '../../../pipeline/extract/extract.ts';
import { normalise } from '../../../pipeline/normalise/normalise.ts';
import { madeUpPdf, words } from '../../extract/pdf/made-up-pdf.ts';
import { declare, ruled } from './printed.ts';

const TABLE =
  'title: Sales of all kinds of fruit by region\ncolumns: { year: { range: [2010, 2011] } }\nrows: { region: { labels: [North, South] } }\n';

const column = (texts: readonly string[], x: number, y: number): string =>
  texts.map((text, at) => words(x, y - 14 * at, text)).join('');

it('finds a table in the right of two columns of text, below its title there', async () => {
  const left = Array.from({ length: 14 }, (_, at) => `line ${at} is as long as any here`);
  const rows = [
    ['Region', '2010', '2011'],
    ['North', '1', '2'],
    ['South', '4', '5'],
  ];
  const page =
    column(left, 20, 275) +
    column([...left.slice(0, 6), 'Sales of all kinds of', 'fruit by region'], 210, 275) +
    ruled({ rows, left: 210, top: 171, widths: [50, 50, 50] }) +
    column(left.slice(0, 3), 210, 107);
  const source = await extractByPlaces(madeUpPdf([page], { size: [400, 300] }), 'survey.pdf');
  const { cells } = normalise(source, declare({ document: '', tables: { sales: TABLE } }));
  expect(cells.flatMap(({ raw }) => raw)).toEqual(['1', '2', '4', '5']);
});
