import type { Labels } from '../../template/head.ts';
import type { Cautions, TableSchema, Titles } from '../../template/schema/table-schema.ts';
import type { Description } from '../publication.ts';
import { toldOf } from './facts.ts';

/** What a Parquet or Arrow file says of itself when it travels alone: names and texts, in a fixed order. */
export function tableMetadata(
  schema: TableSchema,
  description: Description,
): readonly (readonly [string, string])[] {
  const { id, title, version, licence, sources, identifiers } = description;
  return [
    ['title', schema.title],
    ['description', schema.description],
    ...(schema.caution === undefined ? [] : [['caution', schema.caution] as const]),
    ['dataset', `${id} ${version}`],
    ['dataset_title', title.en],
    ['source', sources.map((source) => `${toldOf(source)} <${source.path}>`).join('; ')],
    ...(identifiers.length === 0
      ? []
      : [['identifiers', identifiers.map(({ code, path }) => `${code} <${path}>`).join('; ')] as const]),
    ['licence', `${licence.title} <${licence.path}>`],
    ['primary_key', JSON.stringify(schema.primaryKey)],
    ['foreign_keys', JSON.stringify(schema.foreignKeys ?? [])],
    ['fields', JSON.stringify(schema.fields)],
  ];
}

/** What a table or a column is called, by language. */
export function titleLabels({ title, title_kk: kk, title_ru: ru }: Titles): Labels {
  return { ...(kk !== undefined && { kk }), ...(ru !== undefined && { ru }), en: title };
}

/** What a table or a column means, by language. */
export function descriptionLabels({ description, description_kk: kk, description_ru: ru }: Titles): Labels {
  return { ...(kk !== undefined && { kk }), ...(ru !== undefined && { ru }), en: description };
}

/** What is not to be done with a table, by language; nothing where nothing is declared. */
export function cautionLabels({ caution: en, caution_kk: kk, caution_ru: ru }: Cautions): Partial<Labels> {
  return {
    ...(kk !== undefined && { kk }),
    ...(ru !== undefined && { ru }),
    ...(en !== undefined && { en }),
  };
}
