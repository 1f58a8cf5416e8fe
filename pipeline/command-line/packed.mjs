import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compile, ROOT } from './compiled.mjs';

// Makes dist/, what a package of the engine holds in place of its sources: the programs compiled, each in one file, and
// the types of the library. Nothing is compiled where the package is used, which may be read-only.
const DIST = join(ROOT, 'dist');
const PROGRAMS = ['pipeline/cli.ts', 'pipeline/command-line/library.ts'];
const START = "#!/usr/bin/env node\nawait import('./cli.mjs');\n";

mkdirSync(DIST, { recursive: true });
for (const { name, contents } of await compile(PROGRAMS, false)) writeFileSync(join(DIST, name), contents);
writeFileSync(join(DIST, 'start.mjs'), START, { mode: 0o755 });

const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
const { status } = spawnSync(
  process.execPath,
  [join(typescript, 'bin', 'tsc'), '--project', join(ROOT, 'tsconfig.package.json')],
  { stdio: ['ignore', 2, 2] },
);
if (status !== 0) throw new Error('the types of the package cannot be made');
