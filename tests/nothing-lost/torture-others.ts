import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeFile } from '../../pipeline/publish/folder/removal.ts';
import { publish } from '../../pipeline/publish/publish.ts';
import { edit, makeProject } from '../made-up-project.ts';
import { removeFolder } from '../publish/folder.ts';
import { swapWhileFoldersComeAndGo } from './coming-and-going.ts';
import { CLI, start } from './programs.ts';
import { listed, put } from './quick-swap.ts';
import { smallPublication } from './small-publication.ts';

const WORDS = 'Three months of work.\n';

/**
 * The files of others (B1 to B5): each must be there, as it was, after every build, swap, regeneration and site that
 * was pointed at its folder. Throws when one is not.
 */
export async function tortureFilesOfOthers(times: number, tell: (text: string) => void): Promise<void> {
  const folder = makeProject('family-of-tables');
  try {
    const swaps = await swapWhileFoldersComeAndGo(join(folder, 'swapped'), times);
    tell(`${times} swaps while folders come and go: ${swaps.swapped} done, ${swaps.refused} refused`);
    const built = await swapWhileFoldersComeAndGo(
      join(folder, 'published'),
      times,
      (out, version, swapping) => {
        const step = (name: string): void => (name === 'swap' ? swapping?.() : undefined);
        return publish(smallPublication(version), out, { step }).then(() => undefined);
      },
    );
    tell(`${times} small builds while folders come and go: ${built.swapped} done, ${built.refused} refused`);
    await arrivals(folder, Math.ceil(times / 20), tell);
    await foreign(folder, tell);
  } finally {
    await removeFolder(folder);
  }
}

/** Puts a file into the output at random moments of a whole build. */
async function arrivals(folder: string, times: number, tell: (text: string) => void): Promise<void> {
  const file = join(folder, 'output/csv/my-notes.txt');
  const build = (): ReturnType<typeof start> => start(CLI, ['build', '--quiet'], { folder });
  const begun = performance.now();
  await build();
  const usual = performance.now() - begun;
  let refused = 0;
  for (let time = 0; time < times; time += 1) {
    let hasArrived = false;
    const arrive = (): void => {
      // Between the two renames there is no folder: then the file comes too late.
      if (!existsSync(dirname(file))) return;
      writeFileSync(file, WORDS);
      hasArrived = true;
    };
    const timer = setTimeout(arrive, (usual * 1.1 * (time + 0.5)) / times);
    const { code, err } = await build();
    clearTimeout(timer);
    if (code !== 0 && !err.includes('files of an earlier build')) throw new Error(err);
    if (code !== 0) refused += 1;
    if (!hasArrived) continue;
    if (!existsSync(file) || readFileSync(file, 'utf8') !== WORDS) throw new Error(`a file is gone: ${err}`);
    await removeFile(file);
  }
  tell(`${times} builds into which a file came at any moment: ${refused} refused, none lost`);
}

/** Folders and files that are somebody else's, for every command that takes a folder to write into. */
async function foreign(folder: string, tell: (text: string) => void): Promise<void> {
  edit(
    folder,
    'sources/document/document.yaml',
    'id:',
    `register:\n  url: http://127.0.0.1:9/report\n  origins: ["http://127.0.0.1:9"]\n  media_types: [text/plain]\n  most_megabytes: 1\nid:`,
  );
  const theses: readonly (readonly [string, ReadonlyMap<string, string>])[] = [
    ['plain', new Map([['thesis.txt', WORDS]])],
    ['listed', listed(new Map([['thesis.txt', WORDS]]))],
    [
      'described',
      listed(
        new Map([
          ['thesis.txt', WORDS],
          ['datapackage.json', '{}'],
          ['index.html', WORDS],
        ]),
      ),
    ],
  ];
  for (const [name, files] of theses) {
    const thesis = join(folder, name);
    put(thesis, files);
    const runs = [
      await start(CLI, ['build', '--quiet', '--out', name], { folder }),
      await start('release/start.mjs', ['regenerate', '--out', name], { folder }),
      await start('site/build.ts', ['--dist', thesis]),
    ];
    for (const [path, text] of files)
      if (readFileSync(join(thesis, path), 'utf8') !== text) throw new Error(`${path} of ${name} is gone`);
    for (const { code } of runs) if (code === 0) throw new Error(`${name} was taken for ours`);
  }
  for (const name of ['package', 'README']) {
    const files = ['json', 'md'].map((ending) => join(folder, `${name}.${ending}`));
    for (const file of files) writeFileSync(file, WORDS);
    const { code } = await start('release/start.mjs', ['regenerate', '--out', name], { folder });
    if (code !== 1 || files.some((file) => readFileSync(file, 'utf8') !== WORDS))
      throw new Error(`${name}: ${code}`);
  }
  tell('folders and files of others stay, whatever a build, a regeneration and a site are told');
}
