import type { Cell, Erratum } from '../catalogue/catalogue.ts';
import type { Dataset } from '../catalogue/dataset.ts';
import { checksShown } from '../catalogue/evidence-parts.ts';
import type { Row } from '../catalogue/package.ts';
import { passage, piecesOf } from '../catalogue/text-layer.ts';
import { saysUnit } from '../charts/title.ts';
import { html, type Markup } from '../html/markup.ts';
import { formatDecimal, roundedBeside } from '../words/numbers.ts';
import { fill } from '../words/words.ts';
import { datasetCard } from './cards.ts';
import { citation, partCitation } from './cite.ts';
import { erratumText } from './errata.ts';
import { checkArticle, shortFormula, verdictName } from './formula.ts';
import { annexName, cellLabels, inLanguage, titleOf, titleStem, unitAfter, unitName } from './labels.ts';
import { checkAddress, evidenceAddress, type Page, type Place, pathOf } from './page.ts';
import { pageDrawing } from './page-drawing.ts';
import { type Part, partList } from './part-list.ts';
import { runnerUpText, struckOut } from './runner-up.ts';
import { isBareNumber, NIL, SIGNS, statusName, writeNumber } from './values.ts';

/** Lines with ink that are shown before and behind those of a cell. */
const AROUND = 2;

/** The pages with the evidence of every cell of a dataset, a fragment each, and the checks that they take part in. */
export function evidencePages(at: (path: string) => Place, dataset: Dataset): readonly Page[] {
  const { name } = dataset.table;
  const { site } = at(pathOf.evidence(name));
  return (site.catalogue.evidenceParts.get(name) ?? []).map((cells, part) =>
    evidencePage(at(pathOf.evidence(name, part)), dataset, cells, part),
  );
}

function evidencePage(place: Place, dataset: Dataset, cells: readonly Cell[], part: number): Page {
  const { words, site } = place;
  const { catalogue } = site;
  const name = titleOf(dataset.table, place);
  const all = catalogue.cellsOf.get(dataset.table.name) ?? [];
  const start = all.findIndex(({ id }) => id === cells[0]?.id);
  const { list, steps } = partList(place, partsOf(place, dataset));
  const partOf = catalogue.partsOfChecks.get(dataset.table.name);
  const checks = [...new Set(cells.flatMap((cell) => checksShown(cell, catalogue)))].filter(
    ({ id }) => partOf?.get(id) === part,
  );
  const title = fill(words.evidenceOf, { title: name.text });
  const body = html`<div class="page-head">
<p class="crumbs"><a href="${place.to(pathOf.dataset(dataset.table.name))}">${annexName(dataset, place)} · ${inLanguage(name, place)}</a></p>
<h1>${words.evidence}</h1>
<p class="lead">${words.evidenceLead}</p>
<p class="hint cite-hint" hidden>${words.citeValueHint}</p>
${struckOut(place, all)}
</div>
${list}<div class="cells" data-close="${words.close}">${cells.map((cell, at) => cellArticle(place, dataset, cell, all[start + at - 1], all[start + at + 1]))}</div>
${checks.length > 0 && html`<section class="checks"><h2>${words.checksTitle}</h2>${checks.map((check) => checkArticle(place, check))}</section>`}${steps}
${partCitation(place, { title: `${titleStem(dataset.table, place).text}. {n}`, offer: words.citeValue, whole: pathOf.evidence(dataset.table.name), key: dataset.table.name })}
<section><h2>${words.cite}</h2>${citation(place, { ...name, text: title }, `${dataset.table.name}-evidence`)}</section>`;
  return {
    place,
    title,
    description: words.evidenceLead,
    body,
    section: 'home',
    card: datasetCard(place, dataset),
  };
}

/** The parts of a dataset's evidence, each by its first and its last cell. */
function partsOf(place: Place, { table: { name } }: Dataset): readonly Part[] {
  const parts = place.site.catalogue.evidenceParts.get(name) ?? [];
  return parts.map((cells, part) => {
    const ends = [cells[0], cells.at(-1)].flatMap((cell) => cell ?? []);
    const label = ends.map((cell) => cellLabels(cell, place).join(' · ')).join(' – ');
    return { path: pathOf.evidence(name, part), label };
  });
}

