import { type Output, outputOf } from '../../pipeline/command-line/compare/output.ts';
import { compareVersions } from '../compare/version.ts';
import { git } from '../git/git.ts';
import { revisionFiles } from '../git/revision.ts';

/**
 * A release of the data is a tag of this name; `v0.1.0` would be one of the code. `series` is `data` for the document of
 * output/, and the name of any other.
 */
export function tagOf(version: string, series: string): string {
  return `${series}-v${version}`;
}

/** What git knows of the releases that the present revision follows. */
export interface History {
  /** What the tags of its releases begin with: `data` for `data-v0.1.0`. */
  readonly series: string;
  /** The commit that would be released. */
  readonly commit: string;
  /** Paths that differ from it, or that git does not know. */
  readonly changed: readonly string[];
  /** Versions that were released before it, the newest first. */
  readonly released: readonly string[];
  /** The commit that the tag of `version` names, if there is one. */
  readonly tagged: string | undefined;
}

/** Reads the history of the repository in `folder`; undefined when there is none. */
export function readHistory(folder: string, version: string, series: string): History | undefined {
  const commit = git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])?.toString().trim();
  const status = git(folder, ['status', '--porcelain', '-z', '--untracked-files=all']);
  if (commit === undefined || status === undefined) return undefined;
  const tags = git(folder, ['tag', '--list', tagOf('*', series), '--merged', 'HEAD'])?.toString() ?? '';
  const versions = tags
    .split('\n')
    .flatMap((tag) => /^\d+\.\d+\.\d+$/.exec(tag.slice(tagOf('', series).length))?.[0] ?? []);
  return {
    series,
    commit,
    changed: status
      .toString()
      .split('\0')
      .filter((entry) => entry !== '')
      .map((entry) => entry.slice(3)),
    released: versions.filter((each) => each !== version).sort((a, b) => compareVersions(b, a)),
    tagged: git(folder, ['rev-parse', '--verify', '--quiet', `refs/tags/${tagOf(version, series)}^{commit}`])
      ?.toString()
      .trim(),
  };
}

/** The output, in the folder `out`, of the newest release before this one; before the first there was nothing, which is version 0.0.0. */
export async function previousOutput(
  folder: string,
  { released, series }: History,
  next: Output,
  out: string,
): Promise<Output> {
  const [newest] = released;
  if (newest === undefined) {
    return {
      place: 'nothing',
      version: '0.0.0',
      about: next.about,
      tables: new Map(),
      documents: new Map(),
      otherFiles: [],
    };
  }
  const tag = tagOf(newest, series);
  return outputOf(await revisionFiles(folder, tag, out), tag);
}
