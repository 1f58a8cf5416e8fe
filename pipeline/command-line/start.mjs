#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { runCompiled } from './compiled.mjs';

// A build is over in two seconds: what V8 finds hot by its usual measure takes longer to optimise than it saves. This
// is 32 times that measure, as Node 20 knows it; later ones have another measure, and warn of what they do not know.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=2162688');
await runCompiled('pipeline/cli.ts');
