import { entriesOf, numberOf, partsOf, type RawObjects, referred } from './dictionaries.ts';
import { cipherOf } from './encryption.ts';
import type { Filtered } from './filters.ts';
import { plainStream, startOfStream, streamContent } from './objects.ts';

/** A stream that may hold operators, with what it holds. */
export interface ContentStream extends Filtered {
  /** The number of its object. */
  readonly object: number;
  readonly dictionary: string;
}

/** Streams that hold pictures, fonts or objects, and no text. */
const NO_CONTENT = /\/Subtype\s*\/Image|\/Length1|\/Type\s*\/(?:XRef|ObjStm|Metadata)|\/FunctionType/;
/** A dictionary of a stream is no longer, in bytes. */
const LONGEST_DICTIONARY = 2000;
const HEAD = /(\d{1,10})\s{1,4}(\d{1,5}) obj/g;
const REFERENCE = /\b(\d{1,10})\s{1,4}\d{1,5}\s{1,4}R\b/g;

/** Which objects of a file are streams, and which of these are broken, by their numbers. */
export interface KnownStreams {
  readonly all: Set<number>;
  /** Those that hold nothing, or comments alone. */
  readonly blank: Set<number>;
  readonly broken: Set<number>;
}

/** The streams of a file that may hold operators, one after the other; all are noted by their numbers. */
export function* contentStreams(
  bytes: Uint8Array,
  objects: RawObjects,
  known: KnownStreams,
): Generator<ContentStream> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What is encrypted looks broken.
  const isPlain = !file.includes('/Encrypt');
  const cipher = cipherOf(file);
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const start = startOfStream(file, at);
    const end = file.indexOf('endstream', start);
    if (end < 0) break;
    const before = file.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at);
    const head = [...before.matchAll(HEAD)].at(-1);
    const dictionary = before.slice(head === undefined ? 0 : head.index + head[0].length);
    const object = Number(head?.[1] ?? Number.NaN);
    known.all.add(object);
    if (!NO_CONTENT.test(dictionary)) {
      const encrypted = cipher && { cipher, object, generation: Number(head?.[2] ?? 0) };
      const bytes = plainStream(file.subarray(start, end), encrypted);
      const stream = { object, dictionary, ...streamContent(bytes, dictionary, objects) };
      if (stream.isBroken && isPlain) known.broken.add(object);
      if (stream.content !== undefined && isBlank(stream.content)) known.blank.add(object);
      yield stream;
    }
    at = end + 3;
  }
}

function isBlank(content: Buffer): boolean {
  const lines = content.toString('latin1').split(/[\r\n]/);
  return lines.every((line) => line.trim() === '' || line.trimStart().startsWith('%'));
}

/** Whether a page, told by its object, has a content that holds more than nothing. */
export function hasContent(page: number | undefined, objects: RawObjects, { blank }: KnownStreams): boolean {
  const own = entriesOf(page === undefined ? undefined : objects.get(page));
  return contentsOf(own.get('Contents'), objects).some((part) => !blank.has(numberOf(part) ?? Number.NaN));
}

/**
 * What a page, told by its object, lacks of what it draws: a stream that is cut off, damaged, written in another way
 * than its filter says, or not in the file. pdf.js shows such a page as far as it goes, and says nothing.
 */
export function lackOf(
  page: number | undefined,
  objects: RawObjects,
  { all, broken }: KnownStreams,
): string | undefined {
  const own = entriesOf(page === undefined ? undefined : objects.get(page));
  const contents = contentsOf(own.get('Contents'), objects);
  for (const part of contents) {
    const number = numberOf(part);
    if (number === undefined) return `its content is no stream: ${part}`;
    if (!objects.has(number)) return `its content, the object ${number}, is not in the file`;
    if (!all.has(number)) return `its content, the object ${number}, is no stream`;
  }
  if (broken.size === 0) return undefined;
  const drawn = [
    ...contents.flatMap((part) => numberOf(part) ?? []),
    ...drawnBy(resourcesOf(own, objects), objects),
  ];
  const found = drawn.find((number) => broken.has(number));
  return found === undefined ? undefined : `the stream of the object ${found} is cut off or damaged`;
}

/** The parts of the content of a page: a list that is written where it is referred to or elsewhere, or one stream. */
function contentsOf(value: string | undefined, objects: RawObjects): readonly string[] {
  const text = referred(value, objects)?.trim();
  const parts = text?.startsWith('[') === true ? partsOf(text) : [value ?? 'null'];
  return parts.filter((part) => (referred(part, objects) ?? '').trim() !== 'null');
}

/** The resources of a page, which it may have from those around it. */
function resourcesOf(
  page: ReadonlyMap<string, string>,
  objects: RawObjects,
  levels = 32,
): string | undefined {
  const own = page.get('Resources');
  const parent = page.get('Parent');
  if (own !== undefined || parent === undefined || levels === 0) return own;
  return resourcesOf(entriesOf(referred(parent, objects)), objects, levels - 1);
}

/** The numbers of all objects that resources lead to: forms with their own, fonts, patterns. */
function drawnBy(resources: string | undefined, objects: RawObjects): ReadonlySet<number> {
  const found = new Set<number>();
  const add = (text: string): void => {
    for (const { 1: number } of text.matchAll(REFERENCE)) found.add(Number(number));
  };
  add(resources ?? '');
  for (const number of found) add(objects.get(number) ?? '');
  return found;
}
