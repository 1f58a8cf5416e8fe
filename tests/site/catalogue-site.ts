import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll } from 'vitest';
import '../needs-report.ts';
import { buildSite } from '../../site/build.ts';
import { type Served, serve } from '../../site/serve.ts';
import { madeOnce } from '../made-once.ts';

const MINUTES = 300_000;

/** The folder of the whole catalogue, built from the output once in a run; no test changes it. */
export function builtSite(): Promise<string> {
  return madeOnce('site', (dist) => buildSite({ output: 'output', dist, url: '' }));
}

/** The text of a file of the built catalogue: `pageOf(dist, 'ru/errata.html')`. */
export function pageOf(dist: string, path: string): string {
  return readFileSync(join(dist, path), 'utf8');
}

/** Bytes of a page of the built catalogue as it is sent. */
export function sentOf(dist: string, path: string): number {
  return gzipSync(pageOf(dist, path)).length;
}

/** What stands between the header and the footer of a page of the built catalogue. */
export function bodyOf(dist: string, path: string): string {
  const found = /<main id="content"[^>]*>\n(.*)\n<\/main>\n<footer /s.exec(pageOf(dist, path))?.[1];
  if (found === undefined) throw new Error(`${path}: no page`);
  return found;
}

const served: { site?: Promise<Served> } = {};

/** The whole catalogue, built from the output and served under a path of its own as long as this process runs. */
export function catalogueSite(): {
  /** The address of a page: `url('ru/errata.html')`. */
  readonly url: (path: string) => string;
  /** The folder that is served. */
  readonly folder: () => string;
} {
  const site = { url: '', folder: '' };
  beforeAll(async () => {
    site.folder = await builtSite();
    served.site ??= serve({ folder: site.folder, base: '/some/where/', port: 0 });
    site.url = (await served.site).url;
  }, MINUTES);
  return { url: (path) => `${site.url}${path}`, folder: () => site.folder };
}
