import { sharedWidth } from '../../../page/place.ts';
import type { Source } from '../../../page/source.ts';
import { cellText, type Table } from '../../../page/table.ts';
import type { Line } from '../../../page/token.ts';
import type { TablePlan } from '../../../template/tables/table-plan.ts';
import { type ColumnsFault, matchColumns } from './headers.ts';
import { fits, type Letter, lettersOf, matchText } from './letters.ts';
import type { FoundTable } from './pieces.ts';

/** A table of the source with what is printed between the one before it and itself. */
export interface PlacedTable {
  readonly page: number;
  /** Which table of its page it is, from 1. */
  readonly place: number;
  readonly table: Table;
  readonly above: readonly Line[];
  /** Whether nothing but furniture parts it from the table before. */
  readonly follows: boolean;
}

/** The parts of a declared table, and the letters of its title; or why it was not found. */
export type Finding =
  | { readonly found: readonly FoundTable[]; readonly title: readonly Letter[] }
  | { readonly expected: string; readonly found: string; readonly action?: string; readonly page?: number };

/** So many texts are shown of what stands in the place of another. */
export const SHOWN = 4;

/** All tables of a source in their order. */
export function placedTables({ pages }: Source): readonly PlacedTable[] {
  const placed: PlacedTable[] = [];
  let above: Line[] = [];
  let follows = true;
  for (const { number, blocks } of pages) {
    // Furniture stands on its page as a whole: a running title is that of every table there.
    const furniture = blocks.flatMap((block) => (block.kind === 'furniture' ? block.lines : []));
    let place = 0;
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        above.push(...block.lines);
        follows = false;
      }
      if (block.kind !== 'table') continue;
      place += 1;
      const before = placed.at(-1);
      // Titles of tables beside each other stand in one line, before the first of them.
      if (before !== undefined && before.page === number && isBeside(before.table, block)) {
        placed.push({
          page: number,
          place,
          table: block,
          above: [...before.above, ...above],
          follows: false,
        });
      } else placed.push({ page: number, place, table: block, above: [...furniture, ...above], follows });
      above = [];
      follows = true;
    }
  }
  return placed;
}

/** Finds the tables that a declared table is printed in: by its pages, its title, or its headers. */
export function findTables(plan: TablePlan, tables: readonly PlacedTable[]): Finding {
  const { pages, place, title, continuedTitle } = plan;
  const onPages = tables.filter(
    ({ page }) => pages.length === 0 || pages.some(([first, last]) => page >= first && page <= last),
  );
  const named = onPages.filter((each) => place === undefined || each.place === place);
  if (named.length === 0) return noTable(plan, tables);
  const titled = named.map((each) => ({
    ...each,
    title: titleOver(each, [...title, ...(continuedTitle === undefined ? [] : [continuedTitle])], named),
  }));
  const isTitled = title.length > 0;
  if (isTitled && pages.length === 0 && titled.every((each) => each.title === undefined))
    return noTitle(plan, named);
  const found: FoundTable[] = [];
  const letters: Letter[] = [];
  let best: { readonly fault: ColumnsFault; readonly page: number } | undefined;
  let isOpen = false;
  const titledPages = new Set(titled.flatMap((each) => (each.title === undefined ? [] : [each.page])));
  for (const each of titled) {
    // Where the title stands on a page, the tables of that page under other titles are others.
    const isByPage = pages.length > 0 && !titledPages.has(each.page);
    const isOwn = !isTitled || isByPage || each.title !== undefined || (isOpen && each.follows);
    if (!isOwn) {
      isOpen = false;
      continue;
    }
    const isRest = isOpen && each.follows && each.title === undefined;
    const columns = columnsOf(plan, each.table, isRest ? found.at(-1) : undefined);
    if ('roles' in columns) {
      const isNamed = !isTitled || isByPage || each.title !== undefined;
      const beside = each.title === undefined ? [] : besideTitle(each, each.title, plan, columns.headRows);
      found.push({ page: each.page, table: each.table, columns, isNamed, besideTitle: beside });
      letters.push(...(each.title ?? []));
      isOpen = true;
    } else {
      isOpen = false;
      if (best === undefined || columns.matched > best.fault.matched)
        best = { fault: columns, page: each.page };
    }
  }
  if (found.length === 0) {
    const { fault, page } = best ?? {
      fault: { expected: 'a table', found: 'none', matched: 0 },
      page: undefined,
    };
    return { ...fault, ...(page !== undefined && { page }) };
  }
  if (isTitled && letters.length === 0) return noTitle(plan, named);
  return { found, title: letters };
}

/**
 * The columns of a table. One that follows the part before it without a boxhead has the columns of that, where it has as
 * many: the rest of a table whose header is printed on its first page alone.
 */
function columnsOf(
  plan: TablePlan,
  table: Table,
  before: FoundTable | undefined,
): ReturnType<typeof matchColumns> {
  let best: ColumnsFault | undefined;
  for (const declared of plan.columns) {
    const match = matchColumns(table, declared, plan);
    if ('roles' in match) return match;
    if (best === undefined || match.matched > best.matched) best = match;
  }
  if (before !== undefined && table.headRows === 0 && table.columns === before.table.columns)
    return { headRows: 0, roles: before.columns.roles };
  return best ?? { expected: 'declared columns', found: 'none', matched: 0 };
}

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

/** Whether two tables of a page stand beside each other. */
export function isBeside(one: Table, other: Table): boolean {
  if (one.box === undefined || other.box === undefined) return false;
  return one.box.top < other.box.bottom && other.box.top < one.box.bottom;
}

/** Whether a title stands over a table rather than over one of those beside it. */
function isOver(letters: readonly Letter[], { box }: Table, beside: readonly PlacedTable[]): boolean {
  const own = letters[0]?.token.box;
  if (own === undefined || box === undefined) return true;
  const shared = sharedWidth(own, box);
  return beside.every(({ table }) => table.box === undefined || sharedWidth(own, table.box) <= shared);
}

function noTable({ pages, place }: TablePlan, tables: readonly PlacedTable[]): Finding {
  const where =
    pages.length === 0
      ? ''
      : ` on page ${pages.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(', ')}`;
  const onPages = [...new Set(tables.map(({ page }) => page))];
  return {
    expected: `${place === undefined ? 'a table' : `table ${place}`}${where}`,
    found:
      tables.length === 0 ? 'no table in the source' : `tables on page ${onPages.slice(0, 20).join(', ')}`,
    action: 'see what stands there with "etl look"',
  };
}

function noTitle({ title }: TablePlan, tables: readonly PlacedTable[]): Finding {
  const lines = tables.flatMap(({ above, table }) => [
    ...above.slice(-2).map(({ tokens }) => tokens.map(({ text }) => text).join(' ')),
    ...table.cells.filter(({ row }) => row === 0).map(cellText),
  ]);
  const told = [...new Set(lines.filter((line) => line !== ''))].slice(0, SHOWN).map((line) => `"${line}"`);
  return {
    expected: `the title "${title[0] ?? ''}" as a line of its own above a table`,
    found: told.length === 0 ? 'no text above any table' : told.join(', '),
    action: 'declare the title as it is printed, or the pages of the table instead of it',
    ...(tables[0] !== undefined && { page: tables[0].page }),
  };
}
