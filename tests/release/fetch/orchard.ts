import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { readTask } from '../../../pipeline/command-line/reading.ts';
import { SourceFault } from '../../../pipeline/page/finding.ts';
import { sha256 } from '../../../pipeline/page/sha256.ts';
import type { DocumentDescription } from '../../../pipeline/template/document.ts';
import type { Register } from '../../../pipeline/template/register.ts';
import type { World } from '../../../release/fetch/download.ts';
import { exchange } from '../../../release/fetch/exchange.ts';
import { documentOf, fixtures } from '../../made-up-document.ts';

/** The text that the made-up document is read from until a register gives another. */
export const TEXT = 'Apples 12,5\nPears 7,0\n';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A made-up document in a folder of its own, whose register is at `origin`. */
export function documentAt(origin: string, register: Partial<Register> = {}): DocumentDescription {
  const folder = mkdtempSync(join(tmpdir(), 'fetch-'));
  folders.push(folder);
  writeFileSync(join(folder, 'input.txt'), TEXT);
  const document = documentOf(fixtures[0] ?? '');
  return {
    ...document,
    folder,
    head: {
      ...document.head,
      text_layer: { file: 'input.txt', sha256: sha256(new TextEncoder().encode(TEXT)) },
      register: {
        url: `${origin}/report`,
        origins: [origin],
        media_types: ['application/pdf', 'text/plain'],
        most_megabytes: 1,
        ...register,
      },
    },
  };
}

/** A world whose network is real and whose time is not: pauses are noted and take no time. */
export interface TestWorld extends World {
  readonly pauses: readonly number[];
  readonly told: readonly string[];
}

export function testWorld(changes: Partial<World> = {}): TestWorld {
  const pauses: number[] = [];
  const told: string[] = [];
  return {
    exchange,
    now: () => new Date('2026-01-01T00:00:00.900Z'),
    random: () => 0.5,
    sleep: async (milliseconds) => void pauses.push(milliseconds),
    tell: (text) => void told.push(text),
    read: readTask,
    limits: { headers: 30_000, idle: 30_000, total: 60_000 },
    patience: { attempts: 4, first: 1000, longest: 60_000, longestAskedFor: 900_000 },
    ...changes,
    pauses,
    told,
  };
}

/** Every file below a document's folder, by path, but its own text. */
export function storedIn({ folder }: DocumentDescription): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
  return new Map(
    paths
      .filter((path) => path !== 'input.txt')
      .map((path): [string, Buffer] => [path, readFileSync(join(folder, path))]),
  );
}

/** What a promise is refused with, as a user reads it; fails when it is not refused. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.message;
  }
  throw new Error('was not refused');
}
