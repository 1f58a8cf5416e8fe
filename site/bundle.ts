import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { compressedBeside } from './compressed.ts';
import type { Assets } from './pages/page.ts';
import type { SiteFile } from './site-files.ts';
import { type Asset, sqlAssets } from './sql/assets.ts';
import type { LoadedFile } from './sql/page.ts';

const HERE = import.meta.dirname;
/** The folder of the site that holds them. */
const ASSETS = 'assets';

/** What the pages load, and where they find it. */
export interface Bundle {
  readonly assets: Assets;
  readonly files: readonly SiteFile[];
}

/** Bundles the style and the scripts into the site's assets; the charts are a part that pages load when they need it. */
export async function bundle(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: {
      site: join(HERE, 'client/site.ts'),
      style: join(HERE, 'style/style.css'),
      sql: join(HERE, 'sql/client.ts'),
      'sql-style': join(HERE, 'sql/sql.css'),
    },
    outdir: ASSETS,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    chunkNames: 'part-[hash]',
    logLevel: 'warning',
    write: false,
  });
  const { worker, module } = sqlAssets();
  const copied = ['icon.svg', 'social-card.png'].map((name) => ({ name, from: join(HERE, 'assets', name) }));
  const large = { worker: largeFile(worker), module: largeFile(module) };
  return {
    assets: {
      style: `${ASSETS}/style.css`,
      script: `${ASSETS}/site.js`,
      sql: {
        style: `${ASSETS}/sql-style.css`,
        script: `${ASSETS}/sql.js`,
        worker: large.worker.loaded,
        module: large.module.loaded,
      },
    },
    files: [
      ...outputFiles.map(({ path, contents }) => ({
        path: `${ASSETS}/${basename(path)}`,
        content: contents,
      })),
      ...copied.map(({ name, from }) => ({ path: `${ASSETS}/${name}`, content: readFileSync(from) })),
      ...large.worker.files,
      ...large.module.files,
    ],
  };
}

/** A file of an installed package with its compressed forms. */
function largeFile({ name, from, bytes }: Asset): {
  readonly loaded: LoadedFile;
  readonly files: readonly SiteFile[];
} {
  const file = { path: `${ASSETS}/${name}`, content: readFileSync(from) };
  const { files, sent } = compressedBeside(file);
  return { loaded: { href: file.path, bytes, sent }, files: [file, ...files] };
}
