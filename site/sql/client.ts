import { LANGUAGES, type Language } from '../catalogue/language.ts';
import { saveFile } from '../client/saved-file.ts';
import { formatDecimal, shortNumber } from '../words/numbers.ts';
import { type Answer, DONE } from './answer.ts';
import { csvOf } from './csv.ts';
import { listedTables, startEditor } from './editor.ts';
import type { Outcome } from './engine.ts';
import { engineOnDemand } from './loading.ts';
import { type PageParts, partsOfPage } from './page-parts.ts';
import { linkOf, queryOf } from './query-link.ts';
import type { Refusal } from './refusal.ts';
import { showChart } from './result-chart.ts';
import { made, showTable, type TableSetting } from './result-table.ts';
import { showSaved } from './saved.ts';
import { filterSchema } from './schema-filter.ts';
import { filled, SQL_WORDS } from './words.ts';

/**
 * Brings the SQL page to life. Nothing is loaded until a query runs, and a query that came with the address runs only
 * when the person says so.
 */
function start(page: PageParts): void {
  const { workbench, form, field, stop, csv, parquet, link, shared } = page;
  const language = LANGUAGES.find((each) => each === workbench.dataset.language) ?? 'en';
  const setting = settingOf(language);
  const { words } = setting;
  workbench.hidden = false;
  filterSchema(words);
  const engine = engineOnDemand(page, setting);
  const editor = startEditor({
    field,
    name: words.query,
    completions: listedTables(document),
    run: () => form.requestSubmit(),
  });
  showSaved(`sql-queries:${workbench.dataset.name ?? ''}`, words, editor.text);
  const state: { answer: Answer; asked: number } = { answer: DONE, asked: 0 };
  /** Queries that the person has run on this page, and so need not be asked about again. */
  const own = new Set<string>();

  const ask = async (sql: string): Promise<void> => {
    state.asked += 1;
    const { asked } = state;
    own.add(sql);
    shared.hidden = true;
    workbench.setAttribute('aria-busy', 'true');
    const running = await engine();
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
  const run = (sql: string): void => {
    const fragment = linkOf(sql);
    if (fragment !== location.hash) history.pushState(null, '', fragment);
    void ask(sql);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run(editor.text());
  });
  stop.addEventListener('click', async () => {
    await (await engine())?.stop();
    editor.focus();
  });
  csv.addEventListener('click', () =>
    saveFile(new Blob([csvOf(state.answer)], { type: 'text/csv;charset=utf-8' }), 'result.csv'),
  );
  parquet.addEventListener('click', async () => {
    const { parquetOf } = await import('./parquet.ts');
    saveFile(
      new Blob([parquetOf(state.answer)], { type: 'application/vnd.apache.parquet' }),
      'result.parquet',
    );
  });
  link.addEventListener('click', async () => {
    const copied = await copy(new URL(linkOf(editor.text()), location.href).href);
    page.status.textContent = copied ? words.linkCopied : words.linkInAddress;
  });
  // A query that this page lists is pressed by the person, which is asking.
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('.sql-sidebar a') : null;
    const sql = queryOf(target?.getAttribute('href') ?? '');
    if (sql === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    editor.write(sql);
    run(sql);
    workbench.scrollIntoView({ block: 'nearest' });
  });
  const takeAddress = (): void => {
    const sql = queryOf(location.hash);
    if (sql === undefined) return;
    editor.write(sql);
    if (own.has(sql)) void ask(sql);
    else shared.hidden = false;
  };
  addEventListener('hashchange', takeAddress);
  takeAddress();
  workbench.setAttribute('aria-busy', 'false');
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

function tellRunning({ stop, status }: PageParts, isRunning: boolean, said: string): void {
  stop.hidden = !isRunning;
  status.textContent = said;
}

function show(page: PageParts, outcome: Outcome, seconds: number, setting: TableSetting): void {
  const { status, error, result, chart, table, csv, parquet } = page;
  const { words, written } = setting;
  error.replaceChildren();
  const isTable = outcome.kind === 'answer' && outcome.answer.columns.length > 0;
  result.hidden = !isTable;
  csv.disabled = !isTable;
  parquet.disabled = !isTable;
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

/** False where the browser does not let a page write to the clipboard. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

start(partsOfPage());
