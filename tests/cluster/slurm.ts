import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

const PROGRAMS = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'squeue', 'scontrol'];

/** Why no Slurm can be started here; undefined where one can. */
export function noSlurm(): string | undefined {
  const missing = PROGRAMS.filter((name) => !isThere(name));
  if (missing.length > 0) return `there is no ${missing.join(', ')} here (Debian: slurm-wlm, munge)`;
  if (userInfo().uid !== 0) return 'Slurm gives its jobs to users, which root alone can';
  return spawnSync('unshare', [...GUARD, 'true']).status === 0
    ? undefined
    : 'no namespace of mounts can be made here, and none is started where it could harm the machine';
}

/**
 * Words for `unshare`, before those of a program that root runs: nothing that it starts can remove /dev/null or put a
 * file in its place, for what is mounted upon is busy. munged does so with a seed or log of that name.
 */
const GUARD = ['--mount', 'sh', '-c', 'mount --bind /dev/null /dev/null && exec "$@"', 'guarded'];

/** A program with its words, guarded where root runs it; others cannot harm the devices. */
export function guarded(program: string, words: readonly string[]): readonly [string, readonly string[]] {
  return userInfo().uid === 0 ? ['unshare', [...GUARD, program, ...words]] : [program, words];
}

/** Whether a program can be started by its name. */
export function isThere(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** A Slurm cluster of several nodes on this machine, each a slurmd of its own, in a folder of the test. */
export interface Cluster {
  readonly env: NodeJS.ProcessEnv;
  /** Submits a script from a folder; the number of the job. */
  readonly submit: (
    words: readonly string[],
    env: Readonly<Record<string, string>>,
    folder: string,
  ) => string;
  /** Kills a node with all that runs on it, as a machine that loses its power. */
  readonly kill: (node: string) => void;
  /** The node that a task of a job runs on; undefined while it runs on none. */
  readonly nodeOf: (task: string) => string | undefined;
  /** Waits until no job is left; a job that was put back for later begins at once. */
  readonly settled: (seconds: number) => Promise<void>;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

const NODES = ['n1', 'n2', 'n3'];

export async function startCluster(folder: string): Promise<Cluster> {
  const place = (name: string): string => join(folder, name);
  for (const name of ['munge', 'state', 'spool']) mkdirSync(place(name), { recursive: true });
  writeFileSync(place('munge/key'), crypto.getRandomValues(new Uint8Array(64)), { mode: 0o400 });
  chmodSync(place('munge'), 0o700);
  const munge = ['key-file', 'socket', 'pid-file', 'log-file', 'seed-file'].map(
    (option) => `--${option}=${place(`munge/${option.replace('-file', '')}`)}`,
  );
  execFileSync(...guarded('munged', [...munge, '--force']));
  const conf = place('slurm.conf');
  writeFileSync(conf, configuration(folder));
  const env = { ...process.env, SLURM_CONF: conf };
  const run = (program: string, ...words: readonly string[]): string =>
    execFileSync(program, words, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const begin = (program: string, ...words: readonly string[]): string => {
    const [first, rest] = guarded(program, words);
    return run(first, ...rest);
  };
  begin('slurmctld', '-f', conf);
  for (const node of NODES) begin('slurmd', '-f', conf, '-N', node);
  const pidOf = (name: string): number => Number(readFileSync(place(`${name}.pid`), 'utf8'));
  const queue = (): readonly string[][] =>
    run('squeue', '--noheader', '--array', '--format=%i %T %N %A')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split(' '));
  const kill = (node: string): void => {
    const jobs = queue().filter(([, , on]) => on === node);
    const steps = jobs.flatMap(([, , , id = '']) => processesOf(`slurmstepd: [${id}.`));
    for (const pid of [pidOf(`slurmd.${node}`), ...steps, ...steps.flatMap(below)]) killed(pid);
  };
  for (
    let left = 60;
    !run('sinfo', '--noheader', '--format=%D %T').includes(`${NODES.length} idle`);
    left -= 1
  ) {
    if (left === 0)
      throw new Error(`the nodes do not come up: ${readFileSync(place('slurmctld.log'), 'utf8')}`);
    await after(500);
  }
  return {
    env,
    submit: (words, more, cwd) =>
      execFileSync('sbatch', ['--parsable', ...words], {
        cwd,
        env: { ...env, ...more },
        encoding: 'utf8',
      }).trim(),
    kill,
    nodeOf: (task) => queue().find(([id, state]) => id === task && state === 'RUNNING')?.[2],
    settled: async (seconds) => {
      for (let left = seconds; queue().length > 0; left -= 1) {
        if (left === 0) throw new Error(`jobs are left: ${JSON.stringify(queue())}`);
        for (const [id = '', state] of queue())
          if (state === 'PENDING') spawnSync('scontrol', ['update', `JobId=${id}`, 'StartTime=now'], { env });
        await after(1000);
      }
    },
    log: () => readFileSync(place('slurmctld.log'), 'utf8'),
    stop: async () => {
      for (const node of NODES) if (existsSync(place(`slurmd.${node}.pid`))) killed(pidOf(`slurmd.${node}`));
      killed(pidOf('slurmctld'));
      killed(Number(readFileSync(place('munge/pid'), 'utf8')));
      await after(500);
    },
  };
}

/** Each node is known by the name of this machine and a port of its own. */
function configuration(folder: string): string {
  const host = hostname().split('.')[0] ?? 'localhost';
  const port = 20_000 + (process.pid % 20_000);
  return `ClusterName=test
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${port}
AuthType=auth/munge
AuthInfo=socket=${folder}/munge/socket
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool/%n
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.%n.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
SlurmdTimeout=5
KillWait=2
JobRequeue=1
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
${NODES.map((node, at) => `NodeName=${node} NodeHostname=${host} NodeAddr=127.0.0.1 Port=${port + 1 + at} CPUs=1 RealMemory=4096`).join('\n')}
PartitionName=all Nodes=${NODES.join(',')} Default=YES MaxTime=INFINITE State=UP
`;
}

function processesOf(beginning: string): readonly number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => line.trim().replace(/^\d+ /, '').startsWith(beginning))
    .map((line) => Number.parseInt(line, 10));
}

/** All processes that a process has begun, and they in turn. */
function below(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  const own = stdout
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(Number);
  return [...own, ...own.flatMap(below)];
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
