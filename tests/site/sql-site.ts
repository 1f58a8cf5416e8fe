import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import '../needs-report.ts';
import { LANGUAGES, type Language } from '../../site/catalogue/language.ts';
import { html } from '../../site/html/markup.ts';
import { sqlAssets } from '../../site/sql/assets.ts';
import { sqlPage } from '../../site/sql/page.ts';
import { readRelations } from '../../site/sql/relations.ts';

/** The published file that the page asks. */
export const DATABASE = 'output/kz-icescr-2.duckdb';

/** Builds a site of the SQL page alone, in every language, around the page as the whole site has it. */
export async function buildSqlSite(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { worker, module } = sqlAssets();
  for (const { from, name } of [worker, module]) copyFileSync(from, join(folder, name));
  copyFileSync(DATABASE, join(folder, 'published.duckdb'));
  const styles = ['site/style/base.css', 'site/sql/sql.css'].map((file) => readFileSync(file, 'utf8'));
  writeFileSync(join(folder, 'sql.css'), styles.join('\n'));
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await build({
    entryPoints: ['site/sql/client.ts'],
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
  const [{ EXAMPLES }, relations] = await Promise.all([import('./sql-examples.ts'), readRelations(DATABASE)]);
  for (const language of LANGUAGES) {
    mkdirSync(join(folder, language), { recursive: true });
    const body = sqlPage({
      language,
      relations,
      examples: EXAMPLES,
      said: () => undefined,
      worker: { href: `../${worker.name}`, bytes: worker.bytes, sent: 1e5 },
      module: { href: `../${module.name}`, bytes: module.bytes, sent: 6e6 },
      database: { href: '../published.duckdb', bytes: statSync(DATABASE).size, sent: 1e6 },
    });
    writeFileSync(join(folder, language, 'sql.html'), pageAround(language, String(body)));
  }
}

function pageAround(language: Language, body: string): string {
  const head = html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>SQL</title>
<link rel="icon" href="../icon.svg">
<link rel="stylesheet" href="../sql.css">
<script type="module" src="../client.js"></script>`;
  return `<!doctype html>\n<html lang="${language}"><head>${head}</head><body><main>${body}</main></body></html>\n`;
}
