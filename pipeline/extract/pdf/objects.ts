import { entriesOf, partsOf, type RawObjects, referred, withStrings } from './dictionaries.ts';
import { type Cipher, cipherOf } from './encryption.ts';
import { type Filtered, withoutFilters } from './filters.ts';

const STREAM = /^stream *\r?\n?/;
const BEGINS = ' obj';
const NUMBERS = /(?<!\d)(\d{1,10})\s{1,4}(\d{1,5})$/;
/** The longest numbers of an object, with a letter before them. */
const LONGEST_NUMBERS = ' 0123456789    01234'.length;

/**
 * Reads the objects of a file from its bytes, those in streams of objects too. pdf.js hands on much of a file and not
 * all of it; what it keeps to itself is looked up here. Of an object that is written several times the last counts.
 */
export function objectsIn(bytes: Uint8Array): RawObjects {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const file = buffer.toString('latin1');
  const objects = new Map<number, string>();
  const cipher = cipherOf(buffer);
  const endFrom = finder(file, 'endobj');
  const streamFrom = finder(file, 'stream');
  for (let found = file.indexOf(BEGINS); found >= 0; found = file.indexOf(BEGINS, found + 1)) {
    const [, number, generation] =
      NUMBERS.exec(file.slice(Math.max(0, found - LONGEST_NUMBERS), found)) ?? [];
    if (number === undefined) continue;
    const own: Encrypted | undefined = cipher && {
      cipher,
      object: Number(number),
      generation: Number(generation),
    };
    const at = found + BEGINS.length;
    const end = endFrom(at);
    const stream = streamFrom(at);
    const text = file.slice(at, Math.min(stream, end));
    objects.set(Number(number), own === undefined ? text : plainText(text, own));
    if (stream < end && /\/Type\s*\/ObjStm/.test(text)) {
      const start = startOfStream(buffer, stream);
      const { content } = streamContent(
        plainStream(buffer.subarray(start, file.indexOf('endstream', start)), own),
        text,
        objects,
      );
      if (content !== undefined) addInner(content.toString('latin1'), text, objects);
    }
  }
  return objects;
}

/** How an object of a file is encrypted. */
export interface Encrypted {
  readonly cipher: Cipher;
  readonly object: number;
  readonly generation: number;
}

/** The bytes of a stream without its encryption. */
export function plainStream(bytes: Buffer, encrypted: Encrypted | undefined): Buffer {
  return encrypted === undefined
    ? bytes
    : encrypted.cipher.stream(bytes, encrypted.object, encrypted.generation);
}

/** An object without the encryption of its strings. */
function plainText(text: string, { cipher, object, generation }: Encrypted): string {
  return /ActualText|Ordering/.test(text)
    ? withStrings(text, (bytes) => cipher.string(bytes, object, generation))
    : text;
}

/** Looks a word up from places that rise, so that it reads each part of a text once; the end of the text for none. */
function finder(text: string, word: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found >= from) return found;
    const next = text.indexOf(word, from);
    found = next < 0 ? text.length : next;
    return found;
  };
}

/** Where a stream begins, behind its word and the end of the line. */
export function startOfStream(file: Buffer, word: number): number {
  return word + (STREAM.exec(file.toString('latin1', word, word + 16))?.[0].length ?? 0);
}

/**
 * Reads what a stream holds, as far as it goes; `objects` hold what its dictionary refers to. Bytes that were predicted
 * from those before them are no text.
 */
export function streamContent(stream: Buffer, dictionary: string, objects: RawObjects): Filtered {
  if (!dictionary.includes('/F')) return { content: stream, isBroken: false };
  const entries = entriesOf(dictionary);
  const filters = referred(entries.get('Filter') ?? entries.get('F'), objects);
  const names = partsOf(filters ?? '[]').map((part) => referred(part, objects)?.trim() ?? '');
  const filtered = withoutFilters(
    stream,
    names.filter((name) => name !== 'null'),
    /\/EarlyChange\s+0/.test(dictionary),
  );
  return dictionary.includes('/Predictor') ? { ...filtered, content: undefined } : filtered;
}

/** A stream of objects begins with the number and the place of each. */
function addInner(content: string, dictionary: string, objects: Map<number, string>): void {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const head = content.slice(0, first).trim().split(/\s+/).map(Number);
  for (let at = 0; at + 1 < head.length; at += 2) {
    const [number = 0, from = 0, , to = content.length - first] = head.slice(at, at + 4);
    objects.set(number, content.slice(first + from, first + to));
  }
}
