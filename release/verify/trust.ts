import { existsSync } from 'node:fs';
import { type Files, isFolder } from '../../pipeline/command-line/copy/files.ts';
import { bytesOf } from '../../pipeline/command-line/folders.ts';
import { type Finding, fault } from '../../pipeline/page/finding.ts';
import { CHECKSUMS } from '../../pipeline/publish/folder/checksums.ts';
import { compareVersions } from '../compare/version.ts';
import { SIGNATURE_ENDING } from '../edition/signing.ts';
import { onOneLine } from '../fetch/outside.ts';
import { checkSignature, readPublicKey } from '../signature/minisign.ts';

/** What is known of who made a copy. */
export type Signature =
  | { readonly kind: 'not looked at' }
  | { readonly kind: 'signed'; readonly by: string; readonly comment: string; readonly file: string }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

const GET_IT = 'get it from where the release is published; without it nothing says who made the copy';

/**
 * Looks for the signature of a copy, beside it or where a person says, and holds it against the public key in `key`:
 * of an archive it is over its bytes, of a folder over its list of checksums, which names every file in it.
 */
export function signatureOf(
  copy: string,
  files: Files,
  key: string | undefined,
  named: string | undefined,
): Signature {
  if (key === undefined) return { kind: 'not looked at' };
  const publicKey = readPublicKey(Buffer.from(bytesOf(key)).toString(), key);
  const file = named ?? `${copy.replace(/\/+$/, '')}${SIGNATURE_ENDING}`;
  const refused = (expected: string, found: string, action: string): Signature => {
    return { kind: 'refused', findings: [{ kind: 'file', place: { file }, expected, found, action }] };
  };
  if (!existsSync(file)) return refused('the signature of the copy', 'not signed: no such file', GET_IT);
  const bytes = isFolder(copy) ? files.get(CHECKSUMS) : bytesOf(copy);
  const signed = checkSignature(Buffer.from(bytesOf(file)).toString(), bytes ?? new Uint8Array(), publicKey);
  if (signed.kind === 'signed') return { ...signed, comment: onOneLine(signed.comment), file };
  const action = 'do not use the copy; download it and its signature again';
  return refused('the signature of the copy', `signature wrong: ${signed.why}`, action);
}

/** Refuses a copy that is older than a person knows there to be: an old release is signed for ever. */
export function ageFindings(copy: string, version: string, least: string | undefined): readonly Finding[] {
  if (least === undefined) return [];
  if (!/^\d+\.\d+\.\d+$/.test(least)) {
    throw fault({
      kind: 'release',
      place: {},
      expected: 'a version such as 1.2.3 behind --at-least',
      found: `"${least}"`,
    });
  }
  if (compareVersions(version, least) >= 0) return [];
  const expected = `version ${least} or a later one`;
  const action = 'get the newest release';
  return [{ kind: 'release', place: { file: copy }, expected, found: version, action }];
}
