import type { KeyObject } from 'node:crypto';
import { fault } from '../../pipeline/page/finding.ts';
import { CHECKSUMS } from '../../pipeline/publish/folder/checksums.ts';
import { publicKeyOf, writePublicKey, writeSignature } from '../signature/minisign.ts';

/** The public key of the maintainers in the root of the repository, once they have one. */
export const PUBLIC_KEY = 'release.pub';

/** Where the signature of a file, or of a folder by its list of checksums, is looked for. */
export const SIGNATURE_ENDING = '.minisig';

/**
 * The signatures of a release by their names: over the archive, over the list of checksums in it (for whoever has
 * unpacked it: `NAME.minisig` beside the folder `NAME`), and over the statement of its provenance. Each says in words
 * that are signed what it is a signature of.
 */
export function signaturesOf(
  signed: { readonly name: string; readonly archive: Uint8Array; readonly checksums: Uint8Array },
  provenance: { readonly path: string; readonly text: string },
  key: KeyObject,
): ReadonlyMap<string, string> {
  const { name, archive, checksums } = signed;
  return new Map([
    [`${name}.zip${SIGNATURE_ENDING}`, writeSignature(archive, key, `${name}.zip`)],
    [`${name}${SIGNATURE_ENDING}`, writeSignature(checksums, key, `${name}/${CHECKSUMS}`)],
    [
      `${provenance.path}${SIGNATURE_ENDING}`,
      writeSignature(Buffer.from(provenance.text), key, provenance.path),
    ],
  ]);
}

/**
 * Refuses a release that is signed by another key than the repository names, and one that is not signed though the
 * repository names a key: who downloads it would take it for a forgery.
 */
export function requireKnownKey(committed: string, key: KeyObject | undefined): void {
  const place = { file: PUBLIC_KEY };
  if (key === undefined && committed !== '') {
    const action = 'sign it with --sign KEY';
    throw fault({
      kind: 'release',
      place,
      expected: 'a release signed by this key',
      found: 'no key',
      action,
    });
  }
  if (key === undefined || isKeyOf(committed, key)) return;
  const action = 'npm run release -- --prepare --sign KEY writes it; commit it';
  const found = committed === '' ? 'no such file' : 'another key';
  throw fault({ kind: 'release', place, expected: 'the public key of the one that signs', found, action });
}

/** Whether a file of a public key holds that of a private one. */
export function isKeyOf(text: string, key: KeyObject): boolean {
  return keyLine(text) === keyLine(writePublicKey(publicKeyOf(key)));
}

/** The key itself; the remark above it is for people. */
function keyLine(text: string): string | undefined {
  return text.split(/\r?\n/).find((line) => line.trim() !== '' && !line.startsWith('untrusted comment:'));
}
