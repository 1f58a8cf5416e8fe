/**
 * What the year of a figure rests on, as codes of the code list `year_basis`: it is said of every year of several, of
 * which its year is the last ("more than 300 every year"); of all of them together ("in 2010-2015 altogether 2 566"); of
 * the time from its year on ("since 2015"); or its paragraph prints the year, but of other figures ("the number fell
 * 1.3 times. In 2016 it was 576 thousand").
 */
export const YEAR_BASES = ['every_year', 'period', 'since', 'inferred'] as const;

export type YearBasis = (typeof YEAR_BASES)[number];

/** A place for one printed value: where it will be published, and what it may look like. */
export interface Slot {
  /** Position in the document's list of slots. */
  readonly index: number;
  readonly table: string;
  /** The column that receives the value. */
  readonly column: string;
  /** The codes of the value's row. */
  readonly codes: Readonly<Record<string, string>>;
  /** Names the cell: `poverty_rate:KZ._T.2010`. Values of one printed item share their cell. */
  readonly cellId: string;
  /** Code of the code list `unit`. */
  readonly unit: string | null;
  /** Values are counts: whole by nature, exact as printed. */
  readonly counted: boolean;
  /** The paragraph of the running text that prints it; null in the annexes. */
  readonly paragraph: number | null;
  /** Not every table prints its row. */
  readonly isOptional?: boolean;
  /** What its year rests on, where that is not whether the paragraph prints it. */
  readonly yearBasis?: YearBasis;
  /** Of a figure for several years together, the first of them, where it is printed. */
  readonly firstYear?: number;
}

/** What is declared of the year of a figure besides the year. */
export type OfYear = Pick<Slot, 'yearBasis' | 'firstYear'>;
