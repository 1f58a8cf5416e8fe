import { literal } from '../duckdb/sql.ts';

/**
 * Where everything stands in the folder of a corpus, relative to it:
 *
 *     corpus.json                              what kind of folder it is
 *     data/harvest/document=orchards/part.parquet   a table of a document, as engines expect partitions
 *     documents/orchards.json                  what was made of a document: its files with their checksums
 *     schemas/3f2a....json                     what the columns of a table are, by the checksum of the file
 *     shards/2-of-8.json                       what a shard did
 *     catalogue/                               what a merge made of all of it
 *     work/                                    what is being written, and gone after
 */
export const CORPUS_FILE = 'corpus.json';
export const DATA = 'data';
export const DOCUMENTS = 'documents';
const SCHEMAS = 'schemas';
export const SHARDS = 'shards';
export const CATALOGUE = 'catalogue';
export const WORK = 'work';

/** The column that the folder of a partition is named after. */
export const PARTITION = 'document';

/** One of the parts into which the documents are divided, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** `data/harvest/document=orchards/part.parquet` */
export function partitionPath(table: string, document: string): string {
  return `${DATA}/${table}/${PARTITION}=${escaped(document)}/part.parquet`;
}

/** The table that a partition is of: `harvest` of `data/harvest/document=orchards/part.parquet`. */
export function tableOf(path: string): string {
  return path.split('/')[1] ?? '';
}

export function documentPath(document: string): string {
  return `${DOCUMENTS}/${escaped(document)}.json`;
}

export function schemaPath(digest: string): string {
  return `${SCHEMAS}/${digest}.json`;
}

export function shardPath({ index, of }: Shard): string {
  return `${SHARDS}/${index}-of-${of}.json`;
}

/** A name as Hive writes it in the folder of a partition: `a b` is `a%20b`. */
function escaped(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * What reads all partitions of a table as one. The paths are relative to the folder of the corpus, so that it can be moved:
 * DuckDB looks for them where it is run, or where `file_search_path` says. Without a type for the name of the document it
 * would take `2017` for a number.
 */
export function partitionsOf(table: string, isDeclaredAlike: boolean): string {
  const paths = literal(`${DATA}/${table}/*/part.parquet`);
  const byName = isDeclaredAlike ? '' : ', union_by_name = true';
  return `read_parquet(${paths}, hive_partitioning = true, hive_types = {${literal(PARTITION)}: varchar}${byName})`;
}
