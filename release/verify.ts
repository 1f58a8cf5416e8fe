import { readDescriptor } from '../pipeline/command-line/copy/descriptor.ts';
import { faultText } from '../pipeline/command-line/faults.ts';
import type { TaskReader } from '../pipeline/command-line/limited-reading.ts';
import { type Finding, SourceFault } from '../pipeline/page/finding.ts';
import { inTemporaryFolder } from '../pipeline/publish/folder/scratch.ts';
import { type Arguments, type CommandDescription, EXIT, runCommand } from './command.ts';
import { counted } from './compare/changes.ts';
import type { StartReader } from './verify/database.ts';
import { makeAgain } from './verify/derivation.ts';
import { openCopy } from './verify/open.ts';
import { originText } from './verify/origin.ts';
import { ageFindings, signatureOf } from './verify/trust.ts';
import { verificationText, verifyCopy } from './verify/verify.ts';
import { writeText } from './write-text.ts';

/** Nothing is wrong, and nothing says that the copy is what was printed. */
const NOT_KNOWN = 10;

const VERIFY: CommandDescription = {
  name: 'verify',
  summary: `Checks a copy of the output, a folder or a zip archive: checksums, no file missing or foreign, every row
against its schema, values against the text that they were read from, all formats against each other, and the
identities run again. Where this checkout declares the document, everything is made again from its source and every
file of the copy held against that; with a public key, the signature of the copy says who made it.`,
  words: ['COPY'],
  options: {
    key: { type: 'string', text: 'the public key of the one who must have signed the copy (minisign)' },
    signature: { type: 'string', text: 'the signature; COPY.minisig when it is not named' },
    'at-least': { type: 'string', text: 'refuse a copy of an older version than this' },
    source: { type: 'string', text: 'what the copy was read from, if not what this checkout declares' },
    json: { type: 'string', text: 'a file to write all findings to, as JSON' },
  },
  exits: { [NOT_KNOWN]: 'nothing wrong found, and not known whether it is what was printed' },
};

/** What came of it. */
interface Verdict {
  readonly findings: readonly Finding[];
  /** What was looked at and what could not be known; undefined for a copy that cannot even be read. */
  readonly text: string;
  readonly isKnown: boolean;
}

/** What the command reads with: the document within the limits of a build, the copy in a process of its own. */
export interface Readers {
  readonly read?: TaskReader;
  readonly start?: StartReader;
}

/** Runs the command from its words; gives its exit code: `await verify(['output', '--at-least', '0.1.0'])`. */
export function verify(given: readonly string[], readers: Readers = {}): Promise<number> {
  return runCommand(VERIFY, given, ({ words: [copy = ''], texts }) => verifyAndTell(copy, texts, readers));
}

async function verifyAndTell(copy: string, texts: Arguments['texts'], readers: Readers): Promise<number> {
  const { verdict, json } = await inTemporaryFolder('verify', (scratch) =>
    verified(copy, texts, scratch, readers),
  );
  const file = texts.get('json');
  if (file !== undefined) writeText(file, `${JSON.stringify(json, null, 2)}\n`);
  if (verdict.findings.length > 0) {
    const number = counted(verdict.findings.length, 'finding');
    console.error(`${faultText(verdict.findings)}\n\n${copy}: ${number}`);
    return EXIT.fault;
  }
  console.log(`${copy}: ${verdict.text}`);
  return verdict.isKnown ? EXIT.done : NOT_KNOWN;
}

/** A copy that cannot even be read has findings too. */
async function verified(
  copy: string,
  texts: Arguments['texts'],
  scratch: string,
  { read, start }: Readers,
): Promise<{ readonly verdict: Verdict; readonly json: object }> {
  try {
    const files = await openCopy(copy);
    const signature = signatureOf(copy, files, texts.get('key'), texts.get('signature'));
    const descriptor = readable(() => readDescriptor(files, copy));
    const isSigned = signature.kind === 'signed';
    const again =
      isSigned || descriptor === undefined
        ? undefined
        : await makeAgain(descriptor, texts.get('source'), scratch, read);
    const made = again?.kind === 'made again' ? again.files : undefined;
    const verification = await verifyCopy(files, copy, scratch, { made, start });
    const findings = [
      ...(signature.kind === 'refused' ? signature.findings : []),
      ...ageFindings(copy, verification.version, texts.get('at-least')),
      ...(again?.kind === 'another' ? again.findings : []),
      ...verification.findings,
    ];
    const origin = originText(signature, again, files);
    const text = `${verificationText(verification)}\n${origin}`;
    return {
      verdict: { findings, text, isKnown: isSigned || made !== undefined },
      json: { ...verification, findings, origin: origin.split('\n') },
    };
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    const { findings } = error;
    return { verdict: { findings, text: '', isKnown: false }, json: { findings } };
  }
}

/** A descriptor that cannot be read is told with all else that is wrong. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof SourceFault) return undefined;
    throw error;
  }
}
