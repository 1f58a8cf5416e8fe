import { loadDuckdb } from '../pipeline/publish/duckdb/duckdb.ts';
import { answerTo } from './verify/answer.ts';

// The process in which DuckDB reads files that nobody vouches for: `verify/reader-process.ts` starts it, sends it one
// statement at a time, and ends it. Nobody else is to start it.

/** Who asks has gone, or never was. */
const end = (): never => process.exit(0);

if (process.send === undefined) end();
process.on('disconnect', end);
const [memory = '1GiB'] = process.argv.slice(2);
const duckdb = await loadDuckdb();
const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: '1', memory_limit: memory });
const connection = await instance.connect();
process.on('message', async (statement) => process.send?.(await answerTo(connection, String(statement))));
process.send?.('ready');
// It ends when it is told to, and has done all that it was asked by then.
process.exitCode = 0;
