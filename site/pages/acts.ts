import { grouped } from '../../pipeline/page/grouped.ts';
import { actsOf } from '../catalogue/acts.ts';
import { told } from '../catalogue/language.ts';
import type { Row } from '../catalogue/package.ts';
import { proseFigures } from '../catalogue/prose.ts';
import { html, type Markup } from '../html/markup.ts';
import type { Words } from '../words/words.ts';
import { factsCard } from './cards.ts';
import { inLanguage } from './labels.ts';
import { type Page, type Place, paragraphAddress, SECTION_PATHS } from './page.ts';

/** Where the page of acts stands. */
export const ACTS_PATH = 'acts.html';

/** The acts that the text cites, by their type, with the paragraphs that cite them; and the recommendations. */
export function actsPage(place: Place): Page {
  const { words, site } = place;
  const { rows } = site.catalogue;
  const acts = actsOf(rows('legal_reference'), rows('act'), rows('erratum'));
  const types = [...grouped(acts, ({ type }) => type)].sort(([, a], [, b]) => b.length - a.length);
  const body = html`<div class="page-head"><p class="crumbs"><a href="${place.to(SECTION_PATHS.report)}">${words.report}</a></p><h1>${words.acts} <span class="count">${acts.length}</span></h1><p class="lead">${words.actsLead}</p></div>
${types.map(
  ([
    type,
    own,
  ]) => html`<section><h2>${typeName(type, words)} <span class="count">${own.length}</span></h2><ul class="acts">${own.map(({ name, paragraphs, errata }) => html`<li><span lang="kk">${name}</span>${errata.map(({ erratum_id: id = '' }) => html` <a class="flag" href="${place.to(SECTION_PATHS.errata, id)}" title="${words.ofErratum}" aria-label="${words.ofErratum}">▲</a>`)} <span class="where">${words.citedIn}: ${paragraphs.map((each, at) => html`${at > 0 && ', '}<a href="${paragraphAddress(place, each)}">${each}</a>`)}</span></li>`)}</ul></section>
`,
)}
${recommendations(place)}`;
  const card = factsCard(place, words.acts, words.siteSubtitle, [[acts.length, words.acts]]);
  return { place, title: words.acts, description: words.actsLead, body, section: 'report', card };
}

/** The name of a type of acts; its code as words where the site has none. */
function typeName(type: string, words: Words): Markup {
  const known: Readonly<Record<string, string>> = words;
  const name = known[`act_${type}`];
  return name === undefined ? html`<span lang="en">${type.replaceAll('_', ' ')}</span>` : html`${name}`;
}

/** Each recommendation with the paragraphs that answer it, and how many figures and contradictions these have. */
function recommendations(place: Place): Markup | undefined {
  const { words, site, language } = place;
  const { rows, errata } = site.catalogue;
  const sections = new Map(rows('section').map((row) => [row.section ?? '', row]));
  const answered = [...new Set(rows('recommendation').map(({ section = '' }) => section))].flatMap(
    (name): Row[] => {
      const section = sections.get(name);
      return section === undefined ? [] : [section];
    },
  );
  if (answered.length === 0) return undefined;
  const within = (
    { first_paragraph: first, last_paragraph: last }: Row,
    paragraph: string | undefined,
  ): boolean =>
    (paragraph ?? '') !== '' && Number(paragraph) >= Number(first) && Number(paragraph) <= Number(last);
  const asks = grouped(rows('recommendation'), ({ section = '' }) => section);
  const isAsked = rows('recommendation').some((row) => told(row, 'asks', language).text !== '');
  const isOfAnswers = isAsked && rows('recommendation').some(({ basis }) => basis === 'answer');
  const prose = proseFigures(site.catalogue);
  const entries = answered.map((section) => {
    const figures = prose.filter(({ paragraph }) => within(section, paragraph)).length;
    const acts = rows('legal_reference').filter(({ paragraph }) => within(section, paragraph)).length;
    const missing = [...(figures === 0 ? [words.noFigures] : []), ...(acts === 0 ? [words.noActs] : [])];
    // One answer to two recommendations may be said to be asked for by one sentence.
    const own = (asks.get(section.section ?? '') ?? []).map((row) => told(row, 'asks', language));
    const asked = own.filter(({ text }, at) => own.findIndex((each) => each.text === text) === at);
    const wrong = errata.filter(({ row }) => within(section, row.paragraph)).length;
    const { first_paragraph: first = '', last_paragraph: last = '' } = section;
    return html`<tr><th scope="row">${inLanguage(told(section, 'title', language), place)}</th>${isAsked && html`<td>${asked.map((each, at) => html`${at > 0 && ' '}${inLanguage(each, place)}`)}</td>`}<td class="n" data-v="${first}"><a href="${paragraphAddress(place, first)}">${first === last ? first : `${first}–${last}`}</a></td><td class="n">${figures}</td><td class="n">${acts}</td><td class="n">${wrong}</td><td>${missing.join(', ')}</td></tr>`;
  });
  return html`<section><h2 id="recommendations">${words.recommendations} <span class="count">${answered.length}</span></h2><p class="hint">${words.recommendationsLead}${isOfAnswers && html` ${words.askedByAnswer}`}</p>
<div class="table-frame" tabindex="0" role="region" aria-label="${words.recommendations}"><table><thead><tr><th scope="col">${words.recommendations}</th>${isAsked && html`<th scope="col">${words.asked}</th>`}${[words.citedIn, words.figures, words.acts, words.errata].map((head) => html`<th scope="col" class="n">${head}</th>`)}<th scope="col">${words.leftOut}</th></tr></thead><tbody>${entries}</tbody></table></div></section>`;
}
