import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '../build.ts';
import { sha256 } from '../document/document.ts';
import { fault } from '../finding.ts';
import { bytesOf } from './folders.ts';

/** Where stages that are run alone leave their values. */
export const BUILD = 'build';

/** A stage's value on disk, with what it takes to notice that it is stale or damaged. */
interface StageFile {
  readonly stage: Stage;
  /** Digest of the document's folder and the schemas that the value was made with. */
  readonly document: string;
  /** Digest of what the value was made from: the source's bytes, or the value of the stage before. */
  readonly input: string;
  /** SHA-256 of `value`. */
  readonly digest: string;
  /** The stage's value, as JSON. */
  readonly value: string;
}

/** A stage's value as it was read back, with the digest that the next stage's file must name. */
export interface StageValue<T> {
  readonly value: T;
  readonly digest: string;
  readonly input: string;
}

const pathOf = (stage: Stage): string => join(BUILD, `${stage}.json`);

/** Writes a stage's value to `build/`, in one step. */
export function writeStage(stage: Stage, document: string, input: string, value: unknown): string {
  const path = pathOf(stage);
  const json = JSON.stringify(value);
  const file: StageFile = { stage, document, input, digest: digestOf(json), value: json };
  try {
    mkdirSync(BUILD, { recursive: true });
    writeFileSync(`${path}.part`, `${JSON.stringify(file)}\n`);
    renameSync(`${path}.part`, path);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const expected = `a folder ${BUILD} that can be written to`;
    throw fault({ kind: 'output', place: { file: path }, expected, found: error.message });
  }
  return path;
}

/**
 * Reads back what a stage wrote. The value is trusted to have the stage's type because its digest and the
 * document's are the ones it was written with; a missing, stale or damaged file is a finding.
 */
export function readStage<T>(stage: Stage, document: string): StageValue<T> {
  const path = pathOf(stage);
  const file =
    parse(new TextDecoder().decode(bytesOf(path, again(stage)))) ?? refuse(stage, 'a damaged file');
  if (file.stage !== stage || file.digest !== digestOf(file.value)) return refuse(stage, 'a damaged file');
  if (file.document !== document) return refuse(stage, 'a file made with other layouts or schemas');
  return { value: JSON.parse(file.value) as T, digest: file.digest, input: file.input };
}

/** Refuses a stage's file whose input has changed since: each stage must have read what stands there now. */
export function checkInput(stage: Stage, { input }: StageValue<unknown>, digest: string): void {
  if (input !== digest) refuse(stage, 'a file made from another source');
}

function refuse(stage: Stage, found: string): never {
  const expected = `what the stage ${stage} wrote`;
  throw fault({ kind: 'file', place: { file: pathOf(stage) }, expected, found, action: again(stage) });
}

function again(stage: Stage): string {
  return `run "etl ${stage}" first`;
}

function parse(text: string): StageFile | undefined {
  try {
    const file: unknown = JSON.parse(text);
    const has = (key: string): boolean => typeof file === 'object' && file !== null && key in file;
    const keys = ['stage', 'document', 'input', 'digest', 'value'];
    return keys.every(has) ? (file as StageFile) : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(text: string): string {
  return sha256(new TextEncoder().encode(text));
}
