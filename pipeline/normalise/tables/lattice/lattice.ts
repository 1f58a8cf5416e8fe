import type { BodyItem, ColumnForm } from '../../../template/plan.ts';
import { admits, type ReadCell } from '../../reading/cell.ts';
import type { Stretch } from '../../reading/phrase.ts';

/** A cell that may stand in a row: it begins at a node and leads to the node behind its last piece and column. */
export interface Edge {
  readonly cell: ReadCell;
  readonly to: LatticeNode;
}

/** A place in a row: so much of it is read, and so many columns are filled. */
export interface LatticeNode {
  readonly column: number;
  /** Cells that begin here and from which the row can be read to its end, shorter ones first. */
  readonly edges: readonly Edge[];
  /** In how many ways the row can be read from here; so many that they are no longer whole numbers, they are many. */
  readonly count: number;
}

/** A row with every way in which its cells can be read, as a graph; there is one at least. */
export interface ReadRow {
  readonly item: Extract<BodyItem, { kind: 'row' }>;
  /** The ink of the label and of the cells. */
  readonly label: Stretch;
  /** The ink of headers inside the label, where a page break parts it. */
  readonly headers: readonly Stretch[];
  readonly lattice: LatticeNode;
  /** Where the next step begins. */
  readonly to: number;
}

/** A row with the reading that was chosen. */
export interface SolvedRow {
  readonly row: ReadRow;
  readonly cells: readonly ReadCell[];
}

/** What the columns of a row allow besides their form. */
export type Allows = (column: number, cell: ReadCell) => boolean;

/** A cell that begins at a place of a row, and the place behind it. */
export interface Step<Place> {
  readonly cell: ReadCell;
  readonly to: Place;
}

/**
 * How the pieces of a row may be walked: one way assumes that its cells follow each other in their order, another that
 * their lines stand beside each other. A place tells what is read.
 */
export interface Way<Place> {
  readonly start: Place;
  /** Another whole number for each place. */
  readonly keyOf: (place: Place) => number;
  readonly isEnd: (place: Place) => boolean;
  /** The cells that may begin at a place where so many columns are left. */
  readonly steps: (place: Place, columnsLeft: number) => Iterable<Step<Place>>;
}

/** Nothing can be read. */
export const NO_READING: LatticeNode = { column: 0, edges: [], count: 0 };

/**
 * Every way to read a row as exactly one cell a column, as a graph: its paths from the first node to the last are the
 * readings. Their number can be beyond counting one by one; the graph grows with places and columns alone. Edges that
 * lead nowhere are not there, so no path ends in between. Undefined where more than `mostSteps` steps are to be tried.
 */
export function graphOf<Place>(
  { start, keyOf, isEnd, steps }: Way<Place>,
  columns: readonly ColumnForm[],
  allows: Allows = () => true,
  mostSteps = Number.POSITIVE_INFINITY,
): LatticeNode | undefined {
  const width = columns.length;
  const end: LatticeNode = { column: width, edges: [], count: 1 };
  const known = columns.map(() => new Map<number, LatticeNode>());
  let tried = 0;
  const walk = (place: Place, column: number): LatticeNode => {
    if (column === width) return isEnd(place) ? end : NO_READING;
    const before = known[column]?.get(keyOf(place));
    if (before !== undefined) return before;
    const edges: Edge[] = [];
    for (const { cell, to } of steps(place, width - column)) {
      tried += 1;
      if (tried > mostSteps) break;
      const next = column + cell.columns;
      if (next > width || !admits(columns, column, cell) || !allows(column, cell)) continue;
      const node = walk(to, next);
      if (node.count > 0) edges.push({ cell, to: node });
    }
    const made = nodeOf(column, edges);
    known[column]?.set(keyOf(place), made);
    return made;
  };
  const made = walk(start, 0);
  return tried > mostSteps ? undefined : made;
}

/** A node with its edges; where none is left, nothing can be read from it. */
function nodeOf(column: number, edges: readonly Edge[]): LatticeNode {
  return { column, edges, count: edges.reduce((sum, { to }) => sum + to.count, 0) };
}

/** The readings of a row, in order, at most so many. */
export function readingsOf(
  start: LatticeNode,
  most = Number.POSITIVE_INFINITY,
): readonly (readonly ReadCell[])[] {
  const readings: (readonly ReadCell[])[] = [];
  if (most > 0) findReading(start, (reading) => readings.push(reading) === most);
  return readings;
}

/** The first reading of a row that is sought. */
export function findReading(
  start: LatticeNode,
  isSought: (reading: readonly ReadCell[]) => boolean,
): readonly ReadCell[] | undefined {
  const walk = (node: LatticeNode, row: readonly ReadCell[]): readonly ReadCell[] | undefined => {
    if (node.edges.length === 0) return node.count > 0 && isSought(row) ? row : undefined;
    for (const { cell, to } of node.edges) {
      const found = walk(to, [...row, cell]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return walk(start, []);
}

/**
 * The same graph with other cells in the place of some: `change` gives the cell that is to stand there, or nothing where
 * none may. A state is carried along each path, at first the empty one, so that what may stand at its end can depend on what stands before;
 * what can no longer be read to the end, or ends in a state that is not `isRight`, is left out.
 */
export function changed(
  start: LatticeNode,
  change: (edge: Edge, column: number, state: string) => readonly [ReadCell, string] | undefined,
  isRight: (state: string) => boolean = () => true,
): LatticeNode {
  const known = new Map<LatticeNode, Map<string, LatticeNode>>();
  const walk = (node: LatticeNode, before: string): LatticeNode => {
    // The last node has no edges and is one way to read what is left: nothing.
    if (node.edges.length === 0) return isRight(before) ? node : NO_READING;
    const own = known.get(node) ?? new Map<string, LatticeNode>();
    known.set(node, own);
    const done = own.get(before);
    if (done !== undefined) return done;
    const edges = node.edges.flatMap((edge): readonly Edge[] => {
      const step = change(edge, node.column, before);
      const to = step && walk(edge.to, step[1]);
      return step === undefined || to === undefined || to.count === 0 ? [] : [{ cell: step[0], to }];
    });
    const made = nodeOf(node.column, edges);
    own.set(before, made);
    return made;
  };
  return walk(start, '');
}

/** The nodes of a graph, each before those that its edges lead to. */
export function nodesOf(start: LatticeNode): readonly LatticeNode[] {
  const seen = new Set<LatticeNode>();
  const order: LatticeNode[] = [];
  const walk = (node: LatticeNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const { to } of node.edges) walk(to);
    order.push(node);
  };
  walk(start);
  return order.reverse();
}

/** Every edge of a graph once, with the column that it begins at. */
export function edgesOf(start: LatticeNode): readonly { readonly edge: Edge; readonly column: number }[] {
  return nodesOf(start).flatMap(({ edges, column }) => edges.map((edge) => ({ edge, column })));
}
