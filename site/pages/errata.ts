import type { Cell, Erratum } from '../catalogue/catalogue.ts';
import { told } from '../catalogue/language.ts';
import type { Row } from '../catalogue/package.ts';
import { plainLabels, splitLabels } from '../charts/line-labels.ts';
import { html, type Markup } from '../html/markup.ts';
import { formatDecimal, roundedBeside } from '../words/numbers.ts';
import { fill, type Word } from '../words/words.ts';
import { factsCard } from './cards.ts';
import { errataFilter, whereKey } from './errata-filter.ts';
import { checkArticle, isOfBareNumbers } from './formula.ts';
import { annexName, cellLabels, fullLabels, inLanguage, prose, titleOf, unitName } from './labels.ts';
import { evidenceAddress, type Page, type Place, paragraphAddress, pathOf, SECTION_PATHS } from './page.ts';
import { cellNumber, writeNumber } from './values.ts';

/** The page of all contradictions of the report, the gravest first. */
export function errataPage(place: Place): Page {
  const { words, site } = place;
  const { errata } = site.catalogue;
  const kinds = [...new Set(errata.map(({ row }) => row.severity ?? ''))];
  const body = html`<div class="page-head"><h1>${words.errata} <span class="count">${errata.length}</span></h1>
<p class="lead">${words.errataLead}</p>${errata.length === 0 ? html`<p>${words.errataNone}</p>` : html`<p class="hint">${words.errataOrder}</p><p class="hint">${words.certaintyLegend}</p>`}</div>
${errataFilter(place, errata)}
${kinds.map((kind) => {
  const own = errata.filter(({ row }) => row.severity === kind);
  return html`<section><h2>${words[`errata_${kind}` as Word]} <span class="count">${own.length}</span></h2>${own.map((each) => erratumArticle(place, each, 3))}</section>`;
})}`;
  const card = factsCard(
    place,
    words.errata,
    words.siteSubtitle,
    kinds.map((kind) => [
      errata.filter(({ row }) => row.severity === kind).length,
      words[`errata_${kind}` as Word],
    ]),
  );
  return { place, title: words.errata, description: words.errataLead, body, section: 'errata', card };
}

/** A contradiction: one sentence, what is printed, what is implied, the arithmetic, and the cells concerned. */
export function erratumArticle(place: Place, erratum: Erratum, level: 3): Markup {
  const { words } = place;
  const { id, row, checks } = erratum;
  const kind = words[`kind_${row.kind ?? 'arithmetic'}` as Word];
  const certainty = words[`certainty_${row.certainty ?? 'likely'}` as Word];
  const [first, ...others] = checks.map((check) => checkArticle(place, check));
  return html`<article class="erratum" id="${id}" data-where="${whereKey(place, erratum)}" data-kind="${row.kind}" data-certainty="${row.certainty}" data-turns="${row.turns}">
<h${level}>${headingOf(place, erratum)} <span class="tag">${kind}</span> <span class="tag">${certainty}</span></h${level}>
<p class="says">${erratumText(place, row)}</p>
<dl class="facts">${factsOf(place, erratum).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${first}${others.length > 0 && html`<details><summary>${words.checksMore} <span class="count">${others.length}</span></summary>${others}</details>`}
${whereOf(place, erratum)}
</article>`;
}

/** What is wrong, in the language of the page where there is such a sentence. */
export function erratumText(place: Place, row: Row): Markup {
  return prose(told(row, 'description', place.language), place);
}

/** What the number that is printed wrongly is for; else what all cells concerned share, or the paragraph. */
export function headingOf(place: Place, { row, cells }: Erratum): string {
  const { words, site } = place;
  const { catalogue } = site;
  const printed = catalogue.cells.get(row.printed_cell ?? '');
  const labels = cells
    .flatMap((cell) => catalogue.cells.get(cell) ?? [])
    .map((cell) => fullLabels(cell, place));
  const { shared } = splitLabels(labels.map(plainLabels));
  const what = (printed === undefined ? shared : fullLabels(printed, place)).join(' · ');
  if (what !== '') return what;
  return (row.paragraph ?? '') === ''
    ? words[`kind_${row.kind ?? 'arithmetic'}` as Word]
    : fill(words.paragraphN, { n: row.paragraph ?? '' });
}

/** Links to contradictions that are told on the page of all. */
export function errataLinks(place: Place, errata: readonly Erratum[]): Markup {
  return html`<ul class="plain">${errata.map((each) => html`<li><a href="${place.to(SECTION_PATHS.errata, each.id)}">${headingOf(place, each)}</a></li>`)}</ul>`;
}

