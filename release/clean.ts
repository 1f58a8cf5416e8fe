#!/usr/bin/env -S npx tsx
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { STAGES } from '../pipeline/build.ts';
import { SITE } from '../pipeline/publish/folder/kinds.ts';
import { removeAnnounced, removeByChecksums } from '../pipeline/publish/folder/removal.ts';
import { lookAt } from '../pipeline/publish/folder/standing.ts';
import { keptFiles } from '../site/kept.ts';

/**
 * `make clean`: removes what can be made again, file by file as the lists of those who made it name them, and tells
 * what stays. output/ is published and node_modules/ is npm's; without the mark of the installation, `make`
 * installs again.
 */
const BUILD = resolve('build');
const DIST = resolve('site/dist');
const MADE = ['up-to-date', 'installed', 'test-report.json', 'floor.mjs'];

async function compiledFiles(): Promise<readonly string[]> {
  const folders = await readdir(join(BUILD, 'compiled')).catch(() => []);
  const files = folders.map(async (folder) => {
    const text = await readFile(join(BUILD, 'compiled', folder, 'files.json'), 'utf8').catch(() => '{}');
    const listed: object = JSON.parse(text);
    return [...Object.keys(listed), 'files.json'].map((name) => `compiled/${folder}/${name}`);
  });
  return (await Promise.all(files)).flat();
}

const stages = STAGES.slice(0, -1).map((stage) => `${stage}.json`);
const names = new Set([...stages, ...MADE, ...(await compiledFiles()), ...keptFiles(BUILD)]);
const left = (await removeAnnounced(BUILD, names))
  .filter((path) => path !== '.')
  .map((path) => `build/${path}`);
const site = await lookAt(DIST, SITE);
if (site.kind === 'ours') left.push(...(await removeByChecksums(DIST)).map((path) => `site/dist/${path}`));
else if (site.kind === 'foreign') left.push(`site/dist: ${site.found}`);
const [first] = left;
if (first !== undefined)
  console.log(`not removed, because no list names it: ${first} and what else is there`);
