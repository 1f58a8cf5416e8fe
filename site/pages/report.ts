import { datasetsOf } from '../catalogue/catalogue.ts';
import { grouped } from '../catalogue/grouped.ts';
import { told } from '../catalogue/language.ts';
import type { Row } from '../catalogue/package.ts';
import { html, type Markup } from '../html/markup.ts';
import { fill } from '../words/words.ts';
import { ACTS_PATH } from './acts.ts';
import { factsCard, textFacts } from './cards.ts';
import { citation, partCitation } from './cite.ts';
import { FIGURES_PATH } from './figures.ts';
import { inLanguage, titleOf } from './labels.ts';
import { type Page, type Place, pathOf } from './page.ts';
import { paragraphArticle, repairNote } from './report-paragraph.ts';

/** The repaired text of the report with its outline. */
export function reportPage(place: Place): Page {
  const { words, site } = place;
  const { rows, package: published } = site.catalogue;
  const sections = [...rows('section')].sort((a, b) => Number(a.position) - Number(b.position));
  const outside = rows('displaced_text').filter((row) => row.paragraph === '');
  const marks = html`<p class="marks"><span>${words.reportMarks}:</span> <span class="figure">${words.markFigure}</span> <span class="citation">${words.markCitation}</span> <span class="annex">${words.markAnnex}</span></p>`;
  const body = html`<div class="page-head"><h1>${words.report}</h1><p class="lead">${words.reportLead}</p><p><a href="${place.to(ACTS_PATH)}">${words.acts}</a> · <a href="${place.to(FIGURES_PATH)}">${words.proseFigures}</a></p>${marks}
<p class="actions" hidden><button type="button" id="all-repairs" aria-pressed="false">${words.repairsAll}</button></p>
<p class="hint cite-hint" hidden>${words.citeParagraphHint}</p></div>
<div class="report">
<nav class="outline" aria-label="${words.contents}"><details open><summary>${words.contents}</summary>${outline(place, sections, '')}</details></nav>
<div class="running-text">${sectionsText(place, sections)}${outside.length > 0 && html`<details class="repair"><summary>${words.repair} <span class="count">${outside.length}</span></summary>${outside.map((row) => repairNote(words, row))}</details>`}${partCitation(place, { title: words.paragraphNumber, offer: words.citeParagraph })}</div>
</div>
<section><h2 id="cite">${words.cite}</h2>${citation(place, { text: words.report, language: place.language }, 'report')}</section>`;
  const card = factsCard(place, words.report, words.siteSubtitle, textFacts(place));
  return { place, title: words.report, description: published.title, body, section: 'report', card };
}

function outline(place: Place, sections: readonly Row[], parent: string): Markup {
  const own = sections.filter((row) => (row.parent ?? '') === parent);
  return html`<ul>${own.map((row) => {
    const children = sections.some((each) => each.parent === row.section);
    const target =
      row.kind === 'annex'
        ? place.to('index.html', row.section ?? '')
        : `#${encodeURIComponent(row.section ?? '')}`;
    return html`<li><a href="${target}">${inLanguage(told(row, 'title', place.language), place)}</a>${children && outline(place, sections, row.section ?? '')}</li>`;
  })}</ul>`;
}

function sectionsText(place: Place, sections: readonly Row[]): readonly Markup[] {
  const { catalogue } = place.site;
  const annexes = sections.filter((row) => row.kind === 'annex');
  const by = (table: string, key: string): ReadonlyMap<string, readonly Row[]> =>
    grouped(catalogue.rows(table), (row) => row[key] ?? '');
  const paragraphs = by('paragraph', 'section');
  const [blocks, figures, citations, repairs] = [
    'paragraph_block',
    'figure',
    'legal_reference',
    'displaced_text',
  ].map((table) => by(table, 'paragraph'));
  return sections.map((section) => {
    const own = paragraphs.get(section.section ?? '') ?? [];
    const inOrder = [...own].sort((a, b) => Number(a.paragraph) - Number(b.paragraph));
    const texts = inOrder.map((row) => {
      const parts = [blocks, figures, citations, repairs].map((each) => each?.get(row.paragraph ?? '') ?? []);
      const [ownBlocks = [], ownFigures = [], ownCitations = [], ownRepairs = []] = parts;
      return paragraphArticle(place, annexes, {
        row,
        blocks: ownBlocks,
        figures: inPosition(ownFigures),
        citations: ownCitations,
        repairs: ownRepairs,
      });
    });
    return html`<section class="part">${heading(place, section)}${section.kind === 'annex' && annexList(place, section)}${texts}</section>`;
  });
}

function inPosition(figures: readonly Row[]): readonly Row[] {
  return [...figures].sort((a, b) => Number(a.position) - Number(b.position));
}

function heading(place: Place, section: Row): Markup {
  const id = section.section ?? '';
  const translated = told(section, 'title', place.language);
  const inner = html`<span lang="kk">${section.title_kk}</span>${translated.language !== 'kk' && translated.text !== section.title_kk && html` <small>${inLanguage(translated, place)}</small>`} <small class="page">${fill(place.words.pageOf, { n: section.page ?? '' })}</small>`;
  const level = Number(section.level ?? '1');
  if (level === 1) return html`<h2 id="${id}">${inner}</h2>`;
  return level === 2 ? html`<h3 id="${id}">${inner}</h3>` : html`<h4 id="${id}">${inner}</h4>`;
}

function annexList(place: Place, annex: Row): Markup {
  const datasets = datasetsOf(place.site.catalogue, annex);
  return html`<ul class="plain-list">${datasets.map(({ table }) => html`<li><a href="${place.to(pathOf.dataset(table.name))}">${inLanguage(titleOf(table, place), place)}</a></li>`)}</ul>`;
}
