import { extractByPlaces } from '../../pipeline/extract/extract.ts';
import { cellText } from '../../pipeline/page/table.ts';

/** The tables of a text: how many rows their boxheads have, and what stands in each row, cells over several columns once. */
export async function tablesOf(text: string) {
  const { pages } = await extractByPlaces(Buffer.from(text), 'survey.txt');
  return pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'table') return [];
      const rows = Array.from({ length: block.rows }, (_, row) =>
        block.cells
          .filter((cell) => cell.row === row)
          .map((cell) => (cell.columnSpan > 1 ? `${cellText(cell)}>${cell.columnSpan}` : cellText(cell))),
      );
      return [{ heads: block.headRows, rows }];
    }),
  );
}
