import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editFile, writeReports } from '../corpus/made-up-corpus.ts';
import { filesOf, makeFolder, removeFolder } from '../publish/folder.ts';
import { type Cluster, guarded, isThere, noSlurm, startCluster } from './slurm.ts';

/** They start schedulers and take minutes: `npm run cluster` asks for them. */
const isAsked = process.env.CLUSTER === '1';
const NOT_ASKED = 'npm run cluster runs it';
const noSnakemake = isThere('snakemake') ? undefined : 'there is no snakemake here (Debian: snakemake)';
const ETL = `${process.execPath} ${resolve('pipeline/command-line/start.mjs')}`;
const GLOB = 'sources/*/document.yaml';
const DOCUMENTS = 24;
const MINUTES = 60_000;
let folder = '';

const etl = (...words: readonly string[]): number | null =>
  spawnSync('sh', ['-c', `${ETL} "$@"`, 'etl', ...words], { cwd: folder, stdio: 'inherit' }).status;

/** All that stands in a corpus but what tells how the documents were divided. */
const resultOf = (corpus: string): ReadonlyMap<string, string> =>
  new Map([...filesOf(join(folder, corpus))].filter(([path]) => !path.startsWith('shards/')));

beforeAll(() => {
  folder = makeFolder();
  cpSync('cluster', join(folder, 'cluster'), { recursive: true });
  writeReports(join(folder, 'sources'), DOCUMENTS);
  editFile(join(folder, 'sources/harvest-1903/report.html'), '<td>102.5', '<td>1O2.5');
  if (!isAsked) return;
  expect(etl('build', '--documents', GLOB, '--out', 'one', '--quiet')).toBe(3);
  expect(etl('merge', 'one', '--quiet')).toBe(0);
}, 5 * MINUTES);

afterAll(() => removeFolder(folder));

/** Why a test does not run; undefined where it does. */
const notRun = (missing: string | undefined): string | undefined => (isAsked ? missing : NOT_ASKED);

/** Runs Snakemake in the folder, with a corpus of its own. */
function snakemake(out: string, words: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const config = [`glob=${GLOB}`, `out=${out}`, 'shards=3', `etl=${ETL}`];
  const all = ['--snakefile', 'cluster/Snakefile', ...words, '--config', ...config];
  return execFileSync(...guarded('snakemake', all), {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('a Slurm cluster', () => {
  let cluster: Cluster | undefined;
  beforeAll(async () => {
    if (notRun(noSlurm()) === undefined) cluster = await startCluster(join(folder, 'slurm'));
  }, 2 * MINUTES);
  afterAll(() => cluster?.stop());

  test('builds what one run builds, also when a node is killed in the middle', {
    timeout: 8 * MINUTES,
  }, async ({ skip }) => {
    if (cluster === undefined) return skip(notRun(noSlurm()));
    const env = { ETL, ETL_OPTIONS: '--workers 1', GLOB, OUT: 'corpus', ETL_CLUSTER: 'cluster' };
    const script = ['--chdir', folder, 'cluster/shards.slurm'];
    const array = cluster.submit(['--array=1-4', ...script], env, folder);
    const merging = [`--dependency=afterok:${array}`, ...script];
    expect(cluster.submit(merging, { ...env, MERGE: '1' }, folder)).toMatch(/^\d+$/);
    const corpus = join(folder, 'corpus');
    while (cluster.nodeOf(`${array}_2`) === undefined || builtOf(corpus) < 4) await after(100);
    const node = cluster.nodeOf(`${array}_2`) ?? '';
    cluster.kill(node);
    await cluster.settled(300);
    expect(cluster.log()).toMatch(
      new RegExp(`requeue job JobId=${array}_2\\(\\d+\\) due to failure of node ${node}`),
    );
    expect(readdirSync(join(corpus, 'shards')).sort()).toEqual(
      [1, 2, 3, 4].map((index) => `${index}-of-4.json`),
    );
    expect(resultOf('corpus')).toEqual(resultOf('one'));
    expect(readdirSync(join(corpus, 'work'))).toEqual([]);
  });

  test("builds what one run builds by Snakemake's executor for Slurm", { timeout: 8 * MINUTES }, ({
    skip,
  }) => {
    const missing = notRun(noSnakemake);
    if (cluster === undefined || missing !== undefined) return skip(missing ?? notRun(noSlurm()));
    snakemake('executed', ['--slurm', '--jobs', '3', '--max-status-checks-per-second', '1'], {
      ...cluster.env,
      USER: userInfo().username,
    });
    expect(resultOf('executed')).toEqual(resultOf('one'));
    expect(readdirSync(join(folder, '.snakemake/slurm_logs'))).toEqual(['rule_merge', 'rule_shard']);
    expect(readdirSync(join(folder, '.snakemake/slurm_logs/rule_shard'))).toHaveLength(3);
  });

  test('and what is started for it cannot remove a device of the machine', ({ skip }) => {
    if (cluster === undefined) return skip(notRun(noSlurm()));
    const [program, words] = guarded('rm', ['-f', '/dev/null']);
    expect(spawnSync(program, words).status).toBe(1);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  const builtOf = (corpus: string): number =>
    existsSync(join(corpus, 'documents')) ? readdirSync(join(corpus, 'documents')).length : 0;
});

describe('Snakemake', () => {
  test('builds what one run builds, and nothing twice', { timeout: 8 * MINUTES }, ({ skip }) => {
    const missing = notRun(noSnakemake);
    if (missing !== undefined) return skip(missing);
    snakemake('snake', ['--cores', '2']);
    expect(resultOf('snake')).toEqual(resultOf('one'));
    writeFileSync(join(folder, 'snake/data/letter.txt'), 'of mine');
    expect(() => snakemake('snake', ['--cores', '2', '--forceall'])).toThrow();
    expect(readFileSync(join(folder, 'snake/data/letter.txt'), 'utf8')).toBe('of mine');
  });
});

describe('the script of a shard', () => {
  test('is done also where documents were refused, and fails where anything else is wrong', () => {
    for (const [status, expected] of [
      [0, 0],
      [3, 0],
      [1, 1],
      [2, 2],
      [130, 130],
    ] as const) {
      writeFileSync(join(folder, 'etl'), `#!/bin/sh\necho "$@" > ${folder}/asked\nexit ${status}\n`, {
        mode: 0o755,
      });
      const { status: ended } = spawnSync('sh', ['cluster/etl-shard.sh', GLOB, '1', '2', 'made'], {
        env: { ...process.env, ETL: join(folder, 'etl'), ETL_OPTIONS: '--workers 2' },
      });
      expect(ended).toBe(expected);
      expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe(
        `build --documents ${GLOB} --shard 1/2 --out made --quiet --workers 2\n`,
      );
    }
  });
});
