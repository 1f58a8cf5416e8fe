import { sha256 } from '../../pipeline/page/sha256.ts';
import { CHECKSUMS } from '../../pipeline/publish/folder/checksums.ts';
import type { LockedPackage } from '../supply/packages.ts';

/** How and of what a release was made, as far as it is not in the output itself. */
export interface Making {
  /** The commit that is released. */
  readonly commit: string;
  /** The document's own text by its path in the project, with its checksum. */
  readonly source: { readonly file: string; readonly sha256: string };
  /** The program's files, as one checksum. */
  readonly program: string;
  readonly packages: readonly LockedPackage[];
  /** What was typed. */
  readonly command: string;
  /** What it ran on: Node's version, the system. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What a statement says it is about: an archive, and the same files when they are unpacked. */
export interface Subjects {
  /** `NAME-1.2.3`. */
  readonly name: string;
  readonly archive: Uint8Array;
  /** The list of checksums in it. */
  readonly checksums: Uint8Array;
}

/** The statement of `NAME-1.2.3` stands beside its archive. */
export const PROVENANCE_ENDING = '.intoto.json';

const STATEMENT = 'https://in-toto.io/Statement/v1';
const PREDICATE = 'https://slsa.dev/provenance/v1';

/** How our releases are built; the predicate's parameters are to be read by it. */
const BUILD_TYPE = 'urn:open-data-etl:release:1';
const BUILDER = 'urn:open-data-etl:maintainer';

/**
 * The provenance of a release as a statement of in-toto with the predicate of SLSA
 * (https://slsa.dev/spec/v1.0/provenance): of which source, commit, program and packages which command made it, on
 * what. It has no time of its own, so that the same release made twice has the same statement.
 */
export function provenanceStatement(subjects: Subjects, making: Making): string {
  const { name, archive, checksums } = subjects;
  const { commit, source, program, packages, command, environment } = making;
  const statement = {
    _type: STATEMENT,
    subject: [
      { name: `${name}.zip`, digest: { sha256: sha256(archive) } },
      { name: `${name}/${CHECKSUMS}`, digest: { sha256: sha256(checksums) } },
    ],
    predicateType: PREDICATE,
    predicate: {
      buildDefinition: {
        buildType: BUILD_TYPE,
        externalParameters: { command },
        internalParameters: { environment },
        resolvedDependencies: [
          { name: 'repository', digest: { gitCommit: commit } },
          { name: source.file, digest: { sha256: source.sha256 } },
          { name: 'program', digest: { sha256: program } },
          ...packages.filter(({ isForChecks }) => !isForChecks).map(packageOf),
        ],
      },
      runDetails: { builder: { id: BUILDER } },
    },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}

/** A package by its purl, with the checksum of what is downloaded: in Base64 in a lock file, in hexadecimal here. */
function packageOf({ name, version, integrity = '' }: LockedPackage): object {
  const [algorithm = '', digest = ''] = integrity.split(' ')[0]?.split(/-(.*)/s) ?? [];
  const known =
    algorithm === '' ? {} : { digest: { [algorithm]: Buffer.from(digest, 'base64').toString('hex') } };
  return { uri: `pkg:npm/${name.replace('@', '%40')}@${version}`, ...known };
}
