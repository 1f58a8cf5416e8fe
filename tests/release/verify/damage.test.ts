import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../../../pipeline/command-line/copy/files.ts';
import { rainfall } from '../../publish/rainfall.ts';
import { changed, edited, forged, found, published } from './copies.ts';

let files: Files = new Map();

beforeAll(async () => {
  files = await published(rainfall());
});

describe('an untouched copy', () => {
  it('has no findings', async () => {
    expect(await found(files)).toEqual([]);
  });

  it('has nothing beside its files, not even what a desktop leaves in every folder', async () => {
    expect(await found(changed(files, 'csv/.DS_Store', 'x'))).toEqual([
      'csv/.DS_Store: file\n  expected no file that SHA256SUMS does not list, found one; it is none of ours: remove it',
    ]);
  });

  it('is forged in vain: made right again, it is the same', async () => {
    expect(await found(forged(files))).toEqual([]);
  });
});

describe('a damaged copy is found out by its checksums', () => {
  it.each([
    ['a changed value', 'csv/shower.csv', '12.50', '12.51', 'csv/shower.csv: file\n  expected sha256'],
    ['a changed report', 'json/storms.json', '2011', '2012', 'json/storms.json: file\n  expected sha256'],
    ['a value with more digits', 'csv/shower.csv', '12.50', '12.500', 'bytes, says datapackage.json, found'],
    [
      'a checksum that is cut off',
      'SHA256SUMS',
      'a',
      '',
      'SHA256SUMS: file\n  expected a checksum and a path',
    ],
  ])('%s', async (_, path, from, to, message) => {
    expect((await found(edited(files, path, from, to))).join('\n')).toContain(message);
  });

  it('a missing file, a foreign file', async () => {
    expect(await found(changed(files, 'arrow/shower.arrow', null))).toEqual([
      'arrow/shower.arrow: file\n  expected the file that SHA256SUMS lists, found no such file; download it again',
      'arrow/shower.arrow: table shower\n  expected this file, found no such file',
    ]);
    expect(await found(changed(files, 'csv/snow.csv', 'place,cm\n'))).toEqual([
      'csv/snow.csv: file\n  expected no file that SHA256SUMS does not list, found one; it is none of ours: remove it',
    ]);
  });

  it('a damaged binary file, which is not opened', async () => {
    const parquet = files.get('parquet/shower.parquet') ?? new Uint8Array();
    const said = await found(changed(files, 'parquet/shower.parquet', parquet.slice(0, -1)));
    expect(said.length).toBe(2);
    expect(said.every((each) => each.startsWith('parquet/shower.parquet: file'))).toBe(true);
  });

  it('a list of checksums that names files elsewhere', async () => {
    const sums = Buffer.from(files.get('SHA256SUMS') ?? '').toString();
    const said = await found(changed(files, 'SHA256SUMS', `${sums}${'0'.repeat(64)}  ../../etc/passwd\n`));
    expect(said).toEqual([
      '../../etc/passwd: file\n  expected the file that SHA256SUMS lists, found no such file; download it again',
    ]);
  });

  it.each([['SHA256SUMS'], ['datapackage.json']])('without %s', async (path) => {
    expect((await found(changed(files, path, null))).join('\n')).toContain(`${path}`);
  });
});

describe('any damage', { timeout: 300_000 }, () => {
  it('is a finding, whatever byte of whatever file it is, and never anything else', async () => {
    const paths = [...files.keys()];
    const change = fc.tuple(fc.constantFrom(...paths), fc.nat(1_000_000), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([path, place, by]) => {
        const bytes = Uint8Array.from(files.get(path) ?? []);
        const at = place % bytes.length;
        bytes[at] = ((bytes[at] ?? 0) + by) % 256;
        const said = await found(changed(files, path, bytes));
        expect(said.length).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    );
  });
});
