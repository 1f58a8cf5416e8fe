import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import '../needs-report.ts';
import { buildSite } from '../../site/build.ts';
import { type Served, serve } from '../../site/serve.ts';

const MINUTES = 300_000;

/** The whole catalogue, built from the output and served under a path of its own, for the tests of a file. */
export function catalogueSite(): { readonly url: (path: string) => string } {
  const dist = mkdtempSync(join(tmpdir(), 'catalogue-'));
  const served: Served[] = [];
  beforeAll(async () => {
    await buildSite({ output: 'output', dist, url: '' });
    served.push(await serve({ folder: dist, base: '/some/where/', port: 0 }));
  }, MINUTES);
  afterAll(async () => {
    await Promise.all(served.map(({ close }) => close()));
    rmSync(dist, { recursive: true });
  });
  return { url: (path) => `${served[0]?.url ?? ''}${path}` };
}
