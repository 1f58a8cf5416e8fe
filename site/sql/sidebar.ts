import type { Language, Told } from '../catalogue/language.ts';
import { html, type Markup } from '../html/markup.ts';
import type { Example } from './examples.ts';
import { linkOf } from './query-link.ts';
import type { Relation, RelationColumn } from './relations.ts';
import type { SqlWords } from './words.ts';

/** The published tables, and what they are called. */
export interface Schema {
  readonly language: Language;
  readonly relations: readonly Relation[];
  /** Queries to begin with; the first stands in the editor. */
  readonly examples: readonly Example[];
  /** What is said of a table, or a column of it, for the reader; else the comment in the file stands in. */
  readonly said: (relation: string, column?: string) => Said | undefined;
}

/** What a table or a column is called, and what it holds. */
export interface Said {
  readonly title: Told;
  readonly description: Told;
}

/** What stands beside the editor: examples, and every table with its columns; each is a link that asks a query. */
export function sidebar(schema: Schema, words: SqlWords): Markup {
  const { language, relations, examples } = schema;
  const checks = relations.filter(({ kind }) => kind === 'check');
  return html`<div class="sql-sidebar">
<section aria-labelledby="sql-examples-title">
<h2 id="sql-examples-title">${words.examples}</h2>
<ul class="sql-examples">${examples.map((example) => exampleOf(example, language))}</ul>
</section>
<section aria-labelledby="sql-saved-title" id="sql-saved" hidden>
<h2 id="sql-saved-title">${words.saved}</h2>
<form id="sql-save-form"><label for="sql-save-name">${words.saveName}</label> <input id="sql-save-name" autocomplete="off"><button type="submit">${words.save}</button></form>
<p id="sql-saved-status" role="status"></p>
<ul id="sql-saved-list" class="sql-examples"></ul>
</section>
<section aria-labelledby="sql-schema-title" id="sql-schema">
<h2 id="sql-schema-title">${words.schema}</h2>
<div id="sql-filter-field" hidden><label for="sql-filter">${words.schemaFilter}</label> <input id="sql-filter" type="search" autocomplete="off"><p id="sql-filter-none" role="status"></p></div>
${SHELVES.map((shelf) => shelved(shelf, schema, words))}
<details class="sql-checks"><summary>${words.checks} (${checks.length})</summary><ul>${checks.map((check) => checkOf(check, language))}</ul></details>
</section>
</div>`;
}

/** The kinds of table in the order in which a person looks for them. */
const SHELVES = ['observations', 'document', 'codeLists'] as const;
type Shelf = (typeof SHELVES)[number];

/** What a table is to a person, by its columns: values with their status, labels of codes, or the rest. */
function shelfOf({ kind, columns }: Relation): Shelf | undefined {
  if (kind === 'check') return undefined;
  const has = (name: string): boolean => columns.some((column) => column.name === name);
  if (has('name_kk')) return 'codeLists';
  return has('obs_status') && has('year') ? 'observations' : 'document';
}

function shelved(shelf: Shelf, schema: Schema, words: SqlWords): Markup {
  const relations = schema.relations.filter((each) => shelfOf(each) === shelf);
  return html`<h3>${words[shelf]}</h3>
${relations.map((each) => described(each, schema, words))}`;
}

function described(
  { name, comment, columns }: Relation,
  { language, said }: Schema,
  words: SqlWords,
): Markup {
  const names = [name, ...columns.map((column) => column.name)].join(' ');
  const { title, description } = said(name) ?? commented(comment);
  return html`<details class="sql-relation" data-name="${names}"><summary><code>${name}</code> <small>${inLanguage(title, language)}</small></summary>
<p>${inLanguage(description, language)}</p>
<p><a href="${rowsOf(name)}">${words.showRows}<span class="visually-hidden">: ${name}</span></a></p>
<dl aria-label="${words.columns}">${columns.map((column) => columnOf(column, said(name, column.name), language))}</dl>
</details>
`;
}

function columnOf(
  { name, type, comment }: RelationColumn,
  said: Said | undefined,
  language: Language,
): Markup {
  const { description } = said ?? { description: { text: comment, language: 'en' } };
  return html`<div><dt><code>${name}</code> <span class="sql-type">${type}</span></dt><dd>${inLanguage(description, language)}</dd></div>
`;
}

/** A comment in the file is the title and the description, in English, with a full stop between. */
function commented(comment: string): Said {
  const [, title = comment, description = ''] = /^(.*?)\. (.*)$/s.exec(comment) ?? [];
  return { title: { text: title, language: 'en' }, description: { text: description, language: 'en' } };
}

function inLanguage(told: Told, language: Language): Markup {
  return told.language === language || told.text === ''
    ? html`${told.text}`
    : html`<span lang="${told.language}">${told.text}</span>`;
}

function exampleOf({ title, sql }: Example, language: Language): Markup {
  return html`<li><a href="${linkOf(sql(language))}">${title[language]}</a></li>
`;
}

function checkOf({ name, comment }: Relation, language: Language): Markup {
  const told = inLanguage({ text: comment, language: 'en' }, language);
  return html`<li data-name="${name}"><a href="${rowsOf(name)}"><code>${name}</code></a> ${told}</li>
`;
}

function rowsOf(relation: string): string {
  return linkOf(`from ${relation} limit 1000;`);
}
