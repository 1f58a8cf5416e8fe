import { runInNewContext } from 'node:vm';
import type { Finding } from '../../pipeline/page/finding.ts';
import type { PrintedTable } from './schemas.ts';

/** The patterns of ours take milliseconds; one that takes this long was made to take for ever. */
const MOST_MILLISECONDS = 10_000;

/**
 * Tries the patterns of a table on its values, each within a time limit, because they come with the copy and
 * `(a+)+b` never ends on many an `a`. Those that take too long are findings, and are taken out of the table.
 */
export function withoutEndless(
  table: PrintedTable,
  milliseconds = MOST_MILLISECONDS,
): { readonly table: PrintedTable; readonly findings: readonly Finding[] } {
  const { schema, rows } = table;
  const isEndless = (column: string, pattern: string): boolean => {
    const values = rows.map((row) => row[column] ?? '');
    try {
      const attempt =
        'const tried = new RegExp("^(?:" + pattern + ")$", "u"); for (const value of values) tried.test(value);';
      runInNewContext(attempt, { values, pattern }, { timeout: milliseconds });
      return false;
    } catch (error) {
      // It comes from the other context, whose errors are no Error of this one.
      if (typeof error !== 'object' || error === null || !('code' in error)) throw error;
      return error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    }
  };
  const endless = schema.fields.flatMap(({ name, constraints }) =>
    constraints?.pattern !== undefined && isEndless(name, constraints.pattern) ? [name] : [],
  );
  const fields = schema.fields.map((field) => {
    if (!endless.includes(field.name)) return field;
    const { pattern: _, ...constraints } = field.constraints ?? {};
    return { ...field, constraints };
  });
  return {
    table: { rows, schema: { ...schema, fields } },
    findings: endless.map((column) => ({
      kind: 'schema',
      place: { file: schema.path, table: schema.name, column },
      expected: 'a pattern that can be tried',
      found: 'one that takes for ever',
    })),
  };
}
