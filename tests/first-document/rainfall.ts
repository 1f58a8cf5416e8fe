import { madeUpPdf, stroke, widthOf, words } from '../extract/pdf/made-up-pdf.ts';

const TABLE: readonly (readonly string[])[] = [
  ['Station', '2019', '2020', '2021', 'All years'],
  ['Hill', '1,204', '987', '1,310', '3,501'],
  ['Dale', '640', '702', '-', '1,342'],
  ['Moor', '1,015', '998', '1,127', '3,140'],
  ['All stations', '2,859', '2,687', '2,437', '7,983'],
];
const LEFTS = [40, 130, 190, 250, 310, 370];
const [TOP, STEP, SIZE] = [220, 20, 10];

/** The document that docs/first-document.md walks through: one ruled table with commas, a dash, and totals. */
export function rainfallPdf(): Uint8Array {
  const foot = TOP - TABLE.length * STEP;
  const content = [
    words(40, 240, 'Rainfall by station', 12),
    ...TABLE.flatMap((cells, row) =>
      cells.map((cell, column) => {
        const y = TOP - (row + 1) * STEP + 6;
        const x = column === 0 ? 45 : (LEFTS[column + 1] ?? 0) - 6 - widthOf(cell, SIZE);
        return words(x, y, cell, SIZE);
      }),
    ),
    ...Array.from({ length: TABLE.length + 1 }, (_, line) =>
      stroke(40, TOP - line * STEP, 370, TOP - line * STEP),
    ),
    ...LEFTS.map((x) => stroke(x, TOP, x, foot)),
    words(40, foot - 16, 'Millimetres. - the station was not read in that year', 8),
  ];
  return madeUpPdf([content.join('')]);
}
