import { createPrivateKey, type KeyObject } from 'node:crypto';
import { bytesOf } from '../../pipeline/command-line/folders.ts';
import { fault } from '../../pipeline/page/finding.ts';

/** Where the passphrase of a private key is looked for: nothing that is typed as an option is a secret. */
export const PASSPHRASE = 'RELEASE_KEY_PASSPHRASE';

/**
 * Reads the private key of a maintainer: Ed25519 in PEM, as `openssl genpkey -algorithm ed25519 -aes256` writes it.
 * Throws a SourceFault for anything else, and for a passphrase that does not open it; neither is ever shown.
 */
export function openPrivateKey(file: string, passphrase: string | undefined): KeyObject {
  const bytes = bytesOf(file);
  try {
    const key = createPrivateKey({
      key: Buffer.from(bytes),
      format: 'pem',
      ...(passphrase !== undefined && { passphrase }),
    });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  throw fault({
    kind: 'release',
    place: { file },
    expected: 'a private key (Ed25519, PEM) that can be opened',
    found: passphrase === undefined ? 'none without a passphrase' : 'none, or one with another passphrase',
    action: `docs/releasing.md tells how one is made; ${PASSPHRASE} holds its passphrase`,
  });
}
