import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../pipeline/command-line/arguments.ts';
import { run } from '../../pipeline/command-line/stages.ts';
import { readChecksums } from '../../pipeline/publish/folder/checksums.ts';
import { removeFile } from '../../pipeline/publish/folder/removal.ts';
import { buildSite } from '../../site/build.ts';
import { edit, makeProject } from '../made-up-project.ts';
import { put } from '../nothing-lost/quick-swap.ts';
import { emptyFolder, filesOf, makeFolder, removeFolder } from '../publish/folder.ts';

const MINUTES = 300_000;
const PROJECT = process.cwd();
let project = '';
const build = (dist: string): Promise<number> =>
  buildSite({ output: join(project, 'output'), dist, url: '' });

/** What a folder may be replaced by does not depend on how much is published: a small document is. */
beforeAll(async () => {
  project = makeProject('family-of-tables');
  edit(project, 'sources/document/document.yaml', '\n', '\noutput: output\n');
  process.chdir(project);
  const request = readArguments(['update']);
  if (request.kind === 'run') await run(request.command, () => undefined, {});
  process.chdir(PROJECT);
}, MINUTES);

afterAll(() => removeFolder(project));

describe('the folder of the site', () => {
  let folder = '';
  let dist = '';

  beforeAll(async () => {
    folder = makeFolder();
    dist = join(folder, 'dist');
    await build(dist);
  }, MINUTES);

  afterAll(() => removeFolder(folder));

  it('has a list of all its files, and stands alone', () => {
    const listed = readChecksums(readFileSync(join(dist, 'SHA256SUMS'), 'utf8'));
    const found = new Map([...filesOf(dist)].filter(([path]) => path !== 'SHA256SUMS'));
    expect(listed).toEqual(new Map([...found].sort()));
    expect(found.has('download/datapackage.json')).toBe(true);
    expect(found.has('assets/site.js')).toBe(true);
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it(
    'is replaced by the next site, whole: what is no page any more goes',
    async () => {
      const before = filesOf(dist);
      await build(dist);
      expect(filesOf(dist)).toEqual(before);
      expect(readdirSync(folder)).toEqual(['dist']);
    },
    MINUTES,
  );

  it('is refused with a file of somebody else, wherever it is', async () => {
    const before = filesOf(dist);
    for (const path of ['mine.txt', 'en/mine.html', 'download/csv/mine.csv']) {
      put(dist, new Map([[path, 'mine']]));
      await expect(build(dist)).rejects.toThrow(
        `files of an earlier site, as its SHA256SUMS lists them, found ${path}`,
      );
      expect(readFileSync(join(dist, path), 'utf8')).toBe('mine');
      await removeFile(join(dist, path));
    }
    expect(filesOf(dist)).toEqual(before);
  });
});

describe('a folder that is no site', () => {
  it.each([
    ['with photos', ['cat.jpg', 'deep/dog.jpg']],
    ['with a site by somebody else', ['index.html', '404.html', 'sitemap.xml']],
  ])('%s is not emptied', async (_, paths) => {
    const dist = emptyFolder();
    put(dist, new Map(paths.map((path) => [path, 'mine'])));
    await expect(build(dist)).rejects.toThrow(
      'expected a folder that holds nothing but files of an earlier site',
    );
    expect([...filesOf(dist).keys()].sort()).toEqual([...paths].sort());
  });

  it('is refused when it is the output, the project, or a folder of it', async () => {
    const linked = join(emptyFolder(), 'linked');
    symlinkSync(process.cwd(), linked);
    for (const dist of ['output', '.', 'site', 'docs', 'sources/new', linked, join(linked, 'docs/new')])
      await expect(build(dist)).rejects.toThrow('expected a folder of its own, found ');
  });

  it('is refused when it is a file', async () => {
    const dist = join(emptyFolder(), 'dist');
    writeFileSync(dist, 'mine');
    await expect(build(dist)).rejects.toThrow('expected a folder, found a file in its place');
  });
});
