import type { Language, Told } from '../catalogue/language.ts';
import { html, type Markup } from '../html/markup.ts';
import { EXAMPLES } from './examples.ts';
import { linkOf } from './query-link.ts';
import type { Relation, RelationColumn } from './relations.ts';
import type { SqlWords } from './words.ts';

/** The published tables, and what they are called. */
export interface Schema {
  readonly language: Language;
  readonly relations: readonly Relation[];
  /** What a table, or a column of it, is called in the reader's language; the comment in the file stands in. */
  readonly told: (relation: string, column?: string) => Told | undefined;
}

/** What stands beside the editor: examples, and every table with its columns; each is a link that asks a query. */
export function sidebar(schema: Schema, words: SqlWords): Markup {
  const { language, relations } = schema;
  const checks = relations.filter(({ kind }) => kind === 'check');
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
${SHELVES.map((shelf) => shelved(shelf, schema, words))}
<details class="sql-checks"><summary>${words.checks} (${checks.length})</summary>
<ul>${checks.map(
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

/** The kinds of table in the order in which a person looks for them. */
const SHELVES = ['observations', 'document', 'codeLists'] as const;
type Shelf = (typeof SHELVES)[number];

/** What a table is to a person, by its columns: values with their status, labels of codes, or the rest. */
function shelfOf({ kind, columns }: Relation): Shelf | undefined {
  if (kind === 'check') return undefined;
  const has = (name: string): boolean => columns.some((column) => column.name === name);
  if (has('name_kk')) return 'codeLists';
  return has('obs_status') ? 'observations' : 'document';
}

function shelved(shelf: Shelf, schema: Schema, words: SqlWords): Markup {
  const relations = schema.relations.filter((each) => shelfOf(each) === shelf);
  return html`<h3>${words[shelf]}</h3>
${relations.map((each) => described(each, schema, words))}`;
}

function described(relation: Relation, { language, told }: Schema, words: SqlWords): Markup {
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
