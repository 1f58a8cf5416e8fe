import type { Notation } from '../template/notation.ts';
import type { RowForm } from '../template/plan.ts';
import { type Atom, admits, type ReadCell, readAtoms } from './cell.ts';
import type { Ink } from './ink.ts';

/** A number of more pieces is none. */
export const MOST_ATOMS_OF_A_CELL = 12;

/** A cell that may stand in a row: it begins at a node and leads to the node behind its last piece and column. */
export interface Edge {
  readonly cell: ReadCell;
  readonly to: LatticeNode;
}

/** A place in a row: so many pieces are read, and so many columns are filled. */
export interface LatticeNode {
  readonly column: number;
  /** Cells that begin here and from which the row can be read to its end, shorter ones first. */
  readonly edges: readonly Edge[];
  /** In how many ways the row can be read from here; so many that they are no longer whole numbers, they are many. */
  readonly count: number;
}

/** What the columns of a row allow besides their form. */
export type Allows = (column: number, cell: ReadCell) => boolean;

/** What holds for a row besides its form. */
export interface LatticeRules {
  /** Each cell ends where a certain cell break stands, or the row does. */
  readonly areCertain?: boolean;
  readonly allows?: Allows;
}

/** Nothing can be read. */
export const NO_READING: LatticeNode = { column: 0, edges: [], count: 0 };

/**
 * Every way to read a row's pieces, in their order, as exactly one cell a column, as a graph: its paths from the first
 * node to the last are the readings. Their number can be beyond counting one by one, the graph grows with pieces and
 * columns alone. Edges that lead nowhere are not there, so no path ends in between.
 */
export function latticeOf(
  ink: Ink,
  atoms: readonly Atom[],
  form: RowForm,
  { areCertain = false, allows = () => true }: LatticeRules = {},
): LatticeNode {
  const width = form.columns.length;
  if (atoms.length > width * MOST_ATOMS_OF_A_CELL) return NO_READING;
  const longest = !areCertain && atoms.length === width ? 1 : MOST_ATOMS_OF_A_CELL;
  const mayBeCell = beginningsOf(atoms, form.notation);
  const end: LatticeNode = { column: width, edges: [], count: 1 };
  /** The nodes behind each number of pieces, by how many columns are filled. */
  const nodes: Map<number, LatticeNode>[] = atoms.map(() => new Map());
  nodes.push(new Map([[width, end]]));
  for (let first = atoms.length - 1; first >= 0; first -= 1) {
    const edges = new Map<number, Edge[]>();
    for (let last = first + 1; last <= Math.min(atoms.length, first + longest); last += 1) {
      if (last > first + 1 && (atoms[last - 1]?.broken || !mayBeCell(first, last))) break;
      if (areCertain && atoms[last]?.broken === false) continue;
      const behind = nodes[last];
      if (behind === undefined || behind.size === 0) continue;
      for (const cell of readAtoms(ink, atoms.slice(first, last), form)) {
        for (const to of behind.values()) {
          const column = to.column - cell.columns;
          if (column < 0 || !admits(form.columns.slice(column, to.column), cell) || !allows(column, cell))
            continue;
          const own = edges.get(column) ?? [];
          own.push({ cell, to });
          edges.set(column, own);
        }
      }
    }
    for (const [column, own] of edges) nodes[first]?.set(column, nodeOf(column, own));
  }
  return nodes[0]?.get(0) ?? NO_READING;
}

/** A node with its edges; where none is left, nothing can be read from it. */
function nodeOf(column: number, edges: readonly Edge[]): LatticeNode {
  return { column, edges, count: edges.reduce((sum, { to }) => sum + to.count, 0) };
}

/** The readings of a row, in order, at most so many. */
export function readingsOf(start: LatticeNode, most: number): readonly (readonly ReadCell[])[] {
  const readings: (readonly ReadCell[])[] = [];
  const walk = (node: LatticeNode, row: readonly ReadCell[], isEnd: boolean): void => {
    if (isEnd) readings.push(row);
    for (const { cell, to } of node.edges) {
      if (readings.length >= most) return;
      walk(to, [...row, cell], to.edges.length === 0);
    }
  };
  walk(start, [], false);
  return readings;
}

/**
 * The same graph with other cells in the place of some: `change` gives the cell that is to stand there, or nothing where
 * none may. What can no longer be read to the end is left out.
 */
export function changed(
  start: LatticeNode,
  change: (edge: Edge, column: number) => ReadCell | undefined,
): LatticeNode {
  const known = new Map<LatticeNode, LatticeNode>();
  const walk = (node: LatticeNode): LatticeNode => {
    // The last node has no edges and is one way to read what is left: nothing.
    if (node.edges.length === 0) return node;
    const before = known.get(node);
    if (before !== undefined) return before;
    const edges = node.edges.flatMap((edge): readonly Edge[] => {
      const cell = change(edge, node.column);
      const to = cell && walk(edge.to);
      return cell === undefined || to === undefined || to.count === 0 ? [] : [{ cell, to }];
    });
    const made = nodeOf(node.column, edges);
    known.set(node, made);
    return made;
  };
  return walk(start);
}

/** Every edge of a graph once, with the column that it begins at. */
export function edgesOf(start: LatticeNode): readonly { readonly edge: Edge; readonly column: number }[] {
  const seen = new Set<LatticeNode>();
  const found: { edge: Edge; column: number }[] = [];
  const waiting = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const edge of node.edges) {
      found.push({ edge, column: node.column });
      waiting.push(edge.to);
    }
  }
  return found;
}

/** Digits that can stand in a number behind others: a group of three, or one that is letter-spaced. */
const GROUP = /^(?:\d|\d{3})(?:[,.]\d*)?$/;
const DIGITS = /^\d+(?:[,.]\d*)?$/;
const HAS_DIGIT = /\d/;

/** How many decimal signs a text has. */
export function decimalSignsIn(text: string, { decimal }: Notation): number {
  return [...text].filter((character) => decimal.includes(character)).length;
}

/**
 * Tells of atoms, from one to before another, whether they can begin a number at all: it has one decimal sign, and
 * groups of three behind its first. All that begins with other atoms is no number either.
 */
function beginningsOf(atoms: readonly Atom[], notation: Notation): (first: number, last: number) => boolean {
  const signs = [0];
  const others = [0];
  for (const [index, { text }] of atoms.entries()) {
    // A mark may be torn from its bracket: `67 1122` / `)` is 67 112 with mark 2.
    const isTorn = atoms[index + 1]?.text.startsWith(')') === true;
    signs.push((signs.at(-1) ?? 0) + decimalSignsIn(text, notation));
    others.push((others.at(-1) ?? 0) + (DIGITS.test(text) && !GROUP.test(text) && !isTorn ? 1 : 0));
  }
  // A sign or a currency may stand apart before the digits.
  const firstDigits = (first: number): number => {
    const at = atoms.findIndex(({ text }, index) => index >= first && HAS_DIGIT.test(text));
    return at < 0 ? first : at;
  };
  return (first, last) => {
    const behind = Math.min(last, firstDigits(first) + 1);
    return (signs[last] ?? 0) - (signs[first] ?? 0) <= 1 && (others[last] ?? 0) - (others[behind] ?? 0) === 0;
  };
}
