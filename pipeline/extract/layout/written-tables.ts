import { boxAround } from '../../page/place.ts';
import type { WrittenTable } from './ink.ts';
import { printedLines } from './lines.ts';
import type { DraftTable } from './table.ts';

/** A table that a text draws with its characters, as one of the page. */
export function writtenDraft({ cells, toldBy, ...table }: WrittenTable): DraftTable | undefined {
  const drafted = cells.map(({ tokens, ...place }) => {
    const lines = printedLines(tokens);
    return { ...place, lines, box: boxAround(lines.map(({ box }) => box)) };
  });
  const box = boxAround(drafted.flatMap((cell) => cell.box ?? []));
  if (box === undefined) return undefined;
  const none = Array.from({ length: table.rows }, () => false);
  return {
    kind: 'table',
    ...table,
    cells: drafted,
    rowsToldBy: toldBy,
    columnsToldBy: toldBy,
    box,
    ruledRows: none,
    closedRows: none,
    frame: { uprights: [], opensAbove: false, opensBelow: false },
  };
}
