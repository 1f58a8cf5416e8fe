import type { Block, MatrixCell } from './matrix.ts';

/** How a text that keeps its columns is set. */
export interface ColumnText {
  /** Spaces between columns. */
  readonly gap: number;
  /** Numbers end below each other, or begin so. */
  readonly isLevelAtEnds: boolean;
}

/** A text in which cells stand in columns, as `pdftotext -layout` writes it; pages are parted by form feeds. */
export function columnText(blocks: readonly Block[], way: ColumnText): string {
  let page = 1;
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.text, ''];
    const own = block.page ?? page;
    const breaks = '\f'.repeat(Math.max(0, own - page));
    page = own;
    const table = tableLines([...block.head.map(repeated), ...block.body], way);
    return [`${breaks}${block.title ?? ''}`, ...(block.title === undefined ? [] : ['']), ...table, ''];
  });
  return `${lines.join('\n')}\n`;
}

function tableLines(rows: readonly (readonly MatrixCell[])[], way: ColumnText): readonly string[] {
  const printed = (cell: MatrixCell): string =>
    `${cell.text}${cell.raised === undefined ? '' : `${cell.raised})`}`;
  const widths: number[] = [];
  for (const row of rows) {
    let column = 0;
    for (const cell of row) {
      // A cell over several columns may be as wide as they are.
      if (cell.columns === 1) widths[column] = Math.max(widths[column] ?? 0, printed(cell).length);
      column += cell.columns;
    }
  }
  return rows.map((row) => {
    let column = 0;
    return row
      .map((cell) => {
        const own = Array.from({ length: cell.columns }, (_, at) => widths[column + at] ?? 0);
        const width = own.reduce((sum, each) => sum + each, way.gap * (cell.columns - 1));
        const isNumber = column > 0 && cell.columns === 1;
        column += cell.columns;
        return isNumber && way.isLevelAtEnds ? printed(cell).padStart(width) : printed(cell).padEnd(width);
      })
      .join(' '.repeat(way.gap))
      .trimEnd();
  });
}

/** What heads several columns, above each of them: nothing else of a text shows how far it reaches. */
function repeated(cells: readonly MatrixCell[]): readonly MatrixCell[] {
  return cells.flatMap((cell) => Array.from({ length: cell.columns }, () => ({ ...cell, columns: 1 })));
}
