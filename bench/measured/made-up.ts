import type { DocumentDescription } from '../../pipeline/template/document.ts';
import { readDocument } from '../../pipeline/template/document.ts';
import { documentOf, madeUpDocument } from '../../tests/made-up-document.ts';
import { pdfPages } from '../synthesis/as-pdf.ts';
import { columnText } from '../synthesis/as-text.ts';
import { choicesOf } from '../synthesis/choices.ts';
import type { Block, MatrixCell } from '../synthesis/matrix.ts';

/** Documents that can be made as large as one likes. */
const ROWS_OF_PAGE = 20;
const TITLE = 'Harvest of the orchards';

const cell = (text: string): MatrixCell => ({ text, columns: 1 });

/** A table of numbers of one to six digits, its rows called after their number. */
function block(rows: number, columns: number, title: string | undefined, page?: number): Block {
  const { below } = choicesOf(rows * columns + (page ?? 0));
  const number = (): string => String(1 + below(10 ** (1 + below(6))));
  return {
    kind: 'table',
    title,
    page,
    head: [[cell(''), ...Array.from({ length: columns }, (_, column) => cell(String(1990 + column)))]],
    body: Array.from({ length: rows }, (_, row) => [
      cell(`Orchard ${row + 1}`),
      ...Array.from({ length: columns }, () => cell(number())),
    ]),
  };
}

/** A PDF of so many pages, a table without rules on each. */
export function manyPages(pages: number): Uint8Array {
  const blocks = Array.from({ length: pages }, (_, index) => block(ROWS_OF_PAGE, 4, TITLE, index + 1));
  return pdfPages(blocks, { isRuled: false, labelWidth: 40, padding: 8, isLevelAtEnds: true });
}

/** A text in columns with one table of so many rows, and what is declared of it. */
export function manyRows(rows: number): {
  readonly document: DocumentDescription;
  readonly bytes: Uint8Array;
} {
  const columns = 3;
  const labels = Array.from({ length: rows }, (_, row) => `Orchard ${row + 1}`);
  const head = 'id: rows\ntitle: Harvest\nsource: { file: report.txt }\ntables: [harvest]\n';
  const table = `title: ${TITLE}\ncolumns: { year: { range: [1990, ${1989 + columns}] } }\nrows: { orchard: { labels: [${labels.join(', ')}] } }\ndecimals: [0]\n`;
  const files = new Map([
    ['document.yaml', head],
    ['tables/harvest.yaml', table],
  ]);
  const text = columnText([block(rows, columns, TITLE)], { gap: 4, isLevelAtEnds: true });
  const document = readDocument('rows', files, documentOf('family-of-tables').schemas);
  return { document, bytes: new TextEncoder().encode(text) };
}

/**
 * A text in which only spaces part the cells, thousands parted by spaces too: a row has as many readings as its spaces
 * allow. Each row but the first has its parts summed up in it, so that sums decide.
 */
export function manyColumns(columns: number): {
  readonly document: DocumentDescription;
  readonly bytes: Uint8Array;
} {
  const { below } = choicesOf(columns);
  const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ' ');
  const rows = ['NORTH', 'SOUTH'].map(() => Array.from({ length: columns }, () => 1000 + below(900_000)));
  const all = Array.from({ length: columns }, (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const labels = ['All orchards', 'North Hill', 'South Hill'];
  const lines = [all, ...rows].map((row, at) => `${labels[at]} ${row.map(grouped).join(' ')}`);
  const years = Array.from({ length: columns }, (_, at) => 1990 + at);
  const table = `dataset: harvest
value: tonnes
title: ${TITLE}
columns: { year: { range: [1990, ${1989 + columns}] } }
rows: { orchard: { codelist: orchard, label: name } }
decimals: [0]
identities:
  - { id: whole, kind: total, says: "harvest[orchard=ALL] = sum(harvest[orchard≠ALL])", because: The whole is its parts. }
`;
  const text = `Appendix 1 to the report\n\n${TITLE}\n${years.join(' ')}\n${lines.join('\n')}\n`;
  const document = madeUpDocument(['harvest'], new Map([['tables/harvest.yaml', table]]));
  return { document, bytes: new TextEncoder().encode(text) };
}
