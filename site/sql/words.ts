import type { Language } from '../catalogue/language.ts';
import type { RefusalKind } from './refusal.ts';
import { SESSION_WORDS, type SessionWords } from './session-words.ts';

/** What the SQL page says. A brace names what is put in. */
export interface SqlWords extends SessionWords {
  readonly title: string;
  readonly lead: string;
  readonly limits: string;
  readonly noScript: string;
  readonly query: string;
  readonly keys: string;
  readonly run: string;
  readonly stop: string;
  readonly csv: string;
  readonly link: string;
  readonly linkCopied: string;
  readonly linkInAddress: string;
  readonly loading: string;
  readonly megabytes: string;
  readonly running: string;
  readonly oldBrowser: string;
  readonly notLoaded: string;
  readonly result: string;
  readonly rows: string;
  readonly rowsCut: string;
  readonly seconds: string;
  readonly done: string;
  readonly noRows: string;
  readonly previous: string;
  readonly next: string;
  readonly pages: string;
  readonly rowsOf: string;
  readonly chart: string;
  readonly chartAxis: string;
  readonly chartValue: string;
  readonly chartSeries: string;
  readonly chartNone: string;
  readonly chartName: string;
  readonly chartLeftOut: string;
  readonly examples: string;
  readonly schema: string;
  readonly schemaFilter: string;
  readonly schemaNone: string;
  readonly observations: string;
  readonly document: string;
  readonly codeLists: string;
  readonly checks: string;
  readonly showRows: string;
  readonly columns: string;
  readonly refusals: Readonly<Record<RefusalKind, string>>;
}

const kk: SqlWords = {
  ...SESSION_WORDS.kk,
  title: 'SQL сұрауы',
  lead: 'Барлық кестелерге осы бетте, өз браузеріңізде SQL тілінде сұрау қойыңыз: ешқайда ештеңе жіберілмейді.',
  limits:
    'Мұнда DuckDB жұмыс істейді. json, icu және parquet кеңейтімдері жоқ, өйткені бет басқа серверлерден ештеңе жүктемейді: олар керек болса, деректер қорының файлын жүктеп алып, өз компьютеріңізде DuckDB-мен ашыңыз.',
  noScript:
    'Бұл бетке JavaScript керек. Онсыз да деректер қорының файлын жүктеп алып, DuckDB-мен ашуға болады; кестелер мен бағандар төменде.',
  query: 'Сұрау',
  keys: 'Ctrl+Enter сұрауды орындайды. Сұрау беттің мекенжайында сақталады.',
  run: 'Орындау',
  stop: 'Тоқтату',
  csv: 'CSV жүктеп алу',
  link: 'Сілтемені көшіру',
  linkCopied: 'Сілтеме көшірілді.',
  linkInAddress: 'Сілтеме беттің мекенжай жолында тұр.',
  loading: 'Деректер қоры жүктелуде',
  megabytes: '{loaded} / {total} МБ',
  running: 'Сұрау орындалуда …',
  oldBrowser: 'Бұл бетке 2022 жылдан бергі браузер керек (Chrome 95, Firefox 100, Safari 15.2 не жаңасы).',
  notLoaded: 'Деректер қоры жүктелмеді. Желіні тексеріп, бетті қайта ашыңыз.',
  result: 'Нәтиже',
  rows: 'Жолдар: {rows}',
  rowsCut: 'Алғашқы {rows} жол көрсетілді, олар бұдан көп',
  seconds: '{seconds} с',
  done: 'Орындалды; көрсететін жол жоқ.',
  noRows: 'Сұрауға сай жол жоқ.',
  previous: 'Алдыңғы',
  next: 'Келесі',
  pages: 'Нәтиже беттері',
  rowsOf: '{from}–{to} / {rows}',
  chart: 'Диаграмма',
  chartAxis: 'Осі',
  chartValue: 'Мәні',
  chartSeries: 'Қатарлары',
  chartNone: '—',
  chartName: '{value} диаграммасы, осі: {axis}. Сандар төмендегі кестеде.',
  chartLeftOut: 'Сызбаға сыймағаны: {count}.',
  examples: 'Мысалдар',
  schema: 'Кестелер мен бағандар',
  schemaFilter: 'Кестені не бағанды іздеу',
  schemaNone: 'Табылмады.',
  observations: 'Мәндер',
  document: 'Баяндама мен дәлелдер',
  codeLists: 'Анықтамалықтар',
  checks: 'Тексерулер',
  showRows: 'Жолдарын көрсету',
  columns: 'Бағандар',
  refusals: {
    syntax: 'DuckDB бұл сұрауды оқи алмады:',
    name: 'Мұндай атау жоқ немесе ол бұл жерге сай емес. Атаулар «Кестелер мен бағандар» бөлімінде:',
    extension:
      'Бұл үшін DuckDB-дің «{extension}» кеңейтімі керек, ол бұл бетте жоқ: бет басқа серверлерден ештеңе жүктемейді. Деректер қорының файлын жүктеп алып, сұрауды өз компьютеріңізде орындаңыз.',
    outside: 'Бұл бет файлдар мен басқа мекенжайларды ашпайды; тек жарияланған деректер қоры бар:',
    readOnly: 'Жарияланған деректерді өзгертуге болмайды; өз кестеңізге create temp table жарайды:',
    memory: 'Браузердің жады жетпеді. Сұрауды тарылтыңыз, мысалы where не limit арқылы:',
    stopped: 'Сұрау тоқтатылды.',
    other: 'Сұрау орындалмады:',
  },
};

