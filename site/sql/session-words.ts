import type { Language } from '../catalogue/language.ts';

/** What the SQL page says of a person's own doings: shared and saved queries, files, kinds of chart. */
export interface SessionWords {
  readonly toLoad: string;
  readonly shared: string;
  readonly parquet: string;
  readonly saved: string;
  readonly savedNone: string;
  readonly saveName: string;
  readonly save: string;
  readonly saveDone: string;
  readonly forget: string;
  readonly chartKind: string;
  readonly chartKinds: Readonly<Record<'line' | 'bar' | 'dot', string>>;
}

/** By language; a brace names what is put in. */
export const SESSION_WORDS: Readonly<Record<Language, SessionWords>> = {
  kk: {
    toLoad:
      'Сұрау орындалғанға дейін ештеңе жүктелмейді. Бірінші сұрау DuckDB мен деректер қорын жүктейді: сығылған түрде {megabytes} МБ.',
    shared:
      'Бұл сұрау мекенжаймен бірге келді және әлі орындалған жоқ. Алдымен оқып шығыңыз, содан кейін «Орындау» түймесін басыңыз.',
    parquet: 'Parquet жүктеп алу',
    saved: 'Сақталған сұраулар',
    savedNone: 'Сақталған сұрау жоқ. Олар тек осы браузерде тұрады.',
    saveName: 'Сұраудың атауы',
    save: 'Сұрауды сақтау',
    saveDone: '«{name}» осы браузерде сақталды.',
    forget: 'Өшіру',
    chartKind: 'Түрі',
    chartKinds: { line: 'сызықтар', bar: 'бағандар', dot: 'нүктелер' },
  },
  ru: {
    toLoad:
      'До выполнения запроса ничего не загружается. Первый запрос загружает DuckDB и базу данных: в сжатом виде {megabytes} МБ.',
    shared:
      'Этот запрос пришел вместе с адресом и еще не выполнен. Сначала прочитайте его, затем нажмите «Выполнить».',
    parquet: 'Скачать Parquet',
    saved: 'Сохраненные запросы',
    savedNone: 'Сохраненных запросов нет. Они хранятся только в этом браузере.',
    saveName: 'Название запроса',
    save: 'Сохранить запрос',
    saveDone: '«{name}» сохранен в этом браузере.',
    forget: 'Удалить',
    chartKind: 'Вид',
    chartKinds: { line: 'линии', bar: 'столбцы', dot: 'точки' },
  },
  en: {
    toLoad:
      'Nothing is loaded until a query runs. The first loads DuckDB and the database: {megabytes} MB compressed.',
    shared: 'This query came with the address and has not run. Read it first, then press “Run”.',
    parquet: 'Download Parquet',
    saved: 'Saved queries',
    savedNone: 'There are no saved queries. They are kept in this browser alone.',
    saveName: 'Name of the query',
    save: 'Save query',
    saveDone: '“{name}” is saved in this browser.',
    forget: 'Delete',
    chartKind: 'Kind',
    chartKinds: { line: 'lines', bar: 'bars', dot: 'dots' },
  },
};
