import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SourceFault } from '../../pipeline/page/finding.ts';
import { siteBuildOf } from '../../site/build.ts';
import { readPackage } from '../../site/catalogue/package.ts';
import { reportIsThere } from '../report.ts';

describe('the command that builds the site', () => {
  it('takes the published folder, the place of the site, and its address', () => {
    expect(siteBuildOf([])).toEqual({ output: undefined, dist: 'site/dist', url: '' });
    expect(siteBuildOf(['--url', 'https://example.org/data/', '--dist', 'x'])).toMatchObject({
      dist: 'x',
      url: 'https://example.org/data/',
    });
  });

  it('builds for publishing only where it is told the address', () => {
    expect(siteBuildOf(['--publish'])).toContain('--url https://example.org/data/');
    expect(siteBuildOf(['--publish', '--url', 'https://example.org/data/'])).toMatchObject({
      url: 'https://example.org/data/',
    });
  });

  it('refuses options and addresses that it does not know, and says what it takes', () => {
    for (const wrong of [['--urls', 'x'], ['extra']]) expect(siteBuildOf(wrong)).toMatch(/^usage: /);
    for (const url of [
      'example.org',
      'https://example.org/data',
      'ftp://example.org/',
      'javascript:alert(1)/',
    ])
      expect(siteBuildOf(['--url', url])).toContain(`found "${url}"`);
  });
});

describe('reading the published folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('says what is missing or wrong in it', () => {
    expect(() => readPackage(join(folder, 'nowhere'))).toThrow(SourceFault);
    expect(() => readPackage(folder)).toThrow(
      /datapackage\.json: file\n {2}expected a built output, found no such file; run make/,
    );
    writeFileSync(join(folder, 'datapackage.json'), '{"name": "x"}');
    expect(() => readPackage(folder)).toThrow(
      /expected a data package, found must have required property 'title'/,
    );
  });

  it.runIf(reportIsThere)('knows every file by its size and hash, as the checksums of the folder do', () => {
    const { tables, others, database } = readPackage('output');
    const files = [...[...tables.values()].flatMap(({ downloads }) => downloads), ...others, database];
    expect(files.filter(({ bytes, sha256 }) => bytes <= 0 || !/^[0-9a-f]{64}$/.test(sha256))).toEqual([]);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    for (const { downloads, name } of tables.values())
      expect(
        downloads.map(({ format }) => format),
        name,
      ).toEqual(['csv', 'json', 'parquet', 'arrow']);
  });
});
