import { readDescription, termsOf } from '../catalogue/arithmetic.ts';
import type { Erratum } from '../catalogue/catalogue.ts';
import { plainLabels, splitLabels } from '../charts/line-labels.ts';
import { html, type Markup } from '../html/markup.ts';
import { fill, type Word } from '../words/words.ts';
import { checkArticle, isOfBareNumbers } from './formula.ts';
import { cellLabels, inEnglish, inLanguage, titleOf } from './labels.ts';
import { type Page, type Place, pathOf } from './page.ts';
import { writeNumber } from './values.ts';

/** The page of all contradictions of the report, by the table that they are in. */
export function errataPage(place: Place): Page {
  const { words, site } = place;
  const { errata, datasets } = site.catalogue;
  const groups = datasets
    .map((dataset) => ({ dataset, own: errata.filter(({ row }) => row.dataset === dataset.table.name) }))
    .filter(({ own }) => own.length > 0);
  const ofText = errata.filter(({ row }) => datasets.every(({ table }) => table.name !== row.dataset));
  const body = html`<div class="page-head"><h1>${words.errata} <span class="count">${errata.length}</span></h1>
<p class="lead">${words.errataLead}</p>${errata.length === 0 && html`<p>${words.errataNone}</p>`}</div>
${groups.map(
  ({ dataset, own }) =>
    html`<section><h2><a href="${place.to(pathOf.dataset(dataset.table.name))}">${inLanguage(titleOf(dataset.table, place), place)}</a></h2>${own.map((each) => erratumArticle(place, each, 3))}</section>`,
)}${ofText.length > 0 && html`<section><h2><a href="${place.to('report.html')}">${words.report}</a></h2>${ofText.map((each) => erratumArticle(place, each, 3))}</section>`}`;
  return { place, title: words.errata, description: words.errataLead, body, section: 'errata' };
}

/** A contradiction: what is printed, what is implied, the arithmetic of both sides, and the cells concerned. */
export function erratumArticle(place: Place, { id, row, cells, check }: Erratum, level: 3): Markup {
  const { words, site } = place;
  const { catalogue } = site;
  const kind = words[`kind_${row.kind ?? 'arithmetic'}` as Word];
  const certainty = words[`certainty_${row.certainty ?? 'likely'}` as Word];
  const shown = cells.flatMap((cellId) => catalogue.cells.get(cellId) ?? []);
  const paragraph = row.paragraph ?? '';
  const labels = shown.map((cell) => plainLabels(cellLabels(cell, place)));
  const ofDataset = shown.flatMap((cell, at) => (cell.dataset === row.dataset ? [labels[at] ?? []] : []));
  const { shared } = splitLabels(ofDataset.length > 0 ? ofDataset : labels);
  const { own } = splitLabels(labels);
  const first = check === undefined ? undefined : catalogue.cells.get(termsOf(check.left)[0]?.cellId ?? '');
  const isOfMany = shown.length > 1 && first !== undefined;
  const what = (isOfMany ? cellLabels(first, place) : shared).join(' · ');
  const facts: readonly (readonly [string, string])[] = [
    [words.printed, row.printed ?? ''],
    [words.implied, row.implied ?? ''],
    [words.suggestion, row.suggestion ?? ''],
  ];
  const isBare = isOfBareNumbers({ cells }, place);
  const heading = what || (paragraph === '' ? kind : fill(words.paragraphN, { n: paragraph }));
  return html`<article class="erratum" id="${id}">
<h${level}>${heading} <span class="tag">${kind}</span> <span class="tag">${certainty}</span></h${level}>
<dl class="facts">${facts.filter(([, value]) => value !== '').map(([name, value]) => html`<div><dt>${name}</dt><dd>${factOf(value, isBare, place)}</dd></div>`)}</dl>
<p>${inEnglish(explanation(row.description_en ?? ''), place)}</p>
${check !== undefined && checkArticle(place, check)}
<p class="cell-list">${words.cellsConcerned}: ${shown.map((cell, at) => html`${at > 0 && ', '}<a href="${place.to(pathOf.evidence(cell.dataset), cell.name)}" class="v">${own[at] || what} <b>${cell.raw}</b></a>`)}${paragraph !== '' && html` · <a href="${place.to('report.html', `p${paragraph}`)}">${fill(words.paragraphN, { n: paragraph })}</a>`}</p>
</article>`;
}

/** What is printed or implied: a number, words of the report, which is Kazakh, or a remark in English. */
function factOf(value: string, isBare: boolean, place: Place): Markup {
  if (/[A-Za-z]{3}/.test(value)) return inEnglish(value, place);
  if (/\p{Script=Cyrillic}/u.test(value)) return inLanguage({ text: value, language: 'kk' }, place);
  return html`${writeNumber(value, isBare, place)}`;
}

/** What a description says beside the statement and the two sides, which are written out in the arithmetic. */
export function explanation(description: string): string {
  const { because } = readDescription(description);
  const isArithmetic = /The left side is /.test(because);
  return isArithmetic
    ? because.replace(/^.*?rounding explains at most [^ ]*\d\. ?/s, '') || because
    : description;
}
