// A thread does not inherit how TypeScript is loaded: it runs what reading-worker.ts is compiled to.
import { runCompiled } from './compiled.mjs';

await runCompiled('pipeline/command-line/reading-worker.ts');
