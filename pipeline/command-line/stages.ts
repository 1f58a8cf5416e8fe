import type { Hearing, Read, Stage } from '../build.ts';
import { type BuildSummary, publishRead } from '../build.ts';
import { type Finding, SourceFault } from '../page/finding.ts';
import type { Effects } from '../publish/effects.ts';
import { systemFault } from '../publish/output-fault.ts';
import type { Command } from './arguments.ts';
import type { TaskReader } from './limited-reading.ts';
import { updateIndex } from './outputs-index.ts';
import {
  onlyDocument,
  type Published,
  publishedBy,
  publishedOf,
  refusePublishedFolder,
} from './published.ts';
import type { Answer, Task } from './reading.ts';
import { writeStage } from './stage-values.ts';
import { inputsDigest, isUpToDate, markUpToDate } from './up-to-date.ts';

/** What came of one document. */
export type DocumentOutcome =
  | {
      readonly kind: 'published';
      readonly out: string;
      readonly summary: BuildSummary;
      /** The stages that an update had to run. */
      readonly redone?: readonly Stage[];
      /** What was left out of a preview. */
      readonly missing?: readonly Finding[];
    }
  | { readonly kind: 'up to date'; readonly out: string };

/** What a command did, for the summary. */
export type Outcome =
  | DocumentOutcome
  | { readonly kind: 'written'; readonly file: string; readonly counts: Readonly<Record<string, number>> }
  /** A project without a document, which has nothing to update. */
  | { readonly kind: 'no document' }
  | {
      readonly kind: 'several';
      readonly outcomes: readonly DocumentOutcome[];
      /** What is wrong with the other documents, whose output stays what it was. */
      readonly findings: readonly Finding[];
    };

/** What a command does to the world. */
export interface CommandEffects extends Effects {
  /** Reads within limits of time and memory; without it sources are read right here, without limits. */
  readonly read?: TaskReader;
}

/** Told before each stage, with the name of the document where there are several. */
type Started = (stage: Stage, document?: string) => void;

/** Runs a command; `started` is told before each stage. */
export async function run(command: Command, started: Started, effects: CommandEffects): Promise<Outcome> {
  const { name } = command;
  if (name === 'extract' || name === 'normalise' || name === 'validate')
    return writtenStage(command, name, started, effects.read ?? readHere);
  const all = name === 'publish' ? [publishedIn(command)] : publishedBy(command);
  const [first, ...others] = all;
  if (first === undefined) {
    if (name === 'update') return { kind: 'no document' };
    onlyDocument();
    throw new Error('a project without a document has one');
  }
  const publish = (published: Published): Promise<DocumentOutcome> =>
    publishDocument(
      command,
      published,
      (stage) => (others.length === 0 ? started(stage) : started(stage, published.name)),
      effects,
    );
  const outcome = others.length === 0 ? await publish(first) : await publishAll(all, publish, effects.signal);
  if (command.out === undefined) updateIndex();
  return outcome;
}

/** The one document of a command that takes one. */
function publishedIn({ document, out }: Command): Published {
  return publishedOf(document ?? onlyDocument(), out);
}

/** One document after the other: what is wrong with one stops no other. */
async function publishAll(
  all: readonly Published[],
  publish: (published: Published) => Promise<DocumentOutcome>,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const outcomes: DocumentOutcome[] = [];
  const findings: Finding[] = [];
  for (const published of all) {
    try {
      outcomes.push(await publish(published));
    } catch (error) {
      const told = systemFault(error);
      if (!(told instanceof SourceFault) || signal?.aborted === true) throw error;
      findings.push(...told.findings);
    }
  }
  return { kind: 'several', outcomes, findings };
}

async function publishDocument(
  { name, document, source, isPartial }: Command,
  published: Published,
  started: (stage: Stage) => void,
  effects: CommandEffects,
): Promise<DocumentOutcome> {
  const { out, kept } = published;
  const { read = readHere, ...publishing } = effects;
  if (isPartial) refusePublishedFolder(out);
  const task: Task = { kind: name, document: document ?? published.name, source, kept, isPartial };
  // Taken before anything is read: what changes during the update counts as changed at the next.
  const inputs = name === 'update' ? inputsDigest(source, published) : undefined;
  if (name === 'update' && isUpToDate(inputs, published)) return { kind: 'up to date', out };
  const answers: ReadAnswer[] = [];
  const reading = async (hear: Hearing): Promise<Read> => {
    const answer = await read(task, {
      ...hear,
      made: (stage, making, value) => writeStage(kept, stage, making, value),
    });
    if (answer.kind !== 'read') throw new Error(`${name} has read nothing to publish`);
    answers.push(answer);
    return answer.read;
  };
  const summary = await publishRead(reading, out, started, publishing);
  if (name === 'update') markUpToDate(inputs, published);
  const [{ redone, findings: missing = [] } = {}] = answers;
  return {
    kind: 'published',
    out,
    summary,
    ...(redone && { redone }),
    ...(missing.length > 0 && { missing }),
  };
}

type ReadAnswer = Extract<Answer, { readonly kind: 'read' }>;

/** Leaves the value of a stage in `build/`. */
async function writtenStage(
  command: Command,
  kind: Exclude<Stage, 'publish'>,
  started: (stage: Stage) => void,
  read: TaskReader,
): Promise<Outcome> {
  const { name, kept } = publishedIn(command);
  const task: Task = { kind, document: command.document ?? name, source: command.source, kept };
  const files: string[] = [];
  const answer = await read(task, {
    started,
    made: (stage, making, value) => files.push(writeStage(kept, stage, making, value)),
  });
  const [file] = files;
  if (answer.kind !== 'made' || file === undefined) throw new Error(`${kind} has made nothing`);
  return { kind: 'written', file, counts: answer.counts };
}

/** Loaded when it is wanted: where a thread of its own reads, this one need not be able to. */
const readHere: TaskReader = async (task, hear) => {
  const { readTask } = await import('./reading.ts');
  return readTask(task, hear);
};
