import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockedPackages } from '../../../release/supply/packages.ts';
import { fixed, writeSbom } from '../../../release/supply/sbom.ts';
import { emptyFolder } from '../../publish/folder.ts';

interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly version: number;
  readonly metadata: {
    readonly timestamp: string;
    readonly component: { readonly name: string; readonly 'bom-ref': string };
  };
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly type: string;
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly hashes: readonly { readonly alg: string; readonly content: string }[];
    readonly licenses: readonly object[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const CREATED = '2026-11-23T00:00:00Z';
const text = writeSbom('.', CREATED);
const bom: Bom = JSON.parse(text);

describe('the SBOM', () => {
  it('is the same from another folder, at another time', () => {
    const folder = join(emptyFolder(), 'elsewhere');
    for (const file of ['package.json', 'package-lock.json']) cpSync(file, join(folder, file));
    expect(writeSbom(folder, CREATED)).toBe(text);
  });

  it('has what CycloneDX 1.5 wants: format, version, serial number, time', () => {
    expect([bom.bomFormat, bom.specVersion, bom.version]).toEqual(['CycloneDX', '1.5', 1]);
    expect(bom.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    );
    expect(bom.metadata.timestamp).toBe(CREATED);
    expect(bom.metadata.component.name).toBe('kz-icescr-open-data');
  });

  it('lists every package of the lock once, with its version, address, licence and checksum', () => {
    const locked = lockedPackages(readFileSync('package-lock.json', 'utf8'));
    const expected = new Set(locked.map(({ name, version }) => `${name}@${version}`));
    expect(new Set(bom.components.map(({ name, version }) => `${name}@${version}`))).toEqual(expected);
    for (const { name, type, purl, version, hashes, licenses } of bom.components) {
      expect(type).toBe('library');
      expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`);
      expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/);
      expect(licenses, name).not.toEqual([]);
    }
  });

  it('refers to every package by a name of its own, and to nothing that it does not list', () => {
    const refs = bom.components.map((component) => component['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    const known = new Set([...refs, bom.metadata.component['bom-ref']]);
    expect(
      bom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !known.has(ref)),
    ).toEqual([]);
  });

  it('has another serial number when anything else is another', () => {
    const changed: Bom = JSON.parse(fixed({ ...bom, components: bom.components.slice(1) }, CREATED));
    expect(changed.serialNumber).not.toBe(bom.serialNumber);
    const later: Bom = JSON.parse(fixed(bom, '2027-01-01T00:00:00Z'));
    expect(later.serialNumber).not.toBe(bom.serialNumber);
  });

  it('is refused where there is no lock', () => {
    const folder = emptyFolder();
    // Without a package of its own, npm would look at the project's, which the folder is in.
    writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "version": "1.0.0" }');
    expect(() => writeSbom(folder, CREATED)).toThrow('expected an SBOM by npm');
  });
});
