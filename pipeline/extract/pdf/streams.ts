import {
  entriesOf,
  numberOf,
  partsOf,
  type RawObjects,
  referred,
  type StreamContent,
  startOfStream,
  streamContent,
} from './objects.ts';

/** A stream that may hold operators, with what it holds. */
export interface ContentStream extends StreamContent {
  /** The number of its object. */
  readonly object: number;
  readonly dictionary: string;
}

/** Streams that hold pictures, fonts or objects, and no text. */
const NO_CONTENT = /\/Subtype\s*\/Image|\/Length1|\/Type\s*\/(?:XRef|ObjStm|Metadata)|\/FunctionType/;
/** A dictionary of a stream is no longer, in bytes. */
const LONGEST_DICTIONARY = 2000;
const HEAD = /(\d{1,10})\s{1,4}\d{1,5} obj/g;
const REFERENCE = /\b(\d{1,10})\s{1,4}\d{1,5}\s{1,4}R\b/g;

/** The streams of a file that may hold operators, one after the other; those that are broken are noted by number. */
export function* contentStreams(bytes: Uint8Array, broken: Set<number>): Generator<ContentStream> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What is encrypted looks broken.
  const isPlain = !file.includes('/Encrypt');
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const start = startOfStream(file, at);
    const end = file.indexOf('endstream', start);
    if (end < 0) break;
    const before = file.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at);
    const head = [...before.matchAll(HEAD)].at(-1);
    const dictionary = before.slice(head === undefined ? 0 : head.index + head[0].length);
    if (!NO_CONTENT.test(dictionary)) {
      const object = Number(head?.[1] ?? Number.NaN);
      const stream = { object, dictionary, ...streamContent(file.subarray(start, end), dictionary) };
      if (stream.isBroken && isPlain) broken.add(object);
      yield stream;
    }
    at = end + 3;
  }
}

/**
 * What a page, told by its object, lacks of what it draws: a stream that is cut off or damaged, or that is not in the
 * file. pdf.js shows such a page as far as it goes, and says nothing.
 */
export function lackOf(
  page: number | undefined,
  objects: RawObjects,
  broken: ReadonlySet<number>,
): string | undefined {
  const own = entriesOf(page === undefined ? undefined : objects.get(page));
  const contents = partsOf(listOf(own.get('Contents'), objects)).flatMap((part) => numberOf(part) ?? []);
  const missing = contents.find((number) => !objects.has(number));
  if (missing !== undefined) return `its content, the object ${missing}, is not in the file`;
  if (broken.size === 0) return undefined;
  const drawn = [...contents, ...drawnBy(resourcesOf(own, objects), objects)];
  const found = drawn.find((number) => broken.has(number));
  return found === undefined ? undefined : `the stream of the object ${found} is cut off or damaged`;
}

/** A list that is written where it is referred to or elsewhere, or a reference to what is no list. */
function listOf(value: string | undefined, objects: RawObjects): string {
  const text = referred(value, objects)?.trim();
  return text?.startsWith('[') === true ? text : (value ?? '[]');
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
