import type { GridPlan } from '../../../template/plan.ts';
import type { Ink } from '../../reading/ink.ts';
import type { Stretch } from '../../reading/phrase.ts';
import { matchHeading } from './heading.ts';

/**
 * The words that a page may begin with where the table goes on: those of the title and the header cells, of the header
 * cells alone, or of the declared title of a continuation with or without them.
 */
export type Header = readonly (readonly (readonly string[])[])[];

/** The texts over the columns as they may be printed again. */
export function headerOf(heading: GridPlan['heading'], continued: GridPlan['continued']): Header {
  const cells = heading.slice(1);
  const anew = continued === undefined ? [] : [[continued, ...cells], [continued]];
  return cells.flat().length === 0 ? anew : [...anew, heading, cells];
}

/** A table that goes on on the next page may print its header again, with or without its title. */
export function repeatedHeader(ink: Ink, at: number, header: Header): Stretch | undefined {
  for (const words of header) {
    const match = matchHeading(ink, at, words);
    if (match !== undefined) return { from: at, to: match.to };
  }
  return undefined;
}
