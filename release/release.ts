import { spawnSync } from 'node:child_process';
import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { engineDigest } from '../pipeline/command-line/up-to-date.ts';
import { type Finding, fault, SourceFault } from '../pipeline/page/finding.ts';
import { sha256 } from '../pipeline/page/sha256.ts';
import { inTemporaryFolder } from '../pipeline/publish/folder/scratch.ts';
import { type CommandDescription, EXIT, runCommand } from './command.ts';
import { summary } from './compare/render.ts';
import { type Draft, readDraft } from './edition/candidate.ts';
import { sectionOf } from './edition/changelog.ts';
import { editionFiles, writeEdition } from './edition/edition.ts';
import { tagOf } from './edition/previous.ts';
import { refusals, versionRefusals } from './edition/refusals.ts';
import { isKeyOf, PUBLIC_KEY, requireKnownKey } from './edition/signing.ts';
import { nameOf, publicKeyOf, writePublicKey } from './signature/minisign.ts';
import { openPrivateKey, PASSPHRASE } from './signature/private-key.ts';
import { type Audit, audit } from './supply/audit.ts';
import { lockedPackages } from './supply/packages.ts';
import { writeSbom } from './supply/sbom.ts';
import type { StartReader } from './verify/database.ts';
import { verificationText, verifyCopy } from './verify/verify.ts';
import { writeText } from './write-text.ts';

const RELEASE: CommandDescription = {
  name: 'release',
  summary: `Makes a release of the data from a clean tree: refuses unless the version agrees with the difference to the
last release (the newest tag data-vX.Y.Z, or NAME-vX.Y.Z of a document that is not published in output/), the output verifies, and every check passes (make test). Publishes nothing.`,
  words: [],
  options: {
    document: { type: 'string', text: 'the folder under sources/; needed when there are several' },
    out: { type: 'string', text: 'where the release goes; build/release otherwise' },
    sign: { type: 'string', text: 'the private key that signs it (Ed25519, PEM); docs/releasing.md' },
    prepare: {
      type: 'boolean',
      text: 'write what is to be committed first, CHANGELOG.md, .zenodo.json and with --sign release.pub, and end',
    },
  },
};

const NOT_SIGNED = '\nNOT SIGNED: who downloads it cannot tell who made it (--sign KEY; docs/releasing.md)';

/** What a release asks and starts. */
export interface Outside {
  /** What the registry knows against the packages of this folder. */
  readonly audit: () => Promise<Audit>;
  /** Runs every check of the project, with its own words in between; whether all pass. */
  readonly checks: () => boolean;
  /** The software bill of materials of this folder, as of a day. */
  readonly sbom: (created: string) => string;
  /** How DuckDB is started that reads the output: in a process of its own where it is not named. */
  readonly start?: StartReader;
}

const OUTSIDE: Outside = {
  audit: () => audit('.'),
  checks: () => passesChecks('inherit'),
  sbom: (created) => writeSbom('.', created),
};

/** Runs `make test` in this folder, which says itself what it finds, or nothing; whether all passes. */
export function passesChecks(stdio: 'inherit' | 'ignore'): boolean {
  return spawnSync('make', ['test'], { stdio }).status === 0;
}

/** Runs the command from its words; gives its exit code: `await releaseCommand(['--prepare'])`. */
export function releaseCommand(words: readonly string[], outside = OUTSIDE): Promise<number> {
  return runCommand(RELEASE, words, async ({ texts, flags }) => {
    const file = texts.get('sign');
    const key = file === undefined ? undefined : openPrivateKey(file, process.env[PASSPHRASE]);
    const document = texts.get('document');
    const draft = await readDraft(document);
    if (flags.has('prepare')) prepare(draft, key);
    else await release(draft, texts.get('out') ?? releaseFolder(draft), { key, document, outside });
    return EXIT.done;
  });
}

