import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOf } from '../../pipeline/command-line/folders.ts';
import { fault } from '../../pipeline/page/finding.ts';
import { sha256 } from '../../pipeline/page/sha256.ts';
import type { FolderKind } from '../../pipeline/publish/folder/kinds.ts';
import { announce, cleanUp, createScratch, removeScratch } from '../../pipeline/publish/folder/scratch.ts';
import { flush, write } from '../../pipeline/publish/folder/written-file.ts';
import { outputFault } from '../../pipeline/publish/output-fault.ts';
import { readYaml } from '../../pipeline/template/yaml-file.ts';
import { type Provenance, provenanceSchema, SNAPSHOT_NAME, snapshotName } from './provenance.ts';

const PROVENANCE = 'provenance.json';

/** The folder of all snapshots is never replaced: each new one is put into it. */
const SNAPSHOTS: FolderKind = {
  meant: [],
  files: 'snapshots',
  foreignBy: async () => 'snapshots, which stay',
};

/** A document as the register once gave it. */
export interface Snapshot {
  /** Its folder, below the document's. */
  readonly folder: string;
  /** The document itself. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly provenance: Provenance;
}

/**
 * The newest snapshot of a document's folder; undefined when there is none.
 *
 * Throws a finding when something else lies among the snapshots, or the newest is not what its provenance says.
 */
export async function newestSnapshot(documentFolder: string): Promise<Snapshot | undefined> {
  const all = join(documentFolder, 'snapshots');
  const names = (await readdir(all).catch((error) => noneOrFault(all, error)))
    .filter((name) => !name.startsWith('.'))
    .sort();
  const foreign = names.find((name) => !SNAPSHOT_NAME.test(name));
  if (foreign !== undefined) {
    const expected = 'nothing but snapshots, named by time and checksum';
    throw fault({ kind: 'file', place: { file: all }, expected, found: foreign, action: 'move it away' });
  }
  const newest = names.at(-1);
  return newest === undefined ? undefined : readSnapshot(join(all, newest), newest);
}

function readSnapshot(folder: string, name: string): Snapshot {
  const action = 'a snapshot is never edited: restore it, or remove its folder and fetch again';
  const path = join(folder, PROVENANCE);
  // JSON is YAML, and read as YAML it is refused with the line that is wrong.
  const text = new TextDecoder().decode(bytesOf(path, action));
  const provenance = readYaml<Provenance>({ path, text }, () => provenanceSchema);
  const file = join(folder, provenance.file);
  const bytes = bytesOf(file, action);
  const found = sha256(bytes);
  if (found !== provenance.sha256 || snapshotName(provenance) !== name) {
    const expected = `the document with sha256 ${provenance.sha256.slice(0, 12)}... of ${provenance.fetched}`;
    throw fault({ kind: 'file', place: { file }, expected, found: `${found.slice(0, 12)}...`, action });
  }
  return { folder, file, bytes, provenance };
}

/**
 * Stores a snapshot in a folder of its own beside the older ones. The folder is written elsewhere, flushed, and
 * renamed: it is there with all it holds, or not at all, and an older one is never overwritten.
 */
export async function storeSnapshot(
  documentFolder: string,
  bytes: Uint8Array,
  provenance: Provenance,
): Promise<Snapshot> {
  const all = join(documentFolder, 'snapshots');
  const folder = join(all, snapshotName(provenance));
  try {
    const scratch = await createScratch(all);
    try {
      await cleanUp(all, SNAPSHOTS, scratch);
      await announce(scratch, [provenance.file, PROVENANCE]);
      await write(scratch.next, provenance.file, bytes);
      await write(scratch.next, PROVENANCE, `${JSON.stringify(provenance, null, 2)}\n`);
      await flush(scratch.next);
      await mkdir(all, { recursive: true });
      await rename(scratch.next, folder);
      await flush(all);
    } finally {
      await removeScratch(scratch, all, SNAPSHOTS);
    }
  } catch (error) {
    throw outputFault(folder, error);
  }
  return { folder, file: join(folder, provenance.file), bytes, provenance };
}

function noneOrFault(folder: string, error: unknown): readonly string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw outputFault(folder, error);
}
