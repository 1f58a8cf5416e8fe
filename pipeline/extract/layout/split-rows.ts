import type { InkLine } from './ink.ts';
import type { DraftPage } from './page.ts';
import { SETTINGS } from './settings.ts';
import type { DraftCell, DraftTable } from './table.ts';
import { isOneValue } from './values.ts';

const ENDS_IN_DIGIT = /[\p{Nd}\u2026-]$/u;
const BEGINS_WITH_DIGIT = /^[-\u2026\p{Nd}]/u;

/**
 * Joins rows that a page break split. Only where the drawing proves it: the table ends one page without a closing
 * line, and begins the next at the same columns without an opening one. The row counts to the page it began on.
 */
export function withSplitRowsJoined(pages: readonly DraftPage[]): DraftPage[] {
  const whole: DraftPage[] = [];
  for (const page of pages) {
    const before = whole.at(-1);
    const above = before?.blocks.at(-1);
    const below = page.blocks[0];
    const joint =
      above?.kind === 'table' && below?.kind === 'table' ? jointOf(above, below, page.ink.number) : undefined;
    if (before === undefined || joint === undefined) {
      whole.push(page);
      continue;
    }
    whole[whole.length - 1] = { ...before, blocks: [...before.blocks.slice(0, -1), joint.above] };
    whole.push({ ...page, blocks: [...joint.below, ...page.blocks.slice(1)] });
  }
  return whole;
}

interface Joint {
  readonly above: DraftTable;
  readonly below: readonly DraftTable[];
}

function jointOf(above: DraftTable, below: DraftTable, page: number): Joint | undefined {
  const last = rowOf(above, above.rows - 1);
  const first = rowOf(below, 0);
  if (!above.frame.opensBelow || !below.frame.opensAbove || !sameColumns(above, below)) return undefined;
  const pairs = last.map((cell) => ({ cell, rest: first.find(({ column }) => column === cell.column) }));
  const isWhole = last.length === first.length && first.every(({ rowSpan }) => rowSpan === 1);
  if (!isWhole || !pairs.every(({ cell, rest }) => rest !== undefined && canContinue(cell, rest)))
    return undefined;
  const rests = new Map(pairs.map(({ cell, rest }) => [cell, rest?.lines ?? []]));
  const cells = above.cells.map((cell): DraftCell => {
    const rest = rests.get(cell) ?? [];
    return { ...cell, lines: [...cell.lines, ...rest.map((line): InkLine => ({ ...line, page }))] };
  });
  return { above: { ...above, cells }, below: below.rows > 1 ? [withoutFirstRow(below)] : [] };
}

function rowOf({ cells }: DraftTable, row: number): readonly DraftCell[] {
  return cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan);
}

function withoutFirstRow(table: DraftTable): DraftTable {
  return {
    ...table,
    rows: table.rows - 1,
    headRows: Math.max(0, table.headRows - 1),
    ruledRows: table.ruledRows.slice(1),
    closedRows: table.closedRows.slice(1),
    cells: table.cells.flatMap((cell) => (cell.row === 0 ? [] : [{ ...cell, row: cell.row - 1 }])),
  };
}

/** A number goes on with the rest of its digits only; beside another number it would be another row. */
function canContinue(cell: DraftCell, rest: DraftCell): boolean {
  const [text, behind] = [textOf(cell), textOf(rest)];
  if (text === '' || behind === '') return true;
  return !(ENDS_IN_DIGIT.test(text) && BEGINS_WITH_DIGIT.test(behind)) || isOneValue([text, behind]);
}

function textOf({ lines }: DraftCell): string {
  return lines.flatMap(({ tokens }) => tokens.map(({ text }) => text)).join(' ');
}

function sameColumns({ frame: above }: DraftTable, { frame: below }: DraftTable): boolean {
  return (
    above.uprights.length === below.uprights.length &&
    above.uprights.every(
      (x, at) => Math.abs(x - (below.uprights[at] ?? Infinity)) < SETTINGS.sameUpright.value,
    )
  );
}
