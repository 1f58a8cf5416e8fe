import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bareTables } from '../pipeline/command-line/look/scored.ts';
import { readPdf } from '../pipeline/extract/pdf/source.ts';
import { inTemporaryFolder } from '../pipeline/publish/folder/scratch.ts';

const FOLDER = '../shared/icdar';

/**
 * Reads the tables of public documents with a truth and prints how well they are read: precision, recall and F1 of the
 * cells' neighbours, numbers right and wrong, relations over blanks ("+ blanks"), and the seconds it took. The documents
 * are third parties' and no part of the project; where they are not, it says so.
 */
export async function scoreTables(folder = FOLDER): Promise<boolean> {
  const documents = join(resolve(folder), 'dev');
  if (!existsSync(documents)) {
    console.log(`tables: not scored, for there are no documents in ${resolve(folder)}`);
    return true;
  }
  return inTemporaryFolder('bench-tables', async (found) => {
    const names = readdirSync(documents).flatMap((file) =>
      file.endsWith('.pdf') ? [file.slice(0, -4)] : [],
    );
    let seconds = 0;
    for (const name of names) {
      const bytes = new Uint8Array(readFileSync(join(documents, `${name}.pdf`)));
      const begun = performance.now();
      const source = await readPdf(bytes, name);
      seconds += (performance.now() - begun) / 1000;
      writeFileSync(join(found, `${name}.json`), JSON.stringify(bareTables(source)));
    }
    const scorer = join(resolve(folder), 'score.mjs');
    const scored = spawnSync(process.execPath, [scorer, documents, found], { encoding: 'utf8' });
    console.log(scored.status === 0 ? scored.stdout.trimEnd() : scored.stderr);
    console.log(`tables: ${names.length} documents read in ${seconds.toFixed(1)} s`);
    return scored.status === 0;
  });
}
