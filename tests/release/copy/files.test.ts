import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderFiles, isFolder, LIMITS } from '../../../pipeline/command-line/copy/files.ts';
import { emptyFolder } from '../../publish/folder.ts';

describe('the files of a folder', () => {
  it('are all read, in the order of their paths, whatever the disk gives first', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'csv', 'deep'), { recursive: true });
    for (const path of ['z', 'csv/b', 'csv/deep/c', 'csv/a', 'Ж', 'A'])
      writeFileSync(join(folder, path), path);
    const files = folderFiles(folder);
    expect([...files.keys()]).toEqual(['A', 'csv/a', 'csv/b', 'csv/deep/c', 'z', 'Ж']);
    for (const [path, bytes] of files) expect(Buffer.from(bytes).toString()).toBe(path);
  });

  it('are no links, which lead elsewhere, and no pipes, which never end', () => {
    const linked = emptyFolder();
    symlinkSync('/etc', join(linked, 'csv'));
    expect(() => folderFiles(linked)).toThrow('csv: file\n  expected a file of the output, found a link');
    const piped = emptyFolder();
    execFileSync('mkfifo', [join(piped, 'pipe')]);
    expect(() => folderFiles(piped)).toThrow('found a pipe or a device');
  });

  it('are not more than any output has', () => {
    const folder = emptyFolder();
    for (let at = 0; at <= 10; at += 1) writeFileSync(join(folder, String(at)), 'text');
    const limits = { files: 10, bytes: 1024 ** 2 };
    expect(() => folderFiles(folder, limits)).toThrow(
      'expected a copy of the output: at most 10 files and 1 MiB, found more',
    );
    expect(() => folderFiles(folder, { files: 11, bytes: 43 })).toThrow('found more');
    expect(folderFiles(folder, { files: 11, bytes: 44 }).size).toBe(11);
    expect(LIMITS).toEqual({ files: 10_000, bytes: 1024 ** 3 });
  });

  it('cannot be read where there is no folder', () => {
    expect(() => folderFiles(join(emptyFolder(), 'nowhere'))).toThrow(
      'expected a folder that can be read, found nothing there',
    );
    expect(isFolder('package.json')).toBe(false);
    expect(isFolder('nowhere')).toBe(false);
    expect(isFolder('release')).toBe(true);
  });
});
