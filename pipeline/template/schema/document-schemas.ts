import { readSchemas } from './schemas.ts';
import type { TableSchema } from './table-schema.ts';

/** The schemas that a document may publish under. */
export interface DocumentSchemas {
  /** The engine's own tables: evidence, and what it makes of running text. */
  readonly general: ReadonlyMap<string, TableSchema>;
  /** Those of the document, in its folder. */
  readonly own: ReadonlyMap<string, TableSchema>;
}

/** A folder of schemas: its files by their names, `cell.json`. */
export interface SchemaFolder {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Reads the engine's schemas and those that a document has of its own. Throws a SourceFault with every typo. */
export function readDocumentSchemas(shared: SchemaFolder, document: SchemaFolder): DocumentSchemas {
  const general = readSchemas(shared.folder, shared.files);
  return { general, own: readSchemas(document.folder, document.files, general) };
}

/** The engine's schemas with those of a document, in the order of their names. */
export function allSchemas({ general, own }: DocumentSchemas): ReadonlyMap<string, TableSchema> {
  return new Map([...general, ...own].sort(([a], [b]) => (a < b ? -1 : 1)));
}
