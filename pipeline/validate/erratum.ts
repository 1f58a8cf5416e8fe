import type { ErratumKind } from '../identities/instance.ts';
import type { Dataset, Row } from '../template/schema/rows.ts';
import type { TableSchema } from '../template/schema/table-schema.ts';

/** A contradiction of the source. */
export interface Erratum {
  readonly id: string;
  readonly kind: ErratumKind;
  readonly dataset: string | null;
  readonly paragraph: number | null;
  readonly cells: readonly string[];
  readonly description: string;
  readonly printed: string;
  readonly implied: string;
  readonly suggestion: string | null;
  readonly certainty: 'proven' | 'likely';
}

/** The published table of errata. */
export function errataDataset(errata: readonly Erratum[], schema: TableSchema): Dataset {
  const rows = errata.map(
    (erratum): Row => ({
      erratum_id: erratum.id,
      kind: erratum.kind,
      dataset: erratum.dataset,
      paragraph: erratum.paragraph,
      cells: erratum.cells.length === 0 ? null : erratum.cells.join(' '),
      description_en: erratum.description,
      printed: erratum.printed,
      implied: erratum.implied,
      suggestion: erratum.suggestion,
      certainty: erratum.certainty,
    }),
  );
  return { schema, rows };
}
