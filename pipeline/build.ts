import type { DocumentDescription } from './document/document.ts';
import { extract, type PdfReader } from './extract/extract.ts';
import { normalise } from './normalise/normalise.ts';
import { type Definition, define } from './publish/definition.ts';
import type { Effects } from './publish/effects.ts';
import { loadOrder } from './publish/load-order.ts';
import { discardDatabase, prepareDatabase } from './publish/prepared-database.ts';
import { type PublishSummary, publish } from './publish/publish.ts';
import type { Stage } from './stage.ts';
import { publicationOf } from './validate/publication.ts';
import { type Arithmetic, validate } from './validate/validate.ts';

/** A source to read: its bytes, and its name as the user gave it. */
export interface Source {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What a build does to the world. */
export interface BuildEffects extends Effects {
  /** Reads PDFs within limits of time and memory; without it they are read right here, without limits. */
  readonly readPdf?: PdfReader;
}

/** What a build did. */
export interface BuildSummary extends PublishSummary, Arithmetic {}

/**
 * The whole flow: bytes -> text layer -> cells -> datasets -> files in `out`. Each stage is a pure function
 * of the one before it; only `publish` writes, and only when all that precedes has passed.
 */
export async function build(
  source: Source,
  document: DocumentDescription,
  out: string,
  started: (stage: Stage) => void,
  effects: BuildEffects,
): Promise<BuildSummary> {
  started('extract');
  const layer = await extract(source.bytes, source.file, effects.readPdf);
  // DuckDB learns the tables and views in a thread of its own while the text is read here.
  const prepared = await prepareDatabase(definitionOf(document));
  try {
    started('normalise');
    const normalised = normalise(layer, document);
    started('validate');
    const { datasets, views, texts, arithmetic } = validate(normalised, document);
    started('publish');
    const publication = publicationOf(document, source, datasets, views, texts);
    const published = await publish(publication, out, { ...effects, prepared });
    return { ...published, ...arithmetic };
  } finally {
    await discardDatabase(prepared);
  }
}

/** What the DuckDB file holds besides rows when the source has all that the document declares. */
function definitionOf({ schemas, views }: DocumentDescription): Definition {
  const tables = [...schemas.values()].map((schema) => ({ schema }));
  return define(loadOrder(tables), views);
}
