import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { makeProject } from '../made-up-project.ts';
import { makeFolder, removeFolder } from '../publish/folder.ts';
import { CLI, start } from './programs.ts';
import { tortureFilesOfOthers } from './torture-others.ts';
import { tortureWithSignals } from './torture-signals.ts';
import { stateOf } from './whole-version.ts';

/**
 * `npm run torture -- KILLS`: points builds at the files of others, ten times KILLS; sends signals to every command
 * that writes, at a tenth of KILLS moments each; kills `etl update` of the real document KILLS times at random moments, and that of a
 * made-up document at each change of the disk. After each, the output must be one whole version (or lie aside
 * for the next build, between the two renames of the swap), and the next update must succeed.
 */
const kills = Number(process.argv[2] ?? 100);
const seed = Number(process.env.SEED ?? 435);
const VERSIONS = ['9.0.1', '9.0.2'] as const;
const counts = new Map<string, number>();

function count(what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** A project whose data get another version at every other update, so that each has something to publish. */
interface Patient {
  readonly folder: string;
  readonly head: string;
}

function setVersion({ folder, head }: Patient, version: string): void {
  const text = readFileSync(join(folder, head), 'utf8');
  writeFileSync(join(folder, head), text.replace(/^version: .*$/m, `version: ${version}`));
}

/** Runs an update to its end and tells how many milliseconds it took. */
async function updated({ folder }: Patient): Promise<number> {
  const begun = performance.now();
  const { code, err } = await start(CLI, ['update', '--quiet'], { folder });
  if (code !== 0) throw new Error(`the update after a kill failed: ${err}`);
  return performance.now() - begun;
}

/** Looks at what a killed update has left, lets the next one mend it, and tells how long that took. */
async function check(patient: Patient, how: string): Promise<number> {
  const out = join(patient.folder, 'output');
  const state = stateOf(out);
  count(`${how}: ${state.kind}`);
  if (state.kind === 'torn') throw new Error(`${how}: ${state.why}`);
  const milliseconds = await updated(patient);
  const wanted = /^version: (.*)$/m.exec(readFileSync(join(patient.folder, patient.head), 'utf8'))?.[1] ?? '';
  const after = stateOf(out);
  if (after.kind !== 'whole' || after.version !== wanted) {
    throw new Error(`${how}: the next update left ${JSON.stringify(after)}`);
  }
  const litter = readdirSync(patient.folder).filter((name) => name.startsWith('.output'));
  if (litter.length > 0) throw new Error(`${how}: the next update left ${litter.join(', ')}`);
  return milliseconds;
}

async function atRandomMoments(patient: Patient): Promise<void> {
  await updated(patient);
  setVersion(patient, VERSIONS[1]);
  let usual = await updated(patient);
  const moments = fc.sample(fc.noBias(fc.integer({ min: 0, max: 9_999 })), { seed, numRuns: kills * 10 });
  let killed = 0;
  // An update that was quicker than the one before it is done before its moment comes: it does not count.
  for (const [index, moment] of moments.entries()) {
    if (killed >= kills) break;
    setVersion(patient, VERSIONS[index % 2 === 0 ? 0 : 1]);
    const killAfter = (moment / 10_000) * usual;
    const { signal } = await start(CLI, ['update', '--quiet'], {
      folder: patient.folder,
      killAfter,
    });
    const how = signal === 'SIGKILL' ? 'killed at a random moment' : 'done before it was killed';
    killed += signal === 'SIGKILL' ? 1 : 0;
    console.error(`${killed} of ${kills}, ${how}: ${killAfter.toFixed(0)} of ${usual.toFixed(0)} ms`);
    usual = await check(patient, how);
  }
  if (killed < kills) throw new Error(`only ${killed} updates were killed`);
}

async function atEachChange(patient: Patient): Promise<void> {
  const spoilt = (disk: string): ReturnType<typeof start> =>
    start(CLI, ['update', '--quiet'], {
      folder: patient.folder,
      preload: ['tests/nothing-lost/faulty-disk.ts'],
      env: { DISK: disk },
    });
  await updated(patient);
  setVersion(patient, VERSIONS[1]);
  const { out } = await spoilt('count:0');
  const changes = Number(/changes: (\d+)/.exec(out)?.[1]);
  if (!(changes > 20)) throw new Error(`an update makes only ${changes} changes of the disk`);
  for (let at = 1; at <= changes; at += 1) {
    setVersion(patient, VERSIONS[at % 2 === 0 ? 0 : 1]);
    const { signal } = await spoilt(`kill:${at}`);
    await check(patient, signal === 'SIGKILL' ? 'killed at a change' : 'done before it was killed');
  }
  console.error(`killed at each of ${changes} changes`);
}

const real = makeFolder();
cpSync('sources', join(real, 'sources'), { recursive: true });
for (const name of ['schemas', 'node_modules']) symlinkSync(resolve(name), join(real, name));
const small = makeProject('family-of-tables');
const tell = (text: string): void => console.log(text);
try {
  await tortureFilesOfOthers(kills * 10, tell);
  await tortureWithSignals(Math.max(4, Math.ceil(kills / 10)), tell);
  const [document = ''] = readdirSync('sources');
  await atEachChange({ folder: small, head: 'sources/document/document.yaml' });
  await atRandomMoments({ folder: real, head: `sources/${document}/document.yaml` });
} finally {
  for (const [what, times] of counts) console.log(`${what}: ${times}`);
  for (const folder of [real, small]) await removeFolder(folder);
}
