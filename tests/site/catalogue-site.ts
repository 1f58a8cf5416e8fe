import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
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

/** What stands between the header and the footer of a page of the built catalogue. */
export function bodyOf(dist: string, path: string): string {
  const found = /<main id="content"[^>]*>\n(.*)\n<\/main>\n<footer /s.exec(pageOf(dist, path))?.[1];
  if (found === undefined) throw new Error(`${path}: no page`);
  return found;
}

/** The whole catalogue, built from the output and served under a path of its own, for the tests of a file. */
export function catalogueSite(): { readonly url: (path: string) => string } {
  const served: Served[] = [];
  beforeAll(async () => {
    served.push(await serve({ folder: await builtSite(), base: '/some/where/', port: 0 }));
  }, MINUTES);
  afterAll(async () => {
    await Promise.all(served.map(({ close }) => close()));
  });
  return { url: (path) => `${served[0]?.url ?? ''}${path}` };
}
