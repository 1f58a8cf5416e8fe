import type { LockedPackage } from './packages.ts';

/** Licences that ask for no more than to be named: anything may be built with what is under them. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

/**
 * Licences that ask something of whoever passes a package on, changed or combined. We pass on none: they are fit for
 * tools that only the checks and the site's build use, and code under MIT may be run together with all of them. What is
 * drawn with a font under the OFL is not under it.
 */
const FOR_CHECKS: ReadonlySet<string> = new Set(['GPL-3.0-or-later', 'MPL-2.0', 'OFL-1.1']);

/** Whether a package may be used here: one of the licences it offers is allowed for what it is used for. */
export function isAllowed({ licence, isForChecks }: Pick<LockedPackage, 'licence' | 'isForChecks'>): boolean {
  const isKnown = (id: string): boolean => PERMISSIVE.has(id) || (isForChecks && FOR_CHECKS.has(id));
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((id) => isKnown(id.trim())));
}

/** The licences of all packages as a table for people; the same facts stand in the SBOM for machines. */
export function licencesMarkdown(packages: readonly LockedPackage[]): string {
  const rows = packages.map(
    ({ name, version, licence, isForChecks }) =>
      `| ${name} | ${version} | ${licence} | ${isForChecks ? 'checks' : 'data'} |`,
  );
  return [
    '# Licences of what this project is built with',
    '',
    'Nothing of it is in the data. Packages for `data` take part in making them, packages for `checks` in testing.',
    '',
    '| package | version | licence | for |',
    '|---|---|---|---|',
    ...new Set(rows),
    '',
  ].join('\n');
}