function cellArticle(place: Place, dataset: Dataset, cell: Cell, before?: Cell, after?: Cell): Markup {
  const { words, site } = place;
  const { catalogue } = site;
  const rows = catalogue.rowsOf.get(cell.id) ?? [];
  const checks = catalogue.checksOfCell.get(cell.id) ?? [];
  const errata = catalogue.errataOfCell.get(cell.id) ?? [];
  const what = cellLabels(cell, place).join(' · ');
  return html`<article class="cell" id="${cell.name}">
<h2><span class="what">${what}</span> <span class="value">${valuesOf(place, dataset, rows, what)}</span></h2>
${sourceLines(place, cell)}${pageDrawing(place, cell, catalogue.cellsOf.get(dataset.table.name) ?? [])}
<dl class="facts">
<div><dt>${words.inTextLayer}</dt><dd><code>${cell.raw}</code></dd></div>
<div><dt>${words.howRead}</dt><dd>${words[`reading_${cell.reading}` as keyof typeof words]}</dd></div>
<div><dt>${words.otherReading}</dt><dd>${runnerUpText(place, cell)}</dd></div>
</dl>
${errata.map((erratum) => erratumNote(place, erratum))}${doubt(place, catalogue.warnings.get(cell.id))}
<div class="proof"><h3>${words.checks} <span class="count">${checks.length}</span></h3>
${
  checks.length === 0
    ? html`<p>${words.checksNone}</p>`
    : html`<ul>${checks.map(
        (check) =>
          html`<li class="${check.verdict}"><a href="${checkAddress(place, cell.dataset, check.id)}" data-check>${shortFormula(place, check)}</a> <span class="verdict">${verdictName(place, check.verdict)}</span></li>`,
      )}</ul>`
}</div>
<p class="cell-links"><a href="#${encodeURIComponent(cell.name)}" class="permalink">${words.permalink}</a>${before !== undefined && html` <a href="${evidenceAddress(place, before)}" data-step="previous">← ${words.previous}</a>`}${after !== undefined && html` <a href="${evidenceAddress(place, after)}" data-step="next">${words.next} →</a>`}</p>
</article>`;
}

/** The lines of the text layer with their numbers; the characters of the cell are marked. */
export function sourceLines({ site, words }: Place, cell: Cell): Markup {
  const { page, lineStart, lineEnd, charStart, charEnd } = cell;
  const where =
    lineStart === lineEnd
      ? fill(words.where, { page, line: lineStart })
      : fill(words.whereLines, { page, line: lineStart, last: lineEnd });
  const lines = passage(site.catalogue.lines, lineStart, lineEnd, AROUND).map((line) => {
    const isOwn = line.number >= lineStart && line.number <= lineEnd;
    const pieces = isOwn
      ? piecesOf(line, { start: charStart, end: charEnd })
      : [{ text: line.text, isMarked: false }];
    return html`<li${isOwn && html` class="own"`}><span class="number">${line.number}</span><span class="text">${pieces.map(({ text, isMarked }) => (isMarked ? html`<mark>${text}</mark>` : text))}</span></li>`;
  });
  return html`<figure class="source"><figcaption>${words.source}: ${where}</figcaption><ol lang="kk">${lines}</ol></figure>`;
}

function valuesOf(place: Place, { measures }: Dataset, rows: readonly Row[], what: string): Markup {
  const written = rows.flatMap((row) =>
    measures.map(({ field }) => {
      const value = row[field.name] ?? '';
      const status = row.obs_status ?? '';
      if (value === '')
        return html`${SIGNS[status] ?? '–'} <small>${statusName(place, status) ?? place.words.noValue}</small>`;
      if (status === NIL) return html`${value} <small>${statusName(place, status)}</small>`;
      const code = field.unit ?? row.unit ?? '';
      const unit = unitName(code, place);
      const title = measures.length > 1 && html`<small>${titleOf(field, place).text}</small> `;
      const isBare = isBareNumber(place, row.cell_id ?? '');
      return html`${title}${writeNumber(value, isBare, place)}${unit !== '' && measures.length === 1 && !saysUnit(what, unit) && html` <small>${unitAfter(value, code, place)}</small>`}`;
    }),
  );
  return html`${written.flatMap((each, at) => (at === 0 ? [each] : [html`; `, each]))}`;
}

function erratumNote(place: Place, { id, row }: Erratum): Markup {
  const { words, to } = place;
  const says = erratumText(place, row);
  return html`<p class="note contradiction"><b>▲ ${words.contradictory}</b> ${says} <a href="${to('errata.html', id)}">${words.ofErratum}</a></p>`;
}

function doubt(place: Place, warning: Row | undefined): Markup | undefined {
  const { words, language, site } = place;
  if (warning === undefined) return undefined;
  const twin = site.catalogue.cells.get(warning.twin ?? '');
  if (twin !== undefined) {
    const [before, after] = words.doubtfulTwin.split('{what}');
    const what = cellLabels(twin, place).join(' · ');
    return html`<p class="note">${before}<a href="${evidenceAddress(place, twin)}">${what}</a>${after}</p>`;
  }
  const expected = formatDecimal(roundedBeside(warning.expected ?? '', warning.value ?? ''), language);
  return html`<p class="note">${fill(words.doubtful, { expected })}</p>`;
}
