import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readTask } from '../../pipeline/command-line/reading.ts';
import { type Outside, passesChecks, releaseCommand } from '../../release/release.ts';
import { writeSbom } from '../../release/supply/sbom.ts';
import { verify } from '../../release/verify.ts';
import { emptyFolder, filesOf, removeFolder } from '../publish/folder.ts';
import { ranHere } from '../ran-here.ts';
import {
  FAILING,
  hasGit,
  makeRepository,
  type Ran,
  type Repository,
  registry,
  smallOutput,
  writeOutput,
} from './repository.ts';
import { published, startHere } from './verify/copies.ts';
import { orchardProject, orchards } from './verify/orchards.ts';

/** What the README shows starts npm and make, which take their time on a busy machine. */
const PATIENCE = { timeout: 300_000 };

/** The bill of materials by its day: all these releases are of the same packages. */
const sboms = new Map<string, string>();

/** A registry that knows nothing against a package, checks that pass, one bill of materials, and DuckDB in this process. */
const QUIET: Outside = {
  audit: async () => ({ kind: 'clean' }),
  checks: () => {
    console.log('1 passed, 0 failed');
    return true;
  },
  sbom: (created) => {
    const known = sboms.get(created) ?? writeSbom('.', created);
    sboms.set(created, known);
    return known;
  },
  start: startHere,
};

