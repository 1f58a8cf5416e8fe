#!/usr/bin/env node
import { runCompiled } from '../pipeline/command-line/compiled.mjs';

const COMMANDS = ['diff', 'fetch', 'regenerate', 'release', 'verify'];

// Runs the command of a maintainer that is named first: `start.mjs verify DIR` runs verify.ts.
const [command] = process.argv.splice(2, 1);
if (COMMANDS.includes(command)) await runCompiled(`release/${command}.ts`);
else {
  const said = command === undefined ? 'a command is missing' : `there is no command "${command}"`;
  console.error(`${said}; there are ${COMMANDS.join(', ')}`);
  process.exitCode = 2;
}
