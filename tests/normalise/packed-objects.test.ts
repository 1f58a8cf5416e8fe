import { describe, expect, it } from 'vitest';
import { FIRST_OBJECT, helvetica, type MadeUpParts, widthOf } from '../extract/pdf/made-up-pdf.ts';
import { withCell } from './printed-cells.ts';
import { ending, type PrintedCell, type PrintedTable, valuesOf } from './printed-table.ts';

const table = (cell: PrintedCell, more: Partial<PrintedTable> = {}): PrintedTable => ({
  rows: withCell(cell),
  ...more,
});
const marked =
  (mark: string): PrintedCell =>
  (right, y) =>
    `${mark} BDC ${ending(right, y, '12')}EMC\n`;
const structure = (actual: string): MadeUpParts => ({
  objects: [
    `<</Type/StructTreeRoot/K ${FIRST_OBJECT + 1} 0 R/ParentTree ${FIRST_OBJECT + 2} 0 R>>`,
    `<</Type/StructElem/S/Span/P ${FIRST_OBJECT} 0 R/Pg ${FIRST_OBJECT + 4} 0 R/K[0]/ActualText${actual}>>`,
    `<</Nums[0[${FIRST_OBJECT + 1} 0 R]]>>`,
  ],
  catalogue: `/StructTreeRoot ${FIRST_OBJECT} 0 R`,
});
const far: MadeUpParts = {
  resources: `/Properties ${FIRST_OBJECT} 0 R`,
  objects: [`<</MC0 ${FIRST_OBJECT + 1} 0 R>>`, '<</ActualText(13)>>'],
};
const unnamed: MadeUpParts = {
  fonts: { M: helvetica('/Encoding<</Type/Encoding/Differences[49/G01 50/G02]>>') },
};
const inFont: PrintedCell = (right, y) => `BT /M 10 Tf 1 0 0 1 ${right - widthOf('12')} ${y} Tm (12) Tj ET\n`;
const comment = `/Annots[<</Type/Annot/Subtype/FreeText/Rect[300 170 360 210]/Contents(Other)/DA(/F 9 Tf)/F 4>>]`;

const READ = '41 70 12 38 44 7 3 26 5';

describe('a PDF whose objects are packed into streams', () => {
  it.each<readonly [string, PrintedTable, string]>([
    ['a table', table('12'), READ],
    [
      'a number that its structure says to stand for another',
      table(marked('/Span<</MCID 0>>'), { parts: structure('(13)') }),
      'to stand for "13"',
    ],
    [
      'a number that its structure says to stand for itself',
      table(marked('/Span<</MCID 0>>'), { parts: structure('(12)') }),
      READ,
    ],
    [
      'a number that its resources say to stand for another',
      table(marked('/Span/MC0'), { parts: far }),
      'to stand for "13"',
    ],
    ['a number in a font whose glyphs have no names', table(inFont, { parts: unnamed }), 'does not name'],
    ['an annotation over its numbers', table('12', { entries: comment }), 'FreeText'],
  ])('is read as one whose objects stand by themselves: %s', async (_, printed, says) => {
    const plain = await valuesOf(printed);
    expect(await valuesOf({ ...printed, parts: { ...printed.parts, isPacked: true } })).toBe(plain);
    expect(plain).toContain(says);
  });
});
