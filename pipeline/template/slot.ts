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
  /** Said of every year of several, of which the slot's year is the last: "more than 300 every year". */
  readonly isEveryYear?: boolean;
}
