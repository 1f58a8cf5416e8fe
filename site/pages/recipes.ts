import { sqlName, sqlText } from '../../pipeline/identities/sql-name.ts';
import type { Dataset } from '../catalogue/dataset.ts';
import { html, type Markup } from '../html/markup.ts';
import { linkOf } from '../sql/query-link.ts';
import { type Place, pathOf, SECTION_PATHS } from './page.ts';

/** Code that reads a dataset. */
export interface Recipe {
  readonly language: string;
  readonly code: string;
}

/** How to read a dataset in SQL, Python, R and JavaScript: its own columns, and a filter that has rows. */
export function recipesOf({ table, dimensions, measures }: Dataset, database: string): readonly Recipe[] {
  const [dimension] = dimensions;
  const code = dimension?.total ?? dimension?.codes[0]?.code;
  const columns = [...table.primaryKey, ...measures.map(({ field }) => field.name)];
  const shown = [...new Set(columns)].map(sqlName).join(', ');
  const order = table.primaryKey.includes('year') ? 'year' : (table.primaryKey[0] ?? '1');
  const sql =
    dimension === undefined || code === undefined
      ? ''
      : `\nwhere ${sqlName(dimension.name)} = ${sqlText(code)}`;
  const python =
    dimension === undefined
      ? 'rows'
      : `[row for row in rows if row[${JSON.stringify(dimension.name)}] == ${JSON.stringify(code)}]`;
  const r =
    dimension === undefined ? 'data' : `subset(data, ${rName(dimension.name)} == ${JSON.stringify(code)})`;
  const js =
    dimension === undefined
      ? 'rows'
      : `rows.filter((row) => String(row.${dimension.name}) === ${JSON.stringify(code)})`;
  return [
    {
      language: 'SQL',
      code: `-- duckdb ${database}\nselect ${shown}\nfrom ${sqlName(table.name)}${sql}\norder by ${order === '1' ? order : sqlName(order)};`,
    },
    {
      language: 'Python',
      code: `import csv\n\nwith open("${table.name}.csv", encoding="utf-8", newline="") as file:\n    rows = list(csv.DictReader(file))\nprint(${python})`,
    },
    { language: 'R', code: `data <- read.csv("${table.name}.csv", encoding = "UTF-8")\nprint(${r})` },
    {
      language: 'JavaScript',
      code: `import { readFileSync } from 'node:fs';\n\nconst rows = JSON.parse(readFileSync('${table.name}.json', 'utf8'));\nconsole.table(${js});`,
    },
  ];
}

/** The recipes as they stand on the page, each to open and to copy. */
export function recipeList(place: Place, dataset: Dataset): Markup {
  const { words, site, to } = place;
  const database = site.catalogue.package.database.path;
  const recipes = recipesOf(dataset, database);
  return html`<div class="recipes">${recipes.map(
    ({ language, code }, at) => html`<details${at === 0 && html` open`}><summary>${language}</summary>
<pre tabindex="0"><code>${code}</code></pre>
<p class="actions"><button type="button" class="copy" hidden data-copied="${words.copied}">${words.copyRecipe}</button>${at === 0 && html` <a href="${to(SECTION_PATHS.sql)}${linkOf(code)}">${words.sql} →</a>`}</p></details>`,
  )}</div>
<p class="hint"><a href="${place.toRoot(pathOf.download(database))}">${database}</a></p>`;
}

/** A name that R's own words do not hide; what it reads from a file keeps such names with a full stop behind. */
function rName(name: string): string {
  return R_WORDS.has(name) ? `${name}.` : name;
}

/** Words of R that a CSV's columns are renamed from. */
const R_WORDS: ReadonlySet<string> = new Set([
  'if',
  'else',
  'repeat',
  'while',
  'function',
  'for',
  'next',
  'break',
  'in',
]);
