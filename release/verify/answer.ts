import type { DuckDBConnection } from '@duckdb/node-api';

/** What DuckDB answers to a statement: its columns and rows, each value as text, or what it says against it. */
export type Answer =
  | {
      readonly names: readonly string[];
      readonly types: readonly string[];
      readonly rows: readonly (readonly (string | null)[])[];
    }
  | { readonly error: string };

/** More text than any table of an output has; a view that gives rows without end is not gathered to its end. */
const MOST_CHARACTERS = 128 * 1024 ** 2;

/** Runs a statement and gathers what it gives. */
export async function answerTo(connection: DuckDBConnection, statement: string): Promise<Answer> {
  try {
    const result = await connection.stream(statement);
    const names = result.deduplicatedColumnNames();
    const types = result.columnTypes().map(String);
    const rows: (string | null)[][] = [];
    let characters = 0;
    for await (const some of result.yieldRows()) {
      for (const values of some) {
        const row = values.map((value) => (value === null ? null : String(value)));
        characters += row.reduce((sum, value) => sum + (value?.length ?? 4), names.length);
        if (characters > MOST_CHARACTERS) return { error: 'more rows than any output has' };
        rows.push(row);
      }
    }
    return { names, types, rows };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { error: error.message };
  }
}
