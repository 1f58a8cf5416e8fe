import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { entriesOf, lettersOf } from './dictionaries.ts';

/** What a file has encrypted so that anyone may open it, and not print or change it. */
export interface Cipher {
  /** The bytes of a stream, or of a string, of an object of a number and a generation. */
  readonly stream: Decrypt;
  readonly string: Decrypt;
}

type Decrypt = (bytes: Buffer, object: number, generation: number) => Buffer;
type Method = 'none' | 'rc4' | 'aes';

/** Stands for an empty password. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const METHODS: ReadonlyMap<string, Method> = new Map([
  ['/V2', 'rc4'],
  ['/AESV2', 'aes'],
  ['/AESV3', 'aes'],
  ['/None', 'none'],
]);
/** The keys and the blocks of AES with 128 bits are half as long. */
const BLOCK = PADDING.length / 2;

/**
 * How a file is encrypted that opens without a password; undefined for one that is not, or in a way that is not known.
 * pdf.js decrypts what it hands on; what is read from the bytes themselves is decrypted here.
 */
export function cipherOf(file: Buffer): Cipher | undefined {
  const at = file.lastIndexOf('/Encrypt');
  if (at < 0) return undefined;
  const text = file.toString('latin1');
  const trailer = trailerIn(text, at);
  const written = trailer.get('Encrypt') ?? '';
  const reference = /^\s*(\d+)\s+(\d+)\s+R/.exec(written);
  const encryption = entriesOf(reference === null ? written : objectIn(text, reference[1], reference[2]));
  const version = Number(encryption.get('V') ?? 0);
  const revision = Number(encryption.get('R') ?? 0);
  const id = bytesOf(/^\s*\[\s*(<[^>]*>|\([\s\S]*\))/.exec(trailer.get('ID') ?? '')?.[1]);
  const key = revision >= 5 ? longKey(encryption, revision) : shortKey(encryption, version, revision, id);
  const filters = entriesOf(encryption.get('CF'));
  const methodOf = (use: string): Method | undefined => {
    if (version < 4) return 'rc4';
    const name = encryption.get(use)?.trim() ?? '/Identity';
    return name === '/Identity'
      ? 'none'
      : METHODS.get(
          entriesOf(filters.get(name.slice(1)))
            .get('CFM')
            ?.trim() ?? '',
        );
  };
  const [stream, string] = [methodOf('StmF'), methodOf('StrF')];
  if (key === undefined || stream === undefined || string === undefined) return undefined;
  return { stream: decrypter(stream, key, revision), string: decrypter(string, key, revision) };
}

/** The entries of the trailer, or of the stream that stands for one, around a place. */
function trailerIn(text: string, at: number): ReadonlyMap<string, string> {
  const begins = Math.max(text.lastIndexOf('trailer', at), text.lastIndexOf(' obj', at));
  return entriesOf(text.slice(text.indexOf('<<', begins)));
}

function objectIn(text: string, number = '', generation = ''): string {
  const begins = [...text.matchAll(new RegExp(`(?<!\\d)${number}\\s+${generation}\\s+obj`, 'g'))].at(-1);
  if (begins === undefined) return '';
  const at = begins.index + begins[0].length;
  return text.slice(at, text.indexOf('endobj', at));
}

function bytesOf(value: string | undefined): Buffer {
  return Buffer.from(lettersOf(value) ?? '', 'latin1');
}

function md5(...parts: readonly Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}

/** The key of a file in the ways of up to 128 bits. */
function shortKey(
  encryption: ReadonlyMap<string, string>,
  version: number,
  revision: number,
  id: Buffer,
): Buffer | undefined {
  if (version < 1 || version > 4) return undefined;
  const length = version === 1 ? 5 : version === 4 ? BLOCK : Number(encryption.get('Length') ?? 40) / 8;
  const rights = Buffer.alloc(4);
  rights.writeInt32LE(Number(encryption.get('P') ?? 0) | 0);
  const isBare = revision >= 4 && /^\s*false/.test(encryption.get('EncryptMetadata') ?? '');
  let key = md5(
    PADDING,
    bytesOf(encryption.get('O')).subarray(0, 32),
    rights,
    id,
    isBare ? Buffer.alloc(4, 0xff) : Buffer.alloc(0),
  ).subarray(0, length);
  if (revision >= 3) for (let round = 0; round < 50; round += 1) key = md5(key).subarray(0, length);
  return key;
}

/** The key of a file in those of 256 bits. */
function longKey(encryption: ReadonlyMap<string, string>, revision: number): Buffer | undefined {
  const user = bytesOf(encryption.get('U'));
  const wrapped = bytesOf(encryption.get('UE'));
  if (user.length < 48 || wrapped.length < 32) return undefined;
  const salt = user.subarray(40, 48);
  const hash = createHash('sha256').update(salt).digest();
  const own = revision === 5 ? hash : hardened(hash);
  return aes('aes-256-cbc', own, Buffer.alloc(BLOCK), wrapped.subarray(0, 32), false);
}

/** The hash of an empty password after 64 rounds or more. */
function hardened(first: Buffer): Buffer {
  let hash = first;
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => hash));
    const cipher = encrypted(hash.subarray(0, BLOCK), hash.subarray(BLOCK, 2 * BLOCK), repeated);
    const rest = cipher.subarray(0, BLOCK).reduce((sum, byte) => sum + byte, 0) % 3;
    hash = createHash(['sha256', 'sha384', 'sha512'][rest] ?? 'sha256')
      .update(cipher)
      .digest();
    last = cipher.at(-1) ?? 0;
  }
  return hash.subarray(0, 32);
}

function decrypter(method: Method, key: Buffer, revision: number): Decrypt {
  if (method === 'none') return (bytes) => bytes;
  return (bytes, object, generation) => {
    const own = revision >= 5 ? key : keyOf(key, object, generation, method);
    if (method === 'rc4') return rc4(own, bytes);
    const body = bytes.subarray(BLOCK, bytes.length - (bytes.length % BLOCK));
    return aes(`aes-${own.length * 8}-cbc`, own, bytes.subarray(0, BLOCK), body, true) ?? Buffer.alloc(0);
  };
}

/** The key of an object. */
function keyOf(key: Buffer, object: number, generation: number, method: Method): Buffer {
  const salt = Buffer.from([object, object >> 8, object >> 16, generation, generation >> 8]);
  const hash = md5(key, salt, Buffer.from(method === 'aes' ? 'sAlT' : ''));
  return hash.subarray(0, Math.min(key.length + 5, BLOCK));
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (one: number, other: number): void => {
    const kept = state[one] ?? 0;
    state[one] = state[other] ?? 0;
    state[other] = kept;
  };
  for (let index = 0, other = 0; index < 256; index += 1) {
    other = (other + (state[index] ?? 0) + (key[index % key.length] ?? 0)) & 0xff;
    swap(index, other);
  }
  let [index, other] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      index = (index + 1) & 0xff;
      other = (other + (state[index] ?? 0)) & 0xff;
      swap(index, other);
      return byte ^ (state[((state[index] ?? 0) + (state[other] ?? 0)) & 0xff] ?? 0);
    }),
  );
}

/** What AES takes off; undefined for bytes that it has not written. */
function aes(way: string, key: Buffer, start: Buffer, bytes: Buffer, isPadded: boolean): Buffer | undefined {
  try {
    const decipher = createDecipheriv(way, key, start).setAutoPadding(isPadded);
    return Buffer.concat([decipher.update(bytes), decipher.final()]);
  } catch {
    return undefined;
  }
}

function encrypted(key: Buffer, start: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv('aes-128-cbc', key, start).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}
