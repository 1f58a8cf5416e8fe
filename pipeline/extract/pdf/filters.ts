import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { ofLzw } from './lzw.ts';

/** What a filter makes of bytes; `isBroken` where they end before their end or are none that it writes. */
export interface Filtered {
  /** Undefined where it is not known what they say. */
  readonly content: Buffer | undefined;
  readonly isBroken: boolean;
}

type Filter = (bytes: Buffer, isLate: boolean) => Filtered;

const WHITE = /[\0\t\n\f\r ]/g;

/** The filters of text, by both of their names. Those of pictures hold no text. */
const FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['FlateDecode', inflated],
  ['Fl', inflated],
  ['ASCIIHexDecode', ofHexadecimal],
  ['AHx', ofHexadecimal],
  ['ASCII85Decode', ofBase85],
  ['A85', ofBase85],
  ['RunLengthDecode', ofRuns],
  ['RL', ofRuns],
  ['LZWDecode', ofLzw],
  ['LZW', ofLzw],
  ['Crypt', unknown],
]);

/**
 * Takes the filters of a stream off, one after the other. A page whose content is no hexadecimal number, though its
 * filter says so, is shown as an empty page by most programs.
 *
 * `isLate` is how codes of LZW grow.
 *
 *     withoutFilters(Buffer.from('6 9>'), ['/AHx'])   // content "i"
 *     withoutFilters(Buffer.from('BT ET'), ['/AHx'])  // isBroken
 */
export function withoutFilters(bytes: Buffer, filters: readonly string[], isLate = false): Filtered {
  let content: Buffer = bytes;
  for (const name of filters) {
    const filtered = (FILTERS.get(name.replace('/', '')) ?? broken)(content, isLate);
    if (filtered.isBroken || filtered.content === undefined) return filtered;
    content = filtered.content;
  }
  return { content, isBroken: false };
}

/** Nothing is said of what it holds. */
function unknown(): Filtered {
  return { content: undefined, isBroken: false };
}

function broken(): Filtered {
  return { content: undefined, isBroken: true };
}

function inflated(bytes: Buffer): Filtered {
  try {
    return { content: inflateSync(bytes), isBroken: false };
  } catch (error) {
    // Some producers leave out the sum of all bytes that stands at the end.
    const unsummed = endsTooEarly(error) ? tried(() => inflateRawSync(bytes.subarray(2))) : undefined;
    if (unsummed !== undefined) return { content: unsummed, isBroken: false };
    const begun = tried(() => inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }));
    return { content: begun, isBroken: true };
  }
}

function endsTooEarly(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === 'Z_BUF_ERROR';
}

function tried(inflate: () => Buffer): Buffer | undefined {
  try {
    return inflate();
  } catch {
    return undefined;
  }
}

function ofHexadecimal(bytes: Buffer): Filtered {
  const text = bytes.toString('latin1').replace(WHITE, '');
  const digits = text.endsWith('>') ? text.slice(0, -1) : text;
  if (!/^[\da-f]*$/i.test(digits)) return broken();
  return { content: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'), isBroken: false };
}

/** Each five letters, the digits of base 85 from `!` to `u`, are a number of four bytes. */
function ofBase85(bytes: Buffer): Filtered {
  const text = bytes.toString('latin1').replace(WHITE, '').replace(/^<~/, '').replace(/~>?$/, '');
  if (!/^[!-uz]*$/.test(text)) return broken();
  const content: number[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === 'z') {
      content.push(0, 0, 0, 0);
      at += 1;
      continue;
    }
    const group = text.slice(at, at + 5);
    let number = 0;
    // A group that is not full is filled with its last letter.
    for (let digit = 0; digit < 5; digit += 1)
      number = number * 85 + (digit < group.length ? group.charCodeAt(digit) - 33 : 84);
    if (number >= 2 ** 32 || group.length === 1) return broken();
    const four = [number / 2 ** 24, number / 2 ** 16, number / 2 ** 8, number].map(
      (part) => Math.floor(part) % 256,
    );
    content.push(...four.slice(0, group.length - 1));
    at += 5;
  }
  return { content: Buffer.from(content), isBroken: false };
}

/** A length below 128 is that of letters, one above it tells how often the next is repeated; 128 ends them. */
function ofRuns(bytes: Buffer): Filtered {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] ?? 128;
    at += 1;
    if (length === 128) return { content: Buffer.concat(parts), isBroken: false };
    if (length < 128) parts.push(bytes.subarray(at, at + length + 1));
    else parts.push(Buffer.alloc(257 - length, bytes[at]));
    at += length < 128 ? length + 1 : 1;
  }
  return { content: Buffer.concat(parts), isBroken: true };
}
