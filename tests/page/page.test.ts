import { describe, expect, it } from 'vitest';
import { boxAround, holdsMiddle, sharedHeight, sharedWidth } from '../../pipeline/page/place.ts';
import { type Page, tokensOf } from '../../pipeline/page/source.ts';
import { type Cell, cellText, rowsOf, type Table, tableTexts } from '../../pipeline/page/table.ts';
import { plainPrint, type Token, textOf } from '../../pipeline/page/token.ts';

function token(text: string, start: number, joined = false): Token {
  return { text, span: { start, end: start + text.length }, box: undefined, print: plainPrint(10), joined };
}

function cell(
  row: number,
  column: number,
  tokens: readonly (readonly Token[])[],
  rowSpan = 1,
  columnSpan = 1,
): Cell {
  const lines = tokens.map((each) => ({ tokens: each, box: undefined, baseline: undefined }));
  return { row, column, rowSpan, columnSpan, lines, box: undefined };
}

/** A head over two columns; a label over two rows; an empty cell. */
const table: Table = {
  kind: 'table',
  rows: 3,
  columns: 3,
  cells: [
    cell(0, 0, []),
    cell(0, 1, [[token('Rain,', 0)], [token('mm', 6)]], 1, 2),
    cell(1, 0, [[token('Hill', 9)]], 2),
    cell(1, 1, [[token('345', 14), token('1)', 17, true)]]),
    cell(1, 2, []),
    cell(2, 1, [[token('12', 20)]]),
    cell(2, 2, [[token('7', 23)]]),
  ],
  headRows: 1,
  rowsToldBy: 'ruled',
  columnsToldBy: 'ruled',
  box: undefined,
};

describe('a page', () => {
  it('writes tokens with a space between those that are not joined, and before a digit that is raised', () => {
    const raised = { ...token('1)', 3, true), print: { ...plainPrint(6), stands: 'raised' as const } };
    expect(textOf([token('345', 0), raised, token('mm', 6)])).toBe('345 1) mm');
    expect(textOf([token('3', 0), token('45', 1, true), token('mm', 6)])).toBe('345 mm');
    expect(textOf([])).toBe('');
  });

  it('writes the lines of a cell after each other, and nothing of an empty one', () => {
    expect(table.cells.map(cellText)).toEqual(['', 'Rain, mm', 'Hill', '3451)', '', '12', '7']);
  });

  it('gives each row of a table as many texts as it has columns, spanning cells in their first place', () => {
    expect(tableTexts(table)).toEqual([
      ['', 'Rain, mm', ''],
      ['Hill', '3451)', ''],
      ['', '12', '7'],
    ]);
    expect(rowsOf(table).map((row) => row.length)).toEqual([2, 3, 2]);
  });

  it('counts every token of every block once', () => {
    const lines = [{ tokens: [token('3', 40)], box: undefined, baseline: undefined }];
    const blocks = [table, { kind: 'furniture', lines, box: undefined }] as const;
    const page: Page = { number: 1, width: 100, height: 100, span: { start: 0, end: 41 }, blocks };
    const tokens = tokensOf(page);
    expect(tokens.map(({ text }) => text)).toEqual(['Rain,', 'mm', 'Hill', '345', '1)', '12', '7', '3']);
  });

  it('measures boxes: around all, shared, and by their middles', () => {
    const one = { left: 0, top: 0, right: 10, bottom: 10 };
    const other = { left: 6, top: 20, right: 30, bottom: 24 };
    expect(boxAround([one, other])).toEqual({ left: 0, top: 0, right: 30, bottom: 24 });
    expect(boxAround([])).toBeUndefined();
    expect(sharedWidth(one, other)).toBe(4);
    expect(sharedHeight(one, other)).toBe(-10);
    expect(holdsMiddle({ ...one, right: Infinity }, { left: 8, right: 40, top: 1, bottom: 3 })).toBe(true);
    expect(holdsMiddle(one, { left: 8, right: 40, top: 1, bottom: 3 })).toBe(false);
  });
});
