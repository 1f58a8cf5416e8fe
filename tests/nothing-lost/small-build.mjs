import { runCompiled } from '../../pipeline/command-line/compiled.mjs';

// Compiled, a program starts in a fraction of the time that TypeScript takes to be loaded.
await runCompiled('tests/nothing-lost/small-build.ts');
