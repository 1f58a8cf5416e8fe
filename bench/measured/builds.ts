import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { $ } from 'zx';
import { documentNames, publishedOf } from '../../pipeline/command-line/published.ts';
import { inTurn, type Row, seconds, shown } from './measure.ts';

const RUNS = 3;
/** What a build may take, as times its floor, before it is a fault; aimed at is less. */
const MOST = 2.5;

const quiet = $({ quiet: true });
const etl = (...words: readonly string[]): Promise<unknown> =>
  quiet`${process.execPath} pipeline/command-line/start.mjs ${words}`;

/** Compiles a program of bench/, as the command line is: what is measured is not the time that a loader takes. */
async function compiled(name: string): Promise<string> {
  const outfile = `build/bench-${name}.mjs`;
  await build({
    entryPoints: [`bench/${name}.ts`],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
  return outfile;
}

/** A build of each document against a process that only writes what it publishes. */
export async function wholeBuilds(scratch: string): Promise<readonly Row[]> {
  const floor = await compiled('floor');
  /** A folder that is not there yet: over an output that says the same, a build would keep the DuckDB file. */
  const fresh = (): string => join(mkdtempSync(join(scratch, 'run-')), 'output');
  const rows: Row[] = [];
  for (const name of documentNames()) {
    const { out } = publishedOf(name);
    const { ratio, ours, other } = await inTurn(
      RUNS,
      () => etl('build', '--document', name, '--quiet', '--out', fresh()),
      () => quiet`${process.execPath} ${floor} ${out} ${fresh()}`,
    );
    rows.push({
      what: `build of ${name} against writing its rows`,
      ours: shown(ours),
      against: shown(other),
      ratio: ratio.toFixed(2),
      aim: '1.3',
      isAbove: ratio > MOST,
    });
  }
  return rows;
}

/** What a process that builds once and then reads on tells; see ../stages.ts. */
interface StageTimes {
  readonly stages: Readonly<Record<string, number>>;
  /** Of normalise and validate together. */
  readonly warm: number;
}

/** Each stage of a build in a process of its own, and its pure stages once they are warm. */
export async function stagesAlone(scratch: string): Promise<readonly Row[]> {
  const program = await compiled('stages');
  const rows: Row[] = [];
  for (const name of documentNames()) {
    const out = join(mkdtempSync(join(scratch, 'run-')), 'output');
    const { stdout } = await quiet`${process.execPath} ${program} ${name} ${out}`;
    const { stages, warm }: StageTimes = JSON.parse(stdout);
    const all = Object.values(stages).reduce((sum, each) => sum + each, 0);
    for (const [stage, time] of Object.entries(stages))
      rows.push({
        what: `${stage}, alone (${name})`,
        ours: shown(time),
        against: `${shown(all)} of all`,
        ratio: (time / all).toFixed(2),
        aim: '',
      });
    const { normalise = 0, validate = 0 } = stages;
    rows.push({
      what: `normalise and validate, the tenth time against the first (${name})`,
      ours: shown(warm),
      against: shown(normalise + validate),
      ratio: (warm / (normalise + validate)).toFixed(2),
      aim: '',
    });
  }
  return rows;
}

/** What there is to do when nothing has changed, and the making of the site. */
export async function makes(scratch: string): Promise<readonly Row[]> {
  await etl('update');
  const noOp = await seconds(() => quiet`make`);
  const node = await seconds(() => quiet`${process.execPath} -e 0`);
  const dist = join(mkdtempSync(join(scratch, 'run-')), 'dist');
  const site = await seconds(() => quiet`npx --no-install tsx site/build.ts --dist ${dist}`.nothrow());
  const whole = await seconds(() =>
    etl('build', '--document', documentNames()[0] ?? '', '--quiet', '--out', join(dist, '..', 'output')),
  );
  return [
    {
      what: '`make` with nothing to do, against starting Node',
      ours: shown(noOp),
      against: shown(node),
      ratio: (noOp / node).toFixed(1),
      aim: '',
    },
    {
      what: 'the site against a build',
      ours: shown(site),
      against: shown(whole),
      ratio: (site / whole).toFixed(1),
      aim: '',
    },
  ];
}
