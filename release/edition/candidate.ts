import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDocument } from '../../pipeline/command-line/folders.ts';
import { fault } from '../../pipeline/page/finding.ts';
import { compareOutputs } from '../compare/compare.ts';
import { outputOf } from '../compare/output.ts';
import { renderMarkdown } from '../compare/render.ts';
import { DESCRIPTOR } from '../copy/descriptor.ts';
import { type Files, folderFiles } from '../copy/files.ts';
import { withEntry } from './changelog.ts';
import { type DatedHead, datedHead } from './dated.ts';
import { previousOutput, readHistory } from './previous.ts';
import type { Candidate } from './refusals.ts';
import { PUBLIC_KEY } from './signing.ts';
import { ZENODO, zenodoJson } from './zenodo.ts';

const OUTPUT = 'output';

/** How to cite the data; it stands in the root of the repository too, where people look for it. */
const CITATION = 'CITATION.cff';

export const CHANGELOG = 'CHANGELOG.md';

/** A candidate, with what its release is made of. */
export interface Draft {
  readonly candidate: Candidate;
  readonly head: DatedHead;
  /** The files of the output. */
  readonly files: Files;
  /** The public key of the maintainers as it is committed; empty while they have none. */
  readonly publicKey: string;
  /** What the data are read from, as `document.yaml` declares it. */
  readonly source: { readonly file: string; readonly sha256: string };
}

/** Reads all that a release depends on from the project in `.`. Throws a SourceFault where there is no repository. */
export async function readDraft(): Promise<Draft> {
  const { head: declared, folder } = openDocument(undefined);
  const file = join(folder, 'document.yaml');
  const head = datedHead(declared, file);
  const history = readHistory('.', head.version);
  if (history === undefined) {
    throw fault({ kind: 'release', place: {}, expected: 'a git repository with a commit', found: 'none' });
  }
  const files = folderFiles(OUTPUT);
  const next = outputOf(files, OUTPUT);
  const old = await previousOutput('.', history, next);
  const difference = compareOutputs(old, next);
  const entry = {
    version: head.version,
    date: head.created.slice(0, 10),
    old: history.released[0],
    difference: renderMarkdown(difference),
  };
  const changelog = textOf(CHANGELOG);
  const candidate: Candidate = {
    history,
    declared: { file, version: head.version, created: head.created },
    published: { version: next.version, created: createdOf(files) },
    difference,
    prepared: [
      { file: CHANGELOG, found: changelog, expected: withEntry(changelog, entry) },
      {
        file: CITATION,
        found: textOf(CITATION),
        expected: Buffer.from(files.get(CITATION) ?? '').toString(),
      },
      { file: ZENODO, found: textOf(ZENODO), expected: zenodoJson(head) },
    ],
  };
  const source = { file: join(folder, head.text_layer.file), sha256: head.text_layer.sha256 };
  return { candidate, head, files, publicKey: textOf(PUBLIC_KEY), source };
}

function createdOf(files: Files): unknown {
  const descriptor: unknown = JSON.parse(Buffer.from(files.get(DESCRIPTOR) ?? '{}').toString());
  return typeof descriptor === 'object' && descriptor !== null && 'created' in descriptor
    ? descriptor.created
    : undefined;
}

/** A file that a release writes; it need not be there yet. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
