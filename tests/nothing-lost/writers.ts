import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { sha256 } from '../../pipeline/page/sha256.ts';
import { CHECKSUMS, readChecksums } from '../../pipeline/publish/folder/checksums.ts';
import { filesOf } from '../publish/folder.ts';
import { CLI, type Ended, start } from './programs.ts';

/** A command that writes, in a project of its own. */
export interface Writer {
  readonly name: string;
  /** Makes what the command reads differ from the last time, so that there is something to write. */
  readonly prepare: (turn: number) => void | Promise<void>;
  readonly run: (how: { readonly signal?: NodeJS.Signals; readonly killAfter?: number }) => Promise<Ended>;
  /** What is torn of what the command writes; undefined when all of it is whole, old or new. */
  readonly torn: () => string | undefined;
  /** Exit statuses of a run that nobody disturbs. */
  readonly good: readonly number[];
}

const RELEASE = 'release/start.mjs';

/** Every command that writes: in a small project, and for the site in a folder beside it. */
export function writersOf(folder: string, origin: string): readonly Writer[] {
  const at = (path: string): string => join(folder, path);
  const head = at('sources/document/document.yaml');
  const version = (turn: number): void => {
    const text = readFileSync(head, 'utf8');
    writeFileSync(head, text.replace(/^version: .*$/m, `version: 9.0.${turn}`));
  };
  const command =
    (program: string, ...words: readonly string[]): Writer['run'] =>
    (how) =>
      start(program, words, { folder, ...how });
  const stage = (name: string, ...before: readonly string[]): Writer => ({
    name,
    prepare: async (turn) => {
      version(turn);
      for (const each of before) await start(CLI, [each, '--quiet'], { folder });
    },
    run: command(CLI, name, '--quiet'),
    torn: () => tornJson(at(`build/${name}.json`)),
    good: [0],
  });
  const output = (name: string, out: string, ...words: readonly string[]): Writer => ({
    name,
    prepare: version,
    run: command(CLI, name, '--quiet', ...words),
    torn: () => tornFolder(at(out)),
    good: [0],
  });
  const register = `register:\n  url: ${origin}/report\n  origins: [${origin}]\n  media_types: [text/plain]\n  most_megabytes: 1\n`;
  writeFileSync(head, `${readFileSync(head, 'utf8')}${register}`);
  mkdirSync(at('build'), { recursive: true });
  return [
    output('update', 'output'),
    output('build', 'built', '--out', 'built'),
    stage('extract'),
    stage('normalise', 'extract'),
    stage('validate', 'extract', 'normalise'),
    {
      ...output('publish', 'published', '--out', 'published'),
      prepare: async (turn) => {
        version(turn);
        for (const each of ['extract', 'normalise', 'validate'])
          await start(CLI, [each, '--quiet'], { folder });
      },
    },
    {
      name: 'fetch',
      prepare: () => undefined,
      run: command(RELEASE, 'fetch'),
      torn: () => tornSnapshots(at('sources/document/snapshots')),
      good: [0],
    },
    {
      name: 'regenerate',
      prepare: () => undefined,
      run: command(RELEASE, 'regenerate'),
      torn: () => tornFolder(at('build/regenerated')) ?? tornReviews(at('build/regenerated')),
      good: [0, 10],
    },
    {
      name: 'verify',
      prepare: () => undefined,
      run: command(RELEASE, 'verify', 'output', '--json', 'verified.json'),
      torn: () => tornJson(at('verified.json')),
      good: [0, 1],
    },
    {
      name: 'diff',
      prepare: () => undefined,
      run: command(RELEASE, 'diff', 'output', 'built', '--json', 'difference.json'),
      torn: () => tornJson(at('difference.json')),
      good: [0],
    },
    {
      name: 'release (its files)',
      prepare: () => undefined,
      run: command('tests/nothing-lost/small-edition.ts', at('edition')),
      torn: () => tornFolder(at('edition')),
      good: [0],
    },
    {
      name: 'site',
      prepare: () => undefined,
      run: (how) => start('site/build.ts', ['--output', 'output', '--dist', at('dist')], how),
      torn: () => tornFolder(at('dist')),
      good: [0],
    },
  ];
}

/** A register that gives a text which is new each time, and its address. */
export async function changingRegister(
  text: string,
): Promise<{ readonly origin: string; readonly close: () => void }> {
  let turn = 0;
  const server = createServer((_, response) => {
    turn += 1;
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(text.replace('North Hill 11,0', `North Hill 11,${turn % 10}`));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${address.port}`, close };
}

/** What no run may leave: a scratch folder, in the project or one of its folders. */
export function litterIn(folder: string): readonly string[] {
  return ['.', 'build', 'sources/document']
    .flatMap((under) => readdirSync(resolve(folder, under)))
    .filter((name) => name.includes('.scratch-'));
}

function tornFolder(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  if (!existsSync(join(folder, CHECKSUMS))) return `${folder} has no list`;
  const listed = readChecksums(readFileSync(join(folder, CHECKSUMS), 'utf8'));
  const found = filesOf(folder);
  const wrong = [...listed].find(([path, sum]) => found.get(path) !== sum)?.[0];
  if (wrong !== undefined) return `${join(folder, wrong)} is not what is listed`;
  return found.size === listed.size + 1 ? undefined : `${folder} has files that are not listed`;
}

function tornReviews(out: string): string | undefined {
  const list = `${out}.${CHECKSUMS}`;
  const listed = existsSync(list) ? readChecksums(readFileSync(list, 'utf8')) : new Map<string, string>();
  return ['md', 'json']
    .map((ending) => `${out}.${ending}`)
    .find(
      (file) =>
        existsSync(file) && listed.get(file.slice(file.lastIndexOf('/') + 1)) !== sha256(readFileSync(file)),
    );
}

function tornJson(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  try {
    JSON.parse(readFileSync(file, 'utf8'));
    return undefined;
  } catch {
    return `${file} is no whole JSON`;
  }
}

function tornSnapshots(all: string): string | undefined {
  const names = existsSync(all) ? readdirSync(all).filter((name) => !name.startsWith('.')) : [];
  return names.find((name) => {
    const { file, sha256: sum }: { file: string; sha256: string } = JSON.parse(
      readFileSync(join(all, name, 'provenance.json'), 'utf8'),
    );
    return sha256(readFileSync(join(all, name, file))) !== sum;
  });
}
