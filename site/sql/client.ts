import { LANGUAGES, type Language } from '../catalogue/language.ts';
import { formatDecimal, shortNumber } from '../words/numbers.ts';
import { type Answer, DONE } from './answer.ts';
import { csvOf } from './csv.ts';
import { type Engine, type EngineFiles, OldBrowser, type Outcome, startEngine } from './engine.ts';
import { linkOf, queryOf } from './query-link.ts';
import type { Refusal } from './refusal.ts';
import { showChart } from './result-chart.ts';
import { made, showTable, type TableSetting } from './result-table.ts';
import { filterSchema } from './schema-filter.ts';
import { filled, SQL_WORDS } from './words.ts';

/** The parts of the page that change, found once. */
interface Page {
  readonly workbench: HTMLElement;
  readonly form: HTMLFormElement;
  readonly editor: HTMLTextAreaElement;
  readonly stop: HTMLButtonElement;
  readonly csv: HTMLButtonElement;
  readonly link: HTMLButtonElement;
  readonly loading: HTMLElement;
  readonly progress: HTMLProgressElement;
  readonly loaded: HTMLElement;
  readonly status: HTMLElement;
  readonly error: HTMLElement;
  readonly result: HTMLElement;
  readonly chart: HTMLElement;
  readonly table: HTMLElement;
}

function pageOf(): Page {
  return {
    workbench: found('sql', HTMLElement),
    form: found('sql-form', HTMLFormElement),
    editor: found('sql-editor', HTMLTextAreaElement),
    stop: found('sql-stop', HTMLButtonElement),
    csv: found('sql-csv', HTMLButtonElement),
    link: found('sql-link', HTMLButtonElement),
    loading: found('sql-loading', HTMLElement),
    progress: found('sql-progress', HTMLProgressElement),
    loaded: found('sql-loaded', HTMLElement),
    status: found('sql-status', HTMLElement),
    error: found('sql-error', HTMLElement),
    result: found('sql-result', HTMLElement),
    chart: found('sql-chart', HTMLElement),
    table: found('sql-table', HTMLElement),
  };
}

function found<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`sql page: expected #${id}, found ${String(element)}`);
  return element;
}

/** Brings the SQL page to life: loads the engine, runs the query of the address, and waits for the next. */
async function start(page: Page): Promise<void> {
  const { workbench, form, editor, stop, csv, link } = page;
  const language = LANGUAGES.find((each) => each === workbench.dataset.language) ?? 'en';
  const setting = settingOf(language);
  const { words } = setting;
  workbench.hidden = false;
  filterSchema(words);
  const engine = load(page, setting);
  const state: { answer: Answer; asked: number } = { answer: DONE, asked: 0 };

  const ask = async (sql: string): Promise<void> => {
    state.asked += 1;
    const { asked } = state;
    workbench.setAttribute('aria-busy', 'true');
    const running = await engine;
    // A query that still runs gives way to the newer one.
    await running?.stop();
    if (asked !== state.asked) return;
    if (running !== undefined) {
      tellRunning(page, true, words.running);
      const begun = performance.now();
      const outcome = await running.run(sql);
      if (asked !== state.asked) return;
      tellRunning(page, false, '');
      state.answer = outcome.kind === 'answer' ? outcome.answer : DONE;
      show(page, outcome, (performance.now() - begun) / 1000, setting);
    }
    workbench.setAttribute('aria-busy', 'false');
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fragment = linkOf(editor.value);
    if (fragment !== location.hash) history.pushState(null, '', fragment);
    void ask(editor.value);
  });
  editor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  stop.addEventListener('click', async () => {
    await (await engine)?.stop();
    editor.focus();
  });
  csv.addEventListener('click', () => download(csvOf(state.answer)));
  link.addEventListener('click', async () => {
    const copied = await copy(new URL(linkOf(editor.value), location.href).href);
    page.status.textContent = copied ? words.linkCopied : words.linkInAddress;
  });
  const askAddress = (): void => {
    const sql = queryOf(location.hash);
    if (sql !== undefined) editor.value = sql;
    void ask(editor.value);
  };
  addEventListener('hashchange', () => {
    if (queryOf(location.hash) === undefined) return;
    askAddress();
    workbench.scrollIntoView({ block: 'nearest' });
  });
  askAddress();
}

