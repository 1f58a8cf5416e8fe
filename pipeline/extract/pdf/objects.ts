import { type Filtered, withoutFilters } from './filters.ts';

const STREAM = /^stream *\r?\n?/;
const BEGINS = ' obj';
const NUMBERS = /(?<!\d)(\d{1,10})\s{1,4}\d{1,5}$/;
/** The longest numbers of an object, with a letter before them. */
const LONGEST_NUMBERS = ' 0123456789    01234'.length;

/** The objects of a PDF by their numbers, each as the letters that the file writes; of a stream its dictionary. */
export type RawObjects = ReadonlyMap<number, string>;

/**
 * Reads the objects of a file from its bytes, those in streams of objects too. pdf.js hands on much of a file and not
 * all of it; what it keeps to itself is looked up here. Of an object that is written several times the last counts.
 */
export function objectsIn(bytes: Uint8Array): RawObjects {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const file = buffer.toString('latin1');
  const objects = new Map<number, string>();
  const endFrom = finder(file, 'endobj');
  const streamFrom = finder(file, 'stream');
  for (let found = file.indexOf(BEGINS); found >= 0; found = file.indexOf(BEGINS, found + 1)) {
    const number = NUMBERS.exec(file.slice(Math.max(0, found - LONGEST_NUMBERS), found))?.[1];
    if (number === undefined) continue;
    const at = found + BEGINS.length;
    const end = endFrom(at);
    const stream = streamFrom(at);
    const text = file.slice(at, Math.min(stream, end));
    objects.set(Number(number), text);
    if (stream < end && /\/Type\s*\/ObjStm/.test(text)) {
      const start = startOfStream(buffer, stream);
      const { content } = streamContent(
        buffer.subarray(start, file.indexOf('endstream', start)),
        text,
        objects,
      );
      if (content !== undefined) addInner(content.toString('latin1'), text, objects);
    }
  }
  return objects;
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

const TOKEN =
  /%[^\r\n]*|<<|>>|<[\da-fA-F\s]*>|\/[^\s()<>[\]{}/%]*|\(|\d{1,10}\s{1,4}\d{1,5}\s{1,4}R\b|[^\s()<>[\]{}/%]+|[[\]{}]/g;

/** The entries of a dictionary, as they are written: `/K 3` as `K` and `3`; none where it is none. */
export function entriesOf(text: string | undefined): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  if (text === undefined) return entries;
  let depth = 0;
  let key: string | undefined;
  let from = 0;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const [word] = token;
    if (word.startsWith('%')) continue;
    if (word === '<<' || word === '[') {
      if (depth === 0 && word === '[') return entries;
      if (depth === 1) from = token.index;
      depth += 1;
      if (depth === 1) continue;
    } else if (word === '>>' || word === ']') depth -= 1;
    else if (depth === 1 && key === undefined) {
      key = word.slice(1);
      continue;
    } else if (depth === 1) from = token.index;
    if (word === '(') TOKEN.lastIndex = endOfString(text, token.index) + 1;
    if (depth <= 0) break;
    if (depth > 1 || key === undefined) continue;
    entries.set(key, text.slice(from, TOKEN.lastIndex));
    key = undefined;
  }
  return entries;
}

/** What a reference leads to, or a value itself. */
export function referred(value: string | undefined, objects: RawObjects): string | undefined {
  const number = numberOf(value);
  return number === undefined ? value : objects.get(number);
}

/** The number of the object that a reference leads to. */
export function numberOf(value: string | undefined): number | undefined {
  const number = /^\s*(\d+)\s+\d+\s+R\s*$/.exec(value ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The parts of a list, as they are written; of what is no list, itself. */
export function partsOf(value: string): readonly string[] {
  const list = value.trim();
  if (!list.startsWith('[')) return [list];
  return listed(list.slice(1, -1));
}

function listed(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const [word] = token;
    if (depth === 0) from = token.index;
    if (word === '<<' || word === '[') depth += 1;
    else if (word === '>>' || word === ']') depth -= 1;
    if (word === '(') TOKEN.lastIndex = endOfString(text, token.index) + 1;
    if (depth === 0) parts.push(text.slice(from, TOKEN.lastIndex));
  }
  return parts;
}

/** The place of the bracket that closes a string. */
export function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    if (content[at] === '\\') at += 1;
    else if (content[at] === '(') depth += 1;
    else if (content[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return content.length;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** What a string of a PDF says: UTF-16 behind its mark of order, and else a letter a byte; undefined for none. */
export function stringOf(value: string | undefined): string | undefined {
  const written = value?.trim() ?? '';
  if (written.startsWith('(')) return decoded(unescaped(written.slice(1, endOfString(written, 0))));
  return /^<[^<]/.test(written) ? decoded(bytesOf(written.slice(1, -1))) : undefined;
}

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|\r\n|([\s\S]))/g, (_, octal?: string, letter?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (letter === undefined || letter === '\n' || letter === '\r') return '';
    return ESCAPES[letter] ?? letter;
  });
}

function bytesOf(hex: string): string {
  const digits = hex.replace(/\s/g, '');
  return (digits.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
}

function decoded(bytes: string): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  let text = '';
  for (let at = 2; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(256 * bytes.charCodeAt(at) + bytes.charCodeAt(at + 1));
  return text;
}
