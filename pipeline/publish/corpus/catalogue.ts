import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fault } from '../../page/finding.ts';
import type { CorpusDeclaration } from '../../template/corpus/declaration.ts';
import type { TableSchema } from '../../template/schema/table-schema.ts';
import { closeDatabase, type Database, FILE_OPTIONS, giverBack, openDatabase } from '../duckdb/database.ts';
import { identifier, literal, viewOf } from '../duckdb/sql.ts';
import { CHECKSUMS, writeChecksums } from '../folder/checksums.ts';
import type { Replacement } from '../folder/replace.ts';
import { inTemporaryFolder } from '../folder/scratch.ts';
import { readBack, type WrittenFile, write } from '../folder/written-file.ts';
import { MOST_PRECISION } from '../table.ts';
import { ACROSS_COLUMNS, continuesSql, sameSql } from './across-sql.ts';
import { CHECK_RESULT_ACROSS, DOCUMENT, FILE, FINDING } from './catalogue-tables.ts';
import { dimensionFaultsSql, dimensionSql } from './dimension-sql.ts';
import { CATALOGUE, DATA, DOCUMENTS, partitionsOf } from './layout.ts';
import type { CorpusFacts, CorpusTable } from './verify.ts';

/** The DuckDB file of a catalogue. */
const CORPUS_DATABASE = 'corpus.duckdb';

/** What a catalogue holds, and what came of the checks between documents. */
export interface Catalogue {
  readonly files: readonly WrittenFile[];
  /** How many checks between documents came to each verdict. */
  readonly across: Readonly<Record<string, number>>;
}

/** What a catalogue is made of. */
export interface CatalogueTask {
  /** The folder of the corpus. */
  readonly folder: string;
  readonly facts: CorpusFacts;
  readonly declaration: CorpusDeclaration;
  readonly dimensions: readonly CorpusTable[];
  /** Where it was declared, for what does not fit. */
  readonly declaredIn: string;
}

/**
 * Writes the catalogue of a corpus into an empty folder: documents, files, dimensions and checks between documents as
 * Parquet, and a DuckDB file with a view for each table. DuckDB reads partitions and records as a stream, so that memory
 * does not grow with their number.
 */
export async function writeCatalogue(
  task: CatalogueTask,
  { next, announce }: Replacement,
): Promise<Catalogue> {
  const names = [DOCUMENT, FILE, CHECK_RESULT_ACROSS, ...task.dimensions].map(({ name }) => name);
  const files = [...names.map((name) => `${name}.parquet`), CORPUS_DATABASE];
  await announce([...files, CHECKSUMS]);
  const across = await asInCorpus(task.folder, next, () => filled(task));
  const written = await Promise.all(files.map((path) => readBack(next, path)));
  const checksums = await write(next, CHECKSUMS, writeChecksums(written));
  return { files: [...written, checksums], across };
}

/**
 * Works where `data/`, `documents/` and `catalogue/` are those of the corpus, though the catalogue has not its place
 * yet: the views of the DuckDB file name them so, and DuckDB looks at what they name before it takes a view.
 */
async function asInCorpus<T>(folder: string, next: string, work: () => Promise<T>): Promise<T> {
  return inTemporaryFolder('corpus', async (place) => {
    for (const name of [DATA, DOCUMENTS]) await symlink(join(folder, name), join(place, name));
    await symlink(next, join(place, CATALOGUE));
    const before = process.cwd();
    process.chdir(place);
    try {
      return await work();
    } finally {
      process.chdir(before);
    }
  });
}

async function filled(task: CatalogueTask): Promise<Catalogue['across']> {
  const database = await openDatabase();
  try {
    const { connection } = database;
    const giveBack = await giverBack(database);
    const run = async (statement: string): Promise<void> => {
      await connection.run(statement);
      await giveBack();
    };
    const copy = (name: string, query: string): Promise<void> =>
      run(`copy (${query}) to ${literal(cataloguePath(name))} (format parquet, compression zstd)`);
    await run(documentsSql(task.declaration));
    await copy(DOCUMENT.name, 'from document_rows order by document');
    await copy(FILE.name, FILE_SQL);
    for (const table of task.dimensions) await copy(table.name, dimensionSql(table));
    for (const statement of acrossSql(task)) await run(statement);
    await refuseIdle(database, task);
    await copy(CHECK_RESULT_ACROSS.name, 'from across order by check_id');
    const verdicts = await connection.runAndReadAll(
      'select verdict, count(*) from across group by all order by all',
    );
    await writeViews(database, task);
    return Object.fromEntries(
      verdicts.getRowsJson().map(([verdict, count]) => [String(verdict), Number(count)]),
    );
  } finally {
    closeDatabase(database);
  }
}

const cataloguePath = (name: string): string => `${CATALOGUE}/${name}.parquet`;

const RECORDS = `read_json('${DOCUMENTS}/*.json', columns = {
  document: 'varchar', folder: 'varchar', state: 'varchar', title: 'json', version: 'varchar', created: 'varchar',
  identities: 'bigint', unreviewed: 'varchar[]', findings: 'bigint',
  tables: 'struct(name varchar, rows bigint)[]', files: 'struct(path varchar, bytes bigint, sha256 varchar)[]'
})`;

