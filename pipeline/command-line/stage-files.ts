import type { Stage } from '../build.ts';
import { fault, SourceFault } from '../page/finding.ts';
import { memberOf, parsedJson } from '../page/json.ts';
import { bytesOf } from './folders.ts';
import { digestOf, type Making, pathOf, type StageFile } from './stage-values.ts';

/** A stage's value as it was read back, with the digest that the next stage's file must name. */
export interface StageValue<T> {
  readonly value: T;
  readonly digest: string;
  readonly input: string;
}

/**
 * Reads back what a stage wrote. The value is trusted to have the stage's type because its digest and those of
 * what it was made with are right; a missing, stale or damaged file is a finding.
 */
export function readStage<T>(
  kept: string,
  stage: Stage,
  { engine, declarations }: Omit<Making, 'input'>,
): StageValue<T> {
  const path = pathOf(kept, stage);
  const file =
    parse(new TextDecoder().decode(bytesOf(path, again(stage)))) ?? refuse(path, stage, 'a damaged file');
  if (file.stage !== stage || file.digest !== digestOf(file.value))
    return refuse(path, stage, 'a damaged file');
  if (file.engine !== engine) return refuse(path, stage, 'a file made by another version of this program');
  if (file.declarations !== declarations)
    return refuse(path, stage, 'a file made with other layouts or schemas');
  return { value: JSON.parse(file.value) as T, digest: file.digest, input: file.input };
}

/** What a stage wrote, if it is whole and would be the same again; undefined where the stage is to be run. */
export function storedStage<T>(kept: string, stage: Stage, making: Making): StageValue<T> | undefined {
  try {
    const stored = readStage<T>(kept, stage, making);
    return stored.input === making.input ? stored : undefined;
  } catch (error) {
    if (error instanceof SourceFault) return undefined;
    throw error;
  }
}

/** Refuses a stage's file whose input has changed since: each stage must have read what stands there now. */
export function checkInput(kept: string, stage: Stage, { input }: StageValue<unknown>, digest: string): void {
  if (input !== digest) refuse(pathOf(kept, stage), stage, 'a file made from another source');
}

function refuse(file: string, stage: Stage, found: string): never {
  const expected = `what the stage ${stage} wrote`;
  throw fault({ kind: 'file', place: { file }, expected, found, action: again(stage) });
}

function again(stage: Stage): string {
  return `run "etl ${stage}" first`;
}

function parse(text: string): StageFile | undefined {
  const file = parsedJson(text);
  const keys = ['stage', 'engine', 'declarations', 'input', 'digest', 'value'];
  return keys.every((key) => typeof memberOf(file, key) === 'string') ? (file as StageFile) : undefined;
}
