import type { Cell, RunnerUp } from '../catalogue/catalogue.ts';
import { leastBroken } from '../catalogue/evidence-parts.ts';
import { html, type Markup } from '../html/markup.ts';
import { formatDecimal } from '../words/numbers.ts';
import { fill } from '../words/words.ts';
import { shortFormula } from './formula.ts';
import { checkAddress, type Place } from './page.ts';
import { SIGNS } from './values.ts';

/** The kinds of evidence in the order in which they are heard. */
const KINDS = ['place', 'print', 'form', 'arithmetic'] as const;

/** What stands between the cells of a row as it is published. */
const BAR = ' | ';

/** The status of the sign that says so: a runner-up is told by what a sign says, `nil`, not by what is printed. */
const STATUS: Readonly<Record<string, string>> = {
  nil: 'Z',
  not_applicable: 'M',
  missing: 'O',
  not_in_force: 'X',
};

/**
 * The next best reading of a cell with its row, what struck it out, and for arithmetic a check that it would break; that
 * there is none where the printed characters can be read in one way alone.
 */
export function runnerUpText(place: Place, cell: Cell): Markup {
  const { words } = place;
  const { runnerUp, evidence } = cell;
  if (runnerUp === undefined) return html`${words.onlyReading}`;
  const cells = runnerUp.row.split(BAR);
  const row = cells.map((said, at) => {
    const written = html`${saying(said, place)}`;
    return html`${at > 0 && BAR}${said === runnerUp.says ? html`<b>${written}</b>` : written}`;
  });
  const fell = words[`fell_${evidence}` as keyof typeof words] ?? '';
  return html`<b class="struck">${saying(runnerUp.says, place)}</b>${cells.length > 1 && html` <small>${words.inItsRow} ${row}</small>`}. ${fell}${broken(place, cell, runnerUp)}`;
}

/** How many checks a reading would break, and the one of them with the fewest numbers. */
function broken(place: Place, cell: Cell, { breaks }: RunnerUp): Markup | undefined {
  const first = leastBroken(cell, place.site.catalogue);
  if (first === undefined) return undefined;
  const said = fill(place.words.wouldBreak, { n: breaks.length });
  return html` ${said} <a href="${checkAddress(place, cell.dataset, first.id)}">${shortFormula(place, first)}</a>.`;
}

/** What a cell says in the reader's style, `1 057`, and a sign as tables show it. */
function saying(said: string, { language }: Place): string {
  const status = STATUS[said];
  return status === undefined
    ? said.replace(/^-?[\d.]+/, (number) => formatDecimal(number, language))
    : (SIGNS[status] ?? said);
}

/** How many cells can be read in one way alone, and of how many each kind of evidence struck another reading out. */
export function struckOut({ words, language }: Place, cells: readonly Cell[]): Markup {
  const amount = (of: readonly Cell[]): string => formatDecimal(String(of.length), language);
  const by = KINDS.map((kind) => ({
    name: words[`by_${kind}`],
    own: cells.filter(({ evidence, runnerUp }) => runnerUp !== undefined && evidence === kind),
  }));
  const rest = [
    { name: words.onlyOne, own: cells.filter(({ runnerUp }) => runnerUp === undefined) },
    ...by,
  ].filter(({ own }) => own.length > 0);
  return html`<dl class="facts struck-out">${rest.map(({ name, own }) => html`<div><dt>${name}</dt><dd>${amount(own)}</dd></div>`)}</dl>`;
}
