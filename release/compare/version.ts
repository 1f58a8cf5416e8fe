import type { Difference } from '../../pipeline/command-line/compare/difference.ts';
import { changesOf, LEVELS, type Level, levelOf } from './changes.ts';

/** The version that a difference asks for: `0.1.0` and new rows make `0.2.0`; without a difference, the old one. */
export function proposedVersion(difference: Difference, oldVersion: string): string {
  return raised(oldVersion, levelOf(changesOf(difference)));
}

/**
 * Versions that a difference may go by: the proposed one, or that of a greater change, because a release may
 * promise less than it keeps; never one that hides a change, and none that skips a number.
 */
export function allowedVersions(difference: Difference, oldVersion: string): readonly string[] {
  const level = levelOf(changesOf(difference));
  if (level === 'none') return [oldVersion];
  return LEVELS.slice(LEVELS.indexOf(level)).map((each) => raised(oldVersion, each));
}

/** The order of two versions: negative when the first is the older one. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  return left.map((part, at) => part - (right[at] ?? 0)).find((order) => order !== 0) ?? 0;
}

function raised(version: string, level: Level): string {
  const [major = 0, minor = 0, patch = 0] = partsOf(version);
  const versions: Readonly<Record<Level, string>> = {
    major: `${major + 1}.0.0`,
    minor: `${major}.${minor + 1}.0`,
    patch: `${major}.${minor}.${patch + 1}`,
    none: version,
  };
  return versions[level];
}

function partsOf(version: string): readonly number[] {
  return version.split('.').map(Number);
}
