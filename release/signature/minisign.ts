import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { fault } from '../../pipeline/page/finding.ts';

/**
 * Signatures in the format of minisign (https://jedisct1.github.io/minisign/): Ed25519 over the BLAKE2b checksum of
 * a file, and over a comment that belongs to it. Whoever has that program needs nothing of ours to check them.
 */

/** A public key: 32 bytes, and the eight by which a signature names it. */
export interface PublicKey {
  readonly id: Uint8Array;
  readonly key: KeyObject;
}

/** What a signature is to a key and some bytes. */
export type Signed =
  | { readonly kind: 'signed'; readonly by: string; readonly comment: string }
  | { readonly kind: 'wrong'; readonly why: string };

const KEY_ALGORITHM = 'Ed';
const ALGORITHM = 'ED';
const SIZES = { id: 8, key: 32, signature: 64 } as const;

/** What stands before the 32 bytes of a key in the form that Node reads (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Reads a public key as minisign writes it: a remark and a line in Base64, or that line alone. */
export function readPublicKey(text: string, file: string): PublicKey {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !/^untrusted comment:/i.test(line));
  const bytes = Buffer.from(lines[0]?.trim() ?? '', 'base64');
  const size = 2 + SIZES.id + SIZES.key;
  if (lines.length !== 1 || bytes.length !== size || bytes.toString('latin1', 0, 2) !== KEY_ALGORITHM) {
    const action = 'npm run release -- --prepare --sign KEY writes one, and so does minisign -G';
    throw fault({
      kind: 'release',
      place: { file },
      expected: 'a public key of minisign',
      found: 'none',
      action,
    });
  }
  return { id: bytes.subarray(2, 2 + SIZES.id), key: keyOf(bytes.subarray(2 + SIZES.id)) };
}

/** The public key of a private one; it is named by the beginning of its checksum. */
export function publicKeyOf(privateKey: KeyObject): PublicKey {
  const key = createPublicKey(privateKey);
  return { id: createHash('sha256').update(rawOf(key)).digest().subarray(0, SIZES.id), key };
}

/** A public key as a file of minisign. */
export function writePublicKey({ id, key }: PublicKey): string {
  const line = Buffer.concat([Buffer.from(KEY_ALGORITHM), id, rawOf(key)]).toString('base64');
  return `untrusted comment: minisign public key ${nameOf(id)}\n${line}\n`;
}

/** Signs some bytes with a private key (Ed25519); `comment` is one line that is signed with them. */
export function writeSignature(bytes: Uint8Array, privateKey: KeyObject, comment: string): string {
  const { id } = publicKeyOf(privateKey);
  const signature = sign(null, checksumOf(bytes), privateKey);
  const all = sign(null, Buffer.concat([signature, Buffer.from(comment)]), privateKey);
  return [
    `untrusted comment: signature by the key ${nameOf(id)}`,
    Buffer.concat([Buffer.from(ALGORITHM), id, signature]).toString('base64'),
    `trusted comment: ${comment}`,
    all.toString('base64'),
    '',
  ].join('\n');
}

/** Whether a signature is that of a key over some bytes, and what it says of them. */
export function checkSignature(text: string, bytes: Uint8Array, { id, key }: PublicKey): Signed {
  const [, first = '', remark = '', last = ''] = text.split(/\r?\n/);
  const [own, all] = [Buffer.from(first, 'base64'), Buffer.from(last, 'base64')];
  const [, comment] = /^trusted comment: (.*)$/.exec(remark) ?? [];
  const isWhole = own.length === 2 + SIZES.id + SIZES.signature && all.length === SIZES.signature;
  if (!isWhole || comment === undefined || own.toString('latin1', 0, 2) !== ALGORITHM)
    return { kind: 'wrong', why: 'no signature of minisign over a BLAKE2b checksum' };
  const signer = own.subarray(2, 2 + SIZES.id);
  if (Buffer.compare(signer, id) !== 0)
    return { kind: 'wrong', why: `by another key, ${nameOf(signer)} and not ${nameOf(id)}` };
  const signature = own.subarray(2 + SIZES.id);
  if (!verify(null, checksumOf(bytes), key, signature)) return { kind: 'wrong', why: 'not over these bytes' };
  if (!verify(null, Buffer.concat([signature, Buffer.from(comment)]), key, all))
    return { kind: 'wrong', why: 'with a changed comment' };
  return { kind: 'signed', by: nameOf(id), comment };
}

/** A key by its number, as minisign prints it. */
export function nameOf(id: Uint8Array): string {
  return Buffer.from(id).reverse().toString('hex').toUpperCase();
}

function checksumOf(bytes: Uint8Array): Buffer {
  return createHash('blake2b512').update(bytes).digest();
}

function keyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
}

function rawOf(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
}
