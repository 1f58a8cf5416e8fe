import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../pipeline/page/sha256.ts';
import { readZip } from '../../../release/archive/read-zip.ts';
import { compareOutputs } from '../../../release/compare/compare.ts';
import { datedHead } from '../../../release/edition/dated.ts';
import { type Edition, editionFiles, writeEdition } from '../../../release/edition/edition.ts';
import { requireKnownKey } from '../../../release/edition/signing.ts';
import { checkSignature, publicKeyOf, writePublicKey } from '../../../release/signature/minisign.ts';
import { lockedPackages } from '../../../release/supply/packages.ts';
import { document } from '../../project.ts';
import { emptyFolder, filesOf } from '../../publish/folder.ts';
import { output, table } from '../compare/outputs.ts';

const edition: Edition = {
  head: datedHead(document.head, 'document.yaml'),
  files: new Map([['csv/rain.csv', new Uint8Array(Buffer.from('place,mm\nA,1\n'))]]),
  difference: compareOutputs(output([]), output([table('rain', ['place'], [{ place: 'A', mm: '1' }])])),
  section: '## 0.1.0 (2026-11-23)\n\n- It rains.',
  packages: [],
  sbom: '{}\n',
  making: {
    commit: 'c'.repeat(40),
    source: { file: 'sources/rain/text-layer.txt', sha256: 'a'.repeat(64) },
    program: 'b'.repeat(64),
    command: 'npm run release',
    environment: { node: 'v20.0.0' },
  },
  key: undefined,
};
const archive = `${document.head.id}-${document.head.version}.zip`;

