import type { Source } from '../../page/source.ts';
import { tableTexts } from '../../page/table.ts';

/** A table by itself, as programs that compare readers of tables take it. */
export interface BareTable {
  /** 1-based. */
  readonly page: number;
  /** The text of each cell, that of a spanning cell in its first place. */
  readonly rows: readonly (readonly string[])[];
  /** Row, column, and how many of each, of the cells that span. */
  readonly spans: readonly (readonly [number, number, number, number])[];
}

/** The tables of a source alone. */
export function bareTables({ pages }: Source): readonly BareTable[] {
  return pages.flatMap(({ number, blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'table') return [];
      const spans = block.cells
        .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
        .map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan] as const);
      return [{ page: number, rows: tableTexts(block), spans }];
    }),
  );
}
