import type { Hearing, Read, Stage } from '../build.ts';
import { type BuildSummary, publishRead } from '../build.ts';
import type { Effects } from '../publish/effects.ts';
import type { Command } from './arguments.ts';
import type { TaskReader } from './limited-reading.ts';
import type { Answer, Task } from './reading.ts';
import { writeStage } from './stage-values.ts';
import { inputsDigest, isUpToDate, markUpToDate } from './up-to-date.ts';

/** What a command did, for the summary. */
export type Outcome =
  | {
      readonly kind: 'published';
      readonly out: string;
      readonly summary: BuildSummary;
      /** The stages that an update had to run. */
      readonly redone?: readonly Stage[];
    }
  | { readonly kind: 'written'; readonly file: string; readonly counts: Readonly<Record<string, number>> }
  | { readonly kind: 'up to date'; readonly out: string };

/** What a command does to the world. */
export interface CommandEffects extends Effects {
  /** Reads within limits of time and memory; without it sources are read right here, without limits. */
  readonly read?: TaskReader;
}

/** Runs a command; `started` is told before each stage. */
export async function run(
  command: Command,
  started: (stage: Stage) => void,
  effects: CommandEffects,
): Promise<Outcome> {
  const { name, out, document, source } = command;
  const { read = readHere, ...publishing } = effects;
  const task: Task = { kind: name, document, source };
  if (name === 'extract' || name === 'normalise' || name === 'validate') {
    return writtenStage(task, started, read);
  }
  // Taken before anything is read: what changes during the update counts as changed at the next.
  const inputs = name === 'update' ? inputsDigest(command) : undefined;
  if (name === 'update' && isUpToDate(inputs, out)) return { kind: 'up to date', out };
  const answers: ReadAnswer[] = [];
  const reading = async (hear: Hearing): Promise<Read> => {
    const answer = await read(task, { ...hear, made: writeStage });
    if (answer.kind !== 'read') throw new Error(`${name} has read nothing to publish`);
    answers.push(answer);
    return answer.read;
  };
  const summary = await publishRead(reading, out, started, publishing);
  if (name === 'update') markUpToDate(inputs, out);
  const [{ redone } = {}] = answers;
  return { kind: 'published', out, summary, ...(redone && { redone }) };
}

type ReadAnswer = Extract<Answer, { readonly kind: 'read' }>;

/** Leaves the value of a stage in `build/`. */
async function writtenStage(task: Task, started: (stage: Stage) => void, read: TaskReader): Promise<Outcome> {
  const files: string[] = [];
  const answer = await read(task, {
    started,
    made: (stage, making, value) => files.push(writeStage(stage, making, value)),
  });
  const [file] = files;
  if (answer.kind !== 'made' || file === undefined) throw new Error(`${task.kind} has made nothing`);
  return { kind: 'written', file, counts: answer.counts };
}

/** Loaded when it is wanted: where a thread of its own reads, this one need not be able to. */
const readHere: TaskReader = async (task, hear) => {
  const { readTask } = await import('./reading.ts');
  return readTask(task, hear);
};
