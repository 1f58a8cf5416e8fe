import { Element } from 'domhandler';
import { type PrintRemark, UNKNOWN } from '../../page/token.ts';
import type { UnwrittenLine } from '../source-text.ts';
import { ADORNMENT, flow, type Sink } from './flow.ts';
import { generatedIn } from './generated.ts';
import { type Grid, type GridCell, gridOf, type Places, withoutEmptyPlaces } from './grid.ts';
import { headRowsOf } from './head-rows.ts';
import { gatherLines } from './lines.ts';
import type { Look } from './look.ts';
import type { StyleSheet } from './stylesheet.ts';
import { collapsedColumns, inFixedColumns, looksWithin } from './table-looks.ts';
import { elementsOf, selectedWithin } from './tree.ts';

/** A table whose cells hold their lines; each place of it is covered once. */
export interface FilledTable {
  readonly rows: number;
  readonly columns: number;
  readonly headRows: number;
  /** Whether its first column stands at the right. */
  readonly isFromRight: boolean;
  readonly cells: readonly FilledCell[];
}

interface FilledCell extends Places {
  readonly lines: readonly UnwrittenLine[];
}

const DIGIT = /\p{Nd}/u;

/** What is known around a table. */
interface TableContext {
  readonly sheet: StyleSheet;
  /** Whether it sets parts of a page whatever is in it: it stands outside of the document. */
  readonly isSetting: boolean;
  /** Told of the text of its cells. */
  readonly seen: (text: string, look: Look) => void;
}

/** How a table of the markup is read. */
type TableReading =
  | {
      readonly kind: 'table';
      readonly table: FilledTable;
      /** What stands hidden in cells that are seen. */
      readonly unseen: readonly Hidden[];
      readonly gone: readonly Looking[];
    }
  /** It only sets its parts beside each other: what stands in its cells is read one after the other. */
  | { readonly kind: 'setting'; readonly cells: readonly Looking[]; readonly gone: readonly Looking[] };

/** An element and how it looks; `gone` above are rows and cells that are not shown. */
export interface Looking {
  readonly element: Element;
  readonly look: Look;
}

interface Hidden {
  readonly text: string;
  readonly look: Look;
}

/**
 * A table of the markup. One with a table in a cell of it that has cells side by side sets parts of a page beside each
 * other, as does one with text in no more than one cell (the stamp at the head of an annex), and one that says so.
 */
export function readTable(
  table: Element,
  look: Look,
  { sheet, isSetting, seen }: TableContext,
): TableReading {
  const looks = looksWithin(table, look, sheet);
  const own = (element: Element): Look => looks.get(element) ?? look;
  const whole = gridOf(table, own);
  const lookAt = inFixedColumns(own, table, whole.cells, sheet);
  const collapsed = collapsedColumns(table, sheet);
  const isCollapsed = ({ column, columnSpan }: GridCell): boolean =>
    Array.from({ length: columnSpan }, (_, at) => column + at).every((at) => collapsed.has(at));
  const grid = { ...whole, cells: whole.cells.filter((cell) => !isCollapsed(cell)) };
  const gone = [
    ...[...looks].filter(([, own]) => own.isGone).map(([element, own]) => ({ element, look: own })),
    ...whole.cells.filter(isCollapsed).map(({ element }) => ({ element, look: notShown(lookAt(element)) })),
  ];
  const isSetOut =
    isSetting ||
    table.attribs.role === 'presentation' ||
    selectedWithin(table, 'table').some(isSideBySide) ||
    grid.cells.length < 2;
  if (!isSetOut) {
    const unseen: Hidden[] = [];
    const add: Sink['text'] = (text, own) => {
      if (own.print.hidden === undefined) seen(text, own);
      else unseen.push({ text, look: own });
    };
    const filled = filledOf(grid, look, lookAt, sheet, add);
    if (filled.cells.filter(saysSomething).length > 1) {
      return { kind: 'table', table: filled, unseen, gone };
    }
  }
  // Where it stands in such a table tells nothing of a text: no paragraph is set in there.
  const centred = (element: Element): Look => ({ ...lookAt(element), isCentred: true });
  return {
    kind: 'setting',
    cells: grid.cells.map(({ element }) => ({ element, look: centred(element) })),
    gone,
  };
}

/** Whether more stands in a cell than what adorns it: one beside a text sets that. */
function saysSomething({ lines }: FilledCell): boolean {
  return lines.some(({ tokens }) => tokens.some(({ remark }) => remark !== ADORNED));
}

