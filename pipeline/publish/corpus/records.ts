import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fault } from '../../page/finding.ts';
import { parsedJson } from '../../page/json.ts';
import { anyText, checkOf, checksum, listOf, openEntry, size } from '../../template/forms.ts';
import type { Labels } from '../../template/head.ts';
import type { Shard } from './layout.ts';

/** A file of a corpus as it was written: its path in the folder of the corpus. */
export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A table of a document in a corpus. */
export interface ListedTable {
  readonly name: string;
  readonly rows: number;
  /** Names the file that says what its columns are. */
  readonly schema: string;
}

/**
 * What became of a document: all of it stands there; it is at fault; it took more time or memory than it may, which
 * another machine may have; or it is being written, and these are the files that may stand there then.
 */
export type DocumentState = 'published' | 'refused' | 'exhausted' | 'writing';

/** What was made of a document: written last, so that what it lists is there. */
export interface DocumentRecord {
  readonly document: string;
  /** The folder that declares it, as it was named. */
  readonly folder: string;
  readonly state: DocumentState;
  /** Digests of the program, and of all that it read. */
  readonly program: string;
  readonly inputs: string;
  readonly title?: Labels;
  readonly version?: string;
  /** Date of the document's data, where one is declared. */
  readonly created?: string;
  readonly identities: number;
  /** Contradictions that no person has reviewed. */
  readonly unreviewed: readonly string[];
  readonly remarks: readonly string[];
  readonly findings: number;
  readonly tables: readonly ListedTable[];
  readonly files: readonly ListedFile[];
}

/** A document in what a shard says of itself, with the checksum of its record. */
export interface ShardDocument {
  readonly document: string;
  readonly folder: string;
  readonly state: DocumentState;
  readonly record: string;
}

/** What a shard did, written when it has done all of it. */
export interface ShardRecord {
  readonly shard: Shard;
  /** The pattern that named the documents, and the digest of the list of all of them. */
  readonly pattern: string;
  readonly list: string;
  readonly documentsOfAll: number;
  readonly program: string;
  readonly programName: string;
  readonly documents: readonly ShardDocument[];
}

const state = { enum: ['published', 'refused', 'exhausted', 'writing'] } as const;

const isDocumentRecord = checkOf<DocumentRecord>(
  openEntry({
    document: anyText,
    folder: anyText,
    state,
    program: anyText,
    inputs: anyText,
    identities: size,
    unreviewed: listOf(anyText),
    remarks: listOf(anyText),
    findings: size,
    tables: listOf(openEntry({ name: anyText, rows: size, schema: checksum })),
    files: listOf(openEntry({ path: anyText, bytes: size, sha256: checksum })),
  }),
);
const isShardRecord = checkOf<ShardRecord>(
  openEntry({
    shard: openEntry({ index: size, of: size }),
    pattern: anyText,
    list: checksum,
    documentsOfAll: size,
    program: anyText,
    programName: anyText,
    documents: listOf(openEntry({ document: anyText, folder: anyText, state, record: checksum })),
  }),
);

/** A record as it is written: the same value is the same bytes. */
export function recordText(record: DocumentRecord | ShardRecord): string {
  return `${JSON.stringify(record, null, 1)}\n`;
}

/** What a file says of a document; undefined where it is no record of one, such as a half of one. */
export function documentRecord(text: string): DocumentRecord | undefined {
  const value = parsedJson(text);
  return isDocumentRecord(value) ? value : undefined;
}

/** What a file says of a shard. Throws a SourceFault where it says nothing of one. */
export async function readShardRecord(folder: string, path: string): Promise<ShardRecord> {
  const file = join(folder, path);
  const value = parsedJson(await readFile(file, 'utf8'));
  if (isShardRecord(value)) return value;
  const action = 'move it away and build this shard again';
  const expected = 'what a shard says of itself';
  throw fault({ kind: 'output', place: { file }, expected, found: 'something else', action });
}
