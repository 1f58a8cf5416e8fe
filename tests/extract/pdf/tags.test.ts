import { describe, expect, it } from 'vitest';
import type { InkToken } from '../../../pipeline/extract/layout/ink.ts';
import { taggedDrafts } from '../../../pipeline/extract/layout/tagged.ts';
import { taggedTables } from '../../../pipeline/extract/pdf/tags.ts';
import { drawn } from '../layout/made-up-page.ts';

/** A node of a page's structure as pdf.js gives it; a number stands for the content with that mark. */
function node(role: string, ...children: readonly unknown[]): unknown {
  const content = (mark: unknown): unknown => ({ type: 'content', id: `p9R_mc${mark}` });
  return {
    role,
    children: children.map((child) => (typeof child === 'number' ? content(child) : child)),
  };
}

const word = (text: string, x: number, y: number, { mark }: { readonly mark: number }): InkToken[] =>
  drawn(text, x, y).map((token) => ({ ...token, mark }));

function rowsRead(
  tables: ReturnType<typeof taggedTables>,
  tokens: readonly InkToken[],
): string[][] | undefined {
  const [table] = taggedDrafts(tables, tokens);
  if (table === undefined) return undefined;
  const rows = Array.from({ length: table.rows }, (): string[] => []);
  for (const { row, lines } of table.cells) {
    rows[row]?.push(lines.flatMap((line) => line.tokens.map(({ text }) => text)).join(' '));
  }
  return rows;
}

describe('the tags of a page', () => {
  it('tell tables, rows and cells, whatever stands between them', () => {
    const head = node('THead', node('TR', node('TH', 1), node('TH', node('Span', 2))));
    const body = node('TBody', node('TR', node('TD', 3), node('TD', 4, 5)));
    const page = node('Document', node('P', 0), node('Table', 9, head, body));
    expect(taggedTables(page)).toEqual([
      [
        [[1], [2]],
        [[3], [4, 5]],
      ],
    ]);
  });

  it('tell nothing of a table in a cell of another, nor of content that is named in another way', () => {
    const inner = node('Table', node('TR', node('TD', 1)));
    expect(taggedTables(node('Table', node('TR', node('TD', inner))))).toEqual([]);
    expect(taggedTables(node('Table', node('TR', node('TD', { id: 'figure' }))))).toEqual([[[[]]]]);
    expect(taggedTables(null)).toEqual([]);
  });
});

