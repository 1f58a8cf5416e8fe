import { inflateRawSync, type ZlibOptions } from 'node:zlib';
import { LIMITS } from '../../pipeline/command-line/copy/files.ts';
import { type Finding, fault, type SourceFault } from '../../pipeline/page/finding.ts';

/** Signatures and fixed sizes of the parts of a zip archive (APPNOTE 4.3). */
const END = { signature: 0x06054b50, size: 22 };
const ENTRY = { signature: 0x02014b50, size: 46 };
const LOCAL = { signature: 0x04034b50, size: 30 };

/** Flags that say a name is UTF-8, or how hard was packed; others hide something: encryption, sizes that come later. */
const HARMLESS_FLAGS = 0x0806;

/** Extra fields that hold times and owners; one may hold another name for the file. */
const HARMLESS_EXTRA: ReadonlySet<number> = new Set([0x5455, 0x5855, 0x7855, 0x7875, 0x000a]);

const MADE_BY_OTHERS = 'unpack it and verify the folder, or download it again';

/**
 * Refuses an archive that shows different files to different programs. One reader looks the files up in the directory
 * at the end, another goes through the file from its beginning; both see the same only when the archive is, byte by
 * byte, its entries one after another in the order of the directory, each introduced as the directory has it, then
 * the directory, then its end without a remark. Something before, between or behind is seen by one of them alone.
 *
 * `place` is what a person calls the archive. Throws a SourceFault.
 */
export function requirePlainZip(bytes: Uint8Array, place: string): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refuse = (expected: string, found: string): SourceFault => {
    const finding: Finding = {
      kind: 'archive',
      place: { file: place },
      expected,
      found,
      action: MADE_BY_OTHERS,
    };
    return fault(finding);
  };
  const end = bytes.length - END.size;
  if (end < 0 || view.getUint32(end, true) !== END.signature)
    throw refuse('an archive that ends with its directory', 'a remark or something else behind it');
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const directory = view.getUint32(end + 16, true);
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    throw refuse('an archive in one part', 'one of several');
  if (view.getUint16(end + 20, true) !== 0) throw refuse('an archive without a remark', 'one with a remark');
  if (directory + size !== end) throw refuse('the directory right before its end', 'something between them');
  let at = directory;
  let local = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY.size > end || view.getUint32(at, true) !== ENTRY.signature)
      throw refuse(`a directory of ${count} entries`, `${index}`);
    const [names, extras, remarks] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const behind = at + ENTRY.size + (names ?? 0) + (extras ?? 0);
    if (behind > end) throw refuse(`a directory of ${count} entries`, 'one that is cut off');
    const name = textAt(bytes, at + ENTRY.size, names);
    const packed = view.getUint32(at + 20, true);
    if (view.getUint32(at + 42, true) !== local)
      throw refuse(`${name} right behind the entry before it`, 'something between them');
    if (local + LOCAL.size > directory || view.getUint32(local, true) !== LOCAL.signature)
      throw refuse(`an entry for ${name}`, 'none');
    if ((remarks ?? 0) !== 0) throw refuse(`${name} without a remark`, 'one with a remark');
    if ((view.getUint16(at + 8, true) & ~HARMLESS_FLAGS) !== 0)
      throw refuse(`${name} plain, with its sizes before it`, 'an encrypted or streamed entry');
    // Version, flags, method, time, checksum, sizes, length of the name: as the directory has them.
    const unlike = Array.from({ length: 24 }, (_, offset) => offset).some(
      (offset) => bytes[local + 4 + offset] !== bytes[at + 6 + offset],
    );
    const localNames = view.getUint16(local + 26, true);
    const localExtras = view.getUint16(local + 28, true);
    if (unlike || textAt(bytes, local + LOCAL.size, localNames) !== name)
      throw refuse(`${name} as the directory has it`, 'another name, size or checksum before its content');
    const content = local + LOCAL.size + localNames + localExtras;
    if (content + packed > directory) throw refuse(`${name} before the directory`, 'a part of it behind');
    const strange =
      strangeExtra(view, at + ENTRY.size + (names ?? 0), extras ?? 0) ??
      strangeExtra(view, local + LOCAL.size + localNames, localExtras);
    if (strange !== undefined)
      throw refuse(`${name} with times and owners at most`, `the extra field ${strange}`);
    const isPacked = view.getUint16(at + 10, true) !== 0;
    if (isPacked && usedBytes(bytes.subarray(content, content + packed)) !== packed)
      throw refuse(`${name} alone in its place`, 'something behind its content');
    local = content + packed;
    at = behind;
  }
  if (at !== end) throw refuse(`a directory of ${count} entries`, 'more behind them');
  if (local !== directory)
    throw refuse('the directory right behind the last entry', 'something between them');
}

/** How many of some packed bytes are needed to unpack them. */
function usedBytes(packed: Uint8Array): number {
  const options: ZlibOptions = { info: true, maxOutputLength: LIMITS.bytes };
  // With `info` the result is the content and the engine that made it, which the types do not know.
  const made: unknown = inflateRawSync(packed, options);
  const engine = typeof made === 'object' && made !== null && 'engine' in made ? made.engine : undefined;
  return typeof engine === 'object' && engine !== null && 'bytesWritten' in engine
    ? Number(engine.bytesWritten)
    : packed.length;
}

/** A name as bytes that can be compared, each as one character. */
function textAt(bytes: Uint8Array, from: number, length = 0): string {
  return Buffer.from(bytes.subarray(from, from + length)).toString('latin1');
}

/** The first extra field that may change what a reader sees, as hexadecimal; one that leads out of its room too. */
function strangeExtra(view: DataView, from: number, length: number): string | undefined {
  let at = from;
  while (at < from + length) {
    if (at + 4 > from + length) return 'that is cut off';
    const id = view.getUint16(at, true);
    const size = view.getUint16(at + 2, true);
    if (!HARMLESS_EXTRA.has(id) || at + 4 + size > from + length)
      return `0x${id.toString(16).padStart(4, '0')}`;
    at += 4 + size;
  }
  return undefined;
}