const ru: SqlWords = {
  ...SESSION_WORDS.ru,
  title: 'Запрос на SQL',
  lead: 'Задайте вопрос всем таблицам на языке SQL прямо здесь, в своем браузере: ничего никуда не отправляется.',
  limits:
    'Здесь работает DuckDB. Расширений json, icu и parquet нет, потому что страница ничего не загружает с других серверов: если они нужны, скачайте файл базы и откройте его в DuckDB на своем компьютере.',
  noScript:
    'Этой странице нужен JavaScript. Без него можно скачать файл базы и открыть его в DuckDB; таблицы и столбцы описаны ниже.',
  query: 'Запрос',
  keys: 'Ctrl+Enter выполняет запрос. Запрос хранится в адресе страницы.',
  run: 'Выполнить',
  stop: 'Остановить',
  csv: 'Скачать CSV',
  link: 'Копировать ссылку',
  linkCopied: 'Ссылка скопирована.',
  linkInAddress: 'Ссылка — в адресной строке.',
  loading: 'Загружается база данных',
  megabytes: '{loaded} из {total} МБ',
  running: 'Запрос выполняется …',
  oldBrowser:
    'Этой странице нужен браузер не старше 2022 года (Chrome 95, Firefox 100, Safari 15.2 или новее).',
  notLoaded: 'База данных не загрузилась. Проверьте сеть и откройте страницу заново.',
  result: 'Результат',
  rows: 'Строк: {rows}',
  rowsCut: 'Показаны первые {rows} строк, их больше',
  seconds: '{seconds} с',
  done: 'Выполнено; строк для показа нет.',
  noRows: 'Таких строк нет.',
  previous: 'Назад',
  next: 'Дальше',
  pages: 'Страницы результата',
  rowsOf: '{from}–{to} из {rows}',
  chart: 'Диаграмма',
  chartAxis: 'Ось',
  chartValue: 'Значение',
  chartSeries: 'Ряды',
  chartNone: '—',
  chartName: 'Диаграмма: {value}, ось: {axis}. Числа — в таблице ниже.',
  chartLeftOut: 'Не поместилось: {count}.',
  examples: 'Примеры',
  schema: 'Таблицы и столбцы',
  schemaFilter: 'Найти таблицу или столбец',
  schemaNone: 'Не найдено.',
  observations: 'Значения',
  document: 'Доклад и доказательства',
  codeLists: 'Справочники',
  checks: 'Проверки',
  showRows: 'Показать строки',
  columns: 'Столбцы',
  refusals: {
    syntax: 'DuckDB не смог прочитать этот запрос:',
    name: 'Такого имени нет, или оно здесь не подходит. Имена — в разделе «Таблицы и столбцы»:',
    extension:
      'Для этого нужно расширение DuckDB «{extension}», которого здесь нет: страница ничего не загружает с других серверов. Скачайте файл базы и выполните запрос на своем компьютере.',
    outside: 'Эта страница не открывает файлы и другие адреса; есть только опубликованная база:',
    readOnly: 'Опубликованные данные нельзя изменить; для своей таблицы годится create temp table:',
    memory: 'Браузеру не хватило памяти. Сузьте запрос, например через where или limit:',
    stopped: 'Запрос остановлен.',
    other: 'Запрос не выполнен:',
  },
};

