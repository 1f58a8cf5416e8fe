import type { Markup } from './extract/html/source.ts';
import { withPages } from './extract/pages.ts';
import type { NormalisedDocument } from './normalise/document.ts';
import type { Finding, Place } from './page/finding.ts';
import { once } from './page/remembered.ts';
import type { Source as PageSource } from './page/source.ts';
import { type Definition, definitionOf } from './publish/duckdb/definition.ts';
import type { Effects } from './publish/effects.ts';
import { markedPartial } from './publish/partial.ts';
import { type Publication, publicationOf } from './publish/publication.ts';
import type { PublishSummary } from './publish/publish.ts';
import type { DocumentDescription } from './template/document.ts';
import type { Arithmetic, ValidatedDocument } from './validate/validate.ts';

/** The names of the stages, in their order. */
export const STAGES = ['extract', 'normalise', 'validate', 'publish'] as const;
export type Stage = (typeof STAGES)[number];

/** A source to read: its bytes, and its name as the user gave it. */
export interface Source {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What is known of it if it is a page of HTML. */
  readonly markup?: Markup;
}

/** What was read of a source: all that is published, and what arithmetic made of it. Plain values. */
export interface Read {
  readonly publication: Publication;
  readonly arithmetic: Arithmetic;
}

/** What a build did. */
export interface BuildSummary extends PublishSummary, Arithmetic {}

/** Told while a source is read. */
export interface Hearing {
  /** Before each stage. */
  readonly started: (stage: Stage) => void;
  /** How far the stage has come, so that a reading which never ends can say where. */
  readonly reached?: (place: Place) => void;
  /** What the DuckDB file will hold besides rows, early enough to prepare it meanwhile. */
  readonly defined?: (definition: Definition) => void | Promise<void>;
}

/** Does a stage by `make`, or knows what it made before. */
export type Step = <T>(stage: Stage, make: () => T | Promise<T>) => Promise<T>;

/** The value of each stage: asked for one, those before it are done, each once. `publish` is all but the writing. */
export interface Stages {
  readonly extract: () => Promise<PageSource>;
  readonly normalise: () => Promise<NormalisedDocument>;
  readonly validate: () => Promise<ValidatedDocument>;
  readonly publish: () => Promise<Read>;
}

/**
 * The whole flow, bytes -> pages -> cells -> datasets -> publication: each stage is a pure function of those
 * before it, and this is the one place that knows their order. A stage is loaded when it is wanted: where another
 * thread reads, this one need not be able to.
 */
export function stagesOf(
  source: () => Source,
  document: DocumentDescription,
  step: Step,
  reached?: Hearing['reached'],
): Stages {
  const isByPlaces = isReadByPlaces(document);
  const extract = once(() => step('extract', () => extracted(source(), document)));
  const normalise = once(async () => {
    const pages = await extract();
    return step('normalise', async () => {
      const { normalise } = await import('./normalise/normalise.ts');
      const read = (): NormalisedDocument => normalise(pages, document, reached);
      return isByPlaces ? read() : withPages(pages, read);
    });
  });
  const validate = once(async () => {
    const [pages, normalised] = [await extract(), await normalise()];
    return step('validate', async () => {
      const { validate } = await import('./validate/validate.ts');
      if (isByPlaces) return validate(normalised, document);
      return withPages(pages, () => validate(normalised, document));
    });
  });
  const publish = async (): Promise<Read> => {
    const [normalised, validated] = [await normalise(), await validate()];
    const publication = publicationOf(source(), document, normalised, validated);
    return { publication, arithmetic: validated.arithmetic };
  };
  return { extract, normalise, validate, publish };
}

/** Whether a document's tables are found by the cells of its pages, and not by the words of its text. */
export function isReadByPlaces({ plan }: DocumentDescription): boolean {
  return plan.tables.length > 0;
}

/** The pages of a source as its document is read. */
export async function extracted(
  { bytes, file, markup }: Source,
  document: DocumentDescription,
): Promise<PageSource> {
  const { extract, extractByPlaces } = await import('./extract/extract.ts');
  return (isReadByPlaces(document) ? extractByPlaces : extract)(bytes, file, { markup });
}

/** The pure part of a build: all stages, one after the other, but for the writing. */
export async function read(source: Source, document: DocumentDescription, hear: Hearing): Promise<Read> {
  const step: Step = async (stage, make) => {
    hear.started(stage);
    hear.reached?.({ file: source.file });
    return make();
  };
  const stages = stagesOf(() => source, document, step, hear.reached);
  await stages.extract();
  await hear.defined?.(definitionOf(document));
  return stages.publish();
}

/** What can be read of a source that is at fault, and what is wrong with it. */
export interface ReadPartly extends Read {
  /** None where nothing is: then it is the whole document. */
  readonly findings: readonly Finding[];
}

/**
 * Reads what can be read of a source, for a preview: tables, rows and sentences that are at fault are left out, and what is
 * published is marked as partial. Throws a SourceFault where nothing is left, or where a fault names no table.
 */
export async function readPartly(
  source: Source,
  document: DocumentDescription,
  hear: Hearing,
): Promise<ReadPartly> {
  const begin = (stage: Stage): void => {
    hear.started(stage);
    hear.reached?.({ file: source.file });
  };
  begin('extract');
  const pages = await extracted(source, document);
  begin('normalise');
  const { normalisePartly } = await import('./normalise/normalise.ts');
  const read = normalisePartly(pages, document, hear.reached);
  begin('validate');
  const { validatePartly } = await import('./validate/partly.ts');
  const { normalised, validated, findings } = validatePartly(read, document);
  const publication = publicationOf(source, document, normalised, validated);
  return {
    publication: findings.length === 0 ? publication : markedPartial(publication, findings),
    arithmetic: validated.arithmetic,
    findings,
  };
}

/** A whole build: the source is read, and only when all has passed is anything written into `out`. */
export function build(
  source: Source,
  document: DocumentDescription,
  out: string,
  started: (stage: Stage) => void,
  effects: Effects,
): Promise<BuildSummary> {
  return publishRead((hear) => read(source, document, hear), out, started, effects);
}

/**
 * Publishes what `reading` reads, which may be done by another thread. The writers are loaded when they are wanted:
 * neither that thread nor a command that publishes nothing waits for them.
 */
export async function publishRead(
  reading: (hear: Hearing) => Promise<Read>,
  out: string,
  started: (stage: Stage) => void,
  effects: Effects,
): Promise<BuildSummary> {
  const readAll = async (defined: Hearing['defined']): Promise<Read> => {
    const all = await reading({ started, ...(defined && { defined }) });
    started('publish');
    return all;
  };
  const { publishPrepared } = await import('./publish/publish.ts');
  const { read, published } = await publishPrepared(readAll, out, effects);
  return { ...published, ...read.arithmetic };
}
