import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { diff } from '../../release/diff.ts';
import { removeFolder } from '../publish/folder.ts';
import { ranHere } from '../ran-here.ts';
import { hasGit, makeRepository, type Repository } from './repository.ts';

describe.skipIf(!hasGit())('npm run diff', { timeout: 300_000 }, () => {
  let repository: Repository;
  beforeAll(async () => {
    repository = await makeRepository();
    return () => removeFolder(repository.folder);
  });

  it('compares a revision with a folder, and writes the same as Markdown and JSON', async () => {
    const path = 'output/csv/orchard.csv';
    const before = readFileSync(join(repository.folder, path), 'utf8');
    repository.write(path, before.replace('name', 'label'));
    const descriptor = readFileSync(join(repository.folder, 'output/datapackage.json'), 'utf8');
    const [head, orchard = ''] = descriptor.split(/(?="path": "csv\/orchard.csv")/);
    repository.write(
      'output/datapackage.json',
      `${head}${orchard.replace('"name": "name"', '"name": "label"')}`,
    );

    const { code, said } = await repository.run(
      'npm run --silent diff -- HEAD output --markdown difference.md --json difference.json',
    );
    expect(code).toBe(0);
    expect(said).toContain(
      'HEAD (0.1.0) -> output (0.1.0)\n\norchard\n  column name renamed to label (major)\n',
    );
    expect(said).toContain('This is a major change: version 1.0.0 follows 0.1.0.');
    expect(readFileSync(join(repository.folder, 'difference.md'), 'utf8')).toContain(
      '- `orchard`\n  - column name renamed to label (major)',
    );
    const json: unknown = JSON.parse(readFileSync(join(repository.folder, 'difference.json'), 'utf8'));
    expect(json).toMatchObject({ old: '0.1.0', proposed: '1.0.0', changedTables: [{ table: 'orchard' }] });
  });

  it.each([
    [
      ['nowhere', 'output'],
      1,
      'nowhere: revision\n  expected a folder or a revision of this repository, found neither',
    ],
    [['sources', 'output'], 1, 'sources/datapackage.json: output\n  expected this file, found no such file'],
    [['HEAD', 'output', '--json', 'no/such/folder'], 1, 'no/such/folder: output\n  expected a folder'],
    [['HEAD'], 2, 'NEW is missing'],
  ])('says kindly what is wrong with %j', async (words, expected, message) => {
    const { code, err } = await ranHere(repository.folder, () => diff(words));
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at /m);
    expect(code).toBe(expected);
  });
});
