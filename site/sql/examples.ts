import type { Language } from '../catalogue/language.ts';
import type { Relation } from './relations.ts';

/** A query to begin with. */
export interface Example {
  readonly title: Readonly<Record<Language, string>>;
  /** The query; labels come in the reader's language. */
  readonly sql: (language: Language) => string;
}

/** Queries that show what can be asked, the simplest first. Each is offered where all tables that it asks are published. */
export const EXAMPLES: readonly Example[] = [
  {
    title: {
      kk: 'Оңтүстік Қазақстан ауылындағы кедейлік, 2010-2015',
      ru: 'Бедность в селах Южного Казахстана, 2010-2015',
      en: 'Poverty in rural South Kazakhstan, 2010-2015',
    },
    sql: () => `select year, percent
from poverty_rate
where region = 'KZ-YUZ' and area = 'R'
order by year;`,
  },
  {
    title: {
      kk: 'Өңірлер кедейлік үлесі бойынша, 2015',
      ru: 'Регионы по доле бедных, 2015',
      en: 'Regions by the share of the poor, 2015',
    },
    sql: (language) => `select r.name_${language} as region, p.percent
from poverty_rate p
join region r using (region)
where p.year = 2015 and p.area = '_T'
order by p.percent desc;`,
  },
  {
    title: {
      kk: 'Бейресми жұмыспен қамту үлесі, ерлер мен әйелдер',
      ru: 'Доля неформально занятых, мужчины и женщины',
      en: 'Share of informal employment, men and women',
    },
    sql: (
      language,
    ) => `select e.year, round(100 * any_value(e.thousand_persons) filter (e.formality = 'INFORMAL')
  / any_value(e.thousand_persons) filter (e.formality = '_T'), 1) as percent, s.name_${language} as sex
from employment_formality e
join sex s using (sex)
group by e.year, s.name_${language}
order by e.year, sex;`,
  },
  {
    title: {
      kk: 'Мән, оның қай жерден оқылғаны және оны не растайтыны',
      ru: 'Значение, откуда оно прочитано и чем подтверждено',
      en: 'A value, where it was read and what covers it',
    },
    sql: () => `select o.value, c.page, c.line_start, c.raw, c.reading, c.identities, c.state
from observations o
join cell c using (cell_id)
where o.dataset = 'poverty_headcount' and o.series = 'KZ-MAN._T' and o.year = 2011;`,
  },
  {
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
    title: {
      kk: 'Теңдікті қайта тексеру: барлығы = қала + ауыл',
      ru: 'Проверить тождество заново: всего = город + село',
      en: 'An identity run again: all = urban + rural',
    },
    sql: () => `select region, year, left_value, right_value, verdict
from check_headcount_by_area
where year = 2015;`,
  },
  {
    title: {
      kk: 'Джини коэффициенті: әр өңірге бір жол',
      ru: 'Коэффициент Джини: строка на регион',
      en: 'Gini coefficient: one row a region',
    },
    sql: (language) => `pivot (
  select r.name_${language} as region, i.year, i.value
  from income_inequality i
  join region r using (region)
  where i.measure = 'GINI_DECILE'
) on year using any_value(value)
order by region;`,
  },
  {
    title: {
      kk: 'Сумен жабдықтау туралы тармақтар және олар сілтейтін актілер',
      ru: 'Пункты о водоснабжении и акты, на которые они ссылаются',
      en: 'Paragraphs that speak of water supply, and what they cite',
    },
    sql: () => `select p.paragraph, p.page, l.title_kk, p.text
from paragraph p
left join legal_reference l using (paragraph)
where regexp_matches(p.text, 'сумен жабдықтау', 'i')
order by p.paragraph;`,
  },
  {
    title: {
      kk: 'Көрсеткіштерді атауынан табу: «пенси»',
      ru: 'Найти показатели по названию: «пенси»',
      en: 'Find indicators by a part of their names: “пенси”',
    },
    sql: (language) => `select indicator, name_${language}, unit
from indicator
where concat_ws(' ', group_kk, name_kk, name_ru, name_en) ilike '%пенси%';`,
  },
  {
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

/** Names of tables that a query asks, and of those whose rows it looks for in a table of all. */
const ASKED = /\b(?:from|join)\s+([a-z_]\w*)|\bdataset = '(\w+)'/gi;

/** The examples that a document's own tables answer; where some do not, its first tables stand before them. */
export function examplesFor(relations: readonly Relation[]): readonly Example[] {
  const names = new Set(relations.map(({ name }) => name));
  const own = EXAMPLES.filter(({ sql }) =>
    [...sql('en').matchAll(ASKED)].every(([, asked, dataset]) => names.has(asked ?? dataset ?? '')),
  );
  if (own.length === EXAMPLES.length) return own;
  const tables = relations.filter(({ kind, columns }) => kind === 'table' && holdsValues(columns));
  const shown = tables.slice(0, MOST_TABLES).map(({ name }) => ({
    title: { kk: name, ru: name, en: name },
    sql: () => `from ${name} limit 100;`,
  }));
  return [...shown, ...own];
}

/** Tables that are shown where no example fits: as many as the eye takes in. */
const MOST_TABLES = 5;

function holdsValues(columns: Relation['columns']): boolean {
  return columns.some(({ name }) => name === 'cell_id');
}
