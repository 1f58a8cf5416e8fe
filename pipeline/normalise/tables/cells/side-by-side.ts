import { boxAround } from '../../../page/place.ts';
import type { Block, Source } from '../../../page/source.ts';
import { type Cell, cellText, type Table } from '../../../page/table.ts';
import type { TablePlan } from '../../../template/tables/table-plan.ts';
import { SHOWN } from './find.ts';
import { type MatchedColumns, matchColumns } from './headers.ts';
import { bodiesOf } from './pieces.ts';
import { type PlacedTable, placedTables } from './placed-tables.ts';
import { besideTitle, titleOver } from './titles.ts';
import { isReadWhole } from './whole.ts';

/** Columns of a table, from one to before another, and the declared table that they are. */
interface Part {
  readonly plan: TablePlan;
  readonly from: number;
  readonly to: number;
  readonly table: Table;
}

/**
 * Parts tables that stand beside each other, so that the page shows them as one:
 *
 *     Sales                     Costs
 *     Region   2010   2011      Goods   2010   2011
 *     North    12     13        Fuel    7      8
 *
 * That is done where all columns are those of declared tables, in one way: headers, labels and titles of each stand in
 * its own columns, and nothing else does. The source is given back as it is where there is no such table.
 */
export function cutSideBySide(source: Source, plans: readonly TablePlan[]): Source {
  const parted = new Map<Table, readonly Table[]>();
  for (const placed of placedTables(source)) {
    const parts = partsOf(placed, plans);
    if (parts !== undefined) parted.set(placed.table, parts);
  }
  if (parted.size === 0) return source;
  const pages = source.pages.map((page) => ({
    ...page,
    blocks: page.blocks.flatMap((block): readonly Block[] =>
      block.kind === 'table' ? (parted.get(block) ?? [block]) : [block],
    ),
  }));
  return { ...source, pages };
}

function partsOf(placed: PlacedTable, plans: readonly TablePlan[]): readonly Table[] | undefined {
  const own = plans.filter((plan) => mayStandOn(plan, placed));
  if (own.length < 2 || own.some((plan) => isAlone(plan, placed))) return undefined;
  const ways = partings(placed, own)?.filter((parts) => parts.length > 1 && areInPlace(placed, parts, own));
  return ways?.length === 1 ? ways[0]?.map(({ table }) => table) : undefined;
}

function mayStandOn({ pages, title }: TablePlan, placed: PlacedTable): boolean {
  const isOnPage =
    pages.length === 0 || pages.some(([first, last]) => placed.page >= first && placed.page <= last);
  return isOnPage && (title.length === 0 || titleOver(placed, title, []) !== undefined);
}

/** Whether a table is all of a declared one, and nothing stands beside its title as that of another does. */
function isAlone(plan: TablePlan, placed: PlacedTable): boolean {
  const title = plan.title.length === 0 ? undefined : titleOver(placed, plan.title, []);
  const columns = columnsOfWhole(plan, placed.table);
  if (columns === undefined || title === undefined) return columns !== undefined;
  return besideTitle(placed, title, plan, columns.headRows).length === 0;
}

/** How many columns a declared table may have: those that are declared, and the labels of its rows where these are not. */
function widthsOf({ columns, rowKeys }: TablePlan): readonly number[] {
  const widths = columns.flatMap(({ by, columns: { length } }) =>
    by === 'place' ? [length] : rowKeys.map((_, at) => length + at + 1),
  );
  return [...new Set(widths)];
}

/**
 * Every way to part the columns of a table, from one on, among declared tables; undefined where nothing tells which of two
 * some columns are. Columns without ink are of none.
 */
function partings(
  placed: PlacedTable,
  plans: readonly TablePlan[],
  first = 0,
  before = 0,
): readonly (readonly Part[])[] | undefined {
  const { table } = placed;
  let from = first;
  while (from < table.columns && columnsOf(table, from, from + 1)?.rows === 0) from += 1;
  if (from === table.columns) return [[]];
  const found: (readonly Part[])[] = [];
  for (const to of new Set(plans.flatMap(widthsOf).map((width) => from + width))) {
    const part = columnsOf(table, from, to);
    if (part === undefined) continue;
    const at = { from, to, table: part };
    const [plan, other] = plans.filter((each) => isPart(placed, each, at, before));
    if (plan === undefined) continue;
    const others = plans.filter((each) => each !== plan);
    const rests = other === undefined ? partings(placed, others, to, before + 1) : undefined;
    if (rests === undefined) return undefined;
    found.push(...rests.map((rest) => [{ ...at, plan }, ...rest]));
  }
  return found;
}

