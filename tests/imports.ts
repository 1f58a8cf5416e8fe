import { dirname, join, normalize } from 'node:path';

/** A file of the engine: its path under pipeline/, and its text. */
export interface CodeFile {
  readonly path: string;
  readonly text: string;
}

/** One file that imports another; a type counts like a value. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/**
 * The layers, from the ground up: a file imports from its own layer and from those before it. `build.ts` puts the stages in their order for the commands; `cli.ts` is on top.
 */
export const LAYERS: readonly string[] = [
  'page',
  'locale',
  'jurisdiction',
  'identities',
  'template',
  'extract',
  'normalise',
  'validate',
  'publish',
  'build.ts',
  'command-line',
  'cli.ts',
];

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*(['"])(\.\.?\/[^'"\n]+)\1/g;

/** All imports among the files, also those of types and those at run time, each once. */
export function importsOf(files: readonly CodeFile[]): readonly Import[] {
  const known = new Set(files.map(({ path }) => path));
  return files.flatMap(({ path, text }) => {
    const targets = [...text.matchAll(IMPORT)].map(([, , target = '']) =>
      normalize(join(dirname(path), target)),
    );
    return [...new Set(targets)].filter((to) => known.has(to)).map((to) => ({ from: path, to }));
  });
}

/** The imports that go up, or from or to a file that is in no layer: `page/a.ts -> locale/b.ts`. */
export function upwardImports(imports: readonly Import[]): readonly string[] {
  return imports
    .filter(({ from, to }) => {
      const [one, other] = [layerOf(from), layerOf(to)];
      if (one < 0 || other < 0) return true;
      return folderOf(from) !== folderOf(to) && other >= one;
    })
    .map(({ from, to }) => `${from} -> ${to}`);
}

function folderOf(path: string): string {
  return path.split('/', 1)[0] ?? path;
}

function layerOf(path: string): number {
  return LAYERS.indexOf(folderOf(path));
}

/** One circle for each file that is first reached again by way of others, as the way around: `a.ts -> b.ts -> a.ts`. */
export function circlesOf(imports: readonly Import[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) circles.push([...way.slice(at), path].join(' -> '));
    if (at >= 0 || done.has(path)) return;
    for (const to of next.get(path) ?? []) walk(to, [...way, path]);
    done.add(path);
  };
  for (const path of next.keys()) walk(path, []);
  return circles;
}
