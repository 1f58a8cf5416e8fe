import type { Files } from '../../pipeline/command-line/copy/files.ts';
import { fault } from '../../pipeline/page/finding.ts';
import { readZip } from '../archive/read-zip.ts';
import { git } from './git.ts';

/**
 * The files of an output as a revision of a repository has them: `HEAD~3`, a tag, a hash; `folder` is where the
 * repository holds it. Throws a SourceFault when there is no such revision, or when it has no such folder.
 */
export async function revisionFiles(repository: string, revision: string, folder = 'output'): Promise<Files> {
  const expected = 'a folder or a revision of this repository';
  const refuse = (found: string): Error =>
    fault({
      kind: 'revision',
      place: { file: revision },
      expected,
      found,
      action: `git log --oneline -- ${folder} lists the revisions`,
    });
  // What was typed is never taken for an option, and what git is asked for next is a hash and nothing else.
  const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const hash = git(repository, verify)?.toString().trim();
  if (hash === undefined) throw refuse('neither');
  const archive = git(repository, ['archive', '--format=zip', '-0', hash, '--', folder]);
  if (archive === undefined) throw refuse(`a revision without ${folder}/`);
  const files = await readZip(archive, revision);
  return new Map([...files].map(([path, bytes]) => [path.slice(folder.length + 1), bytes]));
}
