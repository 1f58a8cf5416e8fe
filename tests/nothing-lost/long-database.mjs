import { runCompiled } from '../../pipeline/command-line/compiled.mjs';

await runCompiled('tests/nothing-lost/long-database.ts');
