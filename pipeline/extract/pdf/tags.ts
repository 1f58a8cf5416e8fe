import type { TaggedTable } from '../layout/ink.ts';

const CELLS: ReadonlySet<string> = new Set(['TD', 'TH']);
const ROW = 'TR';
const TABLE = 'Table';

interface Node {
  readonly role?: string;
  readonly id?: string;
  readonly children: readonly Node[];
}

/**
 * The tables of a page by its tags: most producers say in the file which content is a cell of which row, so that it
 * can be read aloud. `tree` is what pdf.js gives as the page's structure, with content named `p9R_mc12`. A table that
 * stands in a cell of another is not told apart; such tables are left out.
 */
export function taggedTables(tree: unknown): TaggedTable[] {
  const root = nodeOf(tree);
  return root === undefined ? [] : outermost(root, TABLE).flatMap(rowsOf);
}

function rowsOf(table: Node): TaggedTable[] {
  if (table.children.some((child) => outermost(child, TABLE).length > 0)) return [];
  const rows = table.children
    .flatMap((child) => outermost(child, ROW))
    .map(({ children }) => children.filter(({ role = '' }) => CELLS.has(role)).map(marksIn));
  return [rows.filter((cells) => cells.length > 0)];
}

/** The nodes of a role that stand in no other of that role. */
function outermost(node: Node, role: string): readonly Node[] {
  return node.role === role ? [node] : node.children.flatMap((child) => outermost(child, role));
}

function marksIn({ id, children }: Node): readonly number[] {
  const mark = /_mc(\d+)$/.exec(id ?? '')?.[1];
  return [...(mark === undefined ? [] : [Number(mark)]), ...children.flatMap(marksIn)];
}

function nodeOf(value: unknown): Node | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const children: readonly unknown[] =
    'children' in value && Array.isArray(value.children) ? value.children : [];
  return {
    ...('role' in value && typeof value.role === 'string' && { role: value.role }),
    ...('id' in value && typeof value.id === 'string' && { id: value.id }),
    children: children.flatMap((child) => nodeOf(child) ?? []),
  };
}
