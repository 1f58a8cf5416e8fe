import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { sha256 } from '../pipeline/page/sha256.ts';
import { kept } from './kept.ts';
import type { SiteFile } from './site-files.ts';

/** What has been compressed once is kept by its content: a module of 34 MB takes ten seconds. */
const KEPT = 'compressed';

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
  const brotli = kept(KEPT, `${name}-${BROTLI_QUALITY}.br`, () =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  );
  const gzip = kept(KEPT, `${name}-${GZIP_LEVEL}.gz`, () => gzipSync(bytes, { level: GZIP_LEVEL }));
  return {
    files: [
      { path: `${path}.br`, content: brotli },
      { path: `${path}.gz`, content: gzip },
    ],
    sent: brotli.length,
  };
}
