#!/usr/bin/env node
import { runCompiled } from '../pipeline/command-line/compiled.mjs';

// Runs the command of a maintainer that is named first: `start.mjs verify DIR` runs verify.ts.
const [command] = process.argv.splice(2, 1);
await runCompiled(`release/${command}.ts`);
