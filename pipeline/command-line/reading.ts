import { extract } from '../extract/extract.ts';
import { withPages } from '../extract/pages-of-findings.ts';
import type { PageRange } from '../extract/pdf/source.ts';
import { sourceIn } from '../extract/source.ts';
import type { TextLayer } from '../extract/text-layer.ts';
import { type NormalisedDocument, normalise } from '../normalise/normalise.ts';
import type { Source as PageSource } from '../page/source.ts';
import { publicationOf } from '../publish/publication.ts';
import { type Hearing, type Read, read, type Source } from '../read.ts';
import type { Stage } from '../stage.ts';
import type { DocumentDescription } from '../template/document.ts';
import { type ValidatedDocument, validate } from '../validate/validate.ts';
import { bytesOf, openDocument, openSource } from './folders.ts';
import { makingOf, sourceDigest } from './making.ts';
import { checkInput, readStage, type StageValue, storedStage } from './stage-files.ts';
import { type Making, type StageText, stageText } from './stage-values.ts';
import { engineDigest } from './up-to-date.ts';

/** What is to be read: the text of a file alone, or a document for a command. Plain values, for another thread. */
export type Task =
  | { readonly kind: 'layer'; readonly source: Source }
  | { readonly kind: 'look'; readonly source: Source; readonly pages: PageRange | undefined }
  | {
      readonly kind: 'build' | 'update' | Stage;
      /** The folder under sources/; the only one there is when it is not named. */
      readonly document: string | undefined;
      /** A file, or one that was read already; the document's own text layer when there is none. */
      readonly source: string | Source | undefined;
    };

/** What was read: the text, what is to be published, or the counts of what a stage made. */
export type Answer =
  | { readonly kind: 'layer'; readonly layer: TextLayer }
  | { readonly kind: 'seen'; readonly seen: PageSource }
  | { readonly kind: 'read'; readonly read: Read; readonly redone?: readonly Stage[] }
  | { readonly kind: 'made'; readonly counts: Readonly<Record<string, number>> };

/** Told while a task is done. */
export interface TaskHearing extends Hearing {
  /** The value of a stage, for whoever keeps it for the next command. */
  readonly made?: (stage: Stage, making: Making, value: StageText) => void;
}

/** Does a task. It reads files and writes none, so that it can be ended in the midst of anything. */
export async function readTask(task: Task, hear: TaskHearing): Promise<Answer> {
  if (task.kind === 'layer') {
    hear.started('extract');
    return { kind: 'layer', layer: await extract(task.source.bytes, task.source.file) };
  }
  if (task.kind === 'look') {
    hear.started('extract');
    return { kind: 'seen', seen: await sourceIn(task.source.bytes, task.source.file, task.pages) };
  }
  const document = openDocument(task.document);
  const source = (): Source =>
    typeof task.source === 'object' ? task.source : openSource(task.source, document);
  if (task.kind === 'build') return { kind: 'read', read: await read(source(), document, hear) };
  if (task.kind === 'update') return updated(source(), document, hear);
  if (task.kind === 'publish') return { kind: 'read', read: validatedBefore(document) };
  hear.started(task.kind);
  return stageOf(task.kind, source, document, hear);
}

/** One stage, with what the stage before it left. */
async function stageOf(
  stage: Exclude<Stage, 'publish'>,
  openedSource: () => Source,
  document: DocumentDescription,
  { reached, made }: TaskHearing,
): Promise<Answer> {
  const making = makingOf(document, engineDigest());
  const answer = (input: string, value: unknown, counts: Readonly<Record<string, number>>): Answer => {
    made?.(stage, { ...making(stage), input }, stageText(value));
    return { kind: 'made', counts };
  };
  if (stage === 'extract') {
    const source = openedSource();
    const layer = await extract(source.bytes, source.file);
    const counts = { lines: layer.lines.length, characters: layer.text.length };
    return answer(sourceDigest(source), layer, counts);
  }
  const layer = readStage<TextLayer>('extract', making('extract'));
  if (stage === 'normalise') {
    const normalised = withPages(layer.value, () => normalise(layer.value, document, reached));
    return answer(layer.digest, normalised, { cells: normalised.cells.length });
  }
  const normalised = readStage<NormalisedDocument>('normalise', making('normalise'));
  checkInput('normalise', normalised, layer.digest);
  const validated = withPages(layer.value, () => validate(normalised.value, document));
  return answer(normalised.digest, validated, {
    datasets: validated.datasets.length,
    identities: validated.arithmetic.identitiesChecked,
  });
}

/** What the stages before have left to be published. */
function validatedBefore(document: DocumentDescription): Read {
  const making = makingOf(document, engineDigest());
  const validated = readStage<ValidatedDocument>('validate', making('validate'));
  const normalised = readStage<NormalisedDocument>('normalise', making('normalise'));
  const layer = readStage<TextLayer>('extract', making('extract'));
  checkInput('validate', validated, normalised.digest);
  checkInput('normalise', normalised, layer.digest);
  const source: Source = { file: layer.value.file, bytes: bytesOf(layer.value.file) };
  checkInput('extract', layer, sourceDigest(source));
  return readOf(source, document, normalised.value, validated.value);
}

/**
 * Redoes only what follows from what has changed: the first stage that reads something else than it did, and those
 * that read another value than before. What a stage left in `build/` is used when it is whole and would come out the
 * same.
 */
async function updated(source: Source, document: DocumentDescription, hear: TaskHearing): Promise<Answer> {
  const making = makingOf(document, engineDigest());
  const redone: Stage[] = [];
  const reused = async <T>(
    stage: Stage,
    input: string,
    make: () => T | Promise<T>,
  ): Promise<Omit<StageValue<T>, 'input'>> => {
    const own = { ...making(stage), input };
    const stored = storedStage<T>(stage, own);
    if (stored !== undefined) return stored;
    redone.push(stage);
    hear.started(stage);
    const value = await make();
    const text = stageText(value);
    hear.made?.(stage, own, text);
    return { value, digest: text.digest };
  };
  const layer = await reused('extract', sourceDigest(source), () => extract(source.bytes, source.file));
  const normalised = await reused('normalise', layer.digest, () =>
    withPages(layer.value, () => normalise(layer.value, document, hear.reached)),
  );
  const validated = await reused('validate', normalised.digest, () =>
    withPages(layer.value, () => validate(normalised.value, document)),
  );
  redone.push('publish');
  return { kind: 'read', read: readOf(source, document, normalised.value, validated.value), redone };
}

function readOf(
  source: Source,
  document: DocumentDescription,
  normalised: NormalisedDocument,
  validated: ValidatedDocument,
): Read {
  const publication = publicationOf(source, document, normalised, validated);
  return { publication, arithmetic: validated.arithmetic };
}
