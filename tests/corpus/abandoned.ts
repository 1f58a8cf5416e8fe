import { buildAll } from '../../pipeline/command-line/corpus/pool.ts';

// Builds a document without end in a folder, until somebody ends this process: `abandoned.ts FOLDER PROGRAM`.
const [out = '', program = ''] = process.argv.slice(2);
await buildAll(
  [{ document: 'endless', folder: 'sources/endless', program: '', schemas: '' }],
  {
    out,
    workers: 1,
    limits: { seconds: 3000, mebibytes: 64 },
    signal: undefined,
    program: new URL(program),
  },
  () => undefined,
);