describe('a release', () => {
  it('is an archive, its difference, notes, licences, SBOM, metadata of a deposit, and their checksums', async () => {
    const out = join(emptyFolder(), 'release');
    await writeEdition(editionFiles(edition), out);
    const names = [
      '.zenodo.json',
      'LICENCES-THIRD-PARTY.md',
      'RELEASE-NOTES.md',
      'SHA256SUMS',
      'diff.json',
      archive,
      archive.replace('.zip', '.intoto.json'),
      `${document.head.id}-latest.json`,
      'sbom.cdx.json',
    ];
    expect(readdirSync(out).sort()).toEqual(names.sort());
    const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8').trim().split('\n');
    expect(sums).toHaveLength(names.length - 1);
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ');
      expect(sha256(readFileSync(join(out, name))), name).toBe(sum);
    }
    const packed = await readZip(readFileSync(join(out, archive)), archive);
    expect([...packed.keys()]).toEqual([`${document.head.id}-${document.head.version}/csv/rain.csv`]);
  });

  it('tells its version and archive in a file that has the same name in every release', () => {
    const later = { ...edition, head: { ...edition.head, version: '9.9.9' } };
    for (const each of [edition, later]) {
      const files = editionFiles(each);
      const told: unknown = JSON.parse(String(files.get(`${document.head.id}-latest.json`)));
      const name = `${document.head.id}-${each.head.version}`;
      const packed = Buffer.from(files.get(`${name}.zip`) ?? '');
      expect(told).toEqual({
        name: document.head.id,
        version: each.head.version,
        created: each.head.created,
        archive: `${name}.zip`,
        folder: name,
        bytes: packed.length,
        sha256: sha256(packed),
      });
    }
  });

  it('has the same bytes however often it is made', () => {
    const bytes = (): string[] =>
      [...editionFiles(edition)].map(([name, content]) => `${name} ${sha256(content)}`);
    expect(bytes()).toEqual(bytes());
  });

  it('has notes that say what changed and how to check it', () => {
    const notes = String(editionFiles(edition).get('RELEASE-NOTES.md'));
    expect(notes).toContain('## Changes\n\n- It rains.\n');
    expect(notes).toContain('sha256sum -c SHA256SUMS');
    expect(notes).toContain(sha256(editionFiles(edition).get(archive) ?? ''));
  });

  it('has a statement of its provenance in the form of in-toto and SLSA', () => {
    const packages = lockedPackages(readFileSync('package-lock.json', 'utf8'));
    const made = editionFiles({ ...edition, packages });
    const name = archive.replace('.zip', '');
    const statement: unknown = JSON.parse(String(made.get(`${name}.intoto.json`)));
    expect(statement).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [
        { name: archive, digest: { sha256: sha256(made.get(archive) ?? '') } },
        { name: `${name}/SHA256SUMS`, digest: { sha256: sha256('') } },
      ],
      predicateType: 'https://slsa.dev/provenance/v1',
      predicate: {
        buildDefinition: {
          externalParameters: { command: 'npm run release' },
          internalParameters: { environment: { node: 'v20.0.0' } },
          resolvedDependencies: expect.arrayContaining([
            { name: 'repository', digest: { gitCommit: 'c'.repeat(40) } },
            { name: 'sources/rain/text-layer.txt', digest: { sha256: 'a'.repeat(64) } },
            { name: 'program', digest: { sha256: 'b'.repeat(64) } },
            {
              uri: expect.stringMatching(/^pkg:npm\/ajv@\d/),
              digest: { sha512: expect.stringMatching(/^[0-9a-f]{128}$/) },
            },
            expect.objectContaining({ uri: expect.stringMatching(/^pkg:npm\/%40duckdb\/node-api@/) }),
          ]),
        },
        runDetails: { builder: { id: expect.any(String) } },
      },
    });
  });

  it('is signed by a key: the archive, the list of checksums in it, and the statement, each by its name', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const sums = new Uint8Array(Buffer.from('sums\n'));
    const made = editionFiles({ ...edition, files: new Map([['SHA256SUMS', sums]]), key: privateKey });
    const name = archive.replace('.zip', '');
    const signed = (signature: string, bytes: Uint8Array | string | undefined) =>
      checkSignature(String(made.get(signature)), Buffer.from(bytes ?? ''), publicKeyOf(privateKey));
    expect(signed(`${name}.zip.minisig`, made.get(archive))).toMatchObject({
      kind: 'signed',
      comment: archive,
    });
    expect(signed(`${name}.minisig`, sums)).toMatchObject({ comment: `${name}/SHA256SUMS` });
    expect(signed(`${name}.intoto.json.minisig`, made.get(`${name}.intoto.json`))).toMatchObject({
      comment: `${name}.intoto.json`,
    });
    expect(String(made.get('RELEASE-NOTES.md'))).toContain(`minisign -V -p release.pub -m ${archive}`);
    expect(String(editionFiles(edition).get('RELEASE-NOTES.md'))).toContain('It is not signed');
  });

  it.each([
    [
      'signed by a key that the repository does not name',
      '',
      true,
      'found no such file; npm run release -- --prepare --sign KEY',
    ],
    ['signed by another key than it names', 'other', true, 'found another key'],
    ['not signed though it names a key', 'own', false, 'expected a release signed by this key, found no key'],
    ['not signed, and nobody has a key', '', false, ''],
    ['signed by the key that it names', 'own', true, ''],
  ])('that is %s', (_, named, isSigned, says) => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const other = generateKeyPairSync('ed25519').privateKey;
    const key = named === 'own' ? privateKey : other;
    const committed = named === '' ? '' : writePublicKey(publicKeyOf(key));
    const check = () => requireKnownKey(committed, isSigned ? privateKey : undefined);
    if (says === '') check();
    else expect(check).toThrow(says);
  });

  it('takes the place of an earlier one as a whole', async () => {
    const out = join(emptyFolder(), 'release');
    await writeEdition(editionFiles(edition), out);
    await writeEdition(new Map([['only', 'this']]), out);
    expect(readdirSync(out).sort()).toEqual(['SHA256SUMS', 'only']);
  });

  it('never takes the place of files that are not its own', async () => {
    const out = join(emptyFolder(), 'mine');
    mkdirSync(out);
    writeFileSync(join(out, 'thesis.txt'), 'mine');
    await expect(writeEdition(editionFiles(edition), out)).rejects.toThrow('thesis.txt');
    expect(readdirSync(out)).toEqual(['thesis.txt']);
  });

  it('leaves the earlier one whole, and nothing else, when it cannot be written', async () => {
    const folder = emptyFolder();
    const out = join(folder, 'release');
    await writeEdition(editionFiles(edition), out);
    const before = filesOf(out);
    const broken = new Map([
      ['first', 'written'],
      ['no/such/folder', 'refused'],
    ]);
    await expect(writeEdition(broken, out)).rejects.toThrow('expected a folder in which files can be made');
    expect(filesOf(out)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['release']);
    expect(existsSync(join(out, 'first'))).toBe(false);
  });
});
