import type { ReadCell } from '../../reading/cell.ts';
import type { CellContent } from '../../reading/cell-content.ts';
import { sameCell } from '../../reading/cell-content.ts';
import { type Edge, type LatticeNode, nodesOf } from '../lattice/lattice.ts';

/** What a step to a node, or from it, costs at least, and the edge that it is taken by. */
interface Way {
  readonly cost: number;
  readonly node: LatticeNode | undefined;
  readonly edge: Edge | undefined;
}

/** A reading through an edge. */
interface Through {
  readonly node: LatticeNode;
  readonly edge: Edge;
  readonly cost: number;
}

/**
 * For each column the reading of a graph that costs least among those which say something else there than `chosen`;
 * of equal ones the first. The cost of a reading is that of its cells: the number of identities that each breaks. It
 * takes the time of the edges, not of the readings.
 */
export function nextBest(
  start: LatticeNode,
  chosen: readonly CellContent[],
  costOf: (cell: ReadCell, column: number) => number,
): readonly (readonly ReadCell[] | undefined)[] {
  const nodes = nodesOf(start);
  const costs = new Map<Edge, number>();
  const behind = new Map<LatticeNode, Way>();
  for (const node of nodes.toReversed()) behind.set(node, cheapestFrom(node, behind, costs, costOf));
  const before = new Map<LatticeNode, Way>([[start, { cost: 0, node: undefined, edge: undefined }]]);
  const best: (Through | undefined)[] = chosen.map(() => undefined);
  for (const node of nodes) {
    const reached = before.get(node)?.cost ?? 0;
    for (const edge of node.edges) {
      const cost = reached + (costs.get(edge) ?? 0);
      const known = before.get(edge.to);
      if (known === undefined || cost < known.cost) before.set(edge.to, { cost, node, edge });
      const whole = cost + (behind.get(edge.to)?.cost ?? 0);
      for (let column = node.column; column < edge.to.column; column += 1) {
        const other = best[column];
        if (other !== undefined && other.cost <= whole) continue;
        if (!sameCell(chosen[column], edge.cell.content)) best[column] = { node, edge, cost: whole };
      }
    }
  }
  return best.map((through) => through && readingThrough(through, before, behind));
}

function cheapestFrom(
  node: LatticeNode,
  behind: ReadonlyMap<LatticeNode, Way>,
  costs: Map<Edge, number>,
  costOf: (cell: ReadCell, column: number) => number,
): Way {
  let best: Way | undefined;
  for (const edge of node.edges) {
    const own = costOf(edge.cell, node.column);
    costs.set(edge, own);
    const cost = own + (behind.get(edge.to)?.cost ?? 0);
    if (best === undefined || cost < best.cost) best = { cost, node: edge.to, edge };
  }
  return best ?? { cost: 0, node: undefined, edge: undefined };
}

function readingThrough(
  { node, edge }: Through,
  before: ReadonlyMap<LatticeNode, Way>,
  behind: ReadonlyMap<LatticeNode, Way>,
): readonly ReadCell[] {
  const cells: ReadCell[] = [edge.cell];
  for (
    let way = before.get(node);
    way?.edge !== undefined && way.node !== undefined;
    way = before.get(way.node)
  )
    cells.unshift(way.edge.cell);
  for (
    let way = behind.get(edge.to);
    way?.edge !== undefined && way.node !== undefined;
    way = behind.get(way.node)
  )
    cells.push(way.edge.cell);
  return cells;
}
