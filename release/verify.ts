#!/usr/bin/env -S npx tsx
import { faultText } from '../pipeline/command-line/fault-text.ts';
import { type Finding, SourceFault } from '../pipeline/finding.ts';
import { inTemporaryFolder } from '../pipeline/publish/temporary-folder.ts';
import { type CommandDescription, EXIT, runCommand } from './command.ts';
import { counted } from './compare/changes.ts';
import { openCopy } from './verify/open.ts';
import { type Verification, verificationText, verifyCopy } from './verify/verify.ts';
import { writeText } from './write-text.ts';

const VERIFY: CommandDescription = {
  name: 'verify',
  summary: `Checks a copy of the output, a folder or a zip archive: checksums, no file missing or foreign, every row
against its schema, keys, all formats against each other, and the identities run again.`,
  words: ['COPY'],
  options: { json: { type: 'string', text: 'a file to write all findings to, as JSON' } },
};

process.exitCode = await runCommand(VERIFY, process.argv.slice(2), async ({ words: [copy = ''], texts }) => {
  const result = await inTemporaryFolder('verify', (scratch) => verified(copy, scratch));
  const json = texts.get('json');
  if (json !== undefined) writeText(json, `${JSON.stringify(result, null, 2)}\n`);
  if (!('files' in result) || result.findings.length > 0) {
    console.error(`${faultText(result.findings)}\n\n${copy}: ${counted(result.findings.length, 'finding')}`);
    return EXIT.fault;
  }
  console.log(`${copy}: ${verificationText(result)}`);
  return EXIT.done;
});

/** A copy that cannot even be read has findings too. */
async function verified(
  copy: string,
  scratch: string,
): Promise<Verification | { readonly findings: readonly Finding[] }> {
  try {
    return await verifyCopy(await openCopy(copy), copy, scratch);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return { findings: error.findings };
  }
}