/** Whether columns are a declared table, with so many others before it: by what is printed there, by title and by place. */
function isPart(placed: PlacedTable, plan: TablePlan, at: Omit<Part, 'plan'>, before: number): boolean {
  const isThere = plan.place === undefined || plan.place === placed.place + before;
  return isThere && isTableOf(plan, at.table) && isTitled(placed, { ...at, plan });
}

/** Whether a table is all of a declared one: its columns, and in their order the labels of its rows. */
function isTableOf(plan: TablePlan, table: Table): boolean {
  return columnsOfWhole(plan, table) !== undefined;
}

/** The columns of a table that is all of a declared one. */
function columnsOfWhole(plan: TablePlan, table: Table): MatchedColumns | undefined {
  const matches = plan.columns.map((declared) => matchColumns(table, declared, plan));
  return matches.find((columns): columns is MatchedColumns => {
    if (!('roles' in columns)) return false;
    return isReadWhole(plan, bodiesOf([{ page: 0, table, columns, isNamed: true, besideTitle: [] }]));
  });
}

/** Whether a part stands under its title, where one is declared, rather than what stands beside it. */
function isTitled(placed: PlacedTable, { plan, from, to, table }: Part): boolean {
  if (plan.title.length === 0) return true;
  const whole = placed.table;
  const beside = [columnsOf(whole, 0, from), columnsOf(whole, to, whole.columns)].flatMap((other) =>
    other === undefined || other.columns === 0 ? [] : [{ ...placed, table: other }],
  );
  return titleOver({ ...placed, table }, plan.title, beside) !== undefined;
}

/** Whether each table that is declared as one of its page is that still, when its page has more tables. */
function areInPlace(
  { place: first }: PlacedTable,
  parts: readonly Part[],
  plans: readonly TablePlan[],
): boolean {
  return plans.every(
    (plan) => plan.place === undefined || parts[plan.place - first]?.plan === plan || plan.place < first,
  );
}

/** Some columns of a table as a table of its own; undefined where a cell reaches over an end. Rows without ink are none. */
function columnsOf(table: Table, from: number, to: number): Table | undefined {
  if (to > table.columns) return undefined;
  const isAcross = (column: number): boolean =>
    table.cells.some(
      (cell) => cell.lines.length > 0 && cell.column < column && cell.column + cell.columnSpan > column,
    );
  if (isAcross(from) || isAcross(to)) return undefined;
  const own = table.cells.filter(({ column, columnSpan }) => column < to && column + columnSpan > from);
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    own.some((cell) => cell.lines.length > 0 && cell.row <= row && cell.row + cell.rowSpan > row),
  );
  const rowOf = (row: number): number => rows.filter((each) => each < row).length;
  const cells = own.flatMap((cell): readonly Cell[] => {
    const [row, end] = [rowOf(cell.row), rowOf(cell.row + cell.rowSpan)];
    const [left, right] = [Math.max(from, cell.column), Math.min(to, cell.column + cell.columnSpan)];
    return end === row
      ? []
      : [{ ...cell, row, rowSpan: end - row, column: left - from, columnSpan: right - left }];
  });
  return {
    ...table,
    rows: rows.length,
    columns: to - from,
    cells,
    headRows: rowOf(table.headRows),
    box: boxAround(cells.flatMap(({ box, lines }) => (lines.length > 0 && box !== undefined ? [box] : []))),
  };
}

/** What stands beside the columns that a declared table is found in, where others do; undefined where none do. */
export function textsBeside(plan: TablePlan, table: Table): string | undefined {
  const places = Array.from({ length: table.columns }, (_, at) => at);
  const ranges = widthsOf(plan).flatMap((width) => places.map((from) => [from, from + width] as const));
  // In the midst of others columns of two tables may look like those of one.
  const isMidst = ([from, to]: readonly [number, number]): boolean => from > 0 && to < table.columns;
  const own = ranges
    .sort((one, other) => Number(isMidst(one)) - Number(isMidst(other)))
    .find(([from, to]) => {
      const part = to - from < table.columns ? columnsOf(table, from, to) : undefined;
      return part !== undefined && isTableOf(plan, part);
    });
  if (own === undefined) return undefined;
  const [from, to] = own;
  const others = table.cells.filter(({ column }) => column < from || column >= to);
  const texts = others.map(cellText).filter((text) => text !== '');
  const told = texts.slice(0, SHOWN).map((text) => `"${text}"`);
  return [...told, ...(texts.length > SHOWN ? ['...'] : [])].join(', ');
}
