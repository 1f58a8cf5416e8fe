import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../../release/archive/write-zip.ts';
import type { Files } from '../../release/copy/files.ts';
import { emptyFolder, filesOf, makeFolder, removeFolder } from '../publish/folder.ts';
import { smallOutput } from './repository.ts';

let files: Files = new Map();
let folder = '';
beforeAll(async () => {
  files = await smallOutput('0.1.0');
  folder = makeFolder();
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return () => removeFolder(folder);
});

/** Runs the command with a temporary folder of its own, of which nothing may be left. */
async function verified(
  ...words: readonly string[]
): Promise<{ code: unknown; said: string; left: readonly string[] }> {
  const temporary = emptyFolder();
  const options = { env: { ...process.env, TMPDIR: temporary } };
  return new Promise((resolve) => {
    execFile(process.execPath, ['release/start.mjs', 'verify', ...words], options, (error, out, err) => {
      const left = readdirSync(temporary).filter((name) => name.startsWith('verify-'));
      resolve({ code: error === null ? 0 : error.code, said: `${out}${err}`, left });
    });
  });
}

describe('npm run verify', { timeout: 300_000 }, () => {
  it('passes an untouched copy, as a folder, as an archive, and as an archive with a folder in it', async () => {
    const before = filesOf(folder);
    const archive = join(emptyFolder(), 'copy.zip');
    writeFileSync(archive, writeZip(files, 'kz-icescr-2-0.1.0', '2026-11-23'));
    const flat = join(emptyFolder(), 'flat.zip');
    writeFileSync(flat, zipSync(Object.fromEntries(files)));
    for (const copy of [folder, archive, flat]) {
      const { code, said, left } = await verified(copy);
      expect(said).toContain(`${copy}: kz-icescr-2 0.1.0\n${files.size} files, none missing or foreign`);
      expect([code, left]).toEqual([0, []]);
    }
    expect(filesOf(folder)).toEqual(before);
  });

  it('fails a damaged one with every finding, and writes them as JSON', async () => {
    const archive = join(emptyFolder(), 'copy.zip');
    const damaged = new Map(files).set(
      'csv/place.csv',
      new Uint8Array(Buffer.from('place,name\nA,Ålesund\n')),
    );
    writeFileSync(archive, writeZip(damaged, 'copy', '2026-11-23'));
    const json = join(emptyFolder(), 'findings.json');
    const { code, said, left } = await verified(archive, '--json', json);
    expect(said).toContain('csv/place.csv: file\n  expected sha256 ');
    expect(said).toContain(
      'json/place.json: table place, row A, column name\n  expected "Ålesund" as in csv/place.csv, found "null"',
    );
    expect([code, left]).toEqual([1, []]);
    const { findings }: { findings: readonly object[] } = JSON.parse(readFileSync(json, 'utf8'));
    expect(said).toContain(`${findings.length} findings`);
  });

  it('refuses what is no copy in two lines, and leaves nothing behind', async () => {
    const linked = emptyFolder();
    symlinkSync('/etc/passwd', join(linked, 'SHA256SUMS'));
    const bomb = join(emptyFolder(), 'bomb.zip');
    writeFileSync(bomb, zipSync({ '../../evil': new Uint8Array(1), big: new Uint8Array(9 * 1024 ** 2) }));
    for (const [copy, reason] of [
      ['nowhere', 'expected a file that can be read, found no such file or folder'],
      ['package.json', 'expected a whole zip archive'],
      ['sources', 'SHA256SUMS: file\n  expected this file, found no such file'],
      [linked, 'expected a file of the output, found a link'],
      [bomb, 'invalid relative path: ../../evil'],
    ] as const) {
      const { code, said, left } = await verified(copy);
      expect(said).toContain(reason);
      expect(said).not.toMatch(/^\s+at /m);
      expect([code, left]).toEqual([1, []]);
    }
    expect((await verified()).code).toBe(2);
  });
});
