import { inkOf } from '../../../locale/look-alikes.ts';
import { grouped } from '../../../page/grouped.ts';
import { type Cell, cellText, type Table } from '../../../page/table.ts';
import type {
  HeaderLevels,
  PlannedColumn,
  PlannedColumns,
  TablePlan,
} from '../../../template/tables/table-plan.ts';
import { lettersOf, markTexts, matchText } from './letters.ts';

/** A table whose columns are known: what each of them is, by its place. */
export interface MatchedColumns {
  /** Rows at the top that are names of columns. */
  readonly headRows: number;
  /** For each column of the table what it is declared as; undefined where nothing is printed in it. */
  readonly roles: readonly (PlannedColumn | undefined)[];
}

/** Why the columns of a table are not the declared ones. */
export interface ColumnsFault {
  readonly expected: string;
  readonly found: string;
  readonly action?: string;
  /** How many of the declared headers stand there: the table that was meant has most. */
  readonly matched: number;
}

/** Rows at the top of a table that are tried as its boxhead where the declared headers do not stand in it. */
const MOST_HEAD_ROWS = 8;

/** Matches the columns of a table with the declared ones. */
export function matchColumns(
  table: Table,
  declared: PlannedColumns,
  { rowKeys, ...notes }: Pick<TablePlan, 'rowKeys' | 'marks' | 'notation'>,
): MatchedColumns | ColumnsFault {
  const marks = markTexts(notes);
  const faults: ColumnsFault[] = [];
  const most = Math.min(MOST_HEAD_ROWS, table.rows - 1);
  const others = Array.from({ length: most + 1 }, (_, rows) => rows).filter(
    (rows) => rows !== table.headRows,
  );
  const isByHeader = declared.columns.some(({ header }) => header.length > 0);
  for (const headRows of isByHeader ? [table.headRows, ...others] : [table.headRows]) {
    const match =
      declared.by === 'place'
        ? byPlace(table, headRows, declared, marks)
        : byHeader(table, headRows, declared, rowKeys, marks);
    if ('roles' in match) return match;
    faults.push(match);
  }
  const [first, ...rest] = faults;
  if (first === undefined) return { expected: 'a table', found: 'none', matched: 0 };
  return rest.reduce((best, fault) => (fault.matched > best.matched ? fault : best), first);
}

/** Cells of the boxhead that stand over a column, from the top down. */
function headsOver({ cells }: Table, headRows: number, column: number): readonly Cell[] {
  return cells.filter(
    (cell) =>
      cell.row < headRows &&
      cell.column <= column &&
      cell.column + cell.columnSpan > column &&
      cell.lines.length > 0,
  );
}

/** Columns in which anything is printed below the boxhead, or above it. */
function isUsed(table: Table, column: number): boolean {
  return table.cells.some((cell) => cell.column === column && cell.columnSpan === 1 && cell.lines.length > 0);
}

function byPlace(
  table: Table,
  headRows: number,
  { columns }: PlannedColumns,
  marks: readonly string[],
): MatchedColumns | ColumnsFault {
  const used = Array.from({ length: table.columns }, (_, column) => column).filter((column) =>
    isUsed(table, column),
  );
  const places =
    columns.length === table.columns ? Array.from({ length: table.columns }, (_, column) => column) : used;
  if (places.length !== columns.length) {
    return {
      expected: `${columns.length} columns`,
      found: `${places.length}: ${headersOf(table, headRows)}`,
      action:
        'declare every column of the table in its place, with "ignore" for those that are not published',
      matched: 0,
    };
  }
  const unnamed = columns.filter(({ role, header }) => role === 'value' && header.length === 0);
  if (table.isFromRight === true && unnamed.length > 1)
    return {
      expected: 'the header of each column of values, in a table whose first column stands at the right',
      found: `${unnamed.length} columns without one`,
      action: 'name the headers, { header: ... }, in the order from right to left',
      matched: 0,
    };
  let matched = 0;
  for (const [index, { header }] of columns.entries()) {
    if (header.length === 0) continue;
    const over = headsOver(table, headRows, places[index] ?? 0);
    if (endsWith(over, header, marks)) matched += 1;
    else
      return {
        expected: `the header ${headerText(header)} over column ${(places[index] ?? 0) + 1}`,
        found: `"${over.map(cellText).join(' / ')}"`,
        matched,
      };
  }
  const roles = Array.from({ length: table.columns }, (_, column) => columns[places.indexOf(column)]);
  return { headRows, roles };
}

/**
 * Each declared header stands over exactly one column, or over as many as the table is printed beside itself; those that
 * are equal stand there in the declared order.
 */
