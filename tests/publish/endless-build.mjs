import { runCompiled } from '../../pipeline/command-line/compiled.mjs';

await runCompiled('tests/publish/endless-build.ts');
