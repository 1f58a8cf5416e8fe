import { basename, join } from 'node:path';
import type { Hearing, Read, Source } from '../../pipeline/build.ts';
import { publishRead } from '../../pipeline/build.ts';
import type { Difference } from '../../pipeline/command-line/compare/difference.ts';
import { readOutput } from '../../pipeline/command-line/compare/output.ts';
import { folderFiles } from '../../pipeline/command-line/copy/files.ts';
import { markupOf, openSource } from '../../pipeline/command-line/folders.ts';
import { fault, SourceFault } from '../../pipeline/page/finding.ts';
import { inTemporaryFolder } from '../../pipeline/publish/folder/scratch.ts';
import type { DocumentDescription } from '../../pipeline/template/document.ts';
import { changesOf } from '../compare/changes.ts';
import { compareOutputs } from '../compare/compare.ts';
import { summary } from '../compare/render.ts';
import type { World } from '../fetch/download.ts';
import { type Fetched, fetchDocument } from '../fetch/fetch.ts';
import { markupOfAnswer } from '../fetch/provenance.ts';
import { newestSnapshot, type Snapshot } from '../fetch/snapshots.ts';
import type { StartReader } from '../verify/database.ts';
import { verifyCopy } from '../verify/verify.ts';

/** The output that is published, and where the new one goes. */
export interface Outputs {
  readonly published: string;
  readonly regenerated: string;
}

/** What a regeneration came to. */
export type Regenerated =
  | { readonly kind: 'nothing new'; readonly fetched: Fetched['kind'] }
  | { readonly kind: 'for review'; readonly snapshot: Snapshot; readonly difference: Difference };

/**
 * Asks the register, builds from the newest document there is, checks what was built as a downloader would, and
 * holds it against the published output, which is left alone: publishing is for people.
 *
 * A snapshot stays for review, run after run, until `document.yaml` names it as the source. Throws a SourceFault when
 * anything fails, and when the published output is not what its own source gives: then nothing is known to be new.
 * `start` is how DuckDB is started for the check, in a process of its own where it is not named.
 */
export async function regenerate(
  document: DocumentDescription,
  { published, regenerated }: Outputs,
  world: World,
  start?: StartReader,
): Promise<Regenerated> {
  const { tell } = world;
  tell('fetch');
  const fetched = await fetchDocument(document, world);
  const snapshot = await snapshotToReview(document);
  const source = snapshot === undefined ? openSource(undefined, document) : sourceOf(snapshot, document);
  await publishRead((hear) => readAll(document, source, hear, world), regenerated, tell, {});
  tell('check');
  await check(regenerated, start);
  tell('compare');
  const difference = compareOutputs(readOutput(published), readOutput(regenerated));
  if (changesOf(difference).length === 0) return { kind: 'nothing new', fetched: fetched.kind };
  if (snapshot !== undefined) return { kind: 'for review', snapshot, difference };
  throw fault({
    kind: 'output',
    place: { file: published },
    expected: `what ${source.file} gives`,
    found: summary(difference).split('\n')[0] ?? 'something else',
    action: 'run make, review what changed, and regenerate again',
  });
}

/** Reads a document from a source within the limits of a build: what a register serves is as strange as any file. */
async function readAll(
  { folder }: DocumentDescription,
  source: Source,
  hear: Hearing,
  { read }: World,
): Promise<Read> {
  const answer = await read({ kind: 'build', document: basename(folder), source }, hear);
  if (answer.kind !== 'read') throw new Error(`${source.file} was read for nothing to publish`);
  return answer.read;
}

/** A snapshot as it is read: a page of HTML by what the register said of it. */
function sourceOf({ file, bytes, provenance }: Snapshot, document: DocumentDescription): Source {
  return { file, bytes, markup: markupOfAnswer(provenance.headers, markupOf(document)) };
}

/** What a downloader's check finds in the new output is a failure. */
async function check(output: string, start: StartReader | undefined): Promise<void> {
  const { findings } = await inTemporaryFolder('regenerate', (scratch) =>
    verifyCopy(folderFiles(output), output, scratch, { start }),
  );
  if (findings.length > 0) throw new SourceFault(findings);
}

/** The newest snapshot, unless it is what the document is read from already. */
async function snapshotToReview({ folder, head }: DocumentDescription): Promise<Snapshot | undefined> {
  const newest = await newestSnapshot(folder);
  return newest?.file === join(folder, head.text_layer.file) ? undefined : newest;
}
