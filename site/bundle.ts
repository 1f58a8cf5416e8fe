import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Assets } from './pages/page.ts';
import { sqlAssets } from './sql/assets.ts';

const HERE = import.meta.dirname;

/** Bundles the style and the scripts into the site's assets; the charts are a part that pages load when they need it. */
export async function bundle(dist: string): Promise<Assets> {
  const out = join(dist, 'assets');
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: {
      site: join(HERE, 'client/site.ts'),
      style: join(HERE, 'style/style.css'),
      sql: join(HERE, 'sql/client.ts'),
      'sql-style': join(HERE, 'sql/sql.css'),
    },
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
  const { worker, module } = sqlAssets();
  for (const { from, name } of [worker, module]) copyFileSync(from, join(out, name));
  return {
    style: 'assets/style.css',
    script: 'assets/site.js',
    sql: {
      style: 'assets/sql-style.css',
      script: 'assets/sql.js',
      worker: { href: `assets/${worker.name}`, bytes: worker.bytes },
      module: { href: `assets/${module.name}`, bytes: module.bytes },
    },
  };
}
