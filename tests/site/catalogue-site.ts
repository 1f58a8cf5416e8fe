import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import '../needs-report.ts';
import { buildSite } from '../../site/build.ts';
import { type Served, serve } from '../../site/serve.ts';

const MINUTES = 300_000;

/** The built folder of this process: the files of its tests build it once, and none of them changes it. */
const built: { dist?: Promise<string> } = {};

function builtSite(): Promise<string> {
  built.dist ??= (async () => {
    const dist = mkdtempSync(join(tmpdir(), 'catalogue-'));
    process.on('exit', () => rmSync(dist, { recursive: true, force: true }));
    await buildSite({ output: 'output', dist, url: '' });
    return dist;
  })();
  return built.dist;
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
