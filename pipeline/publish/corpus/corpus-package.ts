import type { CorpusDeclaration } from '../../template/corpus/declaration.ts';
import type { Field, TableSchema } from '../../template/schema/table-schema.ts';
import type { WrittenFile } from '../folder/written-file.ts';
import { jsonText, MEDIA_TYPES } from '../metadata/formats.ts';
import { CHECK_RESULT_ACROSS, DOCUMENT, FILE, PARTITION_FIELD } from './catalogue-tables.ts';
import { dimensionFields, fieldsOfTable, keyOfTable } from './dimension-sql.ts';
import { CATALOGUE, DATA, PARTITION } from './layout.ts';
import type { CorpusFacts, CorpusTable } from './verify.ts';

const PROFILES = 'https://datapackage.org/profiles/2.0';

/**
 * `datapackage.json` of a corpus (Data Package v2): the files of the catalogue, and each table with all its partitions. Where
 * there are too many to be named here, `catalogue/file.parquet` names them; `partitions` tells of each table in any case
 * how engines find it, and is no property of the standard, which allows others.
 */
export function corpusPackage(
  { tables, documents, published }: CorpusFacts,
  { id = 'corpus', title, description }: CorpusDeclaration,
  dimensions: readonly CorpusTable[],
  files: readonly WrittenFile[],
): string {
  const inCatalogue = new Map(files.map((file) => [file.path, file]));
  const resource = (
    schema: Pick<TableSchema, 'name' | 'title' | 'description'>,
    fields: readonly Field[],
    key: readonly string[],
  ): readonly object[] => {
    const file = inCatalogue.get(`${schema.name}.parquet`);
    if (file === undefined) return [];
    return [
      {
        ...headOf(schema.name, schema),
        path: `${CATALOGUE}/${file.path}`,
        bytes: file.bytes,
        hash: `sha256:${file.sha256}`,
        schema: schemaOf(fields, key),
      },
    ];
  };
  const filled = tables.filter(({ rows }) => rows > 0);
  return jsonText({
    $schema: `${PROFILES}/datapackage.json`,
    name: id,
    title,
    ...(description !== undefined && { description }),
    documents,
    published,
    partitions: filled.map(({ name: table, rows, files }) => ({
      table,
      path: `${DATA}/${table}/${PARTITION}=*/part.parquet`,
      rows,
      files,
    })),
    resources: [
      ...[DOCUMENT, FILE, CHECK_RESULT_ACROSS].flatMap((schema) =>
        resource(schema, schema.fields, schema.primaryKey),
      ),
      ...dimensions.flatMap((table) =>
        table.schemas
          .slice(0, 1)
          .flatMap((schema) => resource(schema, [...dimensionFields(table), COUNTED], keyOfTable(table))),
      ),
      ...filled.flatMap((table) => partitionedResource(table, dimensions.includes(table))),
    ],
  });
}

const COUNTED: Field = {
  name: 'documents',
  type: 'integer',
  title: 'Documents',
  description: 'How many documents have the code.',
};

/** As the views of the DuckDB file: under the name of a dimension stands what documents share. */
function partitionedResource(table: CorpusTable, isDimension: boolean): readonly object[] {
  const { name, schemas, paths } = table;
  if (paths === undefined) return [];
  return schemas.slice(0, 1).map((schema) => ({
    ...headOf(isDimension ? `${name}_of_document` : name, schema),
    path: paths,
    schema: schemaOf([...fieldsOfTable(table), PARTITION_FIELD], [PARTITION, ...keyOfTable(table)]),
  }));
}

function headOf(name: string, { title, description }: Pick<TableSchema, 'title' | 'description'>): object {
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name,
    type: 'table',
    title,
    description,
    format: 'parquet',
    mediatype: MEDIA_TYPES.parquet,
  };
}

function schemaOf(fields: readonly Field[], primaryKey: readonly string[]): object {
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fields: fields.map(({ name, type, title, description, unit }) => ({
      name,
      type,
      title,
      description,
      ...(unit !== undefined && { unit }),
    })),
    primaryKey,
  };
}
