import { inPages } from '../catalogue/in-pages.ts';
import { told } from '../catalogue/language.ts';
import type { Row } from '../catalogue/package.ts';
import { type ProseFigure, placesOf, proseFigures } from '../catalogue/prose.ts';
import type { Line } from '../charts/number-line.ts';
import { trendOf } from '../charts/trend.ts';
import { html, type Markup } from '../html/markup.ts';
import { fill } from '../words/words.ts';
import { factsCard, textFacts } from './cards.ts';
import { cellLabels, unitName } from './labels.ts';
import { marked } from './marks.ts';
import { evidenceAddress, type Page, type Place, paragraphAddress, pathOf, SECTION_PATHS } from './page.ts';
import { paragraphSpan, partList } from './part-list.ts';
import { cellNumber } from './values.ts';

/** Bytes that the rows of a page may take by the weights below; with its frame it stays below 150 kB. */
const ROOM = 100_000;
/** Bytes of HTML around the sentence of a row, the greatest of three languages on average, and of a course. */
const WEIGHTS = { row: 420, course: 600 } as const;

/** Sparks of fewer values than this would show a stroke and no course. */
const LEAST_OF_COURSE = 3;
const SPARK = { width: 120, height: 34, margin: 4 } as const;

/** Every number of the running text beside its sentence, to be searched and filtered; series with their course. */
export function figuresPages(at: (path: string) => Place): readonly Page[] {
  const { catalogue } = at(pathOf.figures()).site;
  const figures = proseFigures(catalogue);
  const pages = inPages(
    figures,
    ROOM,
    ({ row, series, sentence }) =>
      WEIGHTS.row +
      Buffer.byteLength(sentence) +
      (series.length > 1 && series[0] === row ? WEIGHTS.course : 0),
  );
  const parts = pages.map((own, part) => ({ path: pathOf.figures(part), own }));
  return parts.map(({ path, own }) => figuresPage(at(path), figures, own, parts));
}

/** The numbers of a page of those of the text. */
interface FiguresPart {
  readonly path: string;
  readonly own: readonly ProseFigure[];
}

function figuresPage(
  place: Place,
  figures: readonly ProseFigure[],
  shown: readonly ProseFigure[],
  pages: readonly FiguresPart[],
): Page {
  const { words, site, language } = place;
  const parts = partsOf(site.catalogue.rows('section'));
  const partAt = (paragraph: string): Row | undefined =>
    parts.find(({ first, last }) => Number(paragraph) >= first && Number(paragraph) <= last)?.row;
  const units = [...new Set(figures.map(({ row }) => row.unit ?? ''))].filter((unit) => unit !== '');
  const years = [...new Set(figures.map(({ row }) => row.year ?? ''))].filter((year) => year !== '').sort();
  const named = units
    .map((unit) => ({ value: unit, text: unitName(unit, place) }))
    .sort((a, b) => a.text.localeCompare(b.text, language));
  const choices = [
    {
      name: 'part',
      title: words.filterWhere,
      options: parts.map(({ row }) => ({
        value: row.section ?? '',
        text: told(row, 'title', language).text,
      })),
    },
    { name: 'unit', title: words.unit, options: named },
    { name: 'year', title: words.year, options: years.map((year) => ({ value: year, text: year })) },
  ];
  const listed = pages.map(({ path, own }) => ({
    path,
    label: paragraphSpan(place, own[0]?.paragraph, own.at(-1)?.paragraph),
  }));
  const { list, steps, said } = partList(place, listed);
  const body = html`<div class="page-head"><p class="crumbs"><a href="${place.to(SECTION_PATHS.report)}">${words.report}</a></p><h1>${words.proseFigures} <span class="count">${figures.length}</span></h1><p class="lead">${words.proseLead}</p></div>
<form class="filter" id="prose-filter" hidden aria-label="${words.filter}"><label><span>${words.proseSearch}</span> <input type="search" name="q" autocomplete="off"></label>${choices.map(({ name, title, options }) => html`<label><span>${title}</span> <select name="${name}"><option value="">${words.all}</option>${options.map(({ value, text }) => html`<option value="${value}">${text}</option>`)}</select></label>`)}<button type="reset">${words.reset}</button> <p class="row-count" role="status" data-shown="${words.rowsShown}" data-unread="${words.partsUnread}" data-all="${figures.length}"></p></form>
${list}<div class="table-frame" tabindex="0" role="region" aria-label="${words.proseFigures}"><table class="prose" id="prose"><thead><tr><th scope="col" class="n">${words.value}</th><th scope="col">${words.unit}</th><th scope="col">${words.proseSentence}</th></tr></thead><tbody>${shown.map((figure) => figureRow(place, figure, partAt(figure.paragraph)))}</tbody></table></div>${steps}`;
  const card = factsCard(place, words.proseFigures, words.siteSubtitle, textFacts(place));
  const title = said === undefined ? words.proseFigures : `${words.proseFigures}. ${said}`;
  return { place, title, description: words.proseLead, body, section: 'report', card };
}

