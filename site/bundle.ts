import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Site } from './pages/page.ts';

const HERE = import.meta.dirname;

/** Bundles the style and the scripts into the site's assets; the charts are a part that pages load when they need it. */
export async function bundle(dist: string): Promise<Site['assets']> {
  const out = join(dist, 'assets');
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: { site: join(HERE, 'client/site.ts'), style: join(HERE, 'style/style.css') },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    chunkNames: 'part-[hash]',
    logLevel: 'warning',
  });
  for (const file of ['icon.svg', 'social-card.png'])
    copyFileSync(join(HERE, 'assets', file), join(out, file));
  return { style: 'assets/style.css', script: 'assets/site.js', sqlScript: 'assets/sql.js' };
}
