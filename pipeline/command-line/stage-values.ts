import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '../build.ts';
import { fault } from '../page/finding.ts';
import { sha256 } from '../page/sha256.ts';

/** Where what can be made again is kept; the stages of a document that shares a project have a folder in it. */
export const BUILD = 'build';

/** What a stage's value was made with, as digests: with the same three it would be the same value. */
export interface Making {
  /** The program. */
  readonly engine: string;
  /** What the stage reads of the document's folder and the schemas. */
  readonly declarations: string;
  /** The source's name and bytes, or the value of the stage before. */
  readonly input: string;
}

/** A stage's value on disk, with what it takes to notice that it is stale or damaged. */
export interface StageFile extends Making {
  readonly stage: Stage;
  /** SHA-256 of `value`. */
  readonly digest: string;
  /** The stage's value, as JSON. */
  readonly value: string;
}

/** Where a stage leaves its value, in the folder `kept` of its document. */
export const pathOf = (kept: string, stage: Stage): string => join(kept, `${stage}.json`);

/** A stage's value as it is kept. */
export interface StageText {
  readonly json: string;
  readonly digest: string;
}

/** What is kept of a stage's value. */
export function stageText(value: unknown): StageText {
  const json = JSON.stringify(value);
  return { json, digest: digestOf(json) };
}

/** Writes a stage's value to the folder `kept`, in one step, and tells where. */
export function writeStage(
  kept: string,
  stage: Stage,
  { engine, declarations, input }: Making,
  { json, digest }: StageText,
): string {
  const path = pathOf(kept, stage);
  // Two programs at once must not write into the same file.
  const part = `${path}.${process.pid}.part`;
  const file: StageFile = { stage, engine, declarations, input, digest, value: json };
  try {
    mkdirSync(kept, { recursive: true });
    writeFileSync(part, `${JSON.stringify(file)}\n`);
    renameSync(part, path);
  } catch (error) {
    throw buildFault(path, error);
  }
  return path;
}

/** Says for the user why nothing can be kept in `build/`; an error that is not the disk's comes back as it is. */
export function buildFault(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const expected = `a folder ${BUILD} that can be written to`;
  const action = 'let this user write there; what is published is whole';
  return fault({ kind: 'output', place: { file: path }, expected, found: error.message, action });
}

/** The digest that a stage's file names of its value. */
export function digestOf(text: string): string {
  return sha256(new TextEncoder().encode(text));
}
