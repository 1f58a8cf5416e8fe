import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Files, folderFiles } from '../../../pipeline/command-line/copy/files.ts';
import { SourceFault } from '../../../pipeline/page/finding.ts';
import { revisionFiles } from '../../../release/git/revision.ts';
import { removeFolder } from '../../publish/folder.ts';
import { hasGit, makeRepository, type Repository } from '../repository.ts';

describe.skipIf(!hasGit())('the output of a revision', () => {
  let repository: Repository;
  let committed: Files = new Map();
  beforeAll(async () => {
    repository = await makeRepository();
    committed = folderFiles(join(repository.folder, 'output'));
    repository.git('tag', 'whole');
    repository.git('rm', '-r', '--quiet', 'output');
    repository.commit('No output');
    repository.git('commit', '--allow-empty', '--quiet', '--message', 'None either');
    return () => removeFolder(repository.folder);
  });

  it('is what was committed, byte for byte, whatever stands there now', async () => {
    for (const revision of ['HEAD~2', 'whole', repository.git('rev-parse', 'whole').trim()]) {
      const files = await revisionFiles(repository.folder, revision);
      expect([...files.keys()]).toEqual([...committed.keys()]);
      for (const [path, bytes] of committed) {
        expect(Buffer.compare(Buffer.from(bytes), Buffer.from(files.get(path) ?? '')), path).toBe(0);
      }
    }
  });

  it.each([
    ['nowhere', 'neither'],
    ['--output=evil', 'neither'],
    ['-n', 'neither'],
    ['HEAD; touch evil', 'neither'],
    ['$(touch evil)', 'neither'],
    ['HEAD:output', 'neither'],
    ['', 'neither'],
    ['HEAD~1', 'a revision without output/'],
  ])('named %j is refused kindly', async (revision, found) => {
    const reading = revisionFiles(repository.folder, revision);
    await expect(reading).rejects.toThrow(SourceFault);
    await expect(reading).rejects.toThrow(
      `expected a folder or a revision of this repository, found ${found}`,
    );
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});
