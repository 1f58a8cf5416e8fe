import type { PreparedDatabase } from './duckdb/prepared.ts';

/** A part of publishing that takes a while. */
export type Step = 'text' | 'database' | 'parquet' | 'metadata' | 'swap';

/** What publishing does to the world besides writing files. */
export interface Effects {
  /** Told before each step, for a person who waits; `text` and `database` run at the same time. */
  readonly step?: (step: Step) => void;
  /** Stops the build before the swap: what was written so far is removed and the old output stays. */
  readonly signal?: AbortSignal;
  /** DuckDB with the tables and views that are expected; without it, or when others come, it is prepared then. */
  readonly prepared?: PreparedDatabase;
}
