#!/usr/bin/env node
import { runCompiled } from '../pipeline/command-line/compiled.mjs';

// The process that reads what nobody vouches for; no command of a person. See verify/reader-process.ts.
await runCompiled('release/reader.ts');
