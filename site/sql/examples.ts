import type { Query } from '../catalogue/introduction.ts';
import type { Language } from '../catalogue/language.ts';
import type { Relation } from './relations.ts';

/** A query to begin with. */
export interface Example {
  readonly title: Readonly<Record<Language, string>>;
  /** The query; labels come in the reader's language. */
  readonly sql: (language: Language) => string;
}

/** Questions to the tables that every document has. Each is offered where the table that it asks is published. */
const OF_EVERY_DOCUMENT: readonly (Example & { readonly asks: string })[] = [
  {
    asks: 'check_result',
    title: {
      kk: 'Дереккөз өзіне-өзі қайшы келетін жерлер',
      ru: 'Где источник противоречит сам себе',
      en: 'Where the source contradicts itself',
    },
    sql: () => `select check_id, left_value, right_value, difference, tolerance, description
from check_result
where verdict = 'broken'
order by check_id;`,
  },
  {
    asks: 'cell',
    title: {
      kk: 'Тағы қалай оқуға болар еді және оны не жоққа шығарды',
      ru: 'Как еще можно было бы прочесть и что это исключило',
      en: 'How else it could be read, and what excluded that',
    },
    sql: () => `select cell_id, page, raw, runner_up, runner_up_row, evidence, runner_up_breaks
from cell
where runner_up is not null
order by deciding_identities desc, cell_id;`,
  },
  {
    asks: 'cell',
    title: {
      kk: 'Ешқандай теңдік жетпейтін мәндер, кестелер бойынша',
      ru: 'Значения, до которых не достает ни одно тождество, по таблицам',
      en: 'Values that no identity reaches, by table',
    },
    sql: () => `select dataset, count(*) filter (identities = 0) as uncovered, count(*) as cells
from cell
group by dataset
having uncovered > 0
order by uncovered desc;`,
  },
];

/** Questions to a document's own tables, where its catalogue.yaml declares none: as many as the eye takes in. */
const MOST_TABLES = 5;

/** Where the reader's language stands in a declared query: `name_{language}`. */
const LANGUAGE = /\{language\}/g;

/** A query of catalogue.yaml for a reader: `name_{language}` becomes `name_kk`. */
export function queryFor({ sql }: Query, language: Language): string {
  return sql.replace(LANGUAGE, language).trim();
}

/**
 * The queries that a document's SQL page offers: those that its catalogue.yaml declares, or without any those that its
 * `own` tables suggest, and then those that every document answers.
 */
export function examplesFor(
  declared: readonly Query[],
  own: readonly Example[],
  relations: readonly Relation[],
): readonly Example[] {
  const names = new Set(relations.map(({ name }) => name));
  const first = declared.map((query): Example => ({ title: query.title, sql: (to) => queryFor(query, to) }));
  return [
    ...(first.length > 0 ? first : own.slice(0, MOST_TABLES)),
    ...OF_EVERY_DOCUMENT.filter(({ asks }) => names.has(asks)),
  ];
}
