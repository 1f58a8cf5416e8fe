#!/usr/bin/env node
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
import { setFlagsFromString } from 'node:v8';

/**
 * Runs the command line, compiled: loading its two hundred modules one by one takes longer than reading the whole
 * report. What is compiled stands in build/compiled under the digest of the code it was made from, so that
 * changed code is never run stale, and a folder appears there whole or not at all.
 */
const root = join(import.meta.dirname, '../..');
const code = readdirSync(join(root, 'pipeline'), { recursive: true })
  .filter((path) => /\.m?ts$|\.mjs$/.test(path))
  .sort();
const digest = createHash('sha256');
for (const path of ['package-lock.json', ...code.map((path) => join('pipeline', path))]) {
  digest.update(`${path}\n`).update(readFileSync(join(root, path)));
}
const folder = join(root, 'build', 'compiled', digest.digest('hex').slice(0, 16));
if (!existsSync(folder)) await compile();
// A build is over in two seconds: what V8 finds hot by its usual measure takes longer to optimise than it saves. This
// is eight times that measure.
setFlagsFromString('--interrupt-budget=540672');
await import(pathToFileURL(join(folder, 'cli.mjs')).href);

async function compile() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    // The second is loaded by a thread of its own; see limited-pdf.ts.
    entryPoints: ['pipeline/cli.ts', 'pipeline/command-line/pdf-worker.ts'],
    entryNames: '[name]',
    outdir: 'compiled',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    // Packages that find files of their own beside them: binaries, workers, fonts.
    external: ['@duckdb/node-api', 'esbuild', 'pdf-parse', 'pdfjs-dist'],
    // Packages in CommonJS that are bundled call `require` for Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
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
