import type { Element } from 'domhandler';
import { inEm } from './css-lengths.ts';
import { type GridCell, spanOf } from './grid.ts';
import { SETTINGS } from './settings.ts';
import type { StyleSheet } from './stylesheet.ts';
import { elementsOf } from './tree.ts';

/** The widths that elements of a table say of themselves. */
interface Widths {
  readonly sheet: StyleSheet;
  /** How wide the table is, in em of the page; percents count in it. */
  readonly whole: number;
}

/** How wide the screen is in em of the page. */
const SCREEN = inEm(`${SETTINGS.screenWidth.value}px`) ?? 0;

/**
 * How wide the columns of a table are that do not grow with what stands in them (`table-layout: fixed`), in em of the
 * page: as wide as they or the cells of the first row say, and else alike. Undefined where they grow.
 */
export function fixedColumns(
  table: Element,
  cells: readonly GridCell[],
  sheet: StyleSheet,
): readonly number[] | undefined {
  const whole = widthOf(table, { sheet, whole: SCREEN });
  if (sheet.of(table).get('table-layout') !== 'fixed' || whole === undefined) return undefined;
  const widths = { sheet, whole };
  const said: (number | undefined)[] = [];
  for (const group of elementsOf(table).filter(({ name }) => name === 'colgroup' || name === 'col')) {
    const columns = elementsOf(group).filter(({ name }) => name === 'col');
    for (const column of columns.length === 0 ? [group] : columns)
      for (let at = Math.max(1, spanOf(column.attribs.span)); at > 0; at -= 1)
        said.push(widthOf(column, widths) ?? widthOf(group, widths));
  }
  for (const { element, row, column, columnSpan } of cells) {
    const width = row === 0 ? widthOf(element, widths) : undefined;
    for (let at = column; at < column + columnSpan; at += 1)
      said[at] ??= width === undefined ? undefined : width / columnSpan;
  }
  const columns = Math.max(0, ...cells.map(({ column, columnSpan }) => column + columnSpan));
  const own = Array.from({ length: columns }, (_, at) => said[at]);
  const open = own.filter((width) => width === undefined).length;
  const left = Math.max(0, whole - own.reduce<number>((sum, width) => sum + (width ?? 0), 0));
  return own.map((width) => width ?? left / open);
}

function widthOf(element: Element, { sheet, whole }: Widths): number | undefined {
  const width = sheet.of(element).get('width') ?? element.attribs.width?.trim().toLowerCase();
  if (width === undefined || width === '') return undefined;
  const [, percent] = /^([\d.]+)%$/.exec(width) ?? [];
  return percent === undefined ? inEm(width) : (Number(percent) / 100) * whole;
}
