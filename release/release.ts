#!/usr/bin/env -S npx tsx
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Finding, fault, SourceFault } from '../pipeline/finding.ts';
import { inTemporaryFolder } from '../pipeline/publish/temporary-folder.ts';
import { type CommandDescription, EXIT, runCommand } from './command.ts';
import { summary } from './compare/render.ts';
import { type Draft, readDraft } from './edition/candidate.ts';
import { sectionOf } from './edition/changelog.ts';
import { editionFiles, writeEdition } from './edition/edition.ts';
import { tagOf } from './edition/previous.ts';
import { refusals, versionRefusals } from './edition/refusals.ts';
import { audit } from './supply/audit.ts';
import { lockedPackages } from './supply/packages.ts';
import { writeSbom } from './supply/sbom.ts';
import { verificationText, verifyCopy } from './verify/verify.ts';
import { writeText } from './write-text.ts';

const RELEASE: CommandDescription = {
  name: 'release',
  summary: `Makes a release of the data from a clean tree: refuses unless the version agrees with the difference to the
last release (the newest tag data-vX.Y.Z), the output verifies, and every check passes (make test). Publishes nothing.`,
  words: [],
  options: {
    out: { type: 'string', text: 'where the release goes; build/release otherwise' },
    prepare: {
      type: 'boolean',
      text: 'write what is to be committed first, CHANGELOG.md and .zenodo.json, and end',
    },
  },
};

process.exitCode = await runCommand(RELEASE, process.argv.slice(2), async ({ texts, flags }) => {
  const draft = await readDraft();
  if (flags.has('prepare')) prepare(draft);
  else await release(draft, texts.get('out') ?? 'build/release');
  return EXIT.done;
});

/** Writes the files that are made from the rest and committed with it. */
function prepare({ candidate, head }: Draft): void {
  refuse(versionRefusals(candidate));
  const stale = candidate.prepared.filter(({ found, expected }) => found !== expected);
  for (const { file, expected } of stale) writeText(file, expected);
  const written = stale.map(({ file }) => file).join(' and ') || 'nothing';
  console.log(`data ${head.version}: ${written} written\n${summary(candidate.difference)}`);
}

async function release({ candidate, head, files }: Draft, out: string): Promise<void> {
  refuse(refusals(candidate));
  await verify(files);
  await askRegistry();
  check();
  // The checks have run for minutes, and what they looked at is what is released.
  refuse(refusals((await readDraft()).candidate));
  const { difference } = candidate;
  const contents = editionFiles({
    head,
    files,
    difference,
    section: sectionOf(readFileSync('CHANGELOG.md', 'utf8'), head.version) ?? '',
    packages: lockedPackages(readFileSync('package-lock.json', 'utf8')),
    sbom: writeSbom('.', head.created),
  });
  const written = await writeEdition(contents, out);
  console.log(`\n${summary(difference)}\n\nrelease ${head.version} in ${out}:`);
  for (const { path, bytes } of written) console.log(`  ${path}  ${bytes} bytes`);
  console.log(`\nto publish it: git tag ${tagOf(head.version)}, push the tag, upload the files`);
}

/** The output as a downloader will check it. */
async function verify(files: Draft['files']): Promise<void> {
  const verification = await inTemporaryFolder('release', (scratch) => verifyCopy(files, 'output', scratch));
  refuse(verification.findings);
  console.log(`output: ${verificationText(verification)}`);
}

/** A registry that knows of a vulnerability stops the release; one that does not answer is named. */
async function askRegistry(): Promise<void> {
  const found = await audit('.');
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

/** Every check of the project, with its own words in between. */
function check(): void {
  const { status } = spawnSync('make', ['test'], { stdio: 'inherit' });
  if (status === 0) return;
  throw fault({ kind: 'release', place: {}, expected: 'make test to pass', found: 'a check that fails' });
}

function refuse(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new SourceFault(findings);
}
