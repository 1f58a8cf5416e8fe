import { createRequire } from 'node:module';
import { once } from '../../page/remembered.ts';

/**
 * The package is CommonJS: to `import` it, Node reads each of its sixty files once more for the names that they export,
 * which takes longer than to load them.
 */
const require = createRequire(import.meta.url);
const SETTING = 'DUCKDB_JE_MALLOC_CONF';

/** The package of DuckDB. */
export type DuckDB = typeof import('@duckdb/node-api');

/**
 * Loads DuckDB so that all memory it asks for begins as zeros.
 *
 * DuckDB writes whole blocks to the disk, also the bytes of a block that it has never set: a block of packed texts that
 * is nearly full keeps a gap of some bytes between the offsets and the texts, and in it whatever stood in that memory
 * before. So one build in three differed from the others in three to nine bytes that mean nothing. Its allocator on
 * Linux, a jemalloc of its own, reads this variable once, when the library is loaded, and has no other way to be told;
 * elsewhere the variable does nothing, and the database is the same in content only (docs/security.md).
 */
function load(): DuckDB {
  const before = process.env[SETTING];
  process.env[SETTING] = before === undefined ? 'zero:true' : `${before},zero:true`;
  try {
    return require('@duckdb/node-api');
  } finally {
    if (before === undefined) delete process.env[SETTING];
    else process.env[SETTING] = before;
  }
}

/**
 * DuckDB, loaded when it is first asked for: a command that publishes nothing, and the thread that reads, need not wait
 * for the library.
 *
 *     const { DuckDBInstance } = await loadDuckdb();
 */
export const loadDuckdb: () => Promise<DuckDB> = once(async () => load());