function notShown(look: Look): Look {
  return { ...look, isGone: true, isUnshown: true, print: { ...look.print, hidden: 'not shown' } };
}

function isSideBySide(table: Element): boolean {
  return selectedWithin(table, 'tr').some(
    (row) => elementsOf(row).filter(({ name }) => name === 'td' || name === 'th').length > 1,
  );
}

function filledOf(
  grid: Grid,
  look: Look,
  lookAt: (element: Element) => Look,
  sheet: StyleSheet,
  told: Sink['text'],
): FilledTable {
  const read = grid.cells.map((cell) => ({
    ...cell,
    lines: linesIn(cell.element, lookAt(cell.element), look, sheet, told),
  }));
  const { rows, columns, cells: marked, rowsBefore } = withoutEmptyPlaces(read);
  const cells = marked.map(({ element: _, ...cell }): FilledCell => cell);
  const headRows = grid.headRows > 0 ? rowsBefore(grid.headRows) : headRowsOf(marked);
  const all = [...cells, ...missingIn(rows, columns, cells)];
  return {
    rows,
    columns,
    headRows,
    isFromRight: look.isFromRight,
    cells: all.sort((one, other) => one.row - other.row || one.column - other.column),
  };
}

/** A row may have fewer cells than the table has columns: its last places are empty. */
function missingIn(rows: number, columns: number, cells: readonly Places[]): readonly FilledCell[] {
  const covered = new Set<number>();
  for (const { row, column, rowSpan, columnSpan } of cells) {
    for (let at = 0; at < rowSpan * columnSpan; at += 1) {
      covered.add((row + Math.floor(at / columnSpan)) * columns + column + (at % columnSpan));
    }
  }
  const missing: FilledCell[] = [];
  for (let place = 0; place < rows * columns; place += 1) {
    if (covered.has(place)) continue;
    missing.push({
      row: Math.floor(place / columns),
      column: place % columns,
      rowSpan: 1,
      columnSpan: 1,
      lines: [],
    });
  }
  return missing;
}

/**
 * The lines of a cell. A picture in it is something that is printed there and that nobody can read; so is a number of
 * which a style puts some digits elsewhere than where they are written.
 */
function linesIn(
  cell: Element,
  look: Look,
  { moved: around }: Look,
  sheet: StyleSheet,
  told: Sink['text'],
): readonly UnwrittenLine[] {
  const lines = gatherLines(true);
  let isFilled = false;
  let isAdorned = false;
  const places = new Set<Look['moved']>();
  const sink: Sink = {
    text: (text, own) => {
      told(text, own);
      if (own.print.hidden !== undefined) return;
      isFilled ||= text.trim() !== '';
      if (DIGIT.test(text)) places.add(own.moved);
      lines.add(text, own);
    },
    lineEnd: ({ isGone }) => (isGone ? undefined : lines.end()),
    edge: ({ isGone }) => (isGone ? undefined : lines.end()),
    table: (table, own) => flow(table, own, sheet, sink),
    picture: (own) => lines.add(UNKNOWN, own),
    adornment: (own, what) => {
      if (own.print.hidden !== undefined) return;
      if (what === ADORNMENT) isAdorned = true;
      else lines.drawn(what);
    },
    within: (_, put) => put(),
    kept: () => false,
  };
  flow(cell, look, sheet, sink);
  const isPutElsewhere = places.size > 1 || (look.moved !== around && isFilled);
  if (isPutElsewhere || isBesideGenerated(cell, look, sheet)) lines.add(UNKNOWN, look);
  const taken = lines.taken();
  return taken.length === 0 && isAdorned ? [pictureAlone(look)] : taken;
}

/** Whether a style prints something before or behind the cells of a row, which is a cell of its own, and this one is beside it. */
function isBesideGenerated(cell: Element, look: Look, sheet: StyleSheet): boolean {
  const row = cell.parent;
  if (!(row instanceof Element)) return false;
  const cells = elementsOf(row);
  return (['before', 'after'] as const).some(
    (where, index) =>
      cells.at(-index) === cell &&
      (generatedIn(row, where, look, sheet) !== undefined ||
        sheet.of(row, where).get('display') === 'table-cell'),
  );
}

const ADORNED: PrintRemark = { says: 'a picture, and no text', stops: true };

/** A cell in which nothing but a picture stands is not empty, whatever the picture says of itself. */
function pictureAlone({ print }: Look): UnwrittenLine {
  const token = { text: UNKNOWN, box: undefined, print, joined: false, remark: ADORNED };
  return { tokens: [token], box: undefined, baseline: undefined };
}
