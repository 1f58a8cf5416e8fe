import { cpSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { SourceFault } from '../../pipeline/page/finding.ts';
import { publish } from '../../pipeline/publish/publish.ts';
import { emptyFolder, filesOf, makeFolder, removeFolder } from '../publish/folder.ts';
import { spoilDisk } from './faulty-disk.ts';
import { start } from './programs.ts';
import { smallPublication } from './small-publication.ts';
import { stateOf } from './whole-version.ts';

const OLD = { kind: 'whole', version: '1.0.0' };
const NEW = { kind: 'whole', version: '2.0.0' };
const FULL = 'expected room on the disk, found none left; free some space and build again';
const MINUTES = 300_000;

const { old, folder: aside } = await oldOutput();
afterAll(() => removeFolder(aside));

/** An old output, published once: the tests begin with copies of it. */
async function oldOutput(): Promise<{ readonly old: string; readonly folder: string }> {
  const folder = makeFolder();
  const old = join(folder, 'output');
  await publish(smallPublication(OLD.version), old);
  return { old, folder };
}

/** A place where the old output stands. */
function standingOld(): string {
  const out = join(emptyFolder(), 'output');
  cpSync(old, out, { recursive: true });
  return out;
}

/** Each change of the disk that a build over an old output makes. */
const changes = await changesOfABuild();

async function changesOfABuild(): Promise<readonly string[]> {
  const disk = spoilDisk('count', 0);
  const out = join(aside, 'counted/output');
  cpSync(old, out, { recursive: true });
  await publish(smallPublication(NEW.version), out).finally(() => disk.restore());
  return [...disk.changes];
}

/** Where the new output stands. */
const swap = changes.lastIndexOf('rename') + 1;
/** The first and the last change of each kind, and the renames of the swap: what comes between is alike. */
const beforeSwap: readonly number[] = changes
  .slice(0, swap)
  .flatMap((name, index, before) =>
    name === 'rename' || index === before.indexOf(name) || index === before.lastIndexOf(name)
      ? [index + 1]
      : [],
  );

/** Holds that a build succeeds on what faults have left of an output; what is left alike is built on once. */
function nextBuilds(): (out: string) => Promise<void> {
  const seen = new Set<string>();
  return async (out) => {
    const left = leftBeside(out);
    if (seen.has(left)) return;
    seen.add(left);
    await publish(smallPublication(NEW.version), out);
    expect(stateOf(out)).toEqual(NEW);
  };
}

/**
 * Every file and folder where an output stands or stood, with its content, and what lies in the scratch folder of a
 * build, which goes as a whole: what the next build finds.
 */
function leftBeside(out: string): string {
  const folder = dirname(out);
  const scratch = (path: string): string => path.replace(/(\.scratch-)[^/]*/, '$1');
  const isDeep = (path: string): boolean => /\.scratch-\/[^/]*\//.test(path);
  const folders = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(scratch);
  const files = [...filesOf(folder)]
    .map(([path, sum]) => [scratch(path), sum] as const)
    .map(([path, sum]) => (path.includes('.scratch-/') ? path : `${path} ${sum}`));
  return [...folders, ...files]
    .filter((path) => !isDeep(path))
    .sort()
    .join('\n');
}

describe('a disk that is full', () => {
  test('at any change leaves the old output whole and says so; with room again, the build succeeds', async () => {
    const nextBuild = nextBuilds();
    expect(changes.length).toBeGreaterThan(20);
    let refused = 0;
    // Behind the swap nothing needs room.
    for (const at of [...beforeSwap, changes.length]) {
      const out = standingOld();
      const disk = spoilDisk('full', at);
      const result = await publish(smallPublication(NEW.version), out)
        .catch((error: unknown) => error)
        .finally(() => disk.restore());
      // What comes last needs no room: then the new output stands.
      const failed = result instanceof SourceFault;
      expect([at, stateOf(out)]).toEqual([at, failed ? OLD : NEW]);
      if (failed) expect(result.message).toContain(FULL);
      refused += failed ? 1 : 0;
      await nextBuild(out);
    }
    expect(refused).toBeGreaterThan(5);
  });
});

describe('a disk that breaks', () => {
  test('at any change leaves an old output, if only aside, and says so in two lines; mended, the next build succeeds', async () => {
    const nextBuild = nextBuilds();
    let refused = 0;
    for (const at of [...beforeSwap, swap + 1, changes.length]) {
      const out = standingOld();
      const disk = spoilDisk('broken', at);
      const result = await publish(smallPublication(NEW.version), out)
        .catch((error: unknown) => error)
        .finally(() => disk.restore());
      expect([OLD, NEW, { kind: 'aside' }]).toContainEqual(stateOf(out));
      if (result instanceof Error) {
        expect(result).toBeInstanceOf(SourceFault);
        expect(result.message).toMatch(/^.*: output\n {2}expected .*, found .*$/);
        refused += 1;
      }
      await nextBuild(out);
    }
    expect(refused).toBeGreaterThan(5);
  });
});

describe('a build that is killed', () => {
  /** Kills a new build over an old output at a change, and runs the next one. */
  async function killedAt(change: number, nextBuild: (out: string) => Promise<void>): Promise<void> {
    const out = standingOld();
    const { signal } = await start('tests/nothing-lost/small-build.mjs', [out, NEW.version], {
      env: { DISK: `kill:${change}` },
    });
    expect(signal).toBe('SIGKILL');
    expect([OLD, NEW, { kind: 'aside' }]).toContainEqual(stateOf(out));
    await nextBuild(out);
  }

  // `npm run torture` kills it at each of its changes, and the build of the whole document at random moments.
  test('at a change of the disk leaves a whole output, or one that the next build puts back', {
    timeout: MINUTES,
  }, async () => {
    const renames = changes.flatMap((name, index) => (name === 'rename' ? [index + 1] : []));
    expect(renames.length).toBeGreaterThan(1);
    const nextBuild = nextBuilds();
    const halfWritten = changes.indexOf('run') + 1;
    for (const change of [halfWritten, ...renames]) await killedAt(change, nextBuild);
  });
});
