import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Files } from '../../pipeline/command-line/copy/files.ts';
import { readTask } from '../../pipeline/command-line/reading.ts';
import { writeZip } from '../../release/archive/write-zip.ts';
import { publicKeyOf, writePublicKey, writeSignature } from '../../release/signature/minisign.ts';
import { type Readers, verify } from '../../release/verify.ts';
import { start } from '../nothing-lost/programs.ts';
import { emptyFolder, filesOf, makeFolder, removeFolder } from '../publish/folder.ts';
import { ranHere } from '../ran-here.ts';
import { ID, smallOutput } from './repository.ts';
import { changed, edited, listed, startHere, withDatabase } from './verify/copies.ts';
import { orchardProject } from './verify/orchards.ts';

let files: Files = new Map();
/** A project that declares the document, with its output. */
let project = '';
beforeAll(async () => {
  files = await smallOutput('0.1.0');
  project = makeFolder();
  for (const [path, text] of orchardProject(ID)) put(project, path, text);
  for (const [path, bytes] of files) put(project, `output/${path}`, bytes);
  return () => removeFolder(project);
});

function put(folder: string, path: string, content: Uint8Array | string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

interface Verified {
  readonly code: unknown;
  readonly said: string;
  readonly left: readonly string[];
}

/** Runs the command in the project with a temporary folder of its own, of which nothing may be left. */
const verified = (...words: readonly string[]): Promise<Verified> => verifiedIn(project, words);

async function verifiedIn(
  cwd: string,
  words: readonly string[],
  readers: Readers = { read: readTask, start: startHere },
): Promise<Verified> {
  const temporary = emptyFolder();
  vi.stubEnv('TMPDIR', temporary);
  const { code, out, err } = await ranHere(cwd, () => verify(words, readers));
  vi.unstubAllEnvs();
  return { code, said: `${out}${err}`, left: leftIn(temporary) };
}

/** The same in a process of its own. */
async function verifiedByProgram(...words: readonly string[]): Promise<Verified> {
  const temporary = emptyFolder();
  const { code, out, err } = await start('release/start.mjs', ['verify', ...words], {
    folder: project,
    env: { TMPDIR: temporary },
  });
  return { code, said: `${out}${err}`, left: leftIn(temporary) };
}

const leftIn = (temporary: string): readonly string[] =>
  readdirSync(temporary).filter((name) => name.startsWith('verify-'));

/** Writes an archive of some files, as a release has it but not packed, which takes as long as to verify it; gives its path. */
function archived(copy: Files): string {
  const file = join(emptyFolder(), 'copy.zip');
  writeFileSync(file, unpacked(copy));
  return file;
}

function unpacked(copy: Files): Uint8Array {
  const entries = [...copy].map(([path, bytes]): [string, Uint8Array] => [
    `kz-icescr-2-0.1.0/${path}`,
    bytes,
  ]);
  return zipSync(Object.fromEntries(entries), { level: 0 });
}

describe('npm run verify', { timeout: 300_000 }, () => {
  it('passes an untouched copy, as a folder, as an archive, and as an archive with a folder in it', async () => {
    const before = filesOf(project);
    const archive = join(emptyFolder(), 'copy.zip');
    writeFileSync(archive, writeZip(files, 'kz-icescr-2-0.1.0', '2026-11-23'));
    const flat = join(emptyFolder(), 'flat.zip');
    writeFileSync(flat, zipSync(Object.fromEntries(files)));
    for (const [copy, run] of [
      ['output', verifiedByProgram],
      [archive, verified],
      [flat, verified],
    ] as const) {
      const { code, said, left } = await run(copy);
      expect(said).toContain(`${copy}: kz-icescr-2 0.1.0\n${files.size} files, none missing or foreign`);
      expect(said).toMatch(
        /\nmade again from sources\/kz-icescr-2\/input.txt \(sha256 [0-9a-f]{64}\): every file/,
      );
      expect(said).toContain('\nsignature not looked at: no --key was given, so that nothing is known');
      expect([code, left]).toEqual([0, []]);
    }
    expect(filesOf(project)).toEqual(before);
  });

  it('fails a damaged one with every finding, and writes them as JSON', async () => {
    const archive = archived(edited(files, 'csv/orchard.csv', 'North Hill', 'North Pole'));
    const json = join(emptyFolder(), 'findings.json');
    const { code, said, left } = await verified(archive, '--json', json);
    expect(said).toContain('csv/orchard.csv: file\n  expected sha256 ');
    expect(said).toContain(
      'json/orchard.json: table orchard, row NORTH, column name\n  expected "North Pole" as in csv/orchard.csv',
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
      ['schemas/cell.json', 'expected a whole zip archive'],
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

  it('runs no view that this program does not make, such as one without an end', async () => {
    const endless = await withDatabase(
      files,
      'create or replace view check_harvest_by_orchard as select count(*) as identity from range(9000000000000)',
    );
    // DuckDB stands in a process of its own here: if the view was run after all, it would be ended.
    const { code, said, left } = await verifiedIn(project, [archived(endless)], { read: readTask });
    expect(said).toContain(
      'expected the view check_harvest_by_orchard as this program makes it, found another',
    );
    expect([code, left]).toEqual([1, []]);
  });

  it('says what it cannot know where nothing declares the document', async () => {
    const { code, said } = await verifiedIn(emptyFolder(), [archived(files)]);
    expect(said).toContain(
      '\nNOT KNOWN: whether the values are what was printed; this checkout declares no document',
    );
    expect(code).toBe(10);
  });

  it('does not take a copy for what this checkout makes that says it is of another version or source', async () => {
    const older = archived(await smallOutput('0.0.9'));
    const { code, said } = await verified(older);
    expect(said).toContain(
      'sources/kz-icescr-2/document.yaml: document\n  expected the version 0.0.9, which the copy says it is, found 0.1.0; check the release out',
    );
    expect(code).toBe(1);
    const sum = /sha256:[0-9a-f]{64}(?="\s*}\s*],\s*"contributors")/;
    const text = Buffer.from(files.get('datapackage.json') ?? '').toString();
    const other = changed(files, 'datapackage.json', text.replace(sum, `sha256:${'1'.repeat(64)}`));
    expect((await verified(archived(listed(other)))).said).toContain(
      'expected what the copy says it was read from, sha256 111111111111..., found',
    );
  });

  it('refuses a copy that is older than a person knows there to be', async () => {
    const copy = archived(files);
    const atLeast = (version: string): Promise<Verified> =>
      verifiedIn(emptyFolder(), [copy, '--at-least', version]);
    const { code, said } = await atLeast('0.2.0');
    expect(said).toContain(`${copy}: release\n  expected version 0.2.0 or a later one, found 0.1.0`);
    expect(code).toBe(1);
    expect((await atLeast('0.1.0')).code).toBe(10);
    expect((await atLeast('new')).said).toContain('expected a version such as 1.2.3');
  });

  describe('with the public key of the one who must have signed', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const stranger = generateKeyPairSync('ed25519').privateKey;
    const keyFile = (key = privateKey): string => {
      const file = join(emptyFolder(), 'release.pub');
      writeFileSync(file, writePublicKey(publicKeyOf(key)));
      return file;
    };
    const signed = (copy: Files, key = privateKey): string => {
      const file = archived(copy);
      writeFileSync(`${file}.minisig`, writeSignature(readFileSync(file), key, 'copy.zip 0.1.0'));
      return file;
    };

    it('says by whom an archive is signed, and a folder by its list of checksums, wherever it is', async () => {
      const key = keyFile();
      const archive = await verifiedIn(emptyFolder(), [signed(files), '--key', key]);
      expect(archive.said).toMatch(/\nsigned by [0-9A-F]{16} \(.*copy\.zip\.minisig\): copy\.zip 0\.1\.0\n/);
      expect(archive.code).toBe(0);
      const own = join(emptyFolder(), 'output.minisig');
      writeFileSync(
        own,
        writeSignature(
          files.get('SHA256SUMS') ?? new Uint8Array(),
          privateKey,
          'kz-icescr-2-0.1.0/SHA256SUMS',
        ),
      );
      const folder = await verified('output', '--key', key, '--signature', own);
      expect(folder.said).toContain('kz-icescr-2-0.1.0/SHA256SUMS');
      expect(folder.code).toBe(0);
    });

    it('refuses one that is not signed, or signed by somebody else, or changed since', async () => {
      const key = keyFile();
      // Elsewhere, where nothing is made again: what is signed wrongly is refused for that alone.
      const verifiedBy = (copy: string): Promise<Verified> => verifiedIn(emptyFolder(), [copy, '--key', key]);
      const none = await verified(archived(files), '--key', key);
      expect(none.said).toContain('expected the signature of the copy, found not signed: no such file');
      const other = await verifiedBy(signed(files, stranger));
      expect(other.said).toContain('found signature wrong: by another key');
      const copy = signed(files);
      writeFileSync(copy, unpacked(edited(files, 'README.md', 'Made up', 'Sworn to')));
      const since = await verifiedBy(copy);
      expect(since.said).toContain('found signature wrong: not over these bytes');
      expect([none.code, other.code, since.code]).toEqual([1, 1, 1]);
    });

    it('refuses a true release that is older than a person knows there to be', async () => {
      const older = signed(await smallOutput('0.0.9'));
      expect((await verified(older, '--key', keyFile())).code).toBe(0);
      const { code, said } = await verified(older, '--key', keyFile(), '--at-least', '0.1.0');
      expect(said).toContain('expected version 0.1.0 or a later one, found 0.0.9');
      expect(code).toBe(1);
    });

    it('refuses what is no public key', async () => {
      const { code, said } = await verified('output', '--key', 'sources/kz-icescr-2/document.yaml');
      expect(said).toContain('document.yaml: release\n  expected a public key of minisign');
      expect(code).toBe(1);
    });
  });
});