/** Writes the files that are made from the rest and committed with it. */
function prepare({ candidate, head, publicKey }: Draft, key: KeyObject | undefined): void {
  refuse(versionRefusals(candidate));
  const own =
    key === undefined || isKeyOf(publicKey, key)
      ? []
      : [{ file: PUBLIC_KEY, found: publicKey, expected: writePublicKey(publicKeyOf(key)) }];
  const stale = [...candidate.prepared, ...own].filter(({ found, expected }) => found !== expected);
  for (const { file, expected } of stale) writeText(file, expected);
  const written = stale.map(({ file }) => file).join(' and ') || 'nothing';
  console.log(`data ${head.version}: ${written} written\n${summary(candidate.difference)}`);
}

/** How the release was asked for. */
function commandOf(document: string | undefined, key: KeyObject | undefined): string {
  const options = [
    ...(document === undefined ? [] : ['--document', document]),
    ...(key === undefined ? [] : ['--sign', 'KEY']),
  ];
  return ['npm run release', ...(options.length > 0 ? ['--', ...options] : [])].join(' ');
}

/** A folder of its own for each document. */
function releaseFolder({ candidate: { history }, head }: Draft): string {
  return history.series === 'data' ? 'build/release' : `build/release-${head.id}`;
}

/** How a release was asked for, and by what means it is made. */
interface Asked {
  readonly key: KeyObject | undefined;
  readonly document: string | undefined;
  readonly outside: Outside;
}

async function release(draft: Draft, out: string, { key, document, outside }: Asked): Promise<void> {
  const { candidate, head, files, publicKey, source } = draft;
  refuse(refusals(candidate));
  requireKnownKey(publicKey, key);
  await verify(draft, outside);
  await askRegistry(outside);
  check(outside);
  // The checks have run for minutes, and what they looked at is what is released.
  refuse(refusals((await readDraft(document)).candidate));
  const { difference } = candidate;
  const contents = editionFiles({
    head,
    files,
    difference,
    section: sectionOf(draft.changelog, head.version) ?? '',
    packages: lockedPackages(readFileSync('package-lock.json', 'utf8')),
    sbom: outside.sbom(head.created),
    making: {
      commit: candidate.history.commit,
      source,
      program: sha256(Buffer.from(engineDigest())),
      command: commandOf(document, key),
      environment: { node: process.version, platform: process.platform, arch: process.arch },
    },
    key,
  });
  const written = await writeEdition(contents, out);
  console.log(`\n${summary(difference)}\n\nrelease ${head.version} in ${out}:`);
  for (const { path, bytes } of written) console.log(`  ${path}  ${bytes} bytes`);
  console.log(key === undefined ? NOT_SIGNED : `\nsigned by ${nameOf(publicKeyOf(key).id)}`);
  console.log(
    `\nto publish it: git tag ${tagOf(head.version, candidate.history.series)}, push the tag, upload the files`,
  );
}

/** The output as a downloader will check it. */
async function verify({ files, out }: Draft, { start }: Outside): Promise<void> {
  const verification = await inTemporaryFolder('release', (scratch) =>
    verifyCopy(files, out, scratch, { start }),
  );
  refuse(verification.findings);
  console.log(`${out}: ${verificationText(verification)}`);
}

/** A registry that knows of a vulnerability stops the release; one that does not answer is named. */
async function askRegistry({ audit: ask }: Outside): Promise<void> {
  const found = await ask();
  if (found.kind === 'vulnerable') {
    const action = 'npm audit tells more; update them';
    const place = { file: 'package-lock.json' };
    refuse([
      {
        kind: 'release',
        place,
        expected: 'no known vulnerability',
        found: found.packages.join(', '),
        action,
      },
    ]);
  }
  console.log(
    found.kind === 'unanswered'
      ? `npm audit: NOT CHECKED, the registry did not answer (${found.reason})`
      : 'npm audit: no known vulnerability',
  );
}

function check({ checks }: Outside): void {
  if (checks()) return;
  throw fault({ kind: 'release', place: {}, expected: 'make test to pass', found: 'a check that fails' });
}

function refuse(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new SourceFault(findings);
}
