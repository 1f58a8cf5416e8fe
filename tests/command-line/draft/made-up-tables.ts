import type { SeenTable } from '../../../pipeline/command-line/draft/seen-tables.ts';

/** A seen table of texts: `^` before the last part of a cell is a raised mark, `/` a line break in a label. */
export function seenTable(
  heads: readonly (string | readonly string[])[],
  rows: readonly (readonly string[])[],
  more: Partial<SeenTable> = {},
): SeenTable {
  return {
    pages: [1],
    place: 1,
    captions: [],
    continued: [],
    heads: heads.map((head) => (typeof head === 'string' ? [head].filter((text) => text !== '') : head)),
    rows: rows.map((cells) => ({
      page: 1,
      cells: cells.map((printed) => {
        const [level = '', ...marks] = printed.split('^');
        const lines = level.split('/').filter((line) => line !== '');
        return { text: lines.join(' '), lines, marks };
      }),
    })),
    rowsToldBy: 'ruled',
    columnsToldBy: 'ruled',
    ...more,
  };
}
