import { extract } from './extract/extract.ts';
import { withPages } from './extract/pages-of-findings.ts';
import { normalise } from './normalise/normalise.ts';
import type { Place } from './page/finding.ts';
import { type Definition, define } from './publish/definition.ts';
import { loadOrder } from './publish/load-order.ts';
import { type Publication, publicationOf } from './publish/publication.ts';
import type { Stage } from './stage.ts';
import type { DocumentDescription } from './template/document.ts';
import { type Arithmetic, validate } from './validate/validate.ts';

/** A source to read: its bytes, and its name as the user gave it. */
export interface Source {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What was read of a source: all that is published, and what arithmetic made of it. Plain values. */
export interface Read {
  readonly publication: Publication;
  readonly arithmetic: Arithmetic;
}

/** Told while a source is read. */
export interface Hearing {
  /** Before each stage. */
  readonly started: (stage: Stage) => void;
  /** How far the stage has come, so that a reading which never ends can say where. */
  readonly reached?: (place: Place) => void;
  /** What the DuckDB file will hold besides rows, early enough to prepare it meanwhile. */
  readonly defined?: (definition: Definition) => void | Promise<void>;
}

/** The pure part of a build, all but `publish`: bytes -> text layer -> cells -> datasets. */
export async function read(source: Source, document: DocumentDescription, hear: Hearing): Promise<Read> {
  const started = (stage: Stage): void => {
    hear.started(stage);
    hear.reached?.({ file: source.file });
  };
  started('extract');
  const layer = await extract(source.bytes, source.file);
  await hear.defined?.(definitionOf(document));
  started('normalise');
  const normalised = withPages(layer, () => normalise(layer, document, hear.reached));
  started('validate');
  const validated = withPages(layer, () => validate(normalised, document));
  const publication = publicationOf(source, document, normalised, validated);
  return { publication, arithmetic: validated.arithmetic };
}

/** What the DuckDB file holds besides rows when the source has all that the document declares. */
function definitionOf({ schemas, views }: DocumentDescription): Definition {
  const tables = [...schemas.values()].map((schema) => ({ schema }));
  return define(loadOrder(tables), views);
}
