import { datasetsOf } from '../catalogue/catalogue.ts';
import { told } from '../catalogue/language.ts';
import type { Row } from '../catalogue/package.ts';
import type { ReportSection } from '../catalogue/report-parts.ts';
import { html, type Markup } from '../html/markup.ts';
import { fill } from '../words/words.ts';
import { ACTS_PATH } from './acts.ts';
import { factsCard, textFacts } from './cards.ts';
import { citation, partCitation } from './cite.ts';
import { inLanguage, titleOf } from './labels.ts';
import { type Page, type Place, pathOf } from './page.ts';
import { type Part, paragraphSpan, partList } from './part-list.ts';
import { paragraphArticle, repairNote } from './report-paragraph.ts';

/** The repaired text of the report, in parts, each with the outline of the whole. */
export function reportPages(at: (path: string) => Place): readonly Page[] {
  const whole = at(pathOf.report());
  const { reportParts } = whole.site.catalogue;
  return reportParts.map((sections, part) =>
    reportPage(at(pathOf.report(part)), whole, sections, part === reportParts.length - 1),
  );
}

function reportPage(place: Place, whole: Place, sections: readonly ReportSection[], isLast: boolean): Page {
  const { words, site } = place;
  const { rows, package: published } = site.catalogue;
  const outside = isLast ? rows('displaced_text').filter((row) => row.paragraph === '') : [];
  const { list, steps, said } = partList(place, partsOf(place));
  const marks = html`<p class="marks"><span>${words.reportMarks}:</span> <span class="figure">${words.markFigure}</span> <span class="citation">${words.markCitation}</span> <span class="annex">${words.markAnnex}</span></p>`;
  const body = html`<div class="page-head"><h1>${words.report}</h1><p class="lead">${words.reportLead}</p><p><a href="${place.to(ACTS_PATH)}">${words.acts}</a> · <a href="${place.to(pathOf.figures())}">${words.proseFigures}</a></p>${marks}
<p class="actions" hidden><button type="button" id="all-repairs" aria-pressed="false">${words.repairsAll}</button></p>
<p class="hint cite-hint" hidden>${words.citeParagraphHint}</p></div>
${list}<div class="report">
<nav class="outline" aria-label="${words.contents}"><details open><summary>${words.contents}</summary>${outline(place, inOrder(rows('section')), '')}</details></nav>
<div class="running-text">${above(place, sections[0])}${sections.map((section) => sectionText(place, section))}${outside.length > 0 && html`<details class="repair"><summary>${words.repair} <span class="count">${outside.length}</span></summary>${outside.map((row) => repairNote(words, row))}</details>`}${steps}${partCitation(place, { title: words.paragraphNumber, offer: words.citeParagraph, whole: whole.path })}</div>
</div>
<section><h2 id="cite">${words.cite}</h2>${citation(whole, { text: words.report, language: place.language }, 'report')}</section>`;
  const card = factsCard(place, words.report, words.siteSubtitle, textFacts(place));
  const title = said === undefined ? words.report : `${words.report}. ${said}`;
  return { place, title, description: published.title, body, section: 'report', card };
}

/** The parts of the report, each by its paragraphs and the sections that these are of. */
function partsOf(place: Place): readonly Part[] {
  const titleOfSection = (row: Row | undefined): string =>
    told({ ...row }, 'title', place.language).text || (row?.title_kk ?? '');
  return place.site.catalogue.reportParts.map((sections, part) => {
    const filled = sections.filter(({ paragraphs }) => paragraphs.length > 0);
    const numbers = filled.flatMap(({ paragraphs }) => paragraphs.map(({ row }) => row.paragraph ?? ''));
    const ends = [...new Set([filled[0], filled.at(-1)].map((piece) => titleOfSection(piece?.section)))];
    const label = `${paragraphSpan(place, numbers[0], numbers.at(-1))} · ${ends.join(' – ')}`;
    return { path: pathOf.report(part), label };
  });
}

function inOrder(sections: readonly Row[]): readonly Row[] {
  return [...sections].sort((a, b) => Number(a.position) - Number(b.position));
}

function outline(place: Place, sections: readonly Row[], parent: string): Markup {
  const { sections: parts } = place.site.catalogue.partsOfReport;
  const own = sections.filter((row) => (row.parent ?? '') === parent);
  return html`<ul>${own.map((row) => {
    const id = row.section ?? '';
    const children = sections.some((each) => each.parent === row.section);
    const target =
      row.kind === 'annex' ? place.to('index.html', id) : place.to(pathOf.report(parts.get(id)), id);
    return html`<li><a href="${target}">${inLanguage(told(row, 'title', place.language), place)}</a>${children && outline(place, sections, id)}</li>`;
  })}</ul>`;
}

/** Below which headings a part begins that are on a page before: they lead there. */
function above(place: Place, first: ReportSection | undefined): readonly Markup[] {
  if (first === undefined) return [];
  const { rows, partsOfReport } = place.site.catalogue;
  const named = new Map(rows('section').map((row) => [row.section ?? '', row]));
  const lineage = (name: string | undefined): readonly Row[] => {
    const row = named.get(name ?? '');
    return row === undefined ? [] : [...lineage(row.parent), row];
  };
  const headings = lineage(first.isBegun ? first.section.parent : first.section.section);
  return headings.map((section) => {
    const id = section.section ?? '';
    const address = place.to(pathOf.report(partsOfReport.sections.get(id)), id);
    const inner = html`<a href="${address}">${inLanguage(told(section, 'title', place.language), place)}</a> <small>${place.words.continued}</small>`;
    return inHeading(section, inner, html` class="part-of-above"`);
  });
}

function sectionText(place: Place, { section, isBegun, paragraphs }: ReportSection): Markup {
  const annexes = inOrder(place.site.catalogue.rows('section')).filter(({ kind }) => kind === 'annex');
  const texts = paragraphs.map((paragraph) => paragraphArticle(place, annexes, paragraph));
  return html`<section class="part">${isBegun && heading(place, section)}${isBegun && section.kind === 'annex' && annexList(place, section)}${texts}</section>`;
}

function heading(place: Place, section: Row): Markup {
  const translated = told(section, 'title', place.language);
  const inner = html`<span lang="kk">${section.title_kk}</span>${translated.language !== 'kk' && translated.text !== section.title_kk && html` <small>${inLanguage(translated, place)}</small>`} <small class="page">${fill(place.words.pageOf, { n: section.page ?? '' })}</small>`;
  return inHeading(section, inner, html` id="${section.section}"`);
}

/** A heading of the level that its section has below that of the page. */
function inHeading({ level }: Row, inner: Markup, named: Markup): Markup {
  if (Number(level ?? '1') === 1) return html`<h2${named}>${inner}</h2>`;
  return Number(level) === 2 ? html`<h3${named}>${inner}</h3>` : html`<h4${named}>${inner}</h4>`;
}

function annexList(place: Place, annex: Row): Markup {
  const datasets = datasetsOf(place.site.catalogue, annex);
  return html`<ul class="plain-list">${datasets.map(({ table }) => html`<li><a href="${place.to(pathOf.dataset(table.name))}">${inLanguage(titleOf(table, place), place)}</a></li>`)}</ul>`;
}