/** By how much of the larger the two sides of the worst check differ, where that is more than of the sides shown. */
function worstError({ row, checks }: Erratum): string | undefined {
  const shares = checks.map(({ leftValue, rightValue }) => {
    const [left, right] = [Number(leftValue), Number(rightValue)];
    return left === right ? 0 : Math.abs(left - right) / Math.max(Math.abs(left), Math.abs(right));
  });
  const worst = Math.max(0, ...shares);
  return worst > 2 * Number(row.relative_error) ? String(worst) : undefined;
}

function factsOf(place: Place, erratum: Erratum): readonly (readonly [string, Markup])[] {
  const { words, site, language } = place;
  const { row, cells } = erratum;
  const worst = worstError(erratum);
  const printed = site.catalogue.cells.get(row.printed_cell ?? '');
  // Where words stand under a number, that of a period is a year.
  const isBare = isOfBareNumbers({ cells }, place) || (row.kind === 'period' && printed === undefined);
  const unit = unitOf(place, printed);
  const implied = row.kind === 'fact' ? words.impliedBySource : words.implied;
  const { relative_error: error = '', turns = '' } = row;
  const facts: readonly (readonly [string, string])[] = [
    [words.printed, row.printed ?? ''],
    [implied, row.suggestion === row.implied ? '' : roundedBeside(row.implied ?? '', row.printed ?? '')],
    [words.suggestion, row.suggestion ?? ''],
  ];
  return [
    ...facts.flatMap(([name, value]): [string, Markup][] =>
      value === '' ? [] : [[name, factOf(value, unit, isBare, place)]],
    ),
    ...(error === ''
      ? []
      : [[words.relativeError, html`${formatDecimal(percentOf(error), language)} %`] as const]),
    ...(error === '' || worst === undefined
      ? []
      : [[words.worstCheck, html`${formatDecimal(percentOf(worst), language)} %`] as const]),
    ...(turns === '' ? [] : [[words.turns, html`${words[`turns_${turns}` as Word]}`] as const]),
  ];
}

function unitOf(place: Place, cell: Cell | undefined): string {
  const { catalogue } = place.site;
  if (cell === undefined) return '';
  const dataset = catalogue.datasets.find(({ table }) => table.name === cell.dataset);
  const [measure] = dataset?.measures ?? [];
  const own = catalogue.rowsOf.get(cell.id)?.[0]?.unit ?? '';
  return unitName(own === '' ? (measure?.field.unit ?? '') : own, place);
}

/** A share as per cent, to one digit that matters at least. */
function percentOf(share: string): string {
  const percent = 100 * Number(share);
  return percent.toFixed(percent >= 1 ? 1 : 3).replace(/\.?0+$/, '');
}

/** What is printed or implied: a number or a bound with its unit, or words of the report, which is Kazakh. */
function factOf(value: string, unit: string, isBare: boolean, place: Place): Markup {
  if (/\p{Script=Cyrillic}/u.test(value)) return inLanguage({ text: value, language: 'kk' }, place);
  const [, sign = '', digits = value, code = ''] = /^([≤≥] )?([\d.]+)(?: ([a-z]\w*))?$/.exec(value) ?? [];
  const shown = code === '' ? unit : unitName(code, place);
  return html`${sign}${writeNumber(digits, isBare, place)}${shown !== '' && html` <small>(${shown})</small>`}`;
}

/** The places of the report that one has to look at. */
function whereOf(place: Place, { row, cells }: Erratum): Markup {
  const { words, site } = place;
  const { catalogue } = site;
  const shown = cells.flatMap((cell) => catalogue.cells.get(cell) ?? []);
  const labelOf = new Set(shown.map((cell) => cell.dataset)).size > 1 ? fullLabels : cellLabels;
  const labels = shown.map((cell) => labelOf(cell, place));
  const { own } = splitLabels(labels.map(plainLabels));
  const paragraph = row.paragraph ?? '';
  const dataset = catalogue.datasets.find(({ table }) => table.name === row.dataset && paragraph === '');
  return html`<p class="cell-list">${paragraph !== '' && html`<a href="${paragraphAddress(place, paragraph)}">${fill(words.paragraphN, { n: paragraph })}</a>`}${dataset !== undefined && html`<a href="${place.to(pathOf.dataset(dataset.table.name))}">${annexName(dataset, place)}: ${titleOf(dataset.table, place).text}</a>`}${shown.length > 0 && html` · ${words.cellsConcerned}: `}${shown.map((cell, at) => html`${at > 0 && ', '}<a href="${evidenceAddress(place, cell)}" class="v">${own[at] || labels[at]?.join(' · ')} <b>${cellNumber(place, cell)}</b></a>`)}</p>`;
}
