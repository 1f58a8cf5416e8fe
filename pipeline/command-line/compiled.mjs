import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder of the project. */
export const ROOT = join(import.meta.dirname, '../..');
const ENGINE = 'pipeline';
/** Loaded by a thread of its own; see limited-reading.ts. */
const READER = 'pipeline/command-line/reading-worker.ts';
/** Loaded by processes of their own; see corpus/pool.ts. */
const BUILDER = 'pipeline/command-line/corpus/document-worker.ts';
/** Tells the checksum of every file of the folder by its name; written last. */
const LIST = 'files.json';
/** Under a name that no module has. */
const REQUIRE =
  "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);";

/**
 * Runs a program of the project in this process, compiled: loading its two hundred modules one by one takes longer
 * than reading the whole report. What is compiled stands in build/compiled under the digest of the code it was made
 * from, so that changed code is never run stale, with a list of checksums: what a full disk or a crash has cut short is
 * compiled again. A program that ends without saying how it went has done nothing, and that is a failure.
 *
 *     await runCompiled('pipeline/cli.ts');
 *
 * @param {string} program the program's path in the project; it is made of its own folder and the pipeline
 */
export async function runCompiled(program) {
  const url = await compiledUrl(program);
  if (url === undefined) return;
  await import(url);
  if (process.exitCode !== undefined) return;
  console.error(`${program}: expected a program that says how it went, found one that did nothing`);
  process.exitCode = 1;
}

/**
 * Where a program of the project stands compiled; undefined where that cannot be written, which is told.
 *
 * @param {string} program the program's path in the project
 */
export async function compiledUrl(program) {
  const folder = join(ROOT, 'build', 'compiled', digestOf(program));
  const main = basename(program).replace(/ts$/, 'mjs');
  if (!isWhole(folder, main)) {
    const files = await compile([program]);
    try {
      store(files, folder);
    } catch (error) {
      console.error(`${folder}: output\n  expected a folder that can be written to, found ${error.message}`);
      process.exitCode = 1;
      return undefined;
    }
  }
  return pathToFileURL(join(folder, main)).href;
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

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Whether every file that was compiled is there as it was written. */
function isWhole(folder, main) {
  try {
    const sums = JSON.parse(readFileSync(join(folder, LIST), 'utf8'));
    const isThere = (name) => sha256(readFileSync(join(folder, name))) === sums[name];
    return main in sums && Object.keys(sums).every(isThere);
  } catch {
    return false;
  }
}

/**
 * Programs of the project, compiled: the files by their names, without their folder.
 *
 * @param {readonly string[]} programs their paths in the project
 * @param {boolean} splitting whether what several of them need, or only some runs, stands in files of its own
 */
export async function compile(programs, splitting = true) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [...new Set([...programs, READER, BUILDER])],
    entryNames: '[name]',
    outdir: 'compiled',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting,
    // Packages that find files of their own beside them: binaries, workers, fonts.
    external: ['@duckdb/node-api', 'esbuild', 'pdf-parse', 'pdfjs-dist', 'tinypool'],
    // Packages in CommonJS that are bundled call `require` for Node's own modules.
    banner: { js: REQUIRE },
    platform: 'node',
    // Modules before CommonJS: what is not used is left out.
    mainFields: ['module', 'main'],
    target: 'node20',
    format: 'esm',
    write: false,
  });
  return outputFiles.map(({ path, contents }) => ({ name: basename(path), contents }));
}

/**
 * Writes what was compiled into its folder. Several processes may do so at once: all write the same, each file
 * appears whole or not at all, and the list is the last.
 */
function store(files, folder) {
  const list = Object.fromEntries(files.map(({ name, contents }) => [name, sha256(contents)]));
  mkdirSync(folder, { recursive: true });
  for (const { name, contents } of [...files, { name: LIST, contents: JSON.stringify(list) }]) {
    const part = join(folder, `${name}.${process.pid}.part`);
    writeFileSync(part, contents);
    renameSync(part, join(folder, name));
  }
}
