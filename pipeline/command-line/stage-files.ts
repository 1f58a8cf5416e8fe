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
  /** SHA-256 of `value`. */
  readonly digest: string;
  /** The stage's value, as JSON. */
  readonly value: string;
}

const pathOf = (stage: Stage): string => join(BUILD, `${stage}.json`);

/** Writes a stage's value to `build/`, in one step. */
export function writeStage(stage: Stage, document: string, value: unknown): string {
  const path = pathOf(stage);
  const json = JSON.stringify(value);
  const file: StageFile = { stage, document, digest: digestOf(json), value: json };
  mkdirSync(BUILD, { recursive: true });
  writeFileSync(`${path}.part`, `${JSON.stringify(file)}\n`);
  renameSync(`${path}.part`, path);
  return path;
}

/**
 * Reads back what a stage wrote. The value is trusted to have the stage's type because its digest and the
 * document's are the ones it was written with; a missing, stale or damaged file is a finding.
 */
export function readStage<T>(stage: Stage, document: string): T {
  const path = pathOf(stage);
  const refuse = (found: string): never => {
    const action = `run "etl ${stage}" first`;
    throw fault({
      kind: 'file',
      place: { file: path },
      expected: `what the stage ${stage} wrote`,
      found,
      action,
    });
  };
  const file = parse(new TextDecoder().decode(bytesOf(path))) ?? refuse('a damaged file');
  if (file.stage !== stage || file.digest !== digestOf(file.value)) return refuse('a damaged file');
  if (file.document !== document) return refuse('a file made with other layouts or schemas');
  return JSON.parse(file.value) as T;
}

function parse(text: string): StageFile | undefined {
  try {
    const file: unknown = JSON.parse(text);
    const has = (key: string): boolean => typeof file === 'object' && file !== null && key in file;
    return has('stage') && has('document') && has('digest') && has('value') ? (file as StageFile) : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(text: string): string {
  return sha256(new TextEncoder().encode(text));
}
