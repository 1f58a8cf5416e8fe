import { type Ink, takeInk } from '../../pipeline/normalise/reading/ink.ts';
import { fileLayer } from '../layers.ts';

/** The ink of a text that a test made up. */
export function inkFor(text: string): Ink {
  return takeInk(fileLayer(new TextEncoder().encode(text), 'made-up.txt'));
}

/** The ink of a line of cells whose breaks are certain, as a PDF's are. */
export function inkOfCells(cells: readonly string[]): Ink {
  const text = cells.join('\t');
  const cellBreaks = cells.slice(1).map((_, index) => cells.slice(0, index + 1).join('\t').length);
  return takeInk({ text, evidence: { cellBreaks, raised: [] } });
}

/** The ink from its first to its last character. */
export function whole({ folded }: Ink): { readonly from: number; readonly to: number } {
  return { from: 0, to: folded.length };
}
