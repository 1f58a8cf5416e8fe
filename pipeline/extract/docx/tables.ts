import type { Element } from 'domhandler';
import { groundAttribute, UNKNOWN_GROUND } from './look.ts';
import { groundOf } from './run-look.ts';
import { PICTURE } from './runs.ts';
import { SETTINGS } from './settings.ts';
import { exactly } from './styles.ts';
import { at, childrenOf, numberAt, switchAt, valueAt } from './xml.ts';

/** What becomes of the parts of a table in markup. */
interface TableParts {
  /** What stands in a cell. */
  readonly cell: (cell: Element) => string;
  /** How high a row must be to show what stands in a cell of a width, in points. */
  readonly heightOf: (cell: Element, width: number | undefined) => number;
  /** Whether a style of tables, by its id, colours cells. */
  readonly isColoured: (style: string | undefined) => boolean;
  /** Told of a change to the cells of a table that nobody has accepted or rejected. */
  readonly undecided: () => Error;
  /** Told of a row whose cells are too few, and as wide as other columns than those they are counted in. */
  readonly displaced: () => Error;
}

interface Cell {
  readonly content: string;
  /** What lies under it, as an attribute. */
  readonly ground: string;
  readonly column: number;
  readonly columnSpan: number;
  /** Whether it goes on from the cell above. */
  readonly goesOn: boolean;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly isHead: boolean;
  /** How wide each of its cells says that it is; undefined where one says nothing, or less is left out at its end. */
  readonly widths: readonly number[] | undefined;
}

/** Elements that only stand around rows or cells. */
const AROUND = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/**
 * A table of a word processor as one of HTML: cells that are merged downwards or sideways span rows and columns, and a
 * row that begins further right (`w:gridBefore`) has an empty cell before it, so that its values stay in their columns.
 */
export function tableMarkup(table: Element, parts: TableParts): string {
  const rows = within(table, 'w:tr').flatMap((row): readonly Row[] => {
    const properties = at(row, 'w:trPr');
    const isLeftOut = at(properties, 'w:del') !== undefined || switchAt(properties, 'w:hidden') === true;
    return isLeftOut ? [] : [rowOf(row, properties, parts)];
  });
  const columns = childrenOf(at(table, 'w:tblGrid'), 'w:gridCol').map(({ attribs }) =>
    Number(attribs['w:w']),
  );
  if (rows.some((row) => isDisplaced(row, columns))) throw parts.displaced();
  const firstOfBody = rows.findIndex(({ isHead }) => !isHead);
  const crosses = rows[firstOfBody]?.cells.some(({ goesOn }) => goesOn) ?? true;
  const headRows = firstOfBody > 0 && !crosses ? firstOfBody : 0;
  const markup = rows.map((_, index) => rowMarkup(rows, index));
  const head = headRows === 0 ? '' : `<thead>${markup.slice(0, headRows).join('')}</thead>`;
  const properties = at(table, 'w:tblPr');
  const ground = groundAttribute(groundOf(properties));
  const own = parts.isColoured(valueAt(properties, 'w:tblStyle')) ? UNKNOWN_GROUND : ground;
  // Its columns stand from right to left; what stands in its cells says so for itself.
  const isFromRight = switchAt(properties, 'w:bidiVisual') === true;
  return `<table${own}${isFromRight ? ' dir="rtl"' : ''}>${head}<tbody>${markup.slice(headRows).join('')}</tbody></table>\n`;
}

function within(element: Element, name: string): readonly Element[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return AROUND.has(child.name) ? within(child, name) : [];
  });
}