function settingOf(language: Language): TableSetting {
  const [written, short] = [(value: number) => formatDecimal(String(value), language), shortNumber(language)];
  // Marks of an axis are round: only the great ones are long, and only those may be shortened.
  return {
    words: SQL_WORDS[language],
    written,
    short: (value) => (Math.abs(value) < 1e5 ? written(value) : short(value)),
  };
}

/** Loads the engine and shows how far it is; undefined when it cannot be had, which the page then says. */
async function load(page: Page, { words, written }: TableSetting): Promise<Engine | undefined> {
  const { workbench, loading, progress, loaded, status, error } = page;
  const megabytes = (bytes: number): string => written(Math.round(bytes / 100_000) / 10);
  loading.hidden = false;
  try {
    const engine = await startEngine(filesOf(workbench.dataset), (bytes, total) => {
      progress.max = total;
      progress.value = bytes;
      loaded.textContent = filled(words.megabytes, { loaded: megabytes(bytes), total: megabytes(total) });
    });
    status.textContent = words.ready;
    return engine;
  } catch (failure) {
    const isOld = failure instanceof OldBrowser;
    error.replaceChildren(made('p', {}, isOld ? words.oldBrowser : words.notLoaded));
    if (!isOld) error.append(made('pre', {}, failure instanceof Error ? failure.message : String(failure)));
    return undefined;
  } finally {
    loading.hidden = true;
  }
}

function filesOf(data: DOMStringMap): EngineFiles {
  const { worker = '', module = '', moduleBytes, database = '', databaseBytes } = data;
  // The worker asks for the module, so its address must not depend on the worker's own.
  const url = (href: string): string => new URL(href, location.href).href;
  return {
    worker: url(worker),
    module: { url: url(module), bytes: Number(moduleBytes) },
    database: { url: url(database), bytes: Number(databaseBytes) },
  };
}

function tellRunning({ stop, status }: Page, isRunning: boolean, said: string): void {
  stop.hidden = !isRunning;
  status.textContent = said;
}

function show(page: Page, outcome: Outcome, seconds: number, setting: TableSetting): void {
  const { status, error, result, chart, table, csv } = page;
  const { words, written } = setting;
  error.replaceChildren();
  const isTable = outcome.kind === 'answer' && outcome.answer.columns.length > 0;
  result.hidden = !isTable;
  csv.disabled = !isTable;
  if (outcome.kind === 'refusal') {
    refuse(error, outcome.refusal, setting);
    return;
  }
  const { answer } = outcome;
  if (!isTable) {
    status.textContent = words.done;
    return;
  }
  showTable(table, answer, setting);
  showChart(chart, answer, setting);
  const rows = { rows: written(answer.rows.length) };
  const counted =
    answer.rows.length === 0 ? words.noRows : filled(answer.isCut ? words.rowsCut : words.rows, rows);
  status.textContent = `${counted} · ${filled(words.seconds, { seconds: written(Number(seconds.toFixed(2))) })}`;
}

function refuse(
  place: HTMLElement,
  { kind, message, extension = '' }: Refusal,
  { words }: TableSetting,
): void {
  place.append(made('p', {}, filled(words.refusals[kind], { extension })));
  if (kind !== 'stopped') place.append(made('pre', {}, message));
}

function download(csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  made('a', { href: url, download: 'result.csv' }).click();
  URL.revokeObjectURL(url);
}

/** False where the browser does not let a page write to the clipboard. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

void start(pageOf());