function byHeader(
  table: Table,
  headRows: number,
  { columns }: PlannedColumns,
  rowKeys: readonly string[],
  marks: readonly string[],
): MatchedColumns | ColumnsFault {
  const roles: (PlannedColumn | undefined)[] = Array.from({ length: table.columns }, () => undefined);
  const stacks = roles.map((_, column) => headsOver(table, headRows, column));
  const times = new Map<string, readonly number[]>();
  let matched = 0;
  for (const group of groupsOf(columns)) {
    const header = group[0]?.header ?? [];
    // What is printed as it is declared comes before what has a mark besides, or another head below.
    const ways = [
      (over: readonly Cell[]) => endsWith(over, header, []),
      (over: readonly Cell[]) => endsWith(over, header, marks),
      (over: readonly Cell[]) => holds(over, header, marks),
    ].map((isUnder) => stacks.flatMap((over, column) => (isUnder(over) ? [column] : [])));
    const found = ways.find(({ length }) => length > 0) ?? [];
    if (found.length === 0) continue;
    matched += group.length;
    if (found.length !== group.length) times.set(headerText(header), found);
    for (const [at, column] of found.entries()) roles[column] = group[at % group.length];
  }
  if (matched === 0) {
    const expected = `the headers ${columns.map(({ header }) => headerText(header)).join(', ')}`;
    return { expected, found: headersOf(table, headRows), matched };
  }
  const keyed = withKeys(table, headRows, roles, rowKeys);
  if ('roles' in keyed) return keyed;
  const [twice] = times;
  if (twice === undefined) return { ...keyed, matched };
  const [text, found] = twice;
  return {
    expected: `one column under ${text}`,
    found: `${found.length}: ${found.map((column) => `"${(stacks[column] ?? []).map(cellText).join(' / ')}"`).join(', ')}`,
    action: 'name the level above it too, in the list of its columns: header: [level above, header]',
    matched,
  };
}

/** Columns whose headers are equal. */
function groupsOf(columns: readonly PlannedColumn[]): readonly (readonly PlannedColumn[])[] {
  return [...grouped(columns, ({ header }) => inkOf(JSON.stringify(header))).values()];
}

/**
 * Columns under no declared header hold the labels of the rows: one, or one for each key; and where the table is printed
 * beside itself, as many before each of its parts.
 */
function withKeys(
  table: Table,
  headRows: number,
  roles: (PlannedColumn | undefined)[],
  rowKeys: readonly string[],
): MatchedColumns | Omit<ColumnsFault, 'matched'> {
  const left = roles.flatMap((role, column) => (role === undefined && isUsed(table, column) ? [column] : []));
  const repeats = repeatsIn(roles);
  const own = left.length / repeats;
  if (own !== 1 && own !== rowKeys.length) {
    const text = (column: number): string => headsOver(table, headRows, column).map(cellText).join(' / ');
    return {
      expected: 'columns that are declared, and one for the labels of the rows',
      found: `${left.length} others: ${left.map((column) => `"${text(column)}"`).join(', ')}`,
      action: 'declare the columns by their places: columns: [key, value, ignore]',
    };
  }
  const filled = roles.map((role, column): PlannedColumn | undefined => {
    const at = left.indexOf(column);
    const key = own === 1 ? rowKeys.at(-1) : rowKeys[at % own];
    return at < 0 || key === undefined ? role : { role: 'key', key, header: [] };
  });
  return { headRows, roles: filled };
}

/** How often a table is printed beside itself: as often as each of its columns of values. */
function repeatsIn(roles: readonly (PlannedColumn | undefined)[]): number {
  const times = new Map<PlannedColumn, number>();
  for (const role of roles) if (role !== undefined) times.set(role, (times.get(role) ?? 0) + 1);
  const [first = 1, ...others] = times.values();
  return others.every((each) => each === first) ? first : 1;
}

/** Whether the declared levels stand one below the other, the last of them lowest. */
function endsWith(over: readonly Cell[], levels: HeaderLevels, marks: readonly string[]): boolean {
  return over.some((_, from) => follows(over.slice(from), levels, marks, true));
}

function holds(over: readonly Cell[], levels: HeaderLevels, marks: readonly string[]): boolean {
  return over.some((_, from) => follows(over.slice(from), levels, marks, false));
}

/** Each level is what one cell or several below each other say; cells between levels may be left out. */
function follows(
  over: readonly Cell[],
  levels: HeaderLevels,
  marks: readonly string[],
  isWhole: boolean,
): boolean {
  const [level, ...others] = levels;
  if (level === undefined) return !isWhole || over.length === 0;
  for (let count = 1; count <= over.length; count += 1) {
    const letters = lettersOf(over.slice(0, count).flatMap(({ lines }) => lines));
    if (!level.some((text) => matchText(letters, 0, text, marks) === letters.length)) continue;
    const rest = over.slice(count);
    if (others.length === 0) return !isWhole || rest.length === 0;
    if (rest.some((_, from) => follows(rest.slice(from), others, marks, isWhole))) return true;
  }
  return false;
}

function headerText(levels: HeaderLevels): string {
  return `"${levels.map(([text = '']) => text).join(' / ')}"`;
}

function headersOf(table: Table, headRows: number): string {
  const texts = Array.from({ length: table.columns }, (_, column) =>
    headsOver(table, headRows, column).map(cellText).join(' / '),
  );
  return texts.every((each) => each === '')
    ? 'no headers in its boxhead'
    : texts.map((each) => `"${each}"`).join(', ');
}
