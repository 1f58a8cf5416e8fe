import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../pipeline/sha256.ts';
import { readZip } from '../../../release/archive/read-zip.ts';
import { compareOutputs } from '../../../release/compare/compare.ts';
import { type Edition, editionFiles, writeEdition } from '../../../release/edition/edition.ts';
import { document } from '../../project.ts';
import { emptyFolder, filesOf } from '../../publish/folder.ts';
import { output, table } from '../compare/outputs.ts';

const edition: Edition = {
  head: document.head,
  files: new Map([['csv/rain.csv', new Uint8Array(Buffer.from('place,mm\nA,1\n'))]]),
  difference: compareOutputs(output([]), output([table('rain', ['place'], [{ place: 'A', mm: '1' }])])),
  section: '## 0.1.0 (2026-11-23)\n\n- It rains.',
  packages: [],
  sbom: '{}\n',
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
