import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '../..');
const ENGINE = 'pipeline';
/** Loaded by a thread of its own; see limited-reading.ts. */
const READER = 'pipeline/command-line/reading-worker.ts';
/** Under a name that no module has. */
const REQUIRE =
  "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);";

/**
 * Runs a program of the project in this process, compiled: loading its two hundred modules one by one takes longer
 * than reading the whole report. What is compiled stands in build/compiled under the digest of the code it was made
 * from, so that changed code is never run stale, and a folder appears there whole or not at all.
 *
 *     await runCompiled('pipeline/cli.ts');
 *
 * @param {string} program the program's path in the project; it is made of its own folder and the pipeline
 */
export async function runCompiled(program) {
  const folder = join(ROOT, 'build', 'compiled', digestOf(program));
  if (!existsSync(folder)) await compile(program, folder);
  await import(pathToFileURL(join(folder, basename(program).replace(/ts$/, 'mjs'))).href);
}

function digestOf(program) {
  const folders = [...new Set([ENGINE, dirname(program)])];
  const code = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true })
      .filter((path) => /\.m?ts$|\.mjs$/.test(path))
      .sort()
      .map((path) => join(folder, path)),
  );
  const digest = createHash('sha256').update(`${program}\n`);
  for (const path of ['package-lock.json', ...code]) {
    digest.update(`${path}\n`).update(readFileSync(join(ROOT, path)));
  }
  return digest.digest('hex').slice(0, 16);
}

async function compile(program, folder) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [...new Set([program, READER])],
    entryNames: '[name]',
    outdir: 'compiled',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    // Packages that find files of their own beside them: binaries, workers, fonts.
    external: ['@duckdb/node-api', 'esbuild', 'pdf-parse', 'pdfjs-dist'],
    // Packages in CommonJS that are bundled call `require` for Node's own modules.
    banner: { js: REQUIRE },
    platform: 'node',
    // Modules before CommonJS: what is not used is left out.
    mainFields: ['module', 'main'],
    target: 'node20',
    format: 'esm',
    write: false,
  });
  mkdirSync(dirname(folder), { recursive: true });
  const scratch = mkdtempSync(`${folder}-`);
  for (const { path, contents } of outputFiles) writeFileSync(join(scratch, basename(path)), contents);
  try {
    renameSync(scratch, folder);
  } catch (error) {
    // Another process has put the same there meanwhile.
    rmSync(scratch, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}
