import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAllowed, licencesMarkdown } from '../../../release/supply/licences.ts';
import { type LockedPackage, lockedPackages } from '../../../release/supply/packages.ts';

const lock = readFileSync('package-lock.json', 'utf8');
const packages = lockedPackages(lock);

/** Packages that bring an install script and work without it, each with the reason why. */
const WORK_WITHOUT_SCRIPT: Readonly<Record<string, string>> = {
  esbuild: 'its script only replaces a launcher by the binary, which is a package of its own (@esbuild/...)',
};

describe('the packages that this project is built with', () => {
  it('are all pinned, with their checksums', () => {
    expect(packages.length).toBeGreaterThan(50);
    expect(packages.filter(({ integrity }) => !/^sha512-/.test(integrity ?? ''))).toEqual([]);
    const {
      dependencies,
      devDependencies,
    }: Record<string, Record<string, string>> = JSON.parse(readFileSync('package.json', 'utf8'));
    const versions = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('come from whatever registry npm is set up with: none is named', () => {
    expect(packages.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(/"resolved"|registry\./.test(lock)).toBe(false);
  });

  it('need no install script, and those that have one are listed with a reason', () => {
    const scripted = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    expect([...new Set(scripted)].sort()).toEqual(Object.keys(WORK_WITHOUT_SCRIPT).sort());
    expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true');
  });

  it('have licences that allow what they are used for', () => {
    expect(
      packages.filter((each) => !isAllowed(each)).map(({ name, licence }) => `${name}: ${licence}`),
    ).toEqual([]);
  });

  it('say in their own package.json what the lock says of their licence', () => {
    const installed = packages.filter(({ path }) => existsSync(join(path, 'package.json')));
    expect(installed.length).toBeGreaterThan(30);
    for (const { path, name, licence, version } of installed) {
      const own: { version?: string; license?: string; licenses?: { type: string }[] } = JSON.parse(
        readFileSync(join(path, 'package.json'), 'utf8'),
      );
      expect([name, own.version, own.license ?? own.licenses?.[0]?.type]).toEqual([name, version, licence]);
    }
  });
});

describe('a licence', () => {
  it.each([
    ['MIT', true, true],
    ['(MIT OR GPL-3.0-only)', true, true],
    ['MIT AND GPL-3.0-only', false, false],
    ['Apache-2.0 AND MIT', true, true],
    ['MPL-2.0', false, true],
    ['MIT AND OFL-1.1', false, true],
    ['GPL-3.0-or-later', false, true],
    ['AGPL-3.0-only', false, false],
    ['SEE LICENSE IN LICENSE.md', false, false],
    ['unknown', false, false],
  ])('%s is fit for the data: %s, for checks: %s', (licence, forData, forChecks) => {
    expect(isAllowed({ licence, isForChecks: false })).toBe(forData);
    expect(isAllowed({ licence, isForChecks: true })).toBe(forChecks);
  });

  it('is listed for each package once', () => {
    const ajv: LockedPackage = {
      path: 'node_modules/ajv',
      name: 'ajv',
      version: '8.0.0',
      licence: 'MIT',
      isForChecks: false,
      hasInstallScript: false,
      resolved: undefined,
      integrity: undefined,
    };
    const list = licencesMarkdown([ajv, { ...ajv, path: 'node_modules/x/node_modules/ajv' }]);
    expect(list.match(/\| ajv \| 8\.0\.0 \| MIT \| data \|/g)).toHaveLength(1);
    expect(licencesMarkdown(packages)).toContain('| apache-arrow |');
  });
});

describe('a lock file', () => {
  it('of another version is refused', () => {
    expect(() => lockedPackages('{"lockfileVersion": 1, "packages": {}}')).toThrow(
      'expected a lock file of version 3',
    );
  });
});
