import { join } from 'node:path';
import { type Hearing, read } from '../../build.ts';
import { type Finding, SourceFault } from '../../page/finding.ts';
import { sha256 } from '../../page/sha256.ts';
import { findingDataset, refuseTaken, textDataset } from '../../publish/corpus/catalogue-tables.ts';
import { type DocumentRecord, type DocumentState, recordText } from '../../publish/corpus/records.ts';
import {
  type DocumentContent,
  isWhole,
  type Store,
  storeDocument,
  storedDocument,
} from '../../publish/corpus/store.ts';
import { checkReferences } from '../../publish/foreign-keys.ts';
import { toldOf } from '../../publish/metadata/facts.ts';
import type { Description } from '../../publish/publication.ts';
import { tabulate } from '../../publish/table.ts';
import { openDocument, openSource } from '../folders.ts';
import { digestBelow } from '../up-to-date.ts';

/** A document to build into a corpus. Plain values, for another process. */
export interface DocumentTask {
  readonly document: string;
  readonly folder: string;
  /** Digest of the program. */
  readonly program: string;
  /** Digest of the schemas that all documents share. */
  readonly schemas: string;
  /** What is wrong with it, where that is known: then it is not read. */
  readonly exhausted?: readonly Finding[];
}

/** What became of it. */
export interface DocumentDone {
  readonly document: string;
  readonly folder: string;
  readonly state: DocumentState;
  /** Whether it stood there already, made of the same by the same program. */
  readonly isKept: boolean;
  /** Checksum of its record. */
  readonly record: string;
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
  readonly findings: readonly Finding[];
}

/** Builds a document into a corpus, unless it stands there as it would be built. */
export async function buildDocument(store: Store, task: DocumentTask, hear: Hearing): Promise<DocumentDone> {
  const { document, folder, program, schemas, exhausted } = task;
  const inputs = inputsOf(folder, schemas);
  const head = { document, folder, program, inputs: inputs ?? '' };
  const there = exhausted === undefined ? await storedDocument(store.folder, document) : undefined;
  if (there !== undefined && inputs !== undefined && (await isAsBuilt(store, there, head)))
    return doneOf(there, true, []);
  const { content, findings } =
    exhausted === undefined
      ? await contentOf(head, hear)
      : { content: refused(head, 'exhausted', exhausted), findings: exhausted };
  return doneOf(await storeDocument(store, content), false, findings);
}

type RecordHead = Pick<DocumentRecord, 'document' | 'folder' | 'program' | 'inputs'>;

/** What was refused is refused again; what took too long may not do so here. */
async function isAsBuilt(store: Store, there: DocumentRecord, head: RecordHead): Promise<boolean> {
  const isSame = (['document', 'folder', 'program', 'inputs'] as const).every(
    (name) => there[name] === head[name],
  );
  const isFinal = there.state === 'published' || there.state === 'refused';
  return isSame && isFinal && (await isWhole(store.folder, there));
}

/** Changes whenever anything changes that is read of a document; undefined where something cannot be read. */
export function inputsOf(folder: string, schemas: string): string | undefined {
  try {
    return sha256(Buffer.from(JSON.stringify([digestBelow(folder), schemas])));
  } catch {
    return undefined;
  }
}

/** Reads a document. Whatever is wrong with it, or goes wrong while it is read, is of it alone. */
async function contentOf(
  head: RecordHead,
  hear: Hearing,
): Promise<{ readonly content: DocumentContent; readonly findings: readonly Finding[] }> {
  try {
    return { content: await readContent(head, hear), findings: [] };
  } catch (error) {
    const findings = error instanceof SourceFault ? error.findings : [programFault(head.folder, error)];
    return { content: refused(head, 'refused', findings), findings };
  }
}

async function readContent(head: RecordHead, hear: Hearing): Promise<DocumentContent> {
  const described = openDocument(/[/\\]/.test(head.folder) ? head.folder : `./${head.folder}`);
  const { publication, arithmetic } = await read(openSource(undefined, described), described, hear);
  const { datasets, texts = [], description } = publication;
  refuseTaken(datasets);
  const tables = [...datasets, textDataset(texts)].map(tabulate);
  checkReferences(tables);
  const { title, version, created } = description;
  return {
    record: {
      ...head,
      state: 'published',
      title,
      version,
      ...(created !== undefined && { created }),
      identities: arithmetic.identitiesChecked,
      unreviewed: arithmetic.unreviewed,
      remarks: arithmetic.remarks,
      findings: 0,
    },
    tables,
    about: aboutOf(description),
  };
}

/** What every file of a document says of itself when it travels alone; the rest stands beside, once for all. */
function aboutOf({ id, version, title, licence, sources }: Description): Readonly<Record<string, string>> {
  return {
    dataset: `${id} ${version}`,
    dataset_title: title.en,
    source: sources.map((source) => `${toldOf(source)} <${source.path}>`).join('; '),
    licence: `${licence.title} <${licence.path}>`,
  };
}

function refused(
  head: RecordHead,
  state: 'refused' | 'exhausted',
  findings: readonly Finding[],
): DocumentContent {
  return {
    record: {
      ...head,
      state,
      identities: 0,
      unreviewed: [],
      remarks: [],
      findings: findings.length,
    },
    tables: [tabulate(findingDataset(findings))],
    about: { dataset: head.document },
  };
}

/** An error of the program is told of the document at which it was met, and stops no other. */
function programFault(folder: string, error: unknown): Finding {
  const said = error instanceof Error ? error.message : String(error);
  return {
    kind: 'document',
    place: { file: join(folder, 'document.yaml') },
    expected: 'a document that the program can read or refuse',
    found: `an error of the program: ${said.split('\n')[0] ?? ''}`,
    action: 'report it with this document',
  };
}

function doneOf(record: DocumentRecord, isKept: boolean, findings: readonly Finding[]): DocumentDone {
  const { document, folder, state, tables, files } = record;
  return {
    document,
    folder,
    state,
    isKept,
    record: sha256(Buffer.from(recordText(record))),
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    findings,
  };
}
