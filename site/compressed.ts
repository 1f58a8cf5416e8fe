import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { sha256 } from '../pipeline/page/sha256.ts';
import type { SiteFile } from './site-files.ts';

/** What has been compressed once is kept by its content: a module of 34 MB takes ten seconds. */
const KEPT = join('build', 'compressed');

/**
 * Brotli's quality. Of DuckDB's module (34.2 MB) 5 makes 6.23 MB in 4 s, 9 makes 5.89 MB in 23 s, 11 makes 5.07 MB in
 * five minutes, on two cores.
 */
const BROTLI_QUALITY = 5;
/** The logarithm of Brotli's window in bytes: its largest, as the files are larger than any. */
const BROTLI_WINDOW = 24;
const GZIP_LEVEL = 9;

/** How files are sent, by the end that their compressed form has beside them; the first that a browser takes is sent. */
export const ENCODINGS: readonly { readonly name: 'br' | 'gzip'; readonly end: '.br' | '.gz' }[] = [
  { name: 'br', end: '.br' },
  { name: 'gzip', end: '.gz' },
];

/** What stands beside a file for hosts that send compressed files as they are. */
export interface Compressed {
  readonly files: readonly SiteFile[];
  /** Bytes that come over the wire to a browser of today. */
  readonly sent: number;
}

/**
 * The compressed forms of a large file, to stand beside it.
 *
 *     compressedBeside({ path: 'assets/duckdb-eh.wasm', content })   // files: duckdb-eh.wasm.br and .gz
 */
export function compressedBeside({ path, content }: SiteFile): Compressed {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const name = sha256(bytes);
  const brotli = kept(`${name}-${BROTLI_QUALITY}.br`, () =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  );
  const gzip = kept(`${name}-${GZIP_LEVEL}.gz`, () => gzipSync(bytes, { level: GZIP_LEVEL }));
  return {
    files: [
      { path: `${path}.br`, content: brotli },
      { path: `${path}.gz`, content: gzip },
    ],
    sent: brotli.length,
  };
}

/** What is kept under a name, else made and kept; a folder that cannot be written costs time and nothing else. */
function kept(name: string, make: () => Uint8Array): Uint8Array {
  const path = join(KEPT, name);
  const found = readIfThere(path);
  if (found !== undefined) return found;
  const made = make();
  try {
    mkdirSync(KEPT, { recursive: true });
    // Written beside and moved, so that no other build reads half of it.
    writeFileSync(`${path}.${process.pid}`, made);
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    return made;
  }
  return made;
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
