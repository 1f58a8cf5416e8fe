import type { Download } from '../catalogue/package.ts';
import { html, type Markup } from '../html/markup.ts';
import { formatBytes } from '../words/numbers.ts';
import { dataFacts, factsCard } from './cards.ts';
import { inLanguage, titleOf } from './labels.ts';
import { type Page, type Place, pathOf } from './page.ts';
import { spreadsheetNote } from './spreadsheet-note.ts';

/** Files with their sizes and checksums. */
export function downloadTable(
  { words, language, toRoot }: Place,
  downloads: readonly Download[],
  label: string,
): Markup {
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="${label}"><table class="files"><thead><tr><th scope="col">${words.file}</th><th scope="col" class="n">${words.size}</th><th scope="col">${words.hash}</th></tr></thead><tbody>${downloads.map(
    ({ path, bytes, sha256 }) =>
      html`<tr><th scope="row"><a href="${toRoot(pathOf.download(path))}" download>${path.split('/').at(-1)}</a></th><td class="n">${formatBytes(bytes, language)}</td><td><code class="hash">${sha256}</code></td></tr>
`,
  )}</tbody></table></div>`;
}

/** The page with all files: the database, the tables in each format, the rest. */
export function downloadsPage(place: Place): Page {
  const { words, site, language, toRoot } = place;
  const { database, others, tables } = site.catalogue.package;
  const workbooks = others.filter(({ format }) => format === 'xlsx');
  const rest = others.filter((file) => !workbooks.includes(file));
  const rows = [...tables.values()].map((table) => {
    const links = table.downloads.map(
      ({ path, format, bytes, sha256 }) =>
        html`<td><a href="${toRoot(pathOf.download(path))}" download title="SHA-256 ${sha256}">${format.toUpperCase()}</a> <small>${formatBytes(bytes, language)}</small></td>`,
    );
    return html`<tr><th scope="row"><code>${table.name}</code> ${inLanguage(titleOf(table, place), place)}</th>${links}</tr>
`;
  });
  const body = html`<div class="page-head"><h1>${words.downloads}</h1><p class="lead">${words.footerLicence}</p></div>
<section><h2>${words.wholeDatabase}</h2>${downloadTable(place, [...workbooks, database], words.wholeDatabase)}
<ul class="formats">${formatLines(place)}</ul></section>
<section><h2>${words.allTables}</h2><div class="table-frame" tabindex="0" role="region" aria-label="${words.allTables}"><table class="files"><thead><tr><th scope="col">${words.table}</th><th scope="col" colspan="4">${words.file}</th></tr></thead><tbody>${rows}</tbody></table></div>
${spreadsheetNote(place, tables.values())}</section>
<section><h2>${words.otherFiles}</h2>${downloadTable(place, rest, words.otherFiles)}</section>`;
  const card = factsCard(place, words.downloads, words.siteSubtitle, dataFacts(place));
  return {
    place,
    title: words.downloads,
    description: words.footerLicence,
    body,
    section: 'downloads',
    card,
  };
}

/** Which format is for whom. */
function formatLines({ words }: Place): readonly Markup[] {
  const lines: readonly (readonly [string, string])[] = [
    ['XLSX', words.forSpreadsheets],
    ['DuckDB', words.forSql],
    ['CSV', words.forStatistics],
    ['Parquet, Arrow', words.forPrograms],
    ['JSON', words.forPages],
  ];
  return lines.map(([format, use]) => html`<li><b>${format}</b>: ${use}</li>`);
}
