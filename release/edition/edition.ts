import type { KeyObject } from 'node:crypto';
import type { Difference } from '../../pipeline/command-line/compare/difference.ts';
import type { Files } from '../../pipeline/command-line/copy/files.ts';
import { CHECKSUMS, writeChecksums } from '../../pipeline/publish/folder/checksums.ts';
import { RELEASE } from '../../pipeline/publish/folder/kinds.ts';
import { replaceFolder } from '../../pipeline/publish/folder/replace.ts';
import { type WrittenFile, write } from '../../pipeline/publish/folder/written-file.ts';
import { outputFault } from '../../pipeline/publish/output-fault.ts';
import { writeZip } from '../archive/write-zip.ts';
import { renderJson } from '../compare/render.ts';
import { licencesMarkdown } from '../supply/licences.ts';
import type { LockedPackage } from '../supply/packages.ts';
import type { DatedHead } from './dated.ts';
import { latestJson, latestName } from './latest.ts';
import { releaseNotes } from './notes.ts';
import { type Making, PROVENANCE_ENDING, provenanceStatement } from './provenance.ts';
import { signaturesOf } from './signing.ts';
import { ZENODO, zenodoJson } from './zenodo.ts';

/** What a release is made of; two that are equal give the same bytes. */
export interface Edition {
  readonly head: DatedHead;
  /** The output as it is committed. */
  readonly files: Files;
  readonly difference: Difference;
  /** The section of the changelog. */
  readonly section: string;
  readonly packages: readonly LockedPackage[];
  readonly sbom: string;
  /** How and of what it was made. */
  readonly making: Omit<Making, 'packages'>;
  /** The private key that signs it; undefined for a release that nobody signs. */
  readonly key: KeyObject | undefined;
}

/** Every file of a release by its name, but the list of their checksums. */
export function editionFiles(edition: Edition): ReadonlyMap<string, Uint8Array | string> {
  const { head, files, difference, packages, sbom, making, key } = edition;
  const name = `${head.id}-${head.version}`;
  const archive = writeZip(files, name, head.created);
  const signed = { name, archive, checksums: files.get(CHECKSUMS) ?? new Uint8Array() };
  const path = `${name}${PROVENANCE_ENDING}`;
  const text = provenanceStatement(signed, { ...making, packages });
  return new Map<string, Uint8Array | string>([
    [ZENODO, zenodoJson(head)],
    ['LICENCES-THIRD-PARTY.md', licencesMarkdown(packages)],
    ['RELEASE-NOTES.md', releaseNotes(edition, `${name}.zip`, archive)],
    ['diff.json', renderJson(difference)],
    [latestName(head), latestJson(head, `${name}.zip`, archive)],
    [path, text],
    [`${name}.zip`, archive],
    ['sbom.cdx.json', sbom],
    ...(key === undefined ? [] : signaturesOf(signed, { path, text }, key)),
  ]);
}

/**
 * Writes a release into the folder `out`, all or nothing, as a build writes the output: what stood there steps aside
 * when all is written, and nothing does before. Throws a SourceFault when the disk refuses or the folder is not ours.
 */
export async function writeEdition(
  contents: ReadonlyMap<string, Uint8Array | string>,
  out: string,
): Promise<readonly WrittenFile[]> {
  try {
    return await replaceFolder(out, RELEASE, async ({ next, announce }) => {
      await announce([...contents.keys(), CHECKSUMS]);
      const written: WrittenFile[] = [];
      for (const [path, content] of contents) written.push(await write(next, path, content));
      written.push(await write(next, CHECKSUMS, writeChecksums(written)));
      return written;
    });
  } catch (error) {
    throw outputFault(out, error);
  }
}
