import { type BuildSummary, build, type Source, type Stage } from '../build.ts';
import type { DocumentDescription } from '../document/document.ts';
import { extract } from '../extract/extract.ts';
import type { TextLayer } from '../extract/text-layer.ts';
import { type NormalisedDocument, normalise } from '../normalise/normalise.ts';
import type { Effects } from '../publish/effects.ts';
import { publish } from '../publish/publish.ts';
import { publicationOf } from '../validate/publication.ts';
import { type ValidatedDocument, validate } from '../validate/validate.ts';
import type { Command } from './arguments.ts';
import { bytesOf, openDocument, openSource } from './folders.ts';
import { readStage, writeStage } from './stage-files.ts';

/** What a command did, for the summary. */
export type Outcome =
  | { readonly kind: 'published'; readonly out: string; readonly summary: BuildSummary }
  | { readonly kind: 'written'; readonly file: string; readonly counts: Readonly<Record<string, number>> };

/** Runs a command; `started` is told before each stage. */
export async function run(
  command: Command,
  started: (stage: Stage) => void,
  effects: Effects,
): Promise<Outcome> {
  const document = openDocument(command.document);
  if (command.name === 'build') {
    const source = openSource(command.source, document);
    const summary = await build(source, document, command.out, started, effects);
    return { kind: 'published', out: command.out, summary };
  }
  started(command.name);
  return runStage(command.name, command, document, effects);
}

async function runStage(
  stage: Stage,
  command: Command,
  document: DocumentDescription,
  effects: Effects,
): Promise<Outcome> {
  const { digest } = document;
  const written = (value: unknown, counts: Readonly<Record<string, number>>): Outcome => {
    return { kind: 'written', file: writeStage(stage, digest, value), counts };
  };
  switch (stage) {
    case 'extract': {
      const source = openSource(command.source, document);
      const layer = await extract(source.bytes, source.file);
      return written(layer, { lines: layer.lines.length, characters: layer.text.length });
    }
    case 'normalise': {
      const normalised = normalise(readStage<TextLayer>('extract', digest), document);
      return written(normalised, { cells: normalised.cells.length });
    }
    case 'validate': {
      const validated = validate(readStage<NormalisedDocument>('normalise', digest), document);
      return written(validated, {
        datasets: validated.datasets.length,
        identities: validated.identitiesChecked,
      });
    }
    case 'publish': {
      const { datasets, views, identitiesChecked } = readStage<ValidatedDocument>('validate', digest);
      const { file } = readStage<TextLayer>('extract', digest);
      const source: Source = { file, bytes: bytesOf(file) };
      const published = await publish(publicationOf(document, source, datasets, views), command.out, effects);
      return { kind: 'published', out: command.out, summary: { ...published, identitiesChecked } };
    }
  }
}
