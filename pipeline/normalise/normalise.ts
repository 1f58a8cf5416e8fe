import { type Place, SourceFault } from '../page/finding.ts';
import type { Source } from '../page/source.ts';
import type { DeclaredReading } from '../template/document.ts';
import type { NormalisedDocument, Partly } from './document.ts';
import { withInkOffPage } from './off-page.ts';
import { normaliseTablesPartly } from './tables/cells/partly.ts';
import { normaliseTables } from './tables/cells/read-tables.ts';
import { normaliseText, normaliseTextPartly } from './tables/words/read-text.ts';

/**
 * Turns a source into the cells of a document: tables that are declared by their columns and rows are matched on the
 * cells of its pages, annexes and running text on the words of its text layer.
 *
 * Throws all findings at once, as a SourceFault: what does not stand where it should, and rows that stay ambiguous.
 * `reached` is told before each element what is being read.
 */
export function normalise(
  source: Source,
  document: DeclaredReading,
  reached: (place: Place) => void = () => undefined,
): NormalisedDocument {
  try {
    return (isReadByCells(document) ? normaliseTables : normaliseText)(source, document, reached);
  } catch (error) {
    throw error instanceof SourceFault ? new SourceFault(withInkOffPage(error.findings, source)) : error;
  }
}

/** Does the same, and leaves out what is at fault: tables, rows, sentences, the running text. Throws no finding. */
export function normalisePartly(
  source: Source,
  document: DeclaredReading,
  reached: (place: Place) => void = () => undefined,
): Partly {
  const read = isReadByCells(document) ? normaliseTablesPartly : normaliseTextPartly;
  const { normalised, findings } = read(source, document, reached);
  return { normalised, findings: withInkOffPage(findings, source) };
}

/** Whether a document's tables are declared by their columns and rows, and its source has to have places. */
function isReadByCells({ plan }: Pick<DeclaredReading, 'plan'>): boolean {
  return plan.tables.length > 0;
}
