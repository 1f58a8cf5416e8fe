import { fault } from '../../pipeline/page/finding.ts';
import { loadDuckdb } from '../../pipeline/publish/duckdb/duckdb.ts';
import { cataloguePath, type Query } from '../catalogue/introduction.ts';
import { LANGUAGES } from '../catalogue/language.ts';
import { queryFor } from './examples.ts';

/**
 * Holds the queries of `sources/NAME/catalogue.yaml` against the published database, in every language. Throws a
 * SourceFault that names the query which it cannot answer, and why.
 */
export async function refuseUnanswered(
  name: string,
  queries: readonly Query[],
  database: string,
): Promise<void> {
  if (queries.length === 0) return;
  const { DuckDBInstance } = await loadDuckdb();
  const instance = await DuckDBInstance.create(database, {
    access_mode: 'READ_ONLY',
    enable_external_access: 'false',
  });
  const connection = await instance.connect();
  try {
    for (const query of queries)
      for (const language of LANGUAGES) {
        const fails = await connection.run(queryFor(query, language)).then(
          () => undefined,
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
        if (fails === undefined) continue;
        throw fault({
          kind: 'document',
          place: { file: cataloguePath(name) },
          expected: 'queries that the published database answers',
          found: `"${query.title.en}", of which it says: ${fails.split('\n')[0]?.replace(/[.!]$/, '')}`,
          action: 'name tables and columns as output/README.md lists them',
        });
      }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