describe.skipIf(!hasGit())('npm run release', PATIENCE, () => {
  let repository: Repository;
  /** What stands in build/. */
  const built = (): readonly string[] => {
    const build = join(repository.folder, 'build');
    return existsSync(build) ? readdirSync(build) : [];
  };
  const ran = async (command: () => Promise<number>): Promise<Ran> => {
    const { code, out, err } = await ranHere(repository.folder, command);
    return { code, said: `${out}${err}` };
  };
  const release = (words: readonly string[], outside: Partial<Outside> = {}): Promise<Ran> =>
    ran(() => releaseCommand(words, { ...QUIET, ...outside }));
  const verifies = (...words: readonly string[]): Promise<Ran> =>
    ran(() => verify(words, { read: readTask, start: startHere }));
  beforeAll(async () => {
    repository = await makeRepository();
    writeOutput(repository, await smallOutput('0.0.9'));
    repository.commit('The output of an earlier release');
    repository.git('tag', 'earlier');
    writeOutput(repository, await smallOutput('0.1.0'));
    repository.commit('The output of today');
    repository.git('tag', 'today');
    return () => removeFolder(repository.folder);
  });
  beforeEach(async () => {
    repository.git('reset', '--quiet', '--hard', 'today');
    repository.git('clean', '--quiet', '--force');
    for (const tag of repository.git('tag', '--list', 'data-*').split('\n').filter(Boolean))
      repository.git('tag', '--delete', tag);
    for (const name of built()) rmSync(join(repository.folder, 'build', name), { recursive: true });
  });

  it('makes the first release, the same bytes each time and in each time zone, and a downloader can verify it', async () => {
    const first = await release(['--out', 'build/one']);
    expect(first.said).toContain('npm audit: no known vulnerability');
    expect(first.said).toContain('1 passed, 0 failed');
    expect(first.code).toBe(0);
    vi.stubEnv('TZ', 'Asia/Kathmandu');
    const second = await release(['--out', 'build/two']);
    vi.unstubAllEnvs();
    expect(second.code).toBe(0);
    const [one, two] = ['one', 'two'].map((out) => filesOf(join(repository.folder, 'build', out)));
    expect(one?.size).toBe(9);
    expect(first.said).toContain('NOT SIGNED');
    expect(two).toEqual(one);
    const verified = await verifies('build/one/kz-icescr-2-0.1.0.zip');
    expect(verified.said).toContain('build/one/kz-icescr-2-0.1.0.zip: kz-icescr-2 0.1.0');
    expect(verified.code).toBe(0);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('is signed by a key whose public half is committed, and by no other then', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const passphrase = 'correct horse';
    const key = join(emptyFolder(), 'key.pem');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase });
    writeFileSync(key, pem);
    vi.stubEnv('RELEASE_KEY_PASSPHRASE', passphrase);
    onTestFinished(() => void vi.unstubAllEnvs());
    const unknown = await release(['--out', 'build/signed', '--sign', key]);
    expect(unknown.said).toContain(
      'release.pub: release\n  expected the public key of the one that signs, found no such file',
    );
    const prepared = await release(['--prepare', '--sign', key]);
    expect(prepared.said).toContain('data 0.1.0: release.pub written');
    repository.commit('The public key');
    const unsigned = await release(['--out', 'build/signed']);
    expect(unsigned.said).toContain(
      'release.pub: release\n  expected a release signed by this key, found no key',
    );
    expect([unknown.code, unsigned.code]).toEqual([1, 1]);
    const signed = await release(['--out', 'build/signed', '--sign', key]);
    expect(signed.said).toMatch(/signed by [0-9A-F]{16}/);
    expect(signed.said).not.toContain(passphrase);
    expect(signed.code).toBe(0);
    const archive = 'build/signed/kz-icescr-2-0.1.0.zip';
    const verified = await verifies(archive, '--key', 'release.pub');
    expect(verified.said).toMatch(
      /signed by [0-9A-F]{16} \(build\/signed\/kz-icescr-2-0\.1\.0\.zip\.minisig\)/,
    );
    expect(verified.code).toBe(0);
  });

  it('tells the difference to the last release, in the changelog, the notes and a file', async () => {
    repository.git('tag', 'data-v0.0.9', 'earlier');
    const refused = await release([]);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('CHANGELOG.md: release\n  expected the file that belongs to this release');

    const prepared = await release(['--prepare']);
    expect(prepared.said).toContain('data 0.1.0: CHANGELOG.md written');
    expect(prepared.said).toContain('This is a minor change: version 0.1.0 follows 0.0.9.');
    repository.commit('Data 0.1.0');

    const { code, said } = await release(['--out', 'build/three']);
    expect(said).toContain('to publish it: git tag data-v0.1.0');
    expect(code).toBe(0);
    const read = (name: string): string => readFileSync(join(repository.folder, 'build/three', name), 'utf8');
    expect(JSON.parse(read('diff.json'))).toMatchObject({
      old: '0.0.9',
      next: '0.1.0',
      addedTables: [{ table: 'kind', primaryKey: ['kind'], rows: 5 }],
    });
    for (const text of [
      read('RELEASE-NOTES.md'),
      readFileSync(join(repository.folder, 'CHANGELOG.md'), 'utf8'),
    ]) {
      expect(text).toContain('### Difference from 0.0.9');
      expect(text).toContain('table kind added, with 5 rows (minor)');
    }
  });

  it('is refused, with every reason and before a check is run, and writes nothing', async () => {
    repository.git('tag', 'data-v0.0.9', 'earlier');
    repository.write('README.md', 'not committed');
    const head = readFileSync(join(repository.folder, 'sources/kz-icescr-2/document.yaml'), 'utf8');
    repository.write('sources/kz-icescr-2/document.yaml', head.replace('version: 0.1.0', 'version: 0.0.10'));
    const { code, said } = await release([]);
    expect(code).toBe(1);
    expect(said).toContain('expected a clean tree');
    expect(said).toContain('expected version 0.1.0 of 2020-01-01T00:00:00Z, as output/ has it');
    expect(said).toContain('expected version 0.1.0 or 1.0.0, by the difference to data-v0.0.9, found 0.0.10');
    expect(said).not.toContain('1 passed');
    expect(said).not.toMatch(/^\s+at /m);
    expect(built()).toEqual([]);
  });

  it.each([
    [
      'a check fails',
      (): void => repository.write('Makefile', FAILING),
      'expected make test to pass, found a check that fails',
    ],
    [
      'the output was tampered with',
      (): void => repository.write('output/json/orchard.json', '[]\n'),
      'json/orchard.json: file\n  expected sha256',
    ],
  ])('is refused when %s', async (_, spoil, reason) => {
    spoil();
    repository.commit('Spoilt');
    const { code, said } = await release(['--out', 'build/spoilt'], { checks: () => passesChecks('ignore') });
    expect(said).toContain(reason);
    expect(code).toBe(1);
    expect(built()).toEqual([]);
  });

  it('is refused when the registry warns of a package, and says so when no registry answers', async () => {
    const warned = await release(['--out', 'build/warned'], {
      audit: async () => ({ kind: 'vulnerable', packages: ['ajv (high)'] }),
    });
    expect(warned.said).toContain(
      'package-lock.json: release\n  expected no known vulnerability, found ajv (high)',
    );
    expect(warned.code).toBe(1);
    const alone = await release(['--out', 'build/alone'], {
      audit: async () => ({ kind: 'unanswered', reason: '405 nothing here' }),
    });
    expect(alone.said).toContain('npm audit: NOT CHECKED, the registry did not answer (405 nothing here)');
    expect(alone.code).toBe(0);
  });

  it('is made of one of several documents by its name, with tags and a folder of its own', async () => {
    const made = await published(await orchards('second'));
    for (const [path, text] of orchardProject('second')) repository.write(path, text);
    for (const [path, bytes] of made) repository.write(`outputs/second/${path}`, bytes);
    repository.commit('A second document');
    const unnamed = await release([]);
    expect([unnamed.code, unnamed.said]).toEqual([1, expect.stringContaining('name one with --document')]);
    const prepared = await release(['--document', 'second', '--prepare']);
    expect(prepared.said).toContain('follows 0.0.0');
    expect(prepared.code).toBe(0);
    repository.git('add', '--all');
    if (repository.git('status', '--porcelain') !== '') repository.commit('Prepared');
    const { code, said } = await release(['--document', 'second']);
    expect(said).toContain('git tag second-v');
    expect(code).toBe(0);
    expect(existsSync(join(repository.folder, 'build/release-second/second-0.1.0.zip'))).toBe(true);
  });

  it('works as the README walks through it, and prints what the README shows', async () => {
    const section =
      /^## Make a release\n([\s\S]*?)(?=^## )/m.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
    const blocks = [...section.matchAll(/^ {3}```console\n([\s\S]*?)^ {3}```/gm)].map(([, block = '']) =>
      block.replace(/^ {3}/gm, ''),
    );
    const steps = blocks.flatMap((block) => block.split(/^(?=\$ )/m));
    expect(steps.length).toBeGreaterThan(3);
    const silent = await registry(200, {});
    for (const step of steps) {
      const [command = '', ...shown] = step.trim().split('\n');
      const { code, said } = await repository.run(withoutNpm(command.slice(2)), silent);
      expect(code, said).toBe(0);
      const lines = new Set(said.split('\n').map(withoutNumbers));
      const missing = shown.filter((line) => line !== '...' && !lines.has(withoutNumbers(line)));
      expect(missing, `${command} printed\n${said}`).toEqual([]);
    }
  });
});

/** What npm runs for a command: to start npm takes longer than much of what it starts. */
function withoutNpm(command: string): string {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  return command.replace(
    /^npm run --silent (\w+)(?: --)?/,
    (_, name: string) => scripts[name] ?? expect.fail(name),
  );
}

/** The sizes and counts of another day are others; the words stay. */
function withoutNumbers(line: string): string {
  return line.replace(/\d+/g, 'N').trimEnd();
}
