import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Hearing, Read as ReadValues, Source } from '../../pipeline/build.ts';
import { publishRead } from '../../pipeline/build.ts';
import type { Descriptor } from '../../pipeline/command-line/copy/descriptor.ts';
import { type Files, folderFiles } from '../../pipeline/command-line/copy/files.ts';
import { openDocument, openSource } from '../../pipeline/command-line/folders.ts';
import { readerWithin, type TaskReader } from '../../pipeline/command-line/limited-reading.ts';
import { READING_LIMITS } from '../../pipeline/command-line/limits.ts';
import type { Finding } from '../../pipeline/page/finding.ts';
import { sha256 } from '../../pipeline/page/sha256.ts';

/** What could be said of where a copy comes from by making it again. */
export type Derivation =
  /** The whole publication, made by this program from the source and the declarations of this checkout. */
  | { readonly kind: 'made again'; readonly source: string; readonly sha256: string; readonly files: Files }
  /** This checkout cannot make it. */
  | { readonly kind: 'unknown document'; readonly reason: string }
  /** This checkout makes another one of the same name. */
  | { readonly kind: 'another'; readonly findings: readonly Finding[] };

/** A text in `document.yaml` and `datapackage.json`; the last of the sources is what was read. */
interface Read {
  readonly path: string;
  readonly sha256: string;
}

/**
 * Makes the publication again that a copy claims to be: from the source that this checkout declares (or that a person
 * names with `--source`), by its declarations and this program, into the folder `scratch`. Nothing of the copy takes
 * part in it but its name, its version, and the checksum of what it says it was read from.
 */
export async function makeAgain(
  { name, version, about }: Descriptor,
  named: string | undefined,
  scratch: string,
  read: TaskReader = readerWithin(READING_LIMITS),
): Promise<Derivation> {
  const folder = join('sources', name);
  if (!existsSync(join(folder, 'document.yaml')))
    return { kind: 'unknown document', reason: `this checkout declares no document ${name}` };
  const document = openDocument(name);
  const file = `${folder}/document.yaml`;
  if (document.head.version !== version) {
    const action = `check the release out (git checkout data-v${version}) and verify there, or give --key`;
    const place = { file };
    const expected = `the version ${version}, which the copy says it is`;
    return {
      kind: 'another',
      findings: [{ kind: 'document', place, expected, found: document.head.version, action }],
    };
  }
  const source = openSource(named, document);
  const own = sha256(source.bytes);
  const said = readSource(about);
  if (said?.sha256 !== own) {
    const action = 'name what it was read from with --source FILE, or give --key';
    const expected = `what the copy says it was read from, sha256 ${(said?.sha256 ?? 'none').slice(0, 12)}...`;
    return {
      kind: 'another',
      findings: [
        { kind: 'document', place: { file: source.file }, expected, found: `${own.slice(0, 12)}...`, action },
      ],
    };
  }
  const out = join(scratch, 'made-again');
  await publishRead(
    (hear) => readAll(read, name, source, hear),
    out,
    () => undefined,
    {},
  );
  return { kind: 'made again', source: source.file, sha256: own, files: folderFiles(out) };
}

/** Reads the document from its source; `read` keeps it within the limits of a build. */
async function readAll(
  read: TaskReader,
  document: string,
  source: Source,
  hear: Hearing,
): Promise<ReadValues> {
  const answer = await read({ kind: 'build', document, source }, hear);
  if (answer.kind !== 'read') throw new Error(`${source.file} was read for nothing to publish`);
  return answer.read;
}

/** The source that has a checksum, which is the one that was read. */
function readSource(about: Descriptor['about']): Read | undefined {
  const sources = Array.isArray(about.sources) ? about.sources : [];
  return sources.flatMap((each: unknown): Read[] => {
    const { path, hash } = Object.fromEntries(Object.entries(each ?? {}));
    const [, digest] = /^sha256:([0-9a-f]{64})$/.exec(String(hash)) ?? [];
    return digest === undefined ? [] : [{ path: String(path), sha256: digest }];
  })[0];
}
