import { type Document, Element } from 'domhandler';
import type { StyleSheet } from './stylesheet.ts';
import { elementsOf, markupText, selected } from './tree.ts';

/** A part of a table that is made of elements of other names. */
type Part = 'table' | 'caption' | 'thead' | 'tbody' | 'tfoot' | 'tr' | 'td' | 'th';

const OF_ROLES: Readonly<Record<string, Part>> = {
  table: 'table',
  grid: 'table',
  treegrid: 'table',
  caption: 'caption',
  rowgroup: 'tbody',
  row: 'tr',
  cell: 'td',
  gridcell: 'td',
  columnheader: 'th',
  rowheader: 'th',
};
const OF_DISPLAYS: Readonly<Record<string, Part>> = {
  table: 'table',
  'inline-table': 'table',
  'table-caption': 'caption',
  'table-header-group': 'thead',
  'table-row-group': 'tbody',
  'table-footer-group': 'tfoot',
  'table-row': 'tr',
  'table-cell': 'td',
};
const OF_TABLES = new Set('table caption colgroup col thead tbody tfoot tr td th'.split(' '));
const GROUPS = new Set<Part | undefined>(['thead', 'tbody', 'tfoot']);
const CELLS = new Set<Part | undefined>(['td', 'th']);
/** An attribute with the name that an element had before it was called a part of a table; no page can write it. */
export const NAMED_BEFORE = ' name';
const SPANS = ['colspan', 'rowspan'];

/**
 * Makes tables of the elements that are tables to a reader and have other names: by `display: table`, `table-row` and
 * `table-cell`, or by their roles. Selectors have found them by then, by the names that they had. What holds anything
 * besides rows of cells is left as it is: boxes of a table keep many a page in its columns.
 */
export function nameBoxTables(tree: Document, sheet: StyleSheet): void {
  const partOf = (element: Element): Part | undefined => {
    if (OF_TABLES.has(element.name)) return undefined;
    const role = element.attribs.role?.trim().toLowerCase() ?? '';
    return OF_ROLES[role] ?? OF_DISPLAYS[sheet.of(element).get('display') ?? ''];
  };
  for (const table of selected(tree, '*') ?? []) {
    if (partOf(table) !== 'table') continue;
    const parts = partsWithin(table, partOf);
    const rows = [...(parts ?? [])].filter(([, part]) => part === 'tr').map(([row]) => row);
    const isTable = rows.filter((row) => elementsOf(row).length > 1).length > 1;
    if (parts !== undefined && isTable) for (const [element, part] of parts) rename(element, part);
  }
}

/** All parts of a table by what they are; undefined where something is none. */
function partsWithin(
  table: Element,
  partOf: (element: Element) => Part | undefined,
): ReadonlyMap<Element, Part> | undefined {
  const parts = new Map<Element, Part>([[table, 'table']]);
  const enter = (outer: Element, isPart: (part: Part | undefined) => boolean): boolean =>
    holdsElementsAlone(outer) &&
    elementsOf(outer).every((element) => {
      const part = partOf(element);
      if (part === undefined || !isPart(part)) return false;
      parts.set(element, part);
      if (part === 'tr') return enter(element, (each) => CELLS.has(each));
      return GROUPS.has(part) ? enter(element, (each) => each === 'tr') : true;
    });
  return enter(table, (part) => part === 'tr' || part === 'caption' || GROUPS.has(part)) ? parts : undefined;
}

function holdsElementsAlone(element: Element): boolean {
  return element.children.every((child) => child instanceof Element || markupText(child).trim() === '');
}

function rename(element: Element, part: Part): void {
  element.attribs[NAMED_BEFORE] = element.name;
  element.name = part;
  for (const span of SPANS) {
    const said = element.attribs[`aria-${span}`];
    if (said !== undefined) element.attribs[span] ??= said;
  }
}