function rowOf(row: Element, properties: Element | undefined, parts: TableParts): Row {
  const { cell, undecided } = parts;
  const height = exactly(at(properties, 'w:trHeight'), 'w:val', 'w:hRule');
  let column = numberAt(properties, 'w:gridBefore') ?? 0;
  const cells: Cell[] =
    column > 0 ? [{ content: '', ground: '', column: 0, columnSpan: column, goesOn: false }] : [];
  for (const each of within(row, 'w:tc')) {
    const own = at(each, 'w:tcPr');
    if (at(own, 'w:cellDel') !== undefined || at(own, 'w:cellMerge') !== undefined) throw undecided();
    const columnSpan = Math.max(1, numberAt(own, 'w:gridSpan') ?? 1);
    const last = cells.at(-1);
    const isSideways = at(own, 'w:hMerge') !== undefined && valueAt(own, 'w:hMerge') !== 'restart';
    if (isSideways && last !== undefined) {
      cells[cells.length - 1] = { ...last, columnSpan: last.columnSpan + columnSpan };
    } else {
      const goesOn = at(own, 'w:vMerge') !== undefined && valueAt(own, 'w:vMerge') !== 'restart';
      cells.push({
        content: goesOn ? '' : isCut(each, height, parts) || isSpoilt(own) ? spoilt(cell(each)) : cell(each),
        ground: groundAttribute(groundOf(own)),
        column,
        columnSpan,
        goesOn,
      });
    }
    column += columnSpan;
  }
  const said = within(row, 'w:tc').map((each) => widthOf(at(each, 'w:tcPr')));
  const widths = said.flatMap((width) => width ?? []);
  const isWhole = widths.length === said.length && widths.length === cells.length;
  return {
    cells,
    isHead: switchAt(properties, 'w:tblHeader') === true,
    widths: isWhole ? widths : undefined,
  };
}

/** How wide a cell says that it is, in twentieths of a point; undefined where it says nothing, or says it in another way. */
function widthOf(properties: Element | undefined): number | undefined {
  const { 'w:type': unit, 'w:w': width } = at(properties, 'w:tcW')?.attribs ?? {};
  // A width of 0 is none that is said.
  return unit === 'dxa' && Number(width) > 0 ? Number(width) : undefined;
}

/** Whether the cells of a row are fewer than the columns, and end elsewhere than the columns they are counted in. */
function isDisplaced({ cells, widths }: Row, columns: readonly number[]): boolean {
  const last = cells.at(-1);
  if (widths === undefined || last === undefined || last.column + last.columnSpan >= columns.length)
    return false;
  let left = 0;
  return cells.some(({ column, columnSpan }, at) => {
    left += widths[at] ?? 0;
    const edge = columns.slice(0, column + columnSpan).reduce((sum, width) => sum + width, 0);
    return Math.abs(left - edge) > SETTINGS.leastStep.value * (columns[column] ?? 0);
  });
}

/** Whether a row that does not grow is too low for a cell; one that is merged with those below may reach over them. */
function isCut(cell: Element, height: number | undefined, { heightOf }: TableParts): boolean {
  if (height === undefined) return false;
  const own = at(cell, 'w:tcPr');
  const width = widthOf(own);
  return (
    isTooSmall(height) || (at(own, 'w:vMerge') === undefined && heightOf(cell, width && width / 20) > height)
  );
}

function isTooSmall(points: number | undefined): boolean {
  return points !== undefined && points < SETTINGS.leastHeight.value;
}

/** Whether a line goes through a cell from corner to corner, or nothing fits into its width. */
function isSpoilt(properties: Element | undefined): boolean {
  const borders = at(properties, 'w:tcBorders');
  const isCrossed = ['w:tl2br', 'w:tr2bl'].some(
    (name) => !['nil', 'none', undefined].includes(valueAt(borders, name)),
  );
  const width = widthOf(properties);
  return isCrossed || (width !== undefined && isTooSmall(width / 20));
}

/** What stands in a cell and is cut off or crossed: something that nobody can read. */
function spoilt(content: string): string {
  return content.replace(/<[^<>]*>/g, '').trim() === '' ? content : PICTURE + content;
}

function rowMarkup(rows: readonly Row[], index: number): string {
  const cells = (rows[index]?.cells ?? []).map((cell) => {
    // A cell that goes on from nothing is one of its own.
    if (cell.goesOn && index > 0 && above(rows, index, cell) !== undefined) return '';
    let rowSpan = 1;
    while (goesOnIn(rows[index + rowSpan], cell)) rowSpan += 1;
    return `<td dir="ltr" colspan="${cell.columnSpan}" rowspan="${rowSpan}"${cell.ground}>${cell.content}</td>`;
  });
  return `<tr>${cells.join('')}</tr>\n`;
}

function goesOnIn(row: Row | undefined, { column, columnSpan }: Cell): boolean {
  return (
    row?.cells.some((each) => each.goesOn && each.column === column && each.columnSpan === columnSpan) ??
    false
  );
}

function above(rows: readonly Row[], index: number, { column, columnSpan }: Cell): Cell | undefined {
  return rows[index - 1]?.cells.find((each) => each.column === column && each.columnSpan === columnSpan);
}
