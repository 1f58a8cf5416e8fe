import { type BuildSummary, build, type Source, type Stage } from '../build.ts';
import { type DocumentDescription, sha256 } from '../document/document.ts';
import { extract } from '../extract/extract.ts';
import type { TextLayer } from '../extract/text-layer.ts';
import { type NormalisedDocument, normalise } from '../normalise/normalise.ts';
import type { Effects } from '../publish/effects.ts';
import { publish } from '../publish/publish.ts';
import { publicationOf } from '../validate/publication.ts';
import { type ValidatedDocument, validate } from '../validate/validate.ts';
import type { Command } from './arguments.ts';
import { bytesOf, openDocument, openSource } from './folders.ts';
import { checkInput, readStage, writeStage } from './stage-files.ts';

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
  const written = (input: string, value: unknown, counts: Readonly<Record<string, number>>): Outcome => {
    return { kind: 'written', file: writeStage(stage, digest, input, value), counts };
  };
  switch (stage) {
    case 'extract': {
      const source = openSource(command.source, document);
      const layer = await extract(source.bytes, source.file);
      return written(sha256(source.bytes), layer, {
        lines: layer.lines.length,
        characters: layer.text.length,
      });
    }
    case 'normalise': {
      const layer = readStage<TextLayer>('extract', digest);
      const normalised = normalise(layer.value, document);
      return written(layer.digest, normalised, { cells: normalised.cells.length });
    }
    case 'validate': {
      const normalised = readStage<NormalisedDocument>('normalise', digest);
      checkInput('normalise', normalised, readStage<TextLayer>('extract', digest).digest);
      const validated = validate(normalised.value, document);
      return written(normalised.digest, validated, {
        datasets: validated.datasets.length,
        identities: validated.identitiesChecked,
      });
    }
    case 'publish': {
      const validated = readStage<ValidatedDocument>('validate', digest);
      const normalised = readStage<NormalisedDocument>('normalise', digest);
      const layer = readStage<TextLayer>('extract', digest);
      checkInput('validate', validated, normalised.digest);
      checkInput('normalise', normalised, layer.digest);
      const source: Source = { file: layer.value.file, bytes: bytesOf(layer.value.file) };
      checkInput('extract', layer, sha256(source.bytes));
      const { datasets, views, texts, identitiesChecked } = validated.value;
      const published = await publish(
        publicationOf(document, source, datasets, views, texts),
        command.out,
        effects,
      );
      return { kind: 'published', out: command.out, summary: { ...published, identitiesChecked } };
    }
  }
}
