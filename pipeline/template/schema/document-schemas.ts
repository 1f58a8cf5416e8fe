import { readSchemas } from './schemas.ts';
import type { TableSchema } from './table-schema.ts';

/** The schemas that a document may publish under. */
export interface DocumentSchemas {
  /** The engine's own tables: evidence, and what it makes of running text. */
  readonly general: ReadonlyMap<string, TableSchema>;
  /** Those of the document, in a folder of its name. */
  readonly own: ReadonlyMap<string, TableSchema>;
}

/**
 * Reads the folder of schemas for a document: `files` by their paths within it, `cell.json` for the engine's own and
 * `NAME/harvest.json` for those of the document `name`. Throws a SourceFault with every typo.
 */
export function readDocumentSchemas(
  folder: string,
  files: ReadonlyMap<string, string>,
  name: string,
): DocumentSchemas {
  const own = `${name}/`;
  const general = readSchemas(
    folder,
    filesOf(files, (path) => (path.includes('/') ? undefined : path)),
  );
  const within = filesOf(files, (path) => (path.startsWith(own) ? path.slice(own.length) : undefined));
  return { general, own: readSchemas(`${folder}/${name}`, within, general) };
}

/** The engine's schemas with those of a document, in the order of their names. */
export function allSchemas({ general, own }: DocumentSchemas): ReadonlyMap<string, TableSchema> {
  return new Map([...general, ...own].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function filesOf(
  files: ReadonlyMap<string, string>,
  within: (path: string) => string | undefined,
): ReadonlyMap<string, string> {
  return new Map(
    [...files].flatMap(([path, text]): [string, string][] => {
      const name = within(path);
      return name === undefined ? [] : [[name, text]];
    }),
  );
}
