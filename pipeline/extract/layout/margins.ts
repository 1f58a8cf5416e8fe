import type { PrintedLine } from './lines.ts';
import type { DraftBlock } from './page.ts';

/** Distances in em of the line: how far the first line of a paragraph may be set in, and what is no distance. */
export const LEAST_INDENT = 0.6;
export const LARGEST_INDENT = 6;
export const NEARLY = 0.35;
/** A page needs so many lines at one left edge to have a margin of its own. */
const LINES_OF_A_MARGIN = 2;
export const SHARE_OF_A_MARGIN = 0.05;

/** The blocks of a page, its furniture left out. */
export interface PageBlocks {
  readonly blocks: readonly DraftBlock[];
}

/** From where to where lines of running text reach. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** The lines of a page that stand in no table. */
export function linesOf({ blocks }: PageBlocks): PrintedLine[] {
  return blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []));
}

/**
 * The left edge that several full lines share, and how far to the right they reach. Lines are full that are
 * nearly as wide as `width`, or as the widest lines that share an edge; so is what most lines share, for tables without
 * rules may be wider than all text.
 */
function marginsOf(lines: readonly PrintedLine[], width: number): Margins | undefined {
  const edges = new Map<number, { count: number; left: number; right: number }>();
  for (const {
    box: { left, right },
    size,
  } of lines) {
    const key = Math.round(left / Math.max(1, size * NEARLY));
    const edge = edges.get(key) ?? { count: 0, left, right };
    edges.set(key, {
      count: edge.count + 1,
      left: Math.min(edge.left, left),
      right: Math.max(edge.right, right),
    });
  }
  const least = Math.max(LINES_OF_A_MARGIN, SHARE_OF_A_MARGIN * lines.length);
  const shared = [...edges.values()].filter(({ count }) => count >= least);
  const widest = Math.max(width, ...shared.map(({ left, right }) => right - left));
  const full = shared.filter(
    ({ count, left, right }) => right - left > 0.8 * widest || 2 * count > lines.length,
  );
  return full.sort((one, other) => one.left - other.left)[0];
}

/** The margins of the document: ruled tables are as wide as its text, where that is no more than notes. */
export function usualMargins(pages: readonly PageBlocks[]): Margins | undefined {
  const lines = pages.flatMap(linesOf);
  const uprights = pages.flatMap(uprightsOf);
  const ofText = marginsOf(lines, 0);
  const ofTables = { left: Math.min(...uprights), right: Math.max(...uprights) };
  if (ofText === undefined) return uprights.length === 0 ? undefined : ofTables;
  const outdent = (ofText.left - ofTables.left) / (lines[0]?.size ?? 1);
  return outdent > LEAST_INDENT && outdent < LARGEST_INDENT ? ofTables : ofText;
}

function uprightsOf({ blocks }: PageBlocks): number[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? block.frame.uprights : []));
}

/** Pages may have their margins changed about, for binding; then no line stands at the usual left edge. */
export function marginsOfPage(page: PageBlocks, usual: Margins): Margins {
  const lines = linesOf(page);
  const size = lines[0]?.size ?? 1;
  const edges = [...lines.map(({ box }) => box.left), ...uprightsOf(page)];
  if (edges.some((left) => Math.abs(left - usual.left) < NEARLY * size)) return usual;
  const width = usual.right - usual.left;
  const left = marginsOf(lines, width)?.left ?? usual.left;
  return { left, right: left + width };
}

/** How many lines are set in by each step. */
export function countsOf(indents: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const indent of indents) {
    if (indent < LEAST_INDENT || indent > LARGEST_INDENT) continue;
    const key = Math.round(indent / NEARLY);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
