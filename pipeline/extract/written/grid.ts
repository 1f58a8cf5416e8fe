import type { Extent } from '../../page/place.ts';

/** A stretch of a line of text: its row on the page, and from where to where it goes in characters. */
export interface Stretch extends Extent {
  readonly line: number;
}

/** A cell of a table that a text draws with its characters, with the stretches of lines that are in it. */
export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly stretches: readonly Stretch[];
}

/** A table that a text draws with its characters: bars and dashes, or a tab between each two cells. */
export interface WrittenGrid {
  /** The lines that it takes of its page, the last exclusive. */
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly columns: number;
  readonly headRows: number;
  readonly toldBy: 'ruled' | 'marked up';
  readonly cells: readonly WrittenCell[];
}

/** The runs of lines of a page for which something holds, each from its first line to behind its last. */
export function runsOf(
  lines: readonly string[],
  holds: (line: string, at: number) => boolean,
): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [at, line] of lines.entries()) {
    if (!holds(line, at)) continue;
    const last = runs.at(-1);
    if (last?.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}
