import { selectAll } from 'css-select';
import { type ChildNode, type Document, Element, hasChildren } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { fault } from '../../page/finding.ts';
import { SETTINGS } from './settings.ts';

/** Browsers nest no deeper than 512; a page that does is made to exhaust whoever reads it. */
const DEEPEST = SETTINGS.deepest.value;

/** A document holds its tables whole. */
const OF_A_TABLE = new Set(['caption', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr']);

/** The tree of a page as a browser builds it: missing end tags, misplaced rows and all. */
export function treeOf(html: string, file: string): Document {
  const tree = parse(html, { treeAdapter: adapter });
  refuseDeep(tree, file);
  return tree;
}

/** Throws a finding when a tree is deeper than any that was made to be read. */
export function refuseDeep(tree: Document, file: string): void {
  const open: { readonly node: ChildNode; readonly depth: number }[] = [];
  const enter = (nodes: readonly ChildNode[], depth: number): void => {
    for (const node of nodes) open.push({ node, depth });
  };
  enter(tree.children, 1);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > DEEPEST) {
      const expected = `elements within each other, at most ${DEEPEST} deep`;
      throw fault({ kind: 'file', place: { file }, expected, found: 'more' });
    }
    if (hasChildren(next.node)) enter(next.node.children, next.depth + 1);
  }
}

/**
 * The one element of a page that a CSS selector names: the document's own part of it.
 *
 *     partOf(tree, 'div.gs_12.text', file)
 *
 * Throws a finding when the selector is none, or names no element or several.
 */
export function partOf(tree: Document, selector: string, file: string): Element {
  const found = selected(tree, selector);
  const [part] = found ?? [];
  if (part !== undefined && found?.length === 1 && !OF_A_TABLE.has(part.name)) return part;
  const count =
    found === undefined
      ? 'no selector of CSS'
      : found.length === 0
        ? 'no such element'
        : part !== undefined && found.length === 1
          ? `a part of a table, <${part.name}>`
          : `${found.length}`;
  throw fault({
    kind: 'file',
    place: { file },
    expected: `one element that is the document, "${selector}"`,
    found: count,
    action: 'look at the page with a browser, and correct text_layer.part in document.yaml',
  });
}

/** The elements that a selector names, in their order; undefined where it is none that can be judged from here. */
export function selected(tree: Document, selector: string): readonly Element[] | undefined {
  try {
    return selectAll<ChildNode | Document, Element>(selector, tree);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** The elements right below one. */
export function elementsOf(node: Element | Document): readonly Element[] {
  return node.children.filter((child) => child instanceof Element);
}

/** All text below a node, as it stands in the markup. */
export function markupText(node: ChildNode | Document): string {
  if ('data' in node) return node.type === 'text' ? node.data : '';
  return hasChildren(node) ? node.children.map(markupText).join('') : '';
}

/** The elements below one that a selector names. */
export function selectedWithin(element: Element, selector: string): readonly Element[] {
  return selectAll<ChildNode, Element>(selector, element.children);
}