/** The parts of the text at the top of its outline, with the paragraphs that they span. */
function partsOf(
  sections: readonly Row[],
): readonly { readonly row: Row; readonly first: number; readonly last: number }[] {
  return sections
    .filter(({ parent, first_paragraph: first }) => parent === '' && first !== '')
    .map((row) => ({ row, first: Number(row.first_paragraph), last: Number(row.last_paragraph) }))
    .sort((a, b) => a.first - b.first);
}

function figureRow(place: Place, figure: ProseFigure, part: Row | undefined): Markup {
  const { words } = place;
  const { row, cell, paragraph, sentence } = figure;
  const unit = unitName(row.unit ?? '', place);
  const here = fill(words.paragraphN, { n: paragraph });
  const what = cellLabels(cell, place)
    .filter((label) => label !== here && !label.startsWith('«'))
    .join(' · ');
  const [start] = figure.words === '' ? [] : placesOf(sentence, figure.words);
  const said = marked(
    sentence,
    start === undefined
      ? []
      : [{ start, end: start + figure.words.length, wrap: (inner) => html`<mark>${inner}</mark>` }],
  );
  return html`<tr data-part="${part?.section}" data-unit="${row.unit}" data-year="${row.year}"><td class="n"><a class="v" href="${evidenceAddress(place, cell)}">${cellNumber(place, cell)}</a>${spark(figure)}</td><td>${unit}</td><td>${what !== '' && html`<span class="where">${what}</span> `}<q lang="kk">${said}</q> <a href="${paragraphAddress(place, paragraph)}">${here}</a></td></tr>
`;
}

/** The course of a series at its first value, where it has years enough. */
function spark({ row, series, dataset }: ProseFigure): Markup | undefined {
  const [measure] = dataset.measures;
  if (series[0] !== row || measure === undefined) return undefined;
  const points = series
    .flatMap((each) => {
      const printed = each[measure.field.name] ?? '';
      return printed === '' || !each.year
        ? []
        : [{ year: Number(each.year), value: Number(printed), printed }];
    })
    .sort((a, b) => a.year - b.year);
  if (new Set(points.map(({ year }) => year)).size < Math.max(LEAST_OF_COURSE, points.length))
    return undefined;
  const line: Line = { label: '', slot: 0, points };
  const { points: drawn, paths } = trendOf(line, SPARK);
  const last = drawn.at(-1);
  const label = points.map(({ year, printed }) => `${year}: ${printed}`).join(', ');
  return html`<svg class="trend" viewBox="0 0 ${SPARK.width} ${SPARK.height}" role="img" aria-label="${label}">${paths.map((path) => html`<path d="${path}"/>`)}${last !== undefined && html`<circle cx="${last.x}" cy="${last.y}" r="3"/>`}</svg>`;
}