describe('a table that is tagged', () => {
  const table = taggedTables(
    node(
      'Table',
      node('TR', node('TD', 0), node('TD', 1), node('TD', 2)),
      node('TR', node('TD', 3), node('TD', 4), node('TD', 5)),
    ),
  );

  it('is read by its tags where lines of cells are as close as rows', () => {
    const glyphs = [
      ...word('long', 0, 10, { mark: 0 }),
      ...word('label', 0, 20, { mark: 0 }),
      ...word('1', 100, 20, { mark: 1 }),
      ...word('2', 150, 20, { mark: 2 }),
      ...word('next', 0, 30, { mark: 3 }),
      ...word('3', 100, 30, { mark: 4 }),
      ...word('4', 150, 30, { mark: 5 }),
    ];
    expect(rowsRead(table, glyphs)).toEqual([
      ['long label', '1', '2'],
      ['next', '3', '4'],
    ]);
  });

  it('has a head that begins over columns above all whose heads are repeated below it', () => {
    const cell = (mark: number): unknown => node('TD', mark);
    const line = (from: number, count: number): unknown =>
      node('TR', ...Array.from({ length: count }, (_, at) => cell(from + at)));
    const tree = taggedTables(node('Table', line(0, 3), line(3, 4), line(7, 5), line(12, 5)));
    const xs = [100, 140, 180, 220];
    const years = ['2001', '2002', '2001', '2002'];
    const glyphs = [
      ...word('Place', 0, 16, { mark: 0 }),
      ...word('Men', 100, 10, { mark: 1 }),
      ...word('Womenfolk', 180, 10, { mark: 2 }),
      ...years.flatMap((year, at) => word(year, xs[at] ?? 0, 22, { mark: 3 + at })),
      ...word('Hill', 0, 36, { mark: 7 }),
      ...years.flatMap((_, at) => word('1', xs[at] ?? 0, 36, { mark: 8 + at })),
      ...word('Dale', 0, 48, { mark: 12 }),
      ...years.flatMap((_, at) => word('2', xs[at] ?? 0, 48, { mark: 13 + at })),
    ];
    const [draft] = taggedDrafts(tree, glyphs);
    const spans = draft?.cells
      .filter(({ columnSpan }) => columnSpan > 1)
      .map(({ row, column, columnSpan }) => [row, column, columnSpan]);
    expect(spans).toEqual([
      [0, 1, 2],
      [0, 3, 2],
    ]);
  });

  it('is left to its places where text stands in it that has no tag of it', () => {
    const glyphs = [
      ...word('label', 0, 10, { mark: 0 }),
      ...word('1', 100, 10, { mark: 1 }),
      ...word('2', 150, 10, { mark: 2 }),
      ...word('next', 0, 30, { mark: 3 }),
      ...word('3', 100, 30, { mark: 4 }),
      ...word('4', 150, 30, { mark: 5 }),
    ];
    const rows = [
      ['label', '1', '2'],
      ['next', '3', '4'],
    ];
    expect(rowsRead(table, [...glyphs, ...word('-10', 80, 30, { mark: -1 })])).toBeUndefined();
    expect(rowsRead(table, [...glyphs, ...word('-', 140, 10, { mark: 7 })])).toBeUndefined();
    expect(rowsRead(table, [...glyphs, ...word(',9%', 156, 10, { mark: -1 })])).toBeUndefined();
    expect(rowsRead(table, [...glyphs, ...word('beside', 300, 10, { mark: -1 })])).toEqual(rows);
    expect(rowsRead(table, [...glyphs, ...word('below', 80, 50, { mark: -1 })])).toEqual(rows);
    expect(rowsRead(table, [...glyphs, ...word('.....', 40, 10, { mark: -1 })])).toEqual(rows);
  });

  it('has its empty cells put back, which have no tag', () => {
    const glyphs = [
      ...word('all', 0, 10, { mark: 0 }),
      ...word('1', 100, 10, { mark: 1 }),
      ...word('2', 150, 10, { mark: 2 }),
      ...word('one', 0, 30, { mark: 3 }),
      ...word('4', 150, 30, { mark: 4 }),
    ];
    const fewer = taggedTables(
      node(
        'Table',
        node('TR', node('TD', 0), node('TD', 1), node('TD', 2)),
        node('TR', node('TD', 3), node('TD', 4)),
      ),
    );
    expect(rowsRead(fewer, glyphs)).toEqual([
      ['all', '1', '2'],
      ['one', '', '4'],
    ]);
  });

  describe('of which a page has no row with a cell in each column', () => {
    /** A table of rows of texts at their x, none of which has a tag for an empty cell. */
    const read = (lines: readonly (readonly (readonly [text: string, x: number])[])[]): unknown => {
      let mark = 0;
      const glyphs: ReturnType<typeof word> = [];
      const tags = lines.map((cells, at) =>
        node(
          'TR',
          ...cells.map(([text, x]) => {
            glyphs.push(...word(text, x, 10 + at * 20, { mark }));
            mark += 1;
            return node('TD', mark - 1);
          }),
        ),
      );
      return rowsRead(taggedTables(node('Table', ...tags)), glyphs);
    };

    it('has its values in their own columns, though its heads have none over the labels', () => {
      const found = read([
        [
          ['may', 100],
          ['june', 140],
          ['july', 180],
        ],
        [
          ['hill', 0],
          ['1', 100],
          ['3', 180],
        ],
        [
          ['dale', 0],
          ['5', 140],
          ['6', 180],
        ],
      ]);
      expect(found).toEqual([
        ['', 'may', 'june', 'july'],
        ['hill', '1', '', '3'],
        ['dale', '', '5', '6'],
      ]);
    });

    it('is left to its places where cells counted from the left stand over each other', () => {
      const found = read([
        [
          ['hill', 0],
          ['1', 100],
          ['3', 180],
        ],
        [
          ['dale', 0],
          ['5', 140],
          ['widest-of-all', 160],
        ],
        [
          ['moor', 0],
          ['7', 100],
          ['1000000000000', 110],
        ],
      ]);
      expect(found).toBeUndefined();
    });
  });

  it('is not believed where its cells stand in another order', () => {
    const glyphs = [
      ...word('a', 0, 10, { mark: 0 }),
      ...word('1', 150, 10, { mark: 1 }),
      ...word('2', 100, 10, { mark: 2 }),
    ];
    expect(rowsRead(table, glyphs)).toBeUndefined();
  });

  it('is not believed where a row does not stand below the one before', () => {
    const glyphs = [
      ...word('a', 0, 30, { mark: 0 }),
      ...word('1', 100, 30, { mark: 1 }),
      ...word('b', 0, 10, { mark: 3 }),
      ...word('3', 100, 10, { mark: 4 }),
    ];
    expect(rowsRead(table, glyphs)).toBeUndefined();
  });
});
