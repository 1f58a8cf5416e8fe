import { type BuildEffects, type BuildSummary, build, type Source } from '../build.ts';
import type { DocumentDescription } from '../document/document.ts';
import { extract } from '../extract/extract.ts';
import type { TextLayer } from '../extract/text-layer.ts';
import { type NormalisedDocument, normalise } from '../normalise/normalise.ts';
import { publish } from '../publish/publish.ts';
import type { Stage } from '../stage.ts';
import { publicationOf } from '../validate/publication.ts';
import { type ValidatedDocument, validate } from '../validate/validate.ts';
import type { Command } from './arguments.ts';
import { bytesOf, openDocument, openSource } from './folders.ts';
import { makingOf, sourceDigest } from './making.ts';
import { checkInput, readStage, writeStage } from './stage-files.ts';
import { engineDigest } from './up-to-date.ts';
import { update } from './update.ts';

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

/** Runs a command; `started` is told before each stage. */
export async function run(
  command: Command,
  started: (stage: Stage) => void,
  effects: BuildEffects,
): Promise<Outcome> {
  if (command.name === 'update') return update(command, started, effects);
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
  effects: BuildEffects,
): Promise<Outcome> {
  const making = makingOf(document, engineDigest());
  const written = (input: string, value: unknown, counts: Readonly<Record<string, number>>): Outcome => {
    const { file } = writeStage(stage, { ...making(stage), input }, value);
    return { kind: 'written', file, counts };
  };
  switch (stage) {
    case 'extract': {
      const source = openSource(command.source, document);
      const layer = await extract(source.bytes, source.file, effects.readPdf);
      return written(sourceDigest(source), layer, {
        lines: layer.lines.length,
        characters: layer.text.length,
      });
    }
    case 'normalise': {
      const layer = readStage<TextLayer>('extract', making('extract'));
      const normalised = normalise(layer.value, document);
      return written(layer.digest, normalised, { cells: normalised.cells.length });
    }
    case 'validate': {
      const normalised = readStage<NormalisedDocument>('normalise', making('normalise'));
      checkInput('normalise', normalised, readStage<TextLayer>('extract', making('extract')).digest);
      const validated = validate(normalised.value, document);
      return written(normalised.digest, validated, {
        datasets: validated.datasets.length,
        identities: validated.arithmetic.identitiesChecked,
      });
    }
    case 'publish': {
      const validated = readStage<ValidatedDocument>('validate', making('validate'));
      const normalised = readStage<NormalisedDocument>('normalise', making('normalise'));
      const layer = readStage<TextLayer>('extract', making('extract'));
      checkInput('validate', validated, normalised.digest);
      checkInput('normalise', normalised, layer.digest);
      const source: Source = { file: layer.value.file, bytes: bytesOf(layer.value.file) };
      checkInput('extract', layer, sourceDigest(source));
      const { datasets, views, texts, arithmetic } = validated.value;
      const published = await publish(
        publicationOf(document, source, datasets, views, texts),
        command.out,
        effects,
      );
      return { kind: 'published', out: command.out, summary: { ...published, ...arithmetic } };
    }
  }
}
