import { parseArgs } from 'node:util';
import { inTemporaryFolder } from '../pipeline/publish/folder/scratch.ts';
import { makes, stagesAlone, wholeBuilds } from './measured/builds.ts';
import { growth } from './measured/growing.ts';
import { manyDocuments } from './measured/many.ts';
import type { Row } from './measured/measure.ts';
import { looks, pdfs } from './measured/pages.ts';
import { scoreTables } from './tables.ts';

/**
 * `npm run bench [PART...] [-- --many N]`: one table of ratios, all of one run, since the machine's speed is anybody's
 * guess; times are of the processor. Parts are build, stages, pdf, look, make, many, growth; all without a name.
 * Tabula is a command of the machine, or the jar that the variable TABULA_JAR names.
 * `npm run bench -- tables [FOLDER]` scores the tables that are found in public documents with a known truth.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { many: { type: 'string', default: '1000' } },
});

const PARTS: Readonly<Record<string, (scratch: string) => AsyncIterable<Row> | Promise<readonly Row[]>>> = {
  build: wholeBuilds,
  stages: stagesAlone,
  pdf: pdfs,
  look: looks,
  make: makes,
  many: (scratch) => manyDocuments(scratch, Number(values.many)),
  growth,
};

/** The table as Markdown; each line is printed when it is done. */
async function measured(names: readonly string[]): Promise<boolean> {
  console.log('| what | ours | against | ratio | aim |\n|---|---:|---:|---:|---:|');
  let isWithin = true;
  await inTemporaryFolder('bench', async (scratch) => {
    for (const name of names) {
      for await (const row of (await PARTS[name]?.(scratch)) ?? []) {
        const { what, ours, against, ratio, aim, isAbove = false } = row;
        console.log(`| ${what} | ${ours} | ${against} | ${ratio}${isAbove ? ' ABOVE' : ''} | ${aim} |`);
        isWithin &&= !isAbove;
      }
    }
  });
  return isWithin;
}

const [what, folder] = positionals;
const unknown = positionals.find((name) => !(name in PARTS));
if (what === 'tables') process.exitCode = (await scoreTables(folder)) ? 0 : 1;
else if (unknown !== undefined) {
  console.error(`there is no part "${unknown}"; there are ${Object.keys(PARTS).join(', ')}, tables`);
  process.exitCode = 2;
} else
  process.exitCode = (await measured(positionals.length === 0 ? Object.keys(PARTS) : positionals)) ? 0 : 1;
