import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { SourceFault } from '../../../pipeline/page/finding.ts';
import { requirePlainZip } from '../../../release/archive/plain-zip.ts';
import { readZip } from '../../../release/archive/read-zip.ts';
import { writeZip } from '../../../release/archive/write-zip.ts';
import { openCopy } from '../../../release/verify/open.ts';
import { emptyFolder } from '../../publish/folder.ts';

const bytes = (text: string): Buffer => Buffer.from(text);
const plain = Buffer.from(
  writeZip(
    new Map([
      ['SHA256SUMS', bytes('sums\n')],
      ['csv/rain.csv', bytes('place,mm\nA,1\n'.repeat(100))],
      ['empty', bytes('')],
    ]),
    'rain-1.0.0',
    '2026-11-23T00:00:00Z',
  ),
);
const END = 22;
const end = plain.length - END;
const directory = plain.readUInt32LE(end + 16);

/** A copy of the archive with something done to it. */
function done(change: (zip: Buffer) => unknown): Buffer {
  const zip = Buffer.from(plain);
  change(zip);
  return zip;
}

/** Puts bytes in somewhere, and corrects every place that the directory and its end name, as a careful forger does. */
function inserted(at: number, more: Buffer, isCorrected = true): Buffer {
  const zip = Buffer.concat([plain.subarray(0, at), more, plain.subarray(at)]);
  if (!isCorrected) return zip;
  const moved = directory + (at <= directory ? more.length : 0);
  zip.writeUInt32LE(moved, zip.length - END + 16);
  let entry = moved;
  while (zip.readUInt32LE(entry) === 0x02014b50) {
    const local = zip.readUInt32LE(entry + 42);
    if (local >= at) zip.writeUInt32LE(local + more.length, entry + 42);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30);
  }
  return zip;
}

async function saidOf(zip: Buffer): Promise<string> {
  const file = join(emptyFolder(), 'a.zip');
  writeFileSync(file, zip);
  try {
    await openCopy(file);
    return 'read';
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.message;
  }
}

/** The length of the first entry, as it stands at the beginning. */
const first = 30 + plain.readUInt16LE(26) + plain.readUInt16LE(28) + plain.readUInt32LE(18);

const HIDDEN = Buffer.from(zipSync({ 'rain-1.0.0/evil.sh': bytes('rm -rf ~\n') }, { level: 0 }));
const hiddenEntry = HIDDEN.subarray(0, HIDDEN.readUInt32LE(HIDDEN.length - END + 16));

describe('an archive that shows others something else', { timeout: 120_000 }, () => {
  it('is not one that we write, or that a common tool packs', async () => {
    expect(await saidOf(plain)).toBe('read');
    expect(await saidOf(Buffer.from(zipSync({ a: bytes('x'), 'b/c': bytes('y'.repeat(99)) })))).toBe('read');
  });

  it.each([
    ['with a program before it', inserted(0, bytes('#!/bin/sh\nexit\n')), 'something between them'],
    [
      'with a program before it, of which the directory knows nothing',
      inserted(0, bytes('#!/bin/sh\n'), false),
      '',
    ],
    ['with another archive before it', inserted(0, HIDDEN, false), ''],
    [
      'with a remark',
      Buffer.concat([done((zip) => zip.writeUInt16LE(4, end + 20)), bytes('PK--')]),
      'a remark or something else behind it',
    ],
    ['with something behind it', Buffer.concat([plain, bytes('more')]), ''],
    ['with another archive behind it', Buffer.concat([plain, HIDDEN]), ''],
    [
      'with an entry that the directory does not list',
      inserted(first, hiddenEntry),
      'something between them',
    ],
    [
      'with an entry before the directory that it does not list',
      inserted(directory, hiddenEntry),
      'something between them',
    ],
    ['with something between the directory and its end', inserted(end, bytes('more'), false), ''],
    [
      'with another name before the content',
      done((zip) => zip.write('E', 30 + 11)),
      'another name, size or checksum before its content',
    ],
    [
      'with another size before the content',
      done((zip) => zip.writeUInt32LE(3, 22)),
      'another name, size or checksum before its content',
    ],
    [
      'with another checksum before the content',
      done((zip) => zip.writeUInt32LE(3, 14)),
      'another name, size or checksum before its content',
    ],
    [
      'that is streamed, with its sizes behind the content',
      done((zip) => {
        zip.writeUInt16LE(8, 6);
        zip.writeUInt16LE(8, directory + 8);
      }),
      'encrypted or streamed',
    ],
    [
      'with an entry fewer in its end than in its directory',
      done((zip) => {
        zip.writeUInt16LE(2, end + 8);
        zip.writeUInt16LE(2, end + 10);
      }),
      '',
    ],
  ])('%s is refused', async (_, zip, says) => {
    const said = await saidOf(zip);
    expect(said).toMatch(/^\S*a\.zip.*: archive\n {2}expected /);
    expect(said).toContain(says);
    expect(said.split('\n')).toHaveLength(2);
  });

  it('with something behind the content of an entry is refused', async () => {
    // The second entry is packed; four bytes more in it are passed over by whoever unpacks it.
    const packed = first + 30 + plain.readUInt16LE(first + 26) + plain.readUInt32LE(first + 18);
    const zip = inserted(packed, bytes('evil'));
    const size = plain.readUInt32LE(first + 18) + 4;
    zip.writeUInt32LE(size, first + 18);
    const firstListed = directory + 4;
    const second = firstListed + 46 + zip.readUInt16LE(firstListed + 28);
    zip.writeUInt32LE(size, second + 20);
    expect(await saidOf(zip)).toContain('something behind its content');
  });

  it('with another name in an extra field is refused', async () => {
    const extra = { 28789: bytes('\u0001\0\0\0\0evil.sh') };
    const zip = Buffer.from(zipSync({ 'a.txt': [bytes('x'), { extra }] }));
    expect(await saidOf(zip)).toMatch(/the extra field 0x7075|expected/);
    expect(
      await saidOf(
        Buffer.from(zipSync({ 'a.txt': [bytes('x'), { extra: { 21589: bytes('\u0001\0\0\0\0') } }] })),
      ),
    ).toBe('read');
  });

  it('or damaged is a finding or is read, and never anything else', async () => {
    const change = fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const damaged = Uint8Array.from(plain);
        for (const [at, byte] of changes) damaged[at] = byte;
        try {
          await readZip(damaged, 'a.zip');
          requirePlainZip(damaged, 'a.zip');
        } catch (error) {
          expect(error).toBeInstanceOf(SourceFault);
        }
      }),
      { numRuns: 500 },
    );
  });
});
