import type { ErratumKind } from '../identities/instance.ts';
import type { Sentences } from '../template/corrections.ts';
import type { Dataset, Row } from '../template/schema/rows.ts';
import type { TableSchema } from '../template/schema/table-schema.ts';
import { plainNumber } from './check-results.ts';
import { type Sides, severityOf, type Turn } from './severity.ts';

/** A contradiction of the source. */
export interface Erratum {
  readonly id: string;
  readonly kind: ErratumKind;
  readonly dataset: string | null;
  readonly paragraph: number | null;
  readonly cells: readonly string[];
  readonly says: Sentences;
  /** What is printed: digits of `printedCell`, or words; null where all numbers are computed. */
  readonly printed: string | null;
  readonly implied: string | null;
  readonly suggestion: string | null;
  readonly certainty: 'proven' | 'likely';
  readonly printedCell: string | null;
  /** The broken checks, the first of which has the formula, the sides and the tolerance. */
  readonly checks: readonly string[];
  readonly formula: string | null;
  readonly sides: Sides | null;
  readonly tolerance: number | null;
  /** The difference as a share of the larger side; of several checks the greatest. */
  readonly relativeError: number | null;
  /** The greatest of all its checks: a share beside two numbers that differ by little may be wrong by much. */
  readonly greatestError: number | null;
  readonly turns: Turn | null;
}

/** What an erratum of words and marks has not. */
export const WITHOUT_NUMBERS = {
  printedCell: null,
  checks: [],
  formula: null,
  sides: null,
  tolerance: null,
  relativeError: null,
  greatestError: null,
  turns: null,
} as const;

/** The published table of errata. */
export function errataDataset(errata: readonly Erratum[], schema: TableSchema): Dataset {
  return { schema, rows: errata.map((erratum) => rowOf(erratum, schema)) };
}

function rowOf(erratum: Erratum, { fields }: TableSchema): Row {
  const { sides, tolerance, cells, checks, says, relativeError, greatestError, turns } = erratum;
  const number = (value: number | null | undefined): string | null =>
    value === null || value === undefined ? null : plainNumber(value);
  const descriptions = fields.flatMap(({ name }): [string, string | null][] => {
    const language = /^description_(..)$/.exec(name)?.[1];
    return language === undefined ? [] : [[name, says[language] ?? null]];
  });
  return {
    erratum_id: erratum.id,
    kind: erratum.kind,
    dataset: erratum.dataset,
    paragraph: erratum.paragraph,
    cells: listed(cells),
    printed: erratum.printed,
    implied: erratum.implied,
    suggestion: erratum.suggestion,
    certainty: erratum.certainty,
    ...Object.fromEntries(descriptions),
    printed_cell: erratum.printedCell,
    checks: listed(checks),
    formula: erratum.formula,
    left_value: number(sides?.left),
    right_value: number(sides?.right),
    difference: number(sides?.difference),
    tolerance: number(tolerance),
    relative_error: number(relativeError),
    turns: erratum.turns,
    severity: severityOf({ greatestError, turns, values: cells.length }),
    cells_touched: cells.length,
  };
}

function listed(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join(' ');
}
