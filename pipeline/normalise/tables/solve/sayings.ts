import type { CellContent } from '../../reading/cell-content.ts';
import { changed, type Edge, type LatticeNode, nodesOf } from '../lattice/lattice.ts';

/** What the readings of a row say in some of its columns: for each thing that can be said, its contents. */
type Sayings = ReadonlyMap<string, readonly CellContent[]>;

/** All that is sought has been said. */
const SAID = '*';

/**
 * What the readings of a graph can say in some columns, marks aside; undefined where that is more than `most` things.
 * Readings that say the same there are one saying, so this takes the time of edges and sayings, not of readings.
 */
export function sayingsOf(
  lattice: LatticeNode,
  columns: readonly number[],
  most: number,
): Sayings | undefined {
  const behind = new Map<LatticeNode, Map<string, readonly CellContent[]>>();
  for (const node of nodesOf(lattice).toReversed()) {
    const own = new Map<string, readonly CellContent[]>(node.edges.length === 0 ? [['', []]] : []);
    for (const edge of node.edges) {
      const times = timesSaid(edge, node.column, columns);
      const contents = Array.from({ length: times }, () => edge.cell.content);
      const said = wordOf(edge.cell.content).repeat(times);
      for (const [rest, others] of behind.get(edge.to) ?? []) {
        if (!own.has(said + rest)) own.set(said + rest, [...contents, ...others]);
      }
    }
    if (own.size > most) return undefined;
    behind.set(node, own);
  }
  return behind.get(lattice);
}

/** The readings of a graph that say one of these things in the columns. */
export function saying(
  lattice: LatticeNode,
  columns: readonly number[],
  supported: ReadonlySet<string>,
): LatticeNode {
  const beginnings = new Set([...supported].flatMap(beginningsOf));
  return changed(
    lattice,
    (edge, column, before) => {
      const times = timesSaid(edge, column, columns);
      if (times === 0 || before === SAID) return [edge.cell, before];
      const said = before + wordOf(edge.cell.content).repeat(times);
      if (!beginnings.has(said)) return undefined;
      return [edge.cell, supported.has(said) ? SAID : said];
    },
    (said) => said === SAID,
  );
}

function timesSaid({ to }: Edge, from: number, columns: readonly number[]): number {
  let times = 0;
  for (const column of columns) if (from <= column && column < to.column) times += 1;
  return times;
}

/** Cells that say the same have the same word. */
function wordOf(content: CellContent): string {
  return content.kind === 'number' ? `${content.value} ` : `${content.kind} `;
}

function beginningsOf(said: string): readonly string[] {
  const beginnings: string[] = [];
  for (let at = said.indexOf(' '); at >= 0; at = said.indexOf(' ', at + 1))
    beginnings.push(said.slice(0, at + 1));
  return beginnings;
}
