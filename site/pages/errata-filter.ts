import type { Erratum } from '../catalogue/catalogue.ts';
import { html, type Markup } from '../html/markup.ts';
import type { Word } from '../words/words.ts';
import { annexName } from './labels.ts';
import type { Place } from './page.ts';

/** What contradictions can be filtered by: the names are those of their attributes. */
const FILTERS = ['where', 'kind', 'certainty', 'turns'] as const;

/** A choice of where, of what kind, how certain, and what it turns; shown when a script can follow it. */
export function errataFilter(place: Place, errata: readonly Erratum[]): Markup | undefined {
  if (errata.length < 2) return undefined;
  const { words } = place;
  const titles = {
    where: words.filterWhere,
    kind: words.filterKind,
    certainty: words.filterCertainty,
    turns: words.turns,
  };
  const choices = FILTERS.flatMap((name) => {
    const values = [...new Set(errata.map((each) => filterValue(place, each, name)))].filter(
      (value) => value !== '',
    );
    // Nothing to choose where all are alike or none has it.
    if (values.length === 0) return [];
    const options = values.map(
      (value) => html`<option value="${value}">${nameOf(place, name, value)}</option>`,
    );
    return html`<label><span>${titles[name]}</span> <select name="${name}"><option value="">${words.filterAny}</option>${options}</select></label>`;
  });
  return html`<form class="filter" id="errata-filter" hidden aria-label="${words.filter}">${choices}<button type="reset">${words.reset}</button><p class="row-count" role="status" data-shown="${words.errataShown}"></p></form>`;
}

/** Where a contradiction stands: the annex of its table, or the running text. */
export function whereKey(place: Place, { row }: Erratum): string {
  const dataset = place.site.catalogue.datasets.find(({ table }) => table.name === row.dataset);
  return dataset?.annex === undefined || (row.paragraph ?? '') !== ''
    ? 'text'
    : (dataset.annex.section ?? '');
}

function filterValue(place: Place, erratum: Erratum, name: (typeof FILTERS)[number]): string {
  return name === 'where' ? whereKey(place, erratum) : (erratum.row[name] ?? '');
}

function nameOf(place: Place, name: (typeof FILTERS)[number], value: string): string {
  const { words, site } = place;
  if (name !== 'where') return words[`${name}_${value}` as Word];
  if (value === 'text') return words.runningText;
  const dataset = site.catalogue.datasets.find(({ annex }) => annex?.section === value);
  return dataset === undefined ? value : annexName(dataset, place);
}
