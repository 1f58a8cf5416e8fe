import { constants, inflateSync } from 'node:zlib';
import { OPS } from './pdfjs.ts';

/** One mark of a content stream: its tag, or nothing where one ends, and what the file says that it stands for. */
interface Mark {
  readonly tag: string | undefined;
  readonly actual?: string;
}

/** The marks of each content stream that says of some of its text what it stands for (`/ActualText`). */
export type ActualTexts = readonly (readonly Mark[])[];

const NAME = 'ActualText';
/** Streams that hold pictures, fonts or objects, and no text. */
const NO_CONTENT = /\/Subtype\s*\/Image|\/Length1|\/Type\s*\/(?:XRef|ObjStm|Metadata)|\/FunctionType/;
/** A dictionary of a stream is no longer, in bytes. */
const LONGEST_DICTIONARY = 2000;

/**
 * What the content streams of a file say that their text stands for. pdf.js hands on the marks without it, so that it
 * is read from the bytes: the marks of a stream, in their order, are found again among those of a page.
 */
export function actualTextsIn(bytes: Uint8Array): ActualTexts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: (readonly Mark[])[] = [];
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const start = at + (file[at + 6] === 13 ? 8 : 7);
    const end = file.indexOf('endstream', start);
    if (end < 0) break;
    const dictionary = dictionaryBefore(file, at);
    const content = NO_CONTENT.test(dictionary)
      ? undefined
      : contentOf(file.subarray(start, end), dictionary);
    if (content?.includes(NAME)) found.push(marksOf(content.toString('latin1')));
    at = end + 3;
  }
  return found;
}

function dictionaryBefore(file: Buffer, at: number): string {
  const before = file.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at);
  return before.slice(before.lastIndexOf(' obj') + 1);
}

function contentOf(stream: Buffer, dictionary: string): Buffer | undefined {
  if (!dictionary.includes('/Filter')) return stream;
  if (!/\/Filter\s*(?:\[\s*)?\/Fl(?:ateDecode)?\s*(?:\]|\/(?!\w+Decode)|>>)/.test(dictionary))
    return undefined;
  try {
    return inflateSync(stream, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}

/** What the operators of a page that begin marked content say of it, by their numbers. */
export function actualTextsOf(
  texts: ActualTexts,
  operators: readonly number[],
  operands: readonly unknown[],
): ReadonlyMap<number, string> {
  const actual = new Map<number, string>();
  if (texts.length === 0) return actual;
  const marks = operators.flatMap((operator, index): (Mark & { readonly index: number })[] => {
    if (operator === OPS.endMarkedContent) return [{ index, tag: undefined }];
    if (operator !== OPS.beginMarkedContent && operator !== OPS.beginMarkedContentProps) return [];
    const args: unknown = operands[index];
    return [{ index, tag: String(Array.isArray(args) ? args[0] : args) }];
  });
  for (const own of texts) {
    for (let from = 0; from + own.length <= marks.length; from += 1) {
      if (!own.every(({ tag }, at) => marks[from + at]?.tag === tag)) continue;
      for (const [at, mark] of own.entries()) {
        const place = marks[from + at];
        if (mark.actual !== undefined && place !== undefined) actual.set(place.index, mark.actual);
      }
    }
  }
  return actual;
}

const TOKEN = /%[^\r\n]*|<<|>>|<([\da-fA-F\s]*)>|\/([^\s()<>[\]{}/%]*)|\(|[^\s()<>[\]{}/%]+|[[\]{}]/g;
const INLINE_PICTURE_ENDS = /\sEI(?=\s|$)/g;

/** The marks of a content stream in their order. */
function marksOf(content: string): readonly Mark[] {
  const marks: Mark[] = [];
  let operands: string[] = [];
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(content); token !== null; token = TOKEN.exec(content)) {
    const [word, hex, name] = token;
    if (word.startsWith('%')) continue;
    if (word === '(') {
      const end = endOfString(content, token.index);
      operands.push(`=${textOf(unescaped(content.slice(token.index + 1, end)))}`);
      TOKEN.lastIndex = end + 1;
    } else if (hex !== undefined) operands.push(`=${textOf(bytesOf(hex))}`);
    else if (name !== undefined) operands.push(`/${name}`);
    else if (word === 'ID') {
      INLINE_PICTURE_ENDS.lastIndex = TOKEN.lastIndex;
      TOKEN.lastIndex =
        INLINE_PICTURE_ENDS.exec(content) === null ? content.length : INLINE_PICTURE_ENDS.lastIndex;
      operands = [];
    } else if (/^[A-Za-z'"*]/.test(word) && !['true', 'false', 'null', 'R'].includes(word)) {
      if (word === 'EMC') marks.push({ tag: undefined });
      else if (word === 'BMC' || word === 'BDC') marks.push(markOf(operands));
      operands = [];
    }
  }
  return marks;
}

function markOf(operands: readonly string[]): Mark {
  const tag = operands[0]?.slice(1) ?? '';
  const actual = operands[operands.indexOf(`/${NAME}`) + 1];
  return operands.includes(`/${NAME}`) && actual?.startsWith('=')
    ? { tag, actual: actual.slice(1) }
    : { tag };
}

function endOfString(content: string, start: number): number {
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

/** A string of a PDF: UTF-16 behind its mark of order, and else a letter a byte. */
function textOf(bytes: string): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  let text = '';
  for (let at = 2; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(256 * bytes.charCodeAt(at) + bytes.charCodeAt(at + 1));
  return text;
}
