import type { Definition } from './publish/definition.ts';
import type { Effects } from './publish/effects.ts';
import { discardDatabase, type PreparedDatabase, prepareDatabase } from './publish/prepared-database.ts';
import { type PublishSummary, publish } from './publish/publish.ts';
import type { Hearing, Read, Source } from './read.ts';
import type { Stage } from './stage.ts';
import type { DocumentDescription } from './template/document.ts';
import type { Arithmetic } from './validate/validate.ts';

/** What a build did. */
export interface BuildSummary extends PublishSummary, Arithmetic {}

/**
 * The whole flow: bytes -> text layer -> cells -> datasets -> files in `out`. Each stage is a pure function
 * of the one before it; only `publish` writes, and only when all that precedes has passed.
 */
export async function build(
  source: Source,
  document: DocumentDescription,
  out: string,
  started: (stage: Stage) => void,
  effects: Effects,
): Promise<BuildSummary> {
  // Loaded when it is wanted: where another thread reads, this one need not be able to.
  const { read } = await import('./read.ts');
  return publishRead((hear) => read(source, document, hear), out, started, effects);
}

/** Publishes what `reading` reads. DuckDB learns the tables and views in a thread of its own meanwhile. */
export async function publishRead<T extends Read>(
  reading: (hear: Hearing) => Promise<T>,
  out: string,
  started: (stage: Stage) => void,
  effects: Effects,
): Promise<BuildSummary> {
  const preparing: Promise<PreparedDatabase>[] = [];
  const defined = async (definition: Definition): Promise<void> => {
    const database = prepareDatabase(definition);
    preparing.push(database);
    await database;
  };
  try {
    const { publication, arithmetic } = await reading({ started, defined });
    started('publish');
    const [prepared] = await Promise.all(preparing);
    const published = await publish(publication, out, { ...effects, ...(prepared && { prepared }) });
    return { ...published, ...arithmetic };
  } finally {
    for (const database of preparing) await discardDatabase(await database);
  }
}
