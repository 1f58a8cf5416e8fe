// A thread does not inherit how TypeScript is loaded: it runs what pdf-worker.ts is compiled to.
import { runCompiled } from './compiled.mjs';

await runCompiled('pipeline/command-line/pdf-worker.ts');
