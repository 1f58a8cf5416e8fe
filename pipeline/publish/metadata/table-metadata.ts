import type { TableSchema } from '../../template/schema/table-schema.ts';
import type { Description } from '../publication.ts';

/** What a Parquet or Arrow file says of itself when it travels alone: names and texts, in a fixed order. */
export function tableMetadata(
  schema: TableSchema,
  description: Description,
): readonly (readonly [string, string])[] {
  const { id, title, version, licence, sources } = description;
  return [
    ['title', schema.title],
    ['description', schema.description],
    ['dataset', `${id} ${version}`],
    ['dataset_title', title.en],
    ['source', sources.map((source) => `${source.title} <${source.path}>`).join('; ')],
    ['licence', `${licence.title} <${licence.path}>`],
    ['primary_key', JSON.stringify(schema.primaryKey)],
    ['foreign_keys', JSON.stringify(schema.foreignKeys ?? [])],
    ['fields', JSON.stringify(schema.fields)],
  ];
}
