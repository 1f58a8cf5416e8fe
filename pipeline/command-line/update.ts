import type { BuildEffects } from '../build.ts';
import { extract } from '../extract/extract.ts';
import { normalise } from '../normalise/normalise.ts';
import { publish } from '../publish/publish.ts';
import type { Stage } from '../stage.ts';
import { publicationOf } from '../validate/publication.ts';
import { validate } from '../validate/validate.ts';
import type { Command } from './arguments.ts';
import { openDocument, openSource } from './folders.ts';
import { makingOf, sourceDigest } from './making.ts';
import { type StageValue, storedStage, writeStage } from './stage-files.ts';
import type { Outcome } from './stages.ts';
import { engineDigest, inputsDigest, isUpToDate, markUpToDate } from './up-to-date.ts';

/**
 * Comes to the same output as a build, and redoes only what follows from what has changed: nothing at all when
 * nothing has, else the first stage that reads something else than it did, and those that read another value
 * than before. What a stage left in `build/` is used when it is whole and would come out the same.
 */
export async function update(
  command: Command,
  started: (stage: Stage) => void,
  effects: BuildEffects,
): Promise<Outcome> {
  const { out } = command;
  // Taken before anything is read: what changes during the update counts as changed at the next.
  const inputs = inputsDigest(command);
  if (isUpToDate(inputs, out)) return { kind: 'up to date', out };
  const engine = engineDigest();
  const document = openDocument(command.document);
  const source = openSource(command.source, document);
  const making = makingOf(document, engine);
  const redone: Stage[] = [];
  const redo = (stage: Stage): void => {
    redone.push(stage);
    started(stage);
  };
  const reused = async <T>(
    stage: Stage,
    input: string,
    make: () => T | Promise<T>,
  ): Promise<Omit<StageValue<T>, 'input'>> => {
    const made = { ...making(stage), input };
    const stored = storedStage<T>(stage, made);
    if (stored !== undefined) return stored;
    redo(stage);
    const value = await make();
    return { value, digest: writeStage(stage, made, value).digest };
  };
  const layer = await reused('extract', sourceDigest(source), () =>
    extract(source.bytes, source.file, effects.readPdf),
  );
  const normalised = await reused('normalise', layer.digest, () => normalise(layer.value, document));
  const validated = await reused('validate', normalised.digest, () => validate(normalised.value, document));
  redo('publish');
  const { datasets, views, texts, arithmetic } = validated.value;
  const published = await publish(publicationOf(document, source, datasets, views, texts), out, effects);
  markUpToDate(inputs, out);
  return { kind: 'published', out, summary: { ...published, ...arithmetic }, redone };
}
