import type { Row } from '../catalogue/package.ts';
import type { ReportParagraph } from '../catalogue/report-parts.ts';
import { html, type Markup } from '../html/markup.ts';
import { fill } from '../words/words.ts';
import { findQuote, type Mark, marked } from './marks.ts';
import { evidenceAddress, type Place } from './page.ts';

/** A paragraph with its number as a permanent link, its figures and citations marked, and its repairs to open. */
export function paragraphArticle(place: Place, annexes: readonly Row[], parts: ReportParagraph): Markup {
  const { words } = place;
  const number = parts.row.paragraph ?? '';
  const link = html`<a class="number" href="#p${number}" aria-label="${fill(words.paragraphLink, { n: number })}">${number}</a>`;
  return html`<div class="paragraph" id="p${number}">${link}<div class="text" lang="kk">${blocksOf(place, annexes, parts)}</div>${asides(place, parts)}</div>
`;
}

function blocksOf(
  place: Place,
  annexes: readonly Row[],
  { blocks, figures, citations }: ReportParagraph,
): readonly Markup[] {
  const figuresLeft = [...figures];
  const citationsLeft = [...citations];
  return blocks.map((block) => {
    const text = block.text ?? '';
    const marks = [
      ...taken(text, figuresLeft, (row) => figureMark(place, row)),
      ...taken(text, citationsLeft, () => (inner) => html`<span class="citation">${inner}</span>`),
      ...annexes.flatMap((annex) => annexMarks(place, text, annex)),
    ];
    const marker = block.marker ?? '';
    const inner = marked(text, marks);
    return block.kind === 'item'
      ? html`<p class="item">${marker !== '' && html`<span class="marker">${marker}</span> `}${inner}</p>`
      : html`<p>${inner}</p>`;
  });
}

/** Takes from the list those rows whose quotes stand in the text, in the order of the text. */
function taken(text: string, rows: Row[], wrapOf: (row: Row) => Mark['wrap']): readonly Mark[] {
  const marks: Mark[] = [];
  let from = 0;
  for (let row = rows[0]; row !== undefined; row = rows[0]) {
    const quote = row.quote ?? '';
    const found = findQuote(text, quote, from) ?? findQuote(text, quote, 0);
    if (found === undefined) break;
    marks.push({ ...found, wrap: wrapOf(row) });
    from = found.start + 1;
    rows.shift();
  }
  return marks;
}

function figureMark(place: Place, row: Row): Mark['wrap'] {
  const cell = place.site.catalogue.cells.get(row.cell_id ?? '');
  if (cell === undefined) return (inner) => html`<span class="figure">${inner}</span>`;
  return (inner) => html`<a class="figure v" href="${evidenceAddress(place, cell)}">${inner}</a>`;
}

/** "5-қосымшада": the annex's title with whatever ending the sentence gives it leads to its datasets. */
function annexMarks({ to }: Place, text: string, annex: Row): readonly Mark[] {
  const title = annex.title_kk ?? '';
  const at = text.search(new RegExp(`(?<![\\p{L}\\d-])${title}`, 'u'));
  if (title === '' || at < 0) return [];
  const ending = /^\p{L}*/u.exec(text.slice(at + title.length))?.[0] ?? '';
  return [
    {
      start: at,
      end: at + title.length + ending.length,
      wrap: (inner) => html`<a class="annex" href="${to('index.html', annex.section ?? '')}">${inner}</a>`,
    },
  ];
}

function asides({ words }: Place, { citations, repairs }: ReportParagraph): Markup | undefined {
  if (citations.length === 0 && repairs.length === 0) return undefined;
  const cited = citations.map((row) => {
    const parts = [row.title_kk, row.number && `№ ${row.number}`, row.date].filter(
      (part) => part !== undefined && part !== '',
    );
    return html`<li lang="kk">${parts.length > 0 ? parts.join(', ') : row.quote}</li>`;
  });
  return html`<div class="asides">${citations.length > 0 && html`<details><summary>${words.cited} <span class="count">${citations.length}</span></summary><ul>${cited}</ul></details>`}${repairs.length > 0 && html`<details class="repair"><summary>${words.repair} <span class="count">${repairs.length}</span></summary>${repairs.map((row) => repairNote(words, row))}</details>`}</div>`;
}

/** What was moved where: the text as it was read and as it was repaired, the moved words marked in both. */
export function repairNote(words: Place['words'], row: Row): Markup {
  const moved = row.moved ?? '';
  const side = (text: string): Markup => {
    const found = findQuote(text, moved, 0);
    return found === undefined
      ? html`${text}`
      : marked(text, [{ ...found, wrap: (inner) => html`<mark>${inner}</mark>` }]);
  };
  return html`<dl class="repair-note"><div><dt>${words.repairBefore}</dt><dd lang="kk">${side(row.before ?? '')}</dd></div><div><dt>${words.repairAfter}</dt><dd lang="kk">${side(row.after ?? '')}</dd></div></dl>`;
}
