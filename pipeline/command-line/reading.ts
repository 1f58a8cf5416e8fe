import {
  extracted,
  type Hearing,
  isReadByPlaces,
  type Read,
  read,
  readPartly,
  type Source,
  type Stage,
  type Stages,
  type Step,
  stagesOf,
} from '../build.ts';
import { extract, extractByPlaces } from '../extract/extract.ts';
import type { PageRange } from '../extract/pdf/source.ts';
import { explanationOfTables } from '../normalise/tables/cells/explanation.ts';
import type { Explanation } from '../normalise/tables/deciding/explained.ts';
import { explanationOf } from '../normalise/tables/words/explanation.ts';
import type { Finding } from '../page/finding.ts';
import { once } from '../page/remembered.ts';
import type { Source as PageSource } from '../page/source.ts';
import type { DocumentDescription } from '../template/document.ts';
import { bytesOf, markupOf, openDocument, openSource } from './folders.ts';
import { makingOf, sourceDigest } from './making.ts';
import { checkInput, readStage, storedStage } from './stage-files.ts';
import { BUILD, type Making, type StageText, stageText } from './stage-values.ts';
import { engineDigest } from './up-to-date.ts';

/** What is to be read: the text of a file alone, or a document for a command. Plain values, for another thread. */
export type Task =
  | { readonly kind: 'look'; readonly source: Source; readonly pages: PageRange | undefined }
  /** A text as a text, whether or not it keeps its columns; of any other file what `look` sees. */
  | { readonly kind: 'text'; readonly source: Source }
  | {
      readonly kind: 'explain';
      readonly document: string;
      /** A file to read in place of the document's own. */
      readonly source: string | undefined;
    }
  | {
      readonly kind: 'build' | 'update' | Stage;
      /** The folder under sources/; the only one there is when it is not named. */
      readonly document: string | undefined;
      /** A file, or one that was read already; the document's own text layer when there is none. */
      readonly source: string | Source | undefined;
      /** Whether a build reads what can be read of a source that is at fault, for a preview. */
      readonly isPartial?: boolean;
      /** The folder in which the stages leave their values; build/ when it is not named. */
      readonly kept?: string;
    };

/** What was read: the text, what is to be published, or the counts of what a stage made. */
export type Answer =
  | { readonly kind: 'seen'; readonly seen: PageSource }
  | { readonly kind: 'explained'; readonly explanation: Explanation }
  | {
      readonly kind: 'read';
      readonly read: Read;
      readonly redone?: readonly Stage[];
      /** What is wrong with a source that was read partly. */
      readonly findings?: readonly Finding[];
    }
  | { readonly kind: 'made'; readonly counts: Readonly<Record<string, number>> };

/** Told while a task is done. */
export interface TaskHearing extends Hearing {
  /** The value of a stage, for whoever keeps it for the next command. */
  readonly made?: (stage: Stage, making: Making, value: StageText) => void;
}

/** Does a task. It reads files and writes none, so that it can be ended in the midst of anything. */
export async function readTask(task: Task, hear: TaskHearing): Promise<Answer> {
  if (task.kind === 'look' || task.kind === 'text') {
    hear.started('extract');
    const { bytes, file, markup } = task.source;
    const isByPlaces = task.kind === 'look';
    const seen = isByPlaces
      ? extractByPlaces(bytes, file, { range: task.pages, markup })
      : extract(bytes, file, { markup });
    return { kind: 'seen', seen: await seen };
  }
  const document = openDocument(task.document);
  const source = once(() =>
    typeof task.source === 'object' ? task.source : openSource(task.source, document),
  );
  if (task.kind === 'explain') return explained(source(), document, hear);
  if (task.kind === 'build' && task.isPartial) {
    const { findings, ...partly } = await readPartly(source(), document, hear);
    return { kind: 'read', read: partly, findings };
  }
  if (task.kind === 'build') return { kind: 'read', read: await read(source(), document, hear) };
  const { kept = BUILD } = task;
  if (task.kind === 'update') return updated(kept, source(), document, hear);
  if (task.kind === 'publish') return { kind: 'read', read: await readBefore(kept, document) };
  return stageOf(kept, task.kind, source, document, hear);
}

