import type { PrintedRow } from '../../pipeline/command-line/copy/csv-rows.ts';
import type { Finding } from '../../pipeline/page/finding.ts';
import { identifier } from '../../pipeline/publish/duckdb/sql.ts';
import { PUBLISHED, type Reader } from './database.ts';

/** The table of verdicts, and what the names of the views that give them begin with. */
export const RESULTS = 'check_result';
const PREFIX = 'check_';

/** Named in full, because a file may hold a function of that name which answers otherwise. */
const VIEWS = `select view_name as name from system.main.duckdb_views()
  where database_name = '${PUBLISHED}' and schema_name = 'main' and not internal order by all`;

/** How many checks were run again, and what is wrong with them. */
export interface IdentityFindings {
  readonly checks: number;
  readonly findings: readonly Finding[];
}

/** Both sides are published to six decimals. */
const TOLERANCE = 1e-6;

/**
 * Runs every identity again, from the published tables alone, and holds its verdict and both sides against
 * `check_result`, check by check. Also says which checks have no view, and which views no checks.
 */
export async function identityFindings(reader: Reader, file: string): Promise<IdentityFindings> {
  const findings: Finding[] = [];
  const wrong = (table: string, expected: string, found: string, row?: string): void => {
    const place = { file, table, ...(row !== undefined && { row }) };
    findings.push({ kind: 'identity', place, expected, found });
  };
  const run = async (table: string, query: string): Promise<readonly PrintedRow[]> => {
    try {
      return await reader.rowsOf(query);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      wrong(table, 'a query that can be run', `"${error.message.split('\n')[0]}"`);
      return [];
    }
  };
  const results = await run(
    RESULTS,
    `select check_id, left_value, right_value, verdict from ${PUBLISHED}.main.${RESULTS} order by all`,
  );
  const published = new Map(results.map((row) => [canonical(row.check_id ?? ''), row]));
  const seen = new Set<string>();
  for (const { name } of await run('duckdb_views', VIEWS)) {
    if (!name?.startsWith(PREFIX)) continue;
    for (const again of await run(name, `select * from ${PUBLISHED}.main.${identifier(name)}`)) {
      const id = checkId(name.slice(PREFIX.length), again);
      const result = published.get(id);
      seen.add(id);
      if (result === undefined) wrong(RESULTS, `the result that ${name} gives`, 'none', id);
      else findings.push(...resultFindings(file, result, again));
    }
  }
  for (const [id, row] of published) {
    if (!seen.has(id)) wrong(RESULTS, 'a view that gives it again', 'none', row.check_id ?? '');
  }
  return { checks: seen.size, findings };
}

/** What the verdict and both sides are, where they are not what the view gives. */
function resultFindings(file: string, published: PrintedRow, again: PrintedRow): readonly Finding[] {
  const row = published.check_id ?? '';
  return ['verdict', 'left_value', 'right_value']
    .filter((column) =>
      column === 'verdict'
        ? published[column] !== again[column]
        : !isNear(Number(published[column]), Number(again[column])),
    )
    .map((column) => ({
      kind: 'identity',
      place: { file, table: RESULTS, row, column },
      expected: `${again[column]} as the identity gives it again`,
      found: String(published[column]),
    }));
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}

/** A view has a column for each free key, before its two sides; `check_id` has their codes behind the name. */
function checkId(identity: string, row: PrintedRow): string {
  const { identity: _, left_value, right_value, difference, verdict, ...keys } = row;
  const codes = Object.values(keys).join('.');
  return canonical(codes === '' ? identity : `${identity}:${codes}`);
}

/** The two list the codes in different orders. */
function canonical(id: string): string {
  const [identity = '', codes] = id.split(/:(.*)/s);
  return codes === undefined ? identity : `${identity}:${codes.split('.').sort().join('.')}`;
}
