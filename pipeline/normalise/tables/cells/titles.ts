import { sharedWidth } from '../../../page/place.ts';
import type { Table } from '../../../page/table.ts';
import type { Line } from '../../../page/token.ts';
import type { TablePlan } from '../../../template/tables/table-plan.ts';
import { fits, type Letter, lettersOf, matchText } from './letters.ts';
import { isBeside, type PlacedTable } from './placed-tables.ts';

/** The letters of a title above a table, or in its boxhead: whole lines of it. */
export function titleOver(
  { table, above, page }: PlacedTable,
  titles: readonly string[],
  others: readonly PlacedTable[],
): readonly Letter[] | undefined {
  const heads = table.cells
    .filter(({ row }) => row < Math.max(1, table.headRows))
    .flatMap(({ lines }) => lines);
  const beside = others.filter(
    (other) => other.page === page && other.table !== table && isBeside(other.table, table),
  );
  for (const lines of [above, heads]) {
    for (const [index, line] of lines.entries()) {
      const rest = lettersOf(lines.slice(index));
      for (const from of beginningsIn(line)) {
        for (const title of titles) {
          const end = matchText(rest, from, title);
          if (end < 0 || !endsApart(rest, end)) continue;
          const letters = rest.slice(from, end);
          if (beside.length === 0 || isOver(letters, table, beside)) return letters;
        }
      }
    }
  }
  return undefined;
}

/**
 * What stands beside a title in its line, or beside it in a row of the boxhead above the headers, and is not left out by a
 * rule: that may be the title of another table.
 */
export function besideTitle(
  { above, table }: PlacedTable,
  title: readonly Letter[],
  { ignored }: Pick<TablePlan, 'ignored'>,
  headRows: number,
): readonly Letter[] {
  const own = new Set(title.map(({ token }) => token));
  const isOfTitle = ({ tokens }: Line): boolean => tokens.some((token) => own.has(token));
  const rows = table.cells.filter(({ lines }) => lines.some(isOfTitle)).map(({ row }) => row);
  const heads = table.cells.filter(({ row }) => row < headRows - 1 && rows.includes(row));
  const lines = [...above.filter(isOfTitle), ...heads.flatMap((head) => head.lines)];
  const letters = lettersOf(
    lines.map((line) => ({ ...line, tokens: line.tokens.filter((token) => !own.has(token)) })),
  );
  return ignored.some((pattern) => fits(letters, pattern)) ? [] : letters;
}

/** In em: words further apart than this belong to different titles beside each other. */
const APART = 1.5;

/** Where a title may begin in a line: at its start, and behind a wide gap. */
function beginningsIn({ tokens }: Line): readonly number[] {
  const places = [0];
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (
      before?.box !== undefined &&
      token.box !== undefined &&
      token.box.left - before.box.right > APART * token.print.size
    )
      places.push(at);
    at += [...token.text].length;
  }
  return places;
}

function endsApart(letters: readonly Letter[], end: number): boolean {
  const [before, behind] = [letters[end - 1], letters[end]];
  if (behind === undefined || before?.endsLine === true) return true;
  const [one, other] = [before?.token.box, behind.token.box];
  return one !== undefined && other !== undefined && other.left - one.right > APART * behind.token.print.size;
}

/** Whether a title stands over a table rather than over one of those beside it. */
function isOver(letters: readonly Letter[], { box }: Table, beside: readonly PlacedTable[]): boolean {
  const own = letters[0]?.token.box;
  if (own === undefined || box === undefined) return true;
  const shared = sharedWidth(own, box);
  return beside.every(({ table }) => table.box === undefined || sharedWidth(own, table.box) <= shared);
}
