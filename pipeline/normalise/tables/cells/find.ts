import { cellText, type Table } from '../../../page/table.ts';
import type { TablePlan } from '../../../template/tables/table-plan.ts';
import { type ColumnsFault, matchColumns } from './headers.ts';
import type { Letter } from './letters.ts';
import type { FoundTable } from './pieces.ts';
import type { PlacedTable } from './placed-tables.ts';
import { besideTitle, titleOver } from './titles.ts';

/** The parts of a declared table, and the letters of its title; or why it was not found. */
export type Finding =
  | { readonly found: readonly FoundTable[]; readonly title: readonly Letter[] }
  | { readonly expected: string; readonly found: string; readonly action?: string; readonly page?: number };

/** So many texts are shown of what stands in the place of another. */
export const SHOWN = 4;

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
