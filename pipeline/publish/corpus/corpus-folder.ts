import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fault } from '../../page/finding.ts';
import type { FolderKind } from '../folder/kinds.ts';
import { allowedPlace, makeFolder } from '../folder/replace.ts';
import { cleanUp, removeScratch } from '../folder/scratch.ts';
import { outputFault } from '../output-fault.ts';
import { CORPUS_FILE, WORK } from './layout.ts';
import { openWorkplace, type Workplace, writeInto } from './store.ts';

/** A folder of a corpus is never replaced: what stands in it is, file by file. */
const CORPUS: FolderKind = {
  meant: ['outputs/*'],
  files: 'a corpus',
  foreignBy: async () => 'a folder that is not replaced',
};

const TEXT = `${JSON.stringify({ kind: 'corpus', layout: 1 })}\n`;

/**
 * Works in the folder of a corpus, which is made where there is none, and afterwards takes away what processes that are
 * no more have left in its `work/`. Throws a SourceFault where the folder holds something else.
 */
export async function inCorpus<T>(out: string, run: (place: Workplace) => Promise<T>): Promise<T> {
  try {
    const folder = await allowedPlace(out, CORPUS);
    await makeFolder(folder);
    await refuseOther(out, folder);
    await makeFolder(join(folder, WORK));
    const place = await openWorkplace(folder);
    try {
      await writeInto(place, CORPUS_FILE, TEXT);
      return await run(place);
    } finally {
      await cleanUp(join(folder, WORK, 'process'), CORPUS, place.scratch);
      await removeScratch(place.scratch, folder, CORPUS);
    }
  } catch (error) {
    throw outputFault(out, error);
  }
}

/** Refuses a folder that is none of a corpus; `out` is what a person calls it. */
export async function refuseNoCorpus(out: string): Promise<void> {
  const said = await readFile(join(out, CORPUS_FILE), 'utf8').catch(() => undefined);
  if (said === TEXT) return;
  throw fault({
    kind: 'output',
    place: { file: out },
    expected: 'a folder of a corpus',
    found: said === undefined ? `no ${CORPUS_FILE} in it` : `another ${CORPUS_FILE}`,
    action: "build one: etl build --documents 'GLOB' --out DIR",
  });
}

async function refuseOther(out: string, folder: string): Promise<void> {
  const entries = await readdir(folder);
  const said = await readFile(join(folder, CORPUS_FILE), 'utf8').catch(() => undefined);
  // Another process may begin at the same time: then its place to work in is there already.
  if (said === TEXT || entries.every((name) => name === WORK)) return;
  throw fault({
    kind: 'output',
    place: { file: out },
    expected: 'a folder of a corpus, or an empty one',
    found: entries.find((name) => name !== WORK) ?? CORPUS_FILE,
    action: 'choose another folder with --out',
  });
}
