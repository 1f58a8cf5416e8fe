import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transform } from 'esbuild';

/**
 * Lets Node load TypeScript by itself in the processes of the tests: `node --import=./tests/typescript.mjs`. As Node
 * would strip types, nothing but them is taken away: what a test hands to a browser is whole without any helper beside
 * it, and no function is wrapped. Places of errors are told in the TypeScript.
 */
export async function load(url, context, next) {
  const { protocol, pathname } = new URL(url);
  if (protocol !== 'file:' || !pathname.endsWith('.ts')) return next(url, context);
  const sourcefile = fileURLToPath(url);
  const code = await readFile(sourcefile, 'utf8');
  const options = { loader: 'ts', format: 'esm', target: 'esnext', sourcemap: 'inline', sourcefile };
  const { code: source } = await transform(code, options);
  return { format: 'module', source, shortCircuit: true };
}

// Node runs these hooks in a thread of their own, which loads this file once more.
if (isMainThread) {
  process.setSourceMapsEnabled(true);
  register(import.meta.url);
}
