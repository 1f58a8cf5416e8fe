import type { InkPage, InkToken, Rule } from '../../../pipeline/extract/layout/ink.ts';
import { sourceOf } from '../../../pipeline/extract/layout/source.ts';
import type { Page } from '../../../pipeline/page/source.ts';
import { type Table, tableTexts } from '../../../pipeline/page/table.ts';
import { plainPrint, textOf } from '../../../pipeline/page/token.ts';

/** How wide a letter is and how high a line, in em. */
export const LETTER = 0.5;
const SIZE = 10;

/** The places of four columns, and rows of a table in them, one with an empty cell. */
export const XS = [50, 200, 280, 360];
export const BODY = [
  ['Hill', '12', '345', '6.7'],
  ['Dale and mere', '8', '', '12.9'],
  ['Moor', '105', '71', '0.4'],
  ['All', '125', '416', '20.0'],
];

/** The words of a text in letters half as wide as high, drawn with one space between them from (x, y) on. */
export function drawn(text: string, x: number, y: number, size = SIZE): InkToken[] {
  let left = x;
  return text.split(' ').map((word, index) => {
    const right = left + word.length * LETTER * size;
    const box = { left, right, top: y - 0.75 * size, bottom: y + 0.2 * size };
    left = right + 0.28 * size;
    return {
      text: word,
      box,
      baseline: y,
      print: plainPrint(size),
      joined: false,
      spaced: index > 0,
      spacing: 0,
      mark: -1,
    };
  });
}

export function widthOf(text: string, size = SIZE): number {
  const words = text.split(' ');
  return words.reduce((sum, word) => sum + word.length * LETTER * size, (words.length - 1) * 0.28 * size);
}

/** Rows of texts, each at the x of its column; an empty text draws nothing. */
export function rows(
  texts: readonly (readonly string[])[],
  xs: readonly number[],
  y: number,
  step = 14,
): InkToken[] {
  return texts.flatMap((row, at) =>
    row.flatMap((text, column) => (text === '' ? [] : drawn(text, xs[column] ?? 0, y + at * step))),
  );
}

export function level(at: number, from: number, to: number): Rule {
  return { axis: 'level', at, from, to };
}

export function upright(at: number, from: number, to: number): Rule {
  return { axis: 'upright', at, from, to };
}

export function inked(tokens: readonly InkToken[], more: Partial<InkPage> = {}): InkPage {
  return {
    number: 1,
    width: 600,
    height: 800,
    tokens,
    sideways: [],
    unseen: [],
    rules: [],
    fills: [],
    drawn: [],
    tagged: [],
    ...more,
  };
}

/** One page as it is laid out. */
export function laidOut(tokens: readonly InkToken[], more: Partial<InkPage> = {}): Page {
  const [page] = sourceOf([inked(tokens, more)], 'page.pdf', 'point').pages;
  if (page === undefined) throw new Error('no page');
  return page;
}

export function tablesOf({ blocks }: Page): readonly Table[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

/** The texts of the only table of a page. */
export function onlyTable(page: Page): readonly (readonly string[])[] {
  const tables = tablesOf(page);
  const [table] = tables;
  if (table === undefined || tables.length > 1) throw new Error(`${tables.length} tables in place of one`);
  return tableTexts(table);
}

/** The lines outside of tables, as texts. */
export function proseOf({ blocks }: Page): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.lines.map(({ tokens }) => textOf(tokens)) : [],
  );
}

export function spansOf(table: Table): readonly (readonly number[])[] {
  return table.cells
    .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan]);
}
