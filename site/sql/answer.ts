/** A value as DuckDB writes it (`cast(... as varchar)`): no digit is lost on the way to the screen. */
export type Cell = string | null;

/** A column of an answer, with the type that DuckDB gives it. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** What a query gave. */
export interface Answer {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** True when there were more rows than a page can hold. */
  readonly isCut: boolean;
}

/** Rows of an answer that are taken; more would fill the browser's memory and help nobody. */
export const MOST_ROWS = 100_000;

/** The answer of a statement that gives no rows, such as `set`. */
export const DONE: Answer = { columns: [], rows: [], isCut: false };

const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|BIGNUM|DECIMAL\(.*\)|DOUBLE|FLOAT|REAL)$/;

/** True for a type whose values are plain numbers. */
export function isNumeric({ type }: Column): boolean {
  return NUMERIC.test(type);
}

/** True for a type whose values are points in time. */
export function isTemporal({ type }: Column): boolean {
  return /^(DATE|TIMESTAMP(_\w+)?|TIMESTAMP WITH TIME ZONE)$/.test(type);
}
