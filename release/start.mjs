#!/usr/bin/env node
import { runCompiled } from '../pipeline/command-line/compiled.mjs';

// Runs the command of a maintainer that is named first: `start.mjs verify DIR`.
await runCompiled('release/cli.ts');
