import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Files } from '../../pipeline/command-line/copy/files.ts';
import { datedHead } from '../../release/edition/dated.ts';
import { zenodoJson } from '../../release/edition/zenodo.ts';
import { lockedPackages } from '../../release/supply/packages.ts';
import { localServer } from '../local-server.ts';
import { makeFolder } from '../publish/folder.ts';
import { published } from './verify/copies.ts';
import { orchardDocument, orchardProject, orchards } from './verify/orchards.ts';

const ROOT = join(import.meta.dirname, '../..');
const PARTS = ['.gitignore', '.npmrc', 'package-lock.json', 'package.json'];
/** The program itself stands there as links, which git does not see. */
const LINKS = ['node_modules', 'pipeline', 'release'];

/** What a command ended with, and what a person saw. */
export interface Ran {
  readonly code: number | null;
  readonly said: string;
}

/** A git repository in which this program runs, but for its checks: `make test` says that one passed. */
export interface Repository {
  readonly folder: string;
  readonly git: (...words: readonly string[]) => string;
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly commit: (message: string) => void;
  readonly run: (command: string, env?: Readonly<Record<string, string>>) => Promise<Ran>;
}

/** Whether there is a git to make one with; the data themselves can be made without. */
export function hasGit(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export const PASSING = 'test:\n\t@echo "1 passed, 0 failed"\n';
export const FAILING = 'test:\n\t@echo "0 passed, 1 failed"; exit 1\n';

/** The id of the only document of such a repository: that of the project's own, whose commands people read of. */
export const ID = 'kz-icescr-2';

/** The version that its `document.yaml` declares. */
const TODAY = '0.1.0';

const outputs = new Map<string, Promise<Files>>();

/** The output of a small document, as it is made today, or as it was before the table `kind` came; made once. */
export function smallOutput(version: string): Promise<Files> {
  const made = outputs.get(version) ?? makeOutput(version);
  outputs.set(version, made);
  return made;
}

async function makeOutput(version: string): Promise<Files> {
  const made = await orchards(ID);
  const datasets = made.datasets.filter(({ schema }) => version === TODAY || schema.name !== 'kind');
  return published({ ...made, datasets, description: { ...made.description, version } });
}

/** Makes one with an output of few tables and its first commit; whoever makes it removes its folder. */
export async function makeRepository(): Promise<Repository> {
  const folder = makeFolder();
  for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  for (const part of LINKS) symlinkSync(join(ROOT, part), join(folder, part));
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, text] of orchardProject(ID)) write(path, text);
  const head = datedHead(orchardDocument(ID).head, 'document.yaml');
  write('.zenodo.json', zenodoJson(head));
  write('CHANGELOG.md', `# Changelog\n\n## ${TODAY} (${head.created.slice(0, 10)})\n\n- First release.\n`);
  const person = { name: 'A tester', email: 'tester@example.org' };
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: person.name,
    GIT_AUTHOR_EMAIL: person.email,
    GIT_COMMITTER_NAME: person.name,
    GIT_COMMITTER_EMAIL: person.email,
  };
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-C', folder, ...words], { env, encoding: 'utf8' });
  const commit = (message: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  git('init', '--quiet', '--initial-branch=main');
  // Packing takes most of the time of a commit.
  git('config', 'core.compression', '0');
  write('Makefile', PASSING);
  write('.git/info/exclude', `${LINKS.join('\n')}\n`);
  writeOutput({ folder, write }, await smallOutput(TODAY));
  cpSync(join(folder, 'output/CITATION.cff'), join(folder, 'CITATION.cff'));
  commit('Everything');
  const run: Repository['run'] = async (command, more = {}) => {
    const child = spawn('sh', ['-c', `${command} 2>&1`], { cwd: folder, env: { ...env, ...more } });
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
    const said = await text(child.stdout);
    return { code: await closed, said };
  };
  return { folder, git, write, commit, run };
}

/** Replaces the output by another one. */
export function writeOutput({ folder, write }: Pick<Repository, 'folder' | 'write'>, files: Files): void {
  rmSync(join(folder, 'output'), { recursive: true, force: true });
  for (const [path, bytes] of files) write(`output/${path}`, bytes);
}

/**
 * A registry on this machine that answers questions after advisories with one thing, and knows of every package the
 * versions that are locked; as an environment that npm uses it by.
 */
export async function registry(
  status: number,
  advisories: object,
): Promise<Readonly<Record<string, string>>> {
  const locked = lockedPackages(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const origin = await localServer((request, response) => {
    request.resume();
    const asked = decodeURIComponent(request.url ?? '').slice(1);
    const versions = locked
      .filter(({ name }) => name === asked)
      .map(({ name, version }) => ({ name, version }));
    const known = { name: asked, versions: Object.fromEntries(versions.map((each) => [each.version, each])) };
    const answer = request.method === 'POST' ? advisories : known;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  return { npm_config_registry: `${origin}/` };
}
