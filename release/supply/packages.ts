import { Ajv } from 'ajv';
import { fault } from '../../pipeline/page/finding.ts';

/** A package that this project is built with, as `package-lock.json` pins it. */
export interface LockedPackage {
  /** Where it is installed: `node_modules/ajv`; one name may stand at several places in several versions. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  /** Whether only the checks need it: it has no part in making the data. */
  readonly isForChecks: boolean;
  readonly hasInstallScript: boolean;
  /** Where it would be downloaded from; undefined leaves that to whoever installs. */
  readonly resolved: string | undefined;
  /** Checksum of what is downloaded, `sha512-...`. */
  readonly integrity: string | undefined;
}

interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

interface Entry {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
}

const isLock = new Ajv().compile<Lock>({
  type: 'object',
  required: ['lockfileVersion', 'packages'],
  properties: {
    lockfileVersion: { const: 3 },
    packages: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['version'],
        properties: {
          version: { type: 'string' },
          license: { type: 'string' },
          dev: { type: 'boolean' },
          devOptional: { type: 'boolean' },
          hasInstallScript: { type: 'boolean' },
          resolved: { type: 'string' },
          integrity: { type: 'string' },
        },
      },
    },
  },
});

const MODULES = 'node_modules/';

/** Packages that name their licence in the old form, `licenses`, which npm does not carry over into the lock file. */
const IN_OLD_FORM: ReadonlyMap<string, string> = new Map([['json-bignum', 'MIT']]);

/** Reads the packages of `package-lock.json`, in the order of their names. Throws a SourceFault when it is none. */
export function lockedPackages(text: string): readonly LockedPackage[] {
  const lock: unknown = JSON.parse(text);
  if (!isLock(lock)) {
    const place = { file: 'package-lock.json' };
    throw fault({ kind: 'release', place, expected: 'a lock file of version 3', found: 'another one' });
  }
  return Object.entries(lock.packages)
    .filter(([path]) => path.startsWith(MODULES))
    .map(([path, entry]) => ({ path, name: path.slice(path.lastIndexOf(MODULES) + MODULES.length), entry }))
    .map(({ path, name, entry }) => ({
      path,
      name,
      version: entry.version,
      licence: entry.license ?? IN_OLD_FORM.get(name) ?? 'unknown',
      isForChecks: entry.dev === true || entry.devOptional === true,
      hasInstallScript: entry.hasInstallScript === true,
      resolved: entry.resolved,
      integrity: entry.integrity,
    }));
}
