import { digitOf, type MadeUpGlyph } from '../extract/pdf/made-up-font.ts';
import type { MadeUpParts } from '../extract/pdf/made-up-pdf.ts';
import { type PrintedCell, valuesOf } from './printed-table.ts';

const OTHERS = { before: '375 20 34 345', after: '17 30 9 17' };

/** What is read of the table with this cell in its midst, which is all of the others where it is read. */
export async function read(cell: PrintedCell, parts: MadeUpParts = {}, declared = ''): Promise<string> {
  const values = await valuesOf({
    rows: [
      ['375', '20', '34'],
      ['345', cell, '17'],
      ['30', '9', '17'],
    ],
    parts,
    declared,
  });
  return values.replace(`${OTHERS.before} `, '').replace(` ${OTHERS.after}`, '');
}

/** The character of a digit as a table of characters writes it. */
export const code = (digit: number): string => `003${digit}`;
/** A digit that is drawn as what it is called. */
export const own = (digit: number): MadeUpGlyph => ({ outlines: digitOf(digit), named: code(digit) });
