import type { Language, Told } from '../catalogue/language.ts';
import { html, type Markup } from '../html/markup.ts';
import { EXAMPLES } from './examples.ts';
import { linkOf } from './query-link.ts';
import type { Relation, RelationColumn } from './relations.ts';
import { SQL_WORDS, type SqlWords } from './words.ts';

/** A file that the page loads, by its address from the page. */
export interface LoadedFile {
  readonly href: string;
  readonly bytes: number;
}

/** What the page is made of. */
export interface SqlPage {
  readonly language: Language;
  readonly relations: readonly Relation[];
  /** What a table, or a column of it, is called in the reader's language; the comment in the file stands in. */
  readonly told: (relation: string, column?: string) => Told | undefined;
  readonly worker: LoadedFile;
  readonly module: LoadedFile;
  readonly database: LoadedFile;
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

function workbench({ language, worker, module, database }: SqlPage, words: SqlWords): Markup {
  return html`<div class="sql-workbench" id="sql" hidden data-language="${language}" data-worker="${worker.href}" data-module="${module.href}" data-module-bytes="${module.bytes}" data-database="${database.href}" data-database-bytes="${database.bytes}">
<form id="sql-form">
<label for="sql-editor">${words.query}</label>
<textarea id="sql-editor" rows="8" spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="sql-keys">${EXAMPLES[0]?.sql(language)}</textarea>
<p id="sql-keys" class="sql-hint">${words.keys}</p>
<div class="sql-buttons">
<button type="submit" id="sql-run" class="sql-primary">${words.run}</button>
<button type="button" id="sql-stop" hidden>${words.stop}</button>
<button type="button" id="sql-csv" disabled>${words.csv}</button>
<button type="button" id="sql-link">${words.link}</button>
</div>
</form>
<div id="sql-loading" class="sql-loading" hidden><label for="sql-progress">${words.loading}</label> <progress id="sql-progress"></progress> <span id="sql-loaded"></span></div>
<p id="sql-status" role="status"></p>
<div id="sql-error" class="sql-error" role="alert"></div>
<section id="sql-result" aria-labelledby="sql-result-title" hidden>
<h2 id="sql-result-title">${words.result}</h2>
<div id="sql-chart" class="sql-chart" hidden></div>
<div id="sql-table"></div>
</section>
<p class="sql-hint">${words.limits} <a href="${database.href}" download>${fileName(database.href)}</a></p>
</div>`;
}

function sidebar(page: SqlPage, words: SqlWords): Markup {
  const { language, relations } = page;
  const ofKind = (kind: Relation['kind']): readonly Relation[] =>
    relations.filter((each) => each.kind === kind);
  return html`<div class="sql-sidebar">
<section aria-labelledby="sql-examples-title">
<h2 id="sql-examples-title">${words.examples}</h2>
<ul class="sql-examples">${EXAMPLES.map(
    ({ title, sql }) => html`<li><a href="${linkOf(sql(language))}">${title[language]}</a></li>
`,
  )}</ul>
</section>
<section aria-labelledby="sql-schema-title" id="sql-schema">
<h2 id="sql-schema-title">${words.schema}</h2>
<div id="sql-filter-field" hidden><label for="sql-filter">${words.schemaFilter}</label> <input id="sql-filter" type="search" autocomplete="off"><p id="sql-filter-none" role="status"></p></div>
<h3>${words.tables}</h3>
${ofKind('table').map((each) => described(each, page, words))}
<h3>${words.views}</h3>
${ofKind('view').map((each) => described(each, page, words))}
<details class="sql-checks"><summary>${words.checks} (${ofKind('check').length})</summary>
<ul>${ofKind('check').map(
    ({
      name,
      comment,
    }) => html`<li data-name="${name}"><a href="${rowsOf(name)}"><code>${name}</code></a> <span${english(language)}>${comment}</span></li>
`,
  )}</ul>
</details>
</section>
</div>`;
}

function described(relation: Relation, { language, told }: SqlPage, words: SqlWords): Markup {
  const { name, comment, columns } = relation;
  const names = [name, ...columns.map((column) => column.name)].join(' ');
  return html`<details class="sql-relation" data-name="${names}"><summary><code>${name}</code></summary>
<p>${saying(told(name), comment, language)}</p>
<p><a href="${rowsOf(name)}">${words.showRows}<span class="sql-aside">: ${name}</span></a></p>
<dl aria-label="${words.columns}">${columns.map((column) => columnOf(column, told(name, column.name), language))}</dl>
</details>
`;
}

function columnOf(
  { name, type, comment }: RelationColumn,
  said: Told | undefined,
  language: Language,
): Markup {
  return html`<div><dt><code>${name}</code> <span class="sql-type">${type}</span></dt><dd>${saying(said, comment, language)}</dd></div>
`;
}

/** What is said in the reader's language, else the file's own comment, marked as the English that it is. */
function saying(said: Told | undefined, comment: string, language: Language): Markup {
  if (said === undefined) return comment === '' ? html`` : html`<span${english(language)}>${comment}</span>`;
  return said.language === language
    ? html`${said.text}`
    : html`<span lang="${said.language}">${said.text}</span>`;
}

function english(language: Language): Markup {
  return language === 'en' ? html`` : html` lang="en"`;
}

function rowsOf(relation: string): string {
  return linkOf(`from ${relation} limit 1000;`);
}

function fileName(href: string): string {
  return href.split('/').at(-1) ?? href;
}
