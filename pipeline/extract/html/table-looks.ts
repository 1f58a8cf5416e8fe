import type { Element } from 'domhandler';
import { NAMED_BEFORE } from './box-tables.ts';
import { setsOut } from './boxes.ts';
import { fixedColumns } from './fixed-columns.ts';
import { type GridCell, isLoose, spanOf } from './grid.ts';
import { type Look, lookOf } from './look.ts';
import type { StyleSheet } from './stylesheet.ts';
import { elementsOf } from './tree.ts';

/** How the groups, rows and cells of a table look: each stands in the one around it. */
export function looksWithin(table: Element, look: Look, sheet: StyleSheet): ReadonlyMap<Element, Look> {
  const looks = new Map<Element, Look>();
  const enter = (outer: Element, own: Look, depth: number): void => {
    const elements = elementsOf(outer);
    const within = elements.map((element) => lookOf(element, own, sheet));
    for (const [at, element] of elements.entries()) {
      const inner = within[at] ?? own;
      if (element.name === 'caption') continue;
      const isCell = element.name === 'td' || element.name === 'th';
      const isOfTable = outer.attribs[NAMED_BEFORE] === undefined || own.display === 'table-row';
      const beside = isOfTable ? [within[at - 1], within[at + 1]] : [];
      looks.set(element, isCell ? inRow(inner, beside, own, look) : inner);
      if (depth > 1 && !isCell && !inner.isGone) enter(element, inner, depth - 1);
    }
  };
  enter(table, look, 3);
  return looks;
}

/**
 * The look of a cell in its row. Cells beside each other that a style makes other boxes stand in one cell, and in a row that
 * is set out from the other side than the table they stand in other columns.
 */
function inRow(look: Look, beside: readonly (Look | undefined)[], row: Look, table: Look): Look {
  const isRow = row.display === undefined || row.display === 'table-row';
  const isOfOthers =
    isRow && isLoose(look) && beside.some((each) => each !== undefined && !each.isGone && isLoose(each));
  const isOtherWay = setsOut(row.display) && row.isFromRight !== table.isFromRight;
  return isOfOthers || isOtherWay ? { ...look, redrawn: look.redrawn ?? 'text in another column' } : look;
}

/** The looks of cells with the room that columns leave them which do not grow. */
export function inFixedColumns(
  lookAt: (element: Element) => Look,
  table: Element,
  cells: readonly GridCell[],
  sheet: StyleSheet,
): (element: Element) => Look {
  const widths = fixedColumns(table, cells, sheet);
  if (widths === undefined) return lookAt;
  const rooms = new Map(
    cells.map(({ element, column, columnSpan }) => [
      element,
      widths.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0),
    ]),
  );
  return (element) => {
    const look = lookAt(element);
    const room = (rooms.get(element) ?? Infinity) / look.print.size;
    return room < (look.room ?? Infinity) ? { ...look, room } : look;
  };
}

/** The columns that a style takes out of a table. */
export function collapsedColumns(table: Element, sheet: StyleSheet): ReadonlySet<number> {
  const collapsed = new Set<number>();
  let column = 0;
  for (const group of elementsOf(table).filter(({ name }) => name === 'colgroup')) {
    const columns = elementsOf(group).filter(({ name }) => name === 'col');
    for (const each of columns.length === 0 ? [group] : columns) {
      const said = [each, group].flatMap((element) => sheet.of(element).get('visibility') ?? []);
      for (const end = column + Math.max(1, spanOf(each.attribs.span)); column < end; column += 1)
        if (said[0] === 'collapse') collapsed.add(column);
    }
  }
  return collapsed;
}
