import type { Labels } from '../../template/head.ts';
import type { Titles } from '../../template/schema/table-schema.ts';

/** What a table or a column is called, by language. */
export function titleLabels({ title, title_kk: kk, title_ru: ru }: Titles): Labels {
  return { ...(kk !== undefined && { kk }), ...(ru !== undefined && { ru }), en: title };
}

/** What a table or a column means, by language. */
export function descriptionLabels({ description, description_kk: kk, description_ru: ru }: Titles): Labels {
  return { ...(kk !== undefined && { kk }), ...(ru !== undefined && { ru }), en: description };
}
