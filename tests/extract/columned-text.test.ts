import { expect, it } from 'vitest';
import { extractByPlaces } from '../../pipeline/extract/extract.ts';
import { cellText } from '../../pipeline/page/table.ts';

const TEXT = `
Table 4. Debt by creditor

Creditor        Q1      Q2      Q3
External     800.1   850.3   870.0
Domestic     404.4   459.7   463.1

Table 5. Indices

Month        All items       Food
January          104.1      103.9
February         104.4      104.0
`;

it('a table of a text ends where a line begins with the number of the next, however near it stands', async () => {
  const { pages } = await extractByPlaces(Buffer.from(TEXT), 'survey.txt');
  const tables = pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
  );
  expect(tables.map(({ rows, columns }) => [rows, columns])).toEqual([
    [3, 4],
    [3, 3],
  ]);
  expect(tables[1]?.cells.map(cellText).slice(0, 3)).toEqual(['Month', 'All items', 'Food']);
});
