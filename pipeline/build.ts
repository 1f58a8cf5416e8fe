import type { DocumentDescription } from './document/document.ts';
import { extract, type PdfReader } from './extract/extract.ts';
import { normalise } from './normalise/normalise.ts';
import type { Effects } from './publish/effects.ts';
import { type PublishSummary, publish } from './publish/publish.ts';
import type { Stage } from './stage.ts';
import { publicationOf } from './validate/publication.ts';
import { validate } from './validate/validate.ts';

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
export interface BuildSummary extends PublishSummary {
  readonly identitiesChecked: number;
}

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
  started('normalise');
  const normalised = normalise(layer, document);
  started('validate');
  const { datasets, views, texts, identitiesChecked } = validate(normalised, document);
  started('publish');
  const published = await publish(publicationOf(document, source, datasets, views, texts), out, effects);
  return { ...published, identitiesChecked };
}
