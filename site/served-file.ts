import { existsSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** Kinds of file that the site publishes. Text is sent compressed: the others are compressed in themselves. */
const TEXT: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};
const BINARY: Readonly<Record<string, string>> = {
  '.wasm': 'application/wasm',
  '.parquet': 'application/vnd.apache.parquet',
  '.arrow': 'application/vnd.apache.arrow.file',
  '.duckdb': 'application/vnd.duckdb',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
};

/** What a path of the site asks for. */
export type Asked =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly location: string }
  | { readonly kind: 'nothing' };

/**
 * The file of `folder` that a request's path means under `base`; a folder means its `index.html`.
 * A path that leads outside the folder, by `..` however it is encoded or by a link, means nothing.
 *
 *     askedFor('site/dist', '/some/where/', '/some/where/en/')   // { kind: 'file', path: '…/en/index.html' }
 */
export function askedFor(folder: string, base: string, url: string): Asked {
  const [encoded = ''] = url.split(/[?#]/);
  const pathname = decoded(encoded);
  if (pathname === undefined || pathname.includes('\0')) return { kind: 'nothing' };
  if (`${pathname}/` === base) return { kind: 'folder', location: base };
  if (!pathname.startsWith(base)) return { kind: 'nothing' };
  const path = join(folder, pathname.slice(base.length));
  if (!isInside(folder, path)) return { kind: 'nothing' };
  if (statSync(path).isFile()) return { kind: 'file', path };
  if (!pathname.endsWith('/')) return { kind: 'folder', location: `${encoded}/` };
  const index = join(path, 'index.html');
  return isInside(folder, index) ? { kind: 'file', path: index } : { kind: 'nothing' };
}

/** The media type of a file by its name, and whether its bytes are text. */
export function mediaType(path: string): { readonly type: string; readonly isText: boolean } {
  const extension = extname(path).toLowerCase();
  const text = TEXT[extension];
  if (text !== undefined) return { type: text, isText: true };
  return { type: BINARY[extension] ?? 'application/octet-stream', isText: false };
}

/** True when the path exists and is, links followed, in the folder. */
function isInside(folder: string, path: string): boolean {
  if (!existsSync(path)) return false;
  const [root, real] = [realpathSync(folder), realpathSync(path)];
  return real === root || real.startsWith(root + sep);
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
