import { continueNumber } from './lines/numbers.ts';
import { joined, type Phrase } from './lines/phrase.ts';
import type { Block, PageLayout } from './page.ts';
import type { TableRow } from './tables/cell-text.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Upright lines of one table drawn on two pages lie this near to each other. */
const SAME_LINE = 2;
const ENDS_IN_DIGIT = /[\p{Nd}\u2026-]$/u;
const BEGINS_WITH_DIGIT = /^[-\u2026\p{Nd}]/u;

/**
 * Joins rows that a page break split. Only where the drawing proves it: the table ends one page without a closing
 * line, and begins the next at the same columns without an opening one. The row counts to the page it began on.
 */
export function withSplitRowsJoined(pages: readonly PageLayout[]): PageLayout[] {
  const whole: PageLayout[] = [];
  for (const page of pages) {
    const before = whole.at(-1);
    const above = before?.blocks.at(-1);
    const below = page.blocks[0];
    const joint = above?.kind === 'table' && below?.kind === 'table' ? jointOf(above, below) : undefined;
    if (before === undefined || joint === undefined) {
      whole.push(page);
      continue;
    }
    whole[whole.length - 1] = { ...before, blocks: [...before.blocks.slice(0, -1), joint.above] };
    whole.push({ ...page, blocks: [joint.below, ...page.blocks.slice(1)] });
  }
  return whole;
}

function jointOf(above: Table, below: Table): { above: Table; below: Table } | undefined {
  const last = above.rows.at(-1);
  const [first, ...rest] = below.rows;
  if (last === undefined || first === undefined || last.cells.length !== first.cells.length) return undefined;
  if (!above.columns.opensBelow || !below.columns.opensAbove || !sameColumns(above, below)) return undefined;
  if (!last.cells.every((cell, index) => canContinue(cell, first.cells[index]))) return undefined;
  const row: TableRow = {
    ...last,
    cells: last.cells.map((cell, index) => continued(cell, first.cells[index])),
  };
  return { above: { ...above, rows: [...above.rows.slice(0, -1), row] }, below: { ...below, rows: rest } };
}

/** A number goes on with the rest of its digits only; beside another number it would be another row. */
function canContinue({ text }: Phrase, rest: Phrase | undefined): boolean {
  if (text === '' || rest === undefined || rest.text === '') return true;
  return (
    !(ENDS_IN_DIGIT.test(text) && BEGINS_WITH_DIGIT.test(rest.text)) || continueNumber([text, rest.text])
  );
}

function continued(cell: Phrase, rest: Phrase | undefined): Phrase {
  if (rest === undefined || rest.text === '') return cell;
  return cell.text === '' ? rest : joined([cell, rest], ' ');
}

function sameColumns({ columns: above }: Table, { columns: below }: Table): boolean {
  return (
    above.uprights.length === below.uprights.length &&
    above.uprights.every((x, index) => Math.abs(x - (below.uprights[index] ?? Infinity)) < SAME_LINE)
  );
}
