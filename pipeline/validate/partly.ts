import type { NormalisedDocument, Partly } from '../normalise/document.ts';
import { type Finding, SourceFault } from '../page/finding.ts';
import type { DocumentDescription } from '../template/document.ts';
import { type ValidatedDocument, validate } from './validate.ts';

/** The tables that can be published of a document that is at fault. */
interface ValidatedPartly {
  readonly normalised: NormalisedDocument;
  readonly validated: ValidatedDocument;
  readonly findings: readonly Finding[];
}

/**
 * Validates what could be read of a document; a table of which a row is at fault is left out whole. Throws a SourceFault
 * where no table is left, or where a fault is in no table of values.
 */
export function validatePartly(
  { normalised, findings }: Partly,
  document: DocumentDescription,
): ValidatedPartly {
  const told: Finding[] = [...findings];
  for (let left = normalised; ; ) {
    if (left.cells.length === 0 && told.length > 0) throw new SourceFault(told);
    try {
      const extent = told.length === 0 ? 'whole' : 'partial';
      return { normalised: left, validated: validate(left, document, extent), findings: told };
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      told.push(...error.findings);
      const faulty = new Set(error.findings.map(({ place }) => place.table));
      const cells = left.cells.filter(({ table }) => !faulty.has(table));
      if (cells.length === left.cells.length) throw new SourceFault(told);
      left = { ...left, cells };
    }
  }
}
