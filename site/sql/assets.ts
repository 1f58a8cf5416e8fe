import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';

/** A file of the site that is copied as it is from an installed package. */
export interface Asset {
  /** Where it stands now. */
  readonly from: string;
  /** Its name in the site. */
  readonly name: string;
  readonly bytes: number;
}

/** The files of DuckDB-WASM that the SQL page loads, from the site's own host. */
export interface SqlAssets {
  readonly worker: Asset;
  readonly module: Asset;
}

/**
 * DuckDB-WASM's build with WebAssembly exceptions (`eh`): the fastest of those that need no cross-origin isolation,
 * for every browser since 2022 (Chrome 95, Firefox 100, Safari 15.2). Its core functions are linked in; json, icu and
 * parquet are extensions that it would fetch from another host, so they are off.
 *
 *     for (const { from, name } of Object.values(sqlAssets())) copyFileSync(from, join(dist, 'sql', name));
 */
export function sqlAssets(): SqlAssets {
  return {
    worker: asset('@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js'),
    module: asset('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'),
  };
}

function asset(specifier: string): Asset {
  const from = createRequire(import.meta.url).resolve(specifier);
  return { from, name: basename(from), bytes: statSync(from).size };
}