/** How every declared value is read, also of a source that is at fault. */
async function explained(
  source: Source,
  document: DocumentDescription,
  { started }: TaskHearing,
): Promise<Answer> {
  started('extract');
  const read = await extracted(source, document);
  started('normalise');
  const explain = isReadByPlaces(document) ? explanationOfTables : explanationOf;
  const explanation = explain(read, document);
  return { kind: 'explained', explanation };
}

/** One stage, with what the stage before it left. */
async function stageOf(
  folder: string,
  wanted: Exclude<Stage, 'publish'>,
  source: () => Source,
  document: DocumentDescription,
  { started, reached, made }: TaskHearing,
): Promise<Answer> {
  const making = makingOf(document, engineDigest());
  const kept = keptSteps(folder, making, undefined);
  const step: Step = async (stage, make) => {
    if (stage !== wanted) return kept.step(stage, make);
    started(stage);
    const input = kept.digest() ?? sourceDigest(source());
    const value = await make();
    made?.(stage, { ...making(stage), input }, stageText(value));
    return value;
  };
  const stages = stagesOf(source, document, step, reached);
  return { kind: 'made', counts: await COUNTS[wanted](stages) };
}

/** What a command says of the value that it has made. */
const COUNTS: Readonly<
  Record<Exclude<Stage, 'publish'>, (stages: Stages) => Promise<Readonly<Record<string, number>>>>
> = {
  extract: async ({ extract }) => {
    const { text } = await extract();
    return { lines: text.split('\n').length, characters: text.length };
  },
  normalise: async ({ normalise }) => ({ cells: (await normalise()).cells.length }),
  validate: async ({ validate }) => {
    const { datasets, arithmetic } = await validate();
    return { datasets: datasets.length, identities: arithmetic.identitiesChecked };
  },
};

/** What the stages before have left to be published. */
async function readBefore(kept: string, document: DocumentDescription): Promise<Read> {
  const making = makingOf(document, engineDigest());
  const { file } = readStage<PageSource>(kept, 'extract', making('extract')).value;
  const source: Source = { file, bytes: bytesOf(file), markup: markupOf(document) };
  const { step } = keptSteps(kept, making, sourceDigest(source));
  return stagesOf(() => source, document, step).publish();
}

/**
 * Steps that are not done but read back, each of which must have been made from the one before it, and the first from
 * `input` where that is known. `digest` is that of the last.
 */
function keptSteps(
  kept: string,
  making: ReturnType<typeof makingOf>,
  input: string | undefined,
): { readonly step: Step; readonly digest: () => string | undefined } {
  let before = input;
  const step = async <T>(stage: Stage): Promise<T> => {
    const stored = readStage<T>(kept, stage, making(stage));
    if (before !== undefined) checkInput(kept, stage, stored, before);
    before = stored.digest;
    return stored.value;
  };
  return { step, digest: () => before };
}

/**
 * Redoes only what follows from what has changed: the first stage that reads something else than it did, and those
 * that read another value than before. What a stage left in `build/` is used when it is whole and would come out the
 * same.
 */
async function updated(
  kept: string,
  source: Source,
  document: DocumentDescription,
  hear: TaskHearing,
): Promise<Answer> {
  const making = makingOf(document, engineDigest());
  const redone: Stage[] = [];
  let input = sourceDigest(source);
  const step = async <T>(stage: Stage, make: () => T | Promise<T>): Promise<T> => {
    const own = { ...making(stage), input };
    const stored = storedStage<T>(kept, stage, own);
    if (stored !== undefined) {
      input = stored.digest;
      return stored.value;
    }
    redone.push(stage);
    hear.started(stage);
    const value = await make();
    const text = stageText(value);
    hear.made?.(stage, own, text);
    input = text.digest;
    return value;
  };
  const read = await stagesOf(() => source, document, step, hear.reached).publish();
  redone.push('publish');
  return { kind: 'read', read, redone };
}
