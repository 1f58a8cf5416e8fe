import type { Difference } from '../../pipeline/command-line/compare/difference.ts';
import type { Finding } from '../../pipeline/page/finding.ts';
import { allowedVersions } from '../compare/version.ts';
import { type History, tagOf } from './previous.ts';

/** All that decides whether there may be a release, as it stands in the repository. */
export interface Candidate {
  readonly history: History;
  /** What `document.yaml` says, and where it stands. */
  readonly declared: {
    readonly file: string;
    /** The folder that it is published in. */
    readonly out: string;
    readonly version: string;
    readonly created: string;
  };
  /** What the committed output says. */
  readonly published: { readonly version: string; readonly created: unknown };
  readonly difference: Difference;
  /** Files that are written from the rest: as they stand, and as they would be written. */
  readonly prepared: readonly { readonly file: string; readonly found: string; readonly expected: string }[];
}

/** Every reason that speaks against a release; none when it may be made. */
export function refusals(candidate: Candidate): readonly Finding[] {
  return [...treeRefusals(candidate), ...versionRefusals(candidate), ...preparedRefusals(candidate)];
}

/** What speaks against it in the versions alone; nothing else matters when the files are to be prepared. */
export function versionRefusals({ history, declared, published, difference }: Candidate): readonly Finding[] {
  const { file, out, version, created } = declared;
  const refuse = (expected: string, found: string, action: string): Finding => {
    return { kind: 'release', place: { file }, expected, found, action };
  };
  const allowed = allowedVersions(difference, difference.old.version);
  const isFirst = history.released.length === 0;
  const isTaken = history.tagged !== undefined && history.tagged !== history.commit;
  const wrongs: readonly (readonly [boolean, Finding])[] = [
    [
      published.version !== version || published.created !== created,
      refuse(
        `version ${published.version} of ${String(published.created)}, as ${out}/ has it`,
        `${version} of ${created}`,
        `build again (make) and commit ${out}/`,
      ),
    ],
    [
      isTaken,
      refuse(
        'a version that was not released',
        `${version}, which is ${tagOf(version, history.series)}`,
        'raise the version',
      ),
    ],
    [
      !isTaken && !isFirst && allowed.includes(difference.old.version),
      refuse(
        'a difference to the last release',
        `none to ${difference.old.version}`,
        'there is nothing to release',
      ),
    ],
    [
      !isTaken && !allowed.includes(version),
      refuse(
        `version ${allowed.join(' or ')}, by the difference to ${difference.old.place}`,
        version,
        `npm run diff -- ${difference.old.place} ${out}${out === 'output' ? '' : ` --output ${out}`} tells it`,
      ),
    ],
  ];
  return wrongs.filter(([isWrong]) => isWrong).map(([, finding]) => finding);
}

function treeRefusals({ history: { changed } }: Candidate): readonly Finding[] {
  const [first] = changed;
  if (first === undefined) return [];
  const more = changed.length > 1 ? ` and ${changed.length - 1} more` : '';
  return [
    {
      kind: 'release',
      place: { file: first },
      expected: 'a clean tree: what is released is a commit',
      found: `a file that differs from it${more}`,
      action: 'commit it or put it away',
    },
  ];
}

function preparedRefusals({ prepared }: Candidate): readonly Finding[] {
  return prepared
    .filter(({ found, expected }) => found !== expected)
    .map(({ file }) => ({
      kind: 'release',
      place: { file },
      expected: 'the file that belongs to this release',
      found: 'another one',
      action: 'npm run release -- --prepare writes it; commit it',
    }));
}