const FILE_SQL = `select file.path, document, split_part(file.path, '/', 2) as table_name, file.bytes, file.sha256
from (select document, unnest(files) as file from ${RECORDS}) order by file.path`;

/** What is said of each document; `position` is its place in the declared order, or by their dates and then their names. */
function documentsSql({ order }: CorpusDeclaration): string {
  const by =
    order === undefined
      ? 'created nulls first, document'
      : `list_position([${order.map(literal).join(', ')}], document) nulls last, created nulls first, document`;
  return `create temp table document_rows as
select document, row_number() over (order by ${by}) as position, folder, state,
  coalesce(title ->> '$.en', (title ->> ('$.' || json_keys(title)[1]))) as title, version, created, identities,
  len(unreviewed)::bigint as unreviewed, findings, len(tables)::bigint as tables, len(files)::bigint as files,
  coalesce(list_sum(list_transform(files, lambda file: file.bytes)), 0)::bigint as bytes
from ${RECORDS};
create temp view documents as select document, position from document_rows`;
}

/** The statements that evaluate all checks between documents into one table. */
function acrossSql({ facts, declaration, dimensions }: CatalogueTask): readonly string[] {
  const tables = new Map(facts.tables.filter(({ rows }) => rows > 0).map((table) => [table.name, table]));
  const { checks = [], revisions = [] } = declaration;
  const queries = checks
    .map((check) => ({ ...check, tables: check.tables.filter(({ table }) => tables.has(table)) }))
    .filter((check) => check.tables.length > 0)
    .map((check) =>
      check.kind === 'same'
        ? sameSql(
            check,
            revisions.flatMap((revision, at) => (revision.check === check.id ? [{ ...revision, at }] : [])),
            tables,
          )
        : continuesSql(check, tables),
    );
  const faults = dimensions.flatMap((table) => dimensionFaultsSql(table) ?? []);
  const columns = Object.entries(ACROSS_COLUMNS).map(([name, type]) => `${identifier(name)} ${type}`);
  const inserts = [...queries, ...faults].map((query) => `insert into across by name (${query})`);
  return [`create temp table across (${columns.join(', ')})`, ...inserts];
}

/** A declared revision that revises nothing is of another edition, or misspelt: what it was to explain is gone. */
async function refuseIdle(
  { connection }: Database,
  { declaration: { revisions = [] }, declaredIn }: CatalogueTask,
): Promise<void> {
  for (const { check, document, because } of revisions) {
    const found = await connection.runAndReadAll(
      `select count(*) from across where verdict = 'revised' and right_document = ${literal(document)}
        and reason = ${literal(because)} and starts_with(check_id, ${literal(`${check}:`)})`,
    );
    if (Number(found.getRowsJson()[0]?.[0]) > 0) continue;
    throw fault({
      kind: 'correction',
      place: { file: declaredIn, row: check },
      expected: `values that ${document} prints otherwise than the document before`,
      found: 'none that this revision explains',
      action: 'take it out, or correct its codes',
    });
  }
}

/** A DuckDB file of views alone, which read the files beside it. */
async function writeViews({ connection }: Database, { facts, dimensions }: CatalogueTask): Promise<void> {
  const shared = new Set(dimensions.map(({ name }) => name));
  const partitioned = facts.tables.map((table) =>
    viewOf(
      shared.has(table.name) ? `${table.name}_of_document` : table.name,
      table.rows > 0
        ? `from ${partitionsOf(table.name, table.schemas.length === 1)}`
        : emptySql(table.schemas),
    ),
  );
  // Of a corpus of which nothing was refused there is the same to be asked.
  const isFaultless = !facts.tables.some(({ name }) => name === FINDING.name);
  const findings = isFaultless ? [viewOf(FINDING.name, emptySql([FINDING]))] : [];
  const own = [DOCUMENT.name, FILE.name, CHECK_RESULT_ACROSS.name, ...shared].map((name) =>
    viewOf(name, `from read_parquet(${literal(cataloguePath(name))})`),
  );
  await connection.run(
    `attach ${literal(`${CATALOGUE}/${CORPUS_DATABASE}`)} as made (${FILE_OPTIONS}); use made`,
  );
  await connection.run([...partitioned, ...findings, ...own].join(';\n'));
  await connection.run('checkpoint made; use memory; detach made');
}

/** A table that no document has a row of. */
function emptySql([schema]: readonly TableSchema[]): string {
  const types = { string: 'varchar', boolean: 'boolean', integer: 'bigint', number: '' } as const;
  const columns = (schema?.fields ?? []).map(({ name, type, scale = 0 }) => {
    const sql = type === 'number' ? `decimal(${MOST_PRECISION}, ${scale})` : types[type];
    return `null::${sql} as ${identifier(name)}`;
  });
  return `select ${columns.join(', ')}, null::varchar as document where false`;
}
