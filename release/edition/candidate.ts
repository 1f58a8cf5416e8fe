import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf } from '../../pipeline/command-line/compare/output.ts';
import { DESCRIPTOR } from '../../pipeline/command-line/copy/descriptor.ts';
import { type Files, folderFiles } from '../../pipeline/command-line/copy/files.ts';
import { openDocument } from '../../pipeline/command-line/folders.ts';
import { onlyDocument, publishedOf } from '../../pipeline/command-line/published.ts';
import { fault } from '../../pipeline/page/finding.ts';
import { compareOutputs } from '../compare/compare.ts';
import { renderMarkdown } from '../compare/render.ts';
import { withEntry } from './changelog.ts';
import { type DatedHead, datedHead } from './dated.ts';
import { previousOutput, readHistory } from './previous.ts';
import type { Candidate } from './refusals.ts';
import { PUBLIC_KEY } from './signing.ts';
import { ZENODO, zenodoJson } from './zenodo.ts';

/** The output of a repository of one document, whose files of a release stand in the root. */
const OUTPUT = 'output';

/** How to cite the data; it stands in the root of the repository too, where people look for it. */
const CITATION = 'CITATION.cff';

const CHANGELOG = 'CHANGELOG.md';

/** A candidate, with what its release is made of. */
export interface Draft {
  readonly candidate: Candidate;
  readonly head: DatedHead;
  /** The folder that it is published in. */
  readonly out: string;
  /** The files of the output. */
  readonly files: Files;
  /** The changelog as it is committed. */
  readonly changelog: string;
  /** The public key of the maintainers as it is committed; empty while they have none. */
  readonly publicKey: string;
  /** What the data are read from, as `document.yaml` declares it. */
  readonly source: { readonly file: string; readonly sha256: string };
}

/**
 * Reads all that a release depends on from the project in `.`: of the named document, or of the only one. What belongs to
 * a release of a document that is not published in output/ stands in its own folder, and its tags begin with its name.
 * Throws a SourceFault where there is no repository.
 */
export async function readDraft(document: string | undefined): Promise<Draft> {
  const { name, out } = publishedOf(document ?? onlyDocument());
  const { head: declared, folder } = openDocument(document ?? name);
  const own = out === OUTPUT ? '' : folder;
  const file = join(folder, 'document.yaml');
  const head = datedHead(declared, file);
  const history = readHistory('.', head.version, own === '' ? 'data' : name);
  if (history === undefined) {
    throw fault({ kind: 'release', place: {}, expected: 'a git repository with a commit', found: 'none' });
  }
  const files = folderFiles(out);
  const next = outputOf(files, out);
  const old = await previousOutput('.', history, next, out);
  const difference = compareOutputs(old, next);
  const entry = {
    version: head.version,
    date: head.created.slice(0, 10),
    old: history.released[0],
    difference: renderMarkdown(difference),
  };
  const at = (name: string): string => join(own, name);
  const changelog = textOf(at(CHANGELOG));
  const candidate: Candidate = {
    history,
    declared: { file, out, version: head.version, created: head.created },
    published: { version: next.version, created: createdOf(files) },
    difference,
    prepared: [
      { file: at(CHANGELOG), found: changelog, expected: withEntry(changelog, entry) },
      {
        file: at(CITATION),
        found: textOf(at(CITATION)),
        expected: Buffer.from(files.get(CITATION) ?? '').toString(),
      },
      { file: at(ZENODO), found: textOf(at(ZENODO)), expected: zenodoJson(head) },
    ],
  };
  const source = { file: join(folder, head.text_layer.file), sha256: head.text_layer.sha256 };
  return { candidate, head, out, files, changelog, publicKey: textOf(PUBLIC_KEY), source };
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
