import { TOGETHER_WORDS, WHOLE_WORDS } from '../locale/together-words.ts';
import { type Field, fieldOf, type TableSchema } from './schema/table-schema.ts';

/** The key that is a year. */
export const YEAR = 'year';

/** A key of tables of observations, and the code that stands where a table does not break its values down by it. */
export interface Dimension {
  readonly key: string;
  readonly whole: string;
  /** The column that holds it: the key, unless a column of another meaning is called so. */
  readonly column: string;
  /** The code list that names its codes, and the languages that it names them in. */
  readonly list?: { readonly name: string; readonly languages: readonly string[] };
}

/** The year as all tables have it: a text where one of them has years that are no numbers, such as `2019/20`. */
export function yearOf(tables: readonly TableSchema[]): Field {
  const years = tables.flatMap(({ fields }) => fields.filter(({ name }) => name === YEAR));
  const text = years.find(({ type }) => type === 'string');
  return text ?? years[0] ?? year;
}

/** The year; required where all tables have one. */
export function yearField(
  { constraints: { required: _, ...bounds } = {}, ...field }: Field,
  isYearly: boolean,
): Field {
  const constraints = { ...(isYearly && { required: true }), ...bounds };
  return Object.keys(constraints).length === 0 ? field : { ...field, constraints };
}

const year = fieldOf(YEAR, 'integer', 'Year', 'The year of the value.');

/** A text that says of every value what the others do not. */
export function text(name: string, title: string, description: string, isRequired: boolean): Field {
  return { ...fieldOf(name, 'string', title, description, isRequired), ...TOGETHER_WORDS[name] };
}

/** A key as a column that no row leaves empty, whatever its type is elsewhere. */
export function keyField({ unit: _, scale: __, ...field }: Field, name: string): Field {
  const { description_kk: kk, description_ru: ru } = field;
  return {
    ...field,
    name,
    type: 'string',
    description: `${field.description} The code of the whole stands where a table does not break its values down by it.`,
    ...(kk !== undefined && { description_kk: `${kk} ${WHOLE_WORDS.kk}` }),
    ...(ru !== undefined && { description_ru: `${ru} ${WHOLE_WORDS.ru}` }),
    constraints: { required: true },
  };
}

/** The columns that name codes, the table and the unit, by language. */
export function labelFields(
  tables: readonly TableSchema[],
  dimensions: readonly Dimension[],
  unitLanguages: readonly string[],
): readonly Field[] {
  const label = (name: string, language: string, title: string): Field => {
    const description = `Name of the code in ${name}; empty where the table does not have it. Language: ${language}.`;
    return fieldOf(`${name}_${language}`, 'string', `${title} (${language})`, description);
  };
  const titled = (['title_kk', 'title_ru', 'title'] as const).filter((key) =>
    tables.some((table) => table[key] !== undefined),
  );
  return [
    ...titled.map((key) => label('dataset', key === 'title' ? 'en' : key.slice('title_'.length), 'Table')),
    ...dimensions.flatMap(({ column, list }) =>
      (list?.languages ?? []).map((language) => label(column, language, column)),
    ),
    ...unitLanguages.map((language) => label('unit', language, 'Unit')),
  ];
}
