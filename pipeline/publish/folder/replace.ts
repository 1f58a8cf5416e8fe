import { mkdir, readdir, realpath, rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fault } from '../../page/finding.ts';
import { outputFault } from '../output-fault.ts';
import { CHECKSUMS } from './checksums.ts';
import { forbiddenBecause } from './forbidden.ts';
import type { FolderKind } from './kinds.ts';
import { keepModeAndOwner, openToReaders } from './mode.ts';
import { announce, cleanUp, createScratch, putBack, removeScratch, type Scratch } from './scratch.ts';
import { lookAt, type Standing } from './standing.ts';
import { flush } from './written-file.ts';

/** The folder that is to be replaced, as a build finds it. */
export interface OutputFolder {
  /** Absolute, links resolved: what is renamed is the folder and not a link to it. */
  readonly path: string;
  /** Checksums of the output that stands there, by path; empty when none does. */
  readonly checksums: ReadonlyMap<string, string>;
}

/** What a build that replaces a folder is given. */
export interface Replacement {
  readonly old: OutputFolder;
  /** An empty folder that takes the place of the old one when all is written. */
  readonly next: string;
  /** Says which files will be written into `next`, by their paths in it: to be told before they are. */
  readonly announce: (files: readonly string[]) => Promise<void>;
}

/**
 * Replaces the folder `out`, all or nothing: `write` fills another one beside it, which takes its place at the end;
 * whatever stops it before leaves the old one whole. `swapping` is called just before, and may still stop it.
 *
 * Throws a SourceFault when the folder may not be replaced, at the beginning or because something was put into it
 * meanwhile (see `lookAt`), and what the disk says otherwise.
 */
export async function replaceFolder<T>(
  out: string,
  kind: FolderKind,
  write: (replacement: Replacement) => Promise<T>,
  swapping: () => void = () => undefined,
): Promise<T> {
  const path = await allowedPlace(out, kind);
  await makeFolder(dirname(path));
  await putBack(path, kind);
  const standing = await lookAt(path, kind);
  refuseForeign(out, kind, standing);
  const scratch = await createScratch(path);
  const remove = (): Promise<readonly string[]> => removeScratch(scratch, path, kind).catch(() => []);
  try {
    await cleanUp(path, kind, scratch);
    const checksums = standing.kind === 'ours' ? standing.checksums : new Map<string, string>();
    const result = await write({
      old: { path, checksums },
      next: scratch.next,
      announce: (files) => announce(scratch, files),
    });
    await openToReaders(scratch.next);
    swapping();
    await swap(out, path, kind, standing, scratch);
    const kept = (await remove()).find((file) => file.startsWith('previous/'));
    if (kept !== undefined) throw notRemoved(out, join(scratch.path, kept));
    return result;
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * Puts the new folder in the place of the old one.
 *
 * rename(2) cannot replace a folder that is not empty, and the exchange of renameat2 is out of Node's reach, so
 * the old one steps aside into the scratch folder, is looked at again where nobody finds it any more, and the new one
 * takes its name: two renames. Between them, for some milliseconds, nothing has its name; a process that dies exactly
 * there leaves the old one whole in the scratch folder, and the next build puts it back. What was put into it since it
 * was looked at first goes back with it.
 */
async function swap(
  out: string,
  path: string,
  kind: FolderKind,
  before: Standing,
  scratch: Scratch,
): Promise<void> {
  const isAside = await rename(path, scratch.previous).then(
    () => true,
    (error: unknown) => ifMissing(error, false),
  );
  try {
    if (isAside) {
      const old = await lookAt(scratch.previous, kind, before);
      refuseForeign(out, kind, old);
      if (old.kind !== 'foreign' && old.kind !== 'nothing')
        await keepModeAndOwner(out, old.stats, scratch.next);
    }
    await rename(scratch.next, path);
  } catch (error) {
    if (isAside) await goBack(out, path, scratch);
    throw await explained(out, path, kind, error);
  }
  await flush(dirname(path));
}

/** Puts the old folder back, unless something else has taken its place; then it stays aside, and that is told. */
async function goBack(out: string, path: string, { previous }: Scratch): Promise<void> {
  await rename(previous, path).catch(() => {
    const found = `something else, put there meanwhile; what stood there before is kept in ${previous}`;
    throw refusal(out, 'the folder to stay in its place', found, 'move one of them away');
  });
}

/** A place that was taken by another build meanwhile is told as such; that one is whole as well, and stays. */
async function explained(out: string, path: string, kind: FolderKind, error: unknown): Promise<unknown> {
  if (!isCode(error, 'ENOTEMPTY') && !isCode(error, 'EEXIST')) return error;
  const there = await lookAt(path, kind).catch(() => undefined);
  if (there?.kind === 'ours') return error;
  return refusal(out, 'an empty place', 'something that was put there meanwhile', CHOOSE);
}

/**
 * Throws the SourceFault that `replaceFolder` would, before work is done in vain; what happens later is seen then.
 */
export async function refuseUnlessReplaceable(out: string, kind: FolderKind): Promise<void> {
  try {
    refuseForeign(out, kind, await lookAt(await allowedPlace(out, kind), kind));
  } catch (error) {
    throw outputFault(out, error);
  }
}

/** Where a folder is, links resolved. Throws a SourceFault where nothing of that kind may stand. */
export async function allowedPlace(out: string, kind: FolderKind): Promise<string> {
  const path = await placeOf(resolve(out));
  const because = await forbiddenBecause(path, kind);
  if (because === undefined) return path;
  throw refusal(out, 'a folder of its own', because, 'choose another output folder');
}

const CHOOSE = 'move it away or choose another output folder';

function refuseForeign(out: string, { files }: FolderKind, standing: Standing): void {
  if (standing.kind !== 'foreign') return;
  const expected = `a folder that holds nothing but ${files}, as its ${CHECKSUMS} lists them`;
  throw refusal(out, expected, standing.found, CHOOSE);
}

/** A program that still works in the old folder may have put something into it after it stepped aside: it stays. */
function notRemoved(out: string, file: string): Error {
  const expected = 'the folder that was replaced to be as it was, and to be removed';
  return refusal(out, expected, `${file} in it`, `what was built stands in ${out}; look at what was kept`);
}

function refusal(out: string, expected: string, found: string, action: string): Error {
  return fault({ kind: 'output', place: { file: out }, expected, found, action });
}

/** Where a path leads through links, also when its end is not there yet. */
async function placeOf(path: string): Promise<string> {
  const real = await realpath(path).catch((error: unknown) => ifMissing(error, undefined));
  if (real !== undefined || dirname(path) === path) return real ?? path;
  return join(await placeOf(dirname(path)), basename(path));
}

function ifMissing<T>(error: unknown, instead: T): T {
  if (isCode(error, 'ENOENT')) return instead;
  throw error;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Makes a folder and those above it, level by level: a recursive `mkdir` never ends in folders such as /proc. */
export async function makeFolder(path: string): Promise<void> {
  const above = dirname(path);
  try {
    await mkdir(path);
  } catch (error) {
    if (isCode(error, 'EEXIST')) return;
    if (!isCode(error, 'ENOENT') || above === path || (await isThere(above))) throw error;
    await makeFolder(above);
    await mkdir(path);
  }
}

function isThere(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    () => false,
  );
}
