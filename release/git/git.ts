import { spawnSync } from 'node:child_process';
import { fault } from '../../pipeline/page/finding.ts';

/** The most that git may print: a whole output, as it stands in a revision. */
const MOST_BYTES = 1024 ** 3;

/**
 * Runs git in a folder, without a shell, and gives what it prints; undefined when it fails.
 * Throws a SourceFault when there is no git.
 */
export function git(folder: string, words: readonly string[]): Buffer | undefined {
  const { error, status, stdout } = spawnSync('git', ['-C', folder, ...words], {
    maxBuffer: MOST_BYTES,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') {
    throw fault({ kind: 'revision', place: {}, expected: 'git', found: 'none', action: 'install it' });
  }
  if (error !== undefined) throw error;
  return status === 0 ? stdout : undefined;
}