const en: SqlWords = {
  ...SESSION_WORDS.en,
  title: 'Ask in SQL',
  lead: 'Ask all tables in SQL, here in your browser: nothing is sent anywhere.',
  limits:
    'This is DuckDB. Its extensions json, icu and parquet are missing, because the page loads nothing from other hosts: if you need them, download the database file and open it in DuckDB on your machine.',
  noScript:
    'This page needs JavaScript. Without it you can download the database file and open it in DuckDB; tables and columns are described below.',
  query: 'Query',
  keys: 'Ctrl+Enter runs the query. The query is kept in the address of the page.',
  run: 'Run',
  stop: 'Stop',
  csv: 'Download CSV',
  link: 'Copy link',
  linkCopied: 'Link copied.',
  linkInAddress: 'The link is in the address bar.',
  loading: 'Loading the database',
  megabytes: '{loaded} of {total} MB',
  running: 'The query is running …',
  oldBrowser: 'This page needs a browser of 2022 or later (Chrome 95, Firefox 100, Safari 15.2 or newer).',
  notLoaded: 'The database did not load. Check the network and open the page again.',
  result: 'Result',
  rows: 'Rows: {rows}',
  rowsCut: 'The first {rows} rows are shown, there are more',
  seconds: '{seconds} s',
  done: 'Done; there are no rows to show.',
  noRows: 'There are no such rows.',
  previous: 'Previous',
  next: 'Next',
  pages: 'Pages of the result',
  rowsOf: '{from}–{to} of {rows}',
  chart: 'Chart',
  chartAxis: 'Axis',
  chartValue: 'Value',
  chartSeries: 'Series',
  chartNone: '—',
  chartName: 'Chart of {value} by {axis}. The numbers are in the table below.',
  chartLeftOut: 'Left out for want of room: {count}.',
  examples: 'Examples',
  schema: 'Tables and columns',
  schemaFilter: 'Find a table or a column',
  schemaNone: 'Nothing found.',
  observations: 'Values',
  document: 'Report and evidence',
  codeLists: 'Code lists',
  checks: 'Checks',
  showRows: 'Show its rows',
  columns: 'Columns',
  refusals: {
    syntax: 'DuckDB could not read this query:',
    name: 'There is no such name, or it does not fit here. The names are under “Tables and columns”:',
    extension:
      'This needs the DuckDB extension “{extension}”, which this page does not have: it loads nothing from other hosts. Download the database file and run the query on your machine.',
    outside: 'This page opens no files and no other addresses; there is only the published database:',
    readOnly: 'The published data cannot be changed; for a table of your own, create temp table does:',
    memory: 'The browser ran out of memory. Narrow the query, for instance by where or limit:',
    stopped: 'The query was stopped.',
    other: 'The query could not be run:',
  },
};

/** The words of the page by language. */
export const SQL_WORDS: Readonly<Record<Language, SqlWords>> = { kk, ru, en };

/**
 * A text with what its braces name put in.
 *
 *     filled('{from}–{to}', { from: 1, to: 9 })   // '1–9'
 */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (brace, name: string) => String(values[name] ?? brace));
}
