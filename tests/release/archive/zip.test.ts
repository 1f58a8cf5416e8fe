import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Files } from '../../../pipeline/command-line/copy/files.ts';
import { SourceFault } from '../../../pipeline/page/finding.ts';
import { readZip } from '../../../release/archive/read-zip.ts';
import { writeZip } from '../../../release/archive/write-zip.ts';

const DATE = '2026-11-23T00:00:00Z';
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const files: Files = new Map([
  ['SHA256SUMS', bytes('sums\n')],
  ['csv/rain.csv', bytes('place,mm\nA,1\n'.repeat(100))],
  ['empty', bytes('')],
]);

describe('an archive', { timeout: 300_000 }, () => {
  it('gives back every file, in a folder of its own', async () => {
    const back = await readZip(writeZip(files, 'rain-1.0.0', DATE), 'rain.zip');
    expect([...back.keys()]).toEqual([...files.keys()].map((path) => `rain-1.0.0/${path}`));
    for (const [path, content] of files) {
      expect(
        Buffer.compare(Buffer.from(back.get(`rain-1.0.0/${path}`) ?? ''), Buffer.from(content)),
        path,
      ).toBe(0);
    }
  });

  it('has the same bytes in every process and time zone, and other ones for another date', () => {
    const written = (zone: string): string => {
      const script = join(import.meta.dirname, 'write-archive.ts');
      return execFileSync(process.execPath, ['--import', 'tsx', script, DATE], {
        env: { ...process.env, TZ: zone },
      }).toString();
    };
    const here = Buffer.from(writeZip(files, 'rain-1.0.0', DATE));
    const zones = ['UTC', 'Asia/Almaty', 'Pacific/Apia', 'America/Sao_Paulo', 'America/St_Johns'].map(
      written,
    );
    expect(new Set(zones)).toEqual(
      new Set([Buffer.from(writeZip(archived, 'rain-1.0.0', DATE)).toString('base64')]),
    );
    expect(here.equals(Buffer.from(writeZip(files, 'rain-1.0.0', '2026-11-24T00:00:00Z')))).toBe(false);
  });
});

/** What the script writes. */
const archived: Files = new Map([['csv/rain.csv', bytes('place,mm\nA,1\n')]]);

/** What is said of an archive; 'read' when nothing is. */
async function saidOf(zip: Uint8Array): Promise<string> {
  try {
    await readZip(zip, 'a.zip');
    return 'read';
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.message;
  }
}

/** An archive with some bytes exchanged everywhere, as a person would with a hex editor. */
function exchanged(zip: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const hex = Buffer.from(zip).toString('latin1');
  return new Uint8Array(
    Buffer.from(
      hex.replaceAll(Buffer.from(from).toString('latin1'), Buffer.from(to).toString('latin1')),
      'latin1',
    ),
  );
}

const packed = (entries: Zippable): Uint8Array => zipSync(entries, { mtime: new Date(2020, 1, 1) });
const stored = (entries: Zippable): Uint8Array => zipSync(entries, { mtime: new Date(2020, 1, 1), level: 0 });
const size = (count: number): Uint8Array => new Uint8Array(new Uint32Array([count]).buffer);

describe('a hostile archive is refused', () => {
  it.each([
    [
      'that leads out of the folder',
      packed({ '../evil.csv': bytes('x') }),
      'invalid relative path: ../evil.csv',
    ],
    [
      'that leads out of the folder further on',
      packed({ 'csv/../../evil.csv': bytes('x') }),
      'invalid relative path',
    ],
    ['with an absolute path', packed({ '/etc/evil.csv': bytes('x') }), 'absolute path: /etc/evil.csv'],
    ['with a drive of Windows', packed({ 'C:/evil.csv': bytes('x') }), 'absolute path: C:/evil.csv'],
    ['with backslashes', packed({ 'csv\\..\\..\\evil.csv': bytes('x') }), 'invalid characters in fileName'],
    ['with empty parts of a path', packed({ 'csv//rain.csv': bytes('x') }), 'expected a plain path'],
    [
      'with a control character in a name',
      packed({ 'csv/ж\u001b[2J.csv': bytes('x') }),
      'a.zip: csv/ж [2J.csv',
    ],
    [
      'with a link',
      packed({ link: [bytes('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] }),
      'found a link or a device',
    ],
    [
      'with a name twice',
      exchanged(packed({ 'rain1.csv': bytes('x'), 'rain2.csv': bytes('y') }), bytes('rain2'), bytes('rain1')),
      'expected every name once',
    ],
    [
      'with a name twice for Windows',
      packed({ 'rain.csv': bytes('x'), 'RAIN.csv': bytes('y') }),
      'expected every name once',
    ],
    [
      'with a file in a file',
      packed({ csv: bytes('x'), 'csv/rain.csv': bytes('y') }),
      'a.zip: csv/rain.csv: archive\n  expected a file in a folder',
    ],
    ['that fills the memory', packed({ bomb: new Uint8Array(50 * 1024 ** 2) }), 'found a zip bomb'],
    [
      'that says it fills the memory',
      exchanged(stored({ huge: bytes('12345') }), size(5), size(2 ** 31)),
      'expected at most 1024 MiB',
    ],
    [
      'that has more in it than it says',
      exchanged(packed({ more: bytes('x'.repeat(999)) }), size(999), size(10)),
      'too many bytes',
    ],
    [
      'that has less in it than it says',
      exchanged(packed({ less: bytes('x'.repeat(999)) }), size(999), size(1500)),
      'not enough bytes',
    ],
    [
      'whose bytes are not those that were packed',
      exchanged(stored({ wrong: bytes('right') }), bytes('right'), bytes('wrong')),
      'expected its checksum in the archive',
    ],
    [
      'that is cut off',
      packed({ 'rain.csv': bytes('x'.repeat(999)) }).slice(0, -10),
      'expected a whole zip archive',
    ],
    ['that is none', bytes('place,mm\nA,1\n'), 'expected a whole zip archive'],
    ['that is empty', bytes(''), 'expected a whole zip archive'],
  ])('%s', async (_, zip, reason) => {
    const said = await saidOf(zip);
    expect(said.toLowerCase()).toContain(reason.toLowerCase());
    expect(said.split('\n').length).toBeLessThanOrEqual(2);
  });

  it('with more files than any output has', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}.csv`, bytes('')]));
    expect(await saidOf(stored(many))).toContain('expected at most 10000 files, found more');
  });

  it('or read, but never more than a finding comes of it, whatever bytes are changed', async () => {
    const zip = writeZip(files, 'rain-1.0.0', DATE);
    const change = fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const damaged = Uint8Array.from(zip);
        for (const [at, byte] of changes) damaged[at] = byte;
        expect(await saidOf(damaged)).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});
