import { html, type Markup } from '../html/markup.ts';
import { formatDecimal } from '../words/numbers.ts';
import { type Schema, sidebar } from './sidebar.ts';
import { filled, SQL_WORDS, type SqlWords } from './words.ts';

/** A file that the page loads, by its address from the page. */
export interface LoadedFile {
  readonly href: string;
  readonly bytes: number;
  /** Bytes of its compressed form, which a host sends that has been told to. */
  readonly sent: number;
}

/** What the page is made of. */
export interface SqlPage extends Schema {
  readonly worker: LoadedFile;
  readonly module: LoadedFile;
  readonly database: LoadedFile;
  /** What a person should know who opens a CSV file with a spreadsheet. */
  readonly csvHelp?: { readonly href: string; readonly title: string };
}

/**
 * The body of the SQL page, from its heading on. `client.ts` brings it to life by its ids; without JavaScript
 * there are still the tables with their columns, and the file to download.
 */
export function sqlPage(page: SqlPage): Markup {
  const words = SQL_WORDS[page.language];
  return html`<div class="sql">
<div class="sql-intro">
<h1>${words.title}</h1>
<p>${words.lead}</p>
<noscript><p class="sql-noscript">${words.noScript} <a href="${page.database.href}" download>${fileName(page.database.href)}</a></p></noscript>
</div>
${workbench(page, words)}
${sidebar(page, words)}
</div>`;
}

function workbench(page: SqlPage, words: SqlWords): Markup {
  const { language, worker, module, database, csvHelp } = page;
  return html`<div class="sql-workbench" id="sql" hidden aria-busy="true" data-language="${language}" data-name="${fileName(database.href)}" data-worker="${worker.href}" data-module="${module.href}" data-module-bytes="${module.bytes}" data-database="${database.href}" data-database-bytes="${database.bytes}">
<form id="sql-form">
<label for="sql-editor">${words.query}</label>
<p id="sql-shared" class="sql-shared" role="status" hidden>${words.shared}</p>
<textarea id="sql-editor" rows="7" spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="sql-keys">${page.examples[0]?.sql(language)}</textarea>
<p id="sql-keys" class="sql-hint">${words.keys}</p>
<div class="sql-buttons">
<button type="submit" id="sql-run" class="sql-primary">${words.run}</button>
<button type="button" id="sql-stop" hidden>${words.stop}</button>
<button type="button" id="sql-csv" disabled>${words.csv}</button>
<button type="button" id="sql-parquet" disabled>${words.parquet}</button>
<button type="button" id="sql-link">${words.link}</button>
${csvHelp !== undefined && html`<a class="sql-hint" href="${csvHelp.href}">${csvHelp.title}</a>`}
</div>
</form>
<div id="sql-loading" class="sql-loading" hidden><label for="sql-progress">${words.loading}</label> <progress id="sql-progress"></progress> <span id="sql-loaded"></span></div>
<p id="sql-status" role="status">${filled(words.toLoad, { megabytes: megabytes(page) })}</p>
<div id="sql-error" class="sql-error" role="alert"></div>
<div id="sql-result" hidden>
<h2>${words.result}</h2>
<div id="sql-chart" class="sql-chart" hidden></div>
<div id="sql-table"></div>
</div>
<p class="sql-hint">${words.limits} <a href="${database.href}" download>${fileName(database.href)}</a></p>
</div>`;
}

/** What the first query loads, in megabytes with one decimal. */
function megabytes({ language, worker, module, database }: SqlPage): string {
  const bytes = worker.sent + module.sent + database.sent;
  return formatDecimal((bytes / 1e6).toFixed(1), language);
}

function fileName(href: string): string {
  return href.split('/').at(-1) ?? href;
}
