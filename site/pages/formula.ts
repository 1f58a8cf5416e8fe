import { boundsOf, type Check, type Side, type Term, termsOf } from '../catalogue/arithmetic.ts';
import type { Cell } from '../catalogue/catalogue.ts';
import { plainLabels, splitLabels } from '../charts/line-labels.ts';
import { html, type Markup } from '../html/markup.ts';
import { formatDecimal } from '../words/numbers.ts';
import { fill } from '../words/words.ts';
import { cellLabels, fullLabels, inEnglish, unitName } from './labels.ts';
import { checkFragment, evidenceAddress, type Place } from './page.ts';
import { isBareNumber, writeNumber } from './values.ts';

const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;
const RELATIONS = { '=': '=', '<=': '≤', '>=': '≥', '<': '<', '>': '>' } as const;

/** How the terms of a formula are written: as links with labels, or as plain numbers. */
type Writer = (term: Term) => Markup;

/** An identity with its arithmetic written out: each number with what it is for and a link to its own evidence. */
export function checkArticle(place: Place, check: Check): Markup {
  const { words, language } = place;
  const { shared, own } = labelsOf(check, place);
  const isBare = isOfBareNumbers(check, place);
  const written = (text: string): string => writeNumber(text, isBare, place);
  const write: Writer = (term) => {
    const cell = place.site.catalogue.cells.get(term.cellId);
    const label = own.get(term) ?? '';
    const number = html`<b>${term.value === '' ? '–' : written(term.value)}</b>`;
    const linked =
      cell === undefined ? number : html`<a class="v" href="${evidenceAddress(place, cell)}">${number}</a>`;
    return html`<span class="term">${linked}${label !== '' && html`<small>${label}</small>`}</span>`;
  };
  // Years are not rounded.
  const showsDifference = !isBare && (check.relation === '=' || check.verdict !== 'holds');
  const difference = formatDecimal(check.difference, language);
  const tolerance = formatDecimal(check.tolerance, language);
  return html`<article class="check ${check.verdict}" id="${checkFragment(check.id)}">
<h3>${words[`kind_${check.kind}`]}${shared !== '' && html` <span class="scope">${shared}</span>`} <span class="verdict">${verdictName(place, check.verdict)}</span></h3>
<p class="formula">${statement(check, write, place)}</p>
<p class="sides"><span>${words.leftSide} <b>${written(check.leftValue)}</b></span> <span>${words.rightSide} <b>${written(check.rightValue)}</b></span> ${showsDifference && html`<span>${fill(words.difference, { difference, tolerance })}</span>`}</p>
<p class="because">${inEnglish(check.because, place)}</p>
</article>`;
}

/** The arithmetic of an identity on one line, in plain numbers: `27.3 = 14.1 + 13.2`. */
export function shortFormula(place: Place, check: Check): Markup {
  const isBare = isOfBareNumbers(check, place);
  const write: Writer = ({ value }) => html`${value === '' ? '0' : writeNumber(value, isBare, place)}`;
  return statement(check, write, place);
}

/** Whether an identity is about numbers that are no quantities, such as years. */
export function isOfBareNumbers({ cells }: Pick<Check, 'cells'>, place: Place): boolean {
  return cells.length > 0 && cells.every((cell) => isBareNumber(place, cell));
}

/** What a verdict is called. */
export function verdictName({ words }: Place, verdict: string): string {
  if (verdict === 'holds') return words.verdict_holds;
  return verdict === 'rounding' ? words.verdict_rounding : words.verdict_broken;
}

function statement(check: Check, write: Writer, place: Place): Markup {
  const { relation, left, right } = check;
  const isBare = isOfBareNumbers(check, place);
  const side = (each: Side): Markup =>
    each.kind === 'number' && isBare
      ? html`<span class="constant">${writeNumber(String(each.value), isBare, place)}</span>`
      : written(each, write, place, false);
  if (relation === 'between') {
    const [low, high] = boundsOf(check);
    return html`${side(low)} <span class="op">≤</span> ${side(left)} <span class="op">≤</span> ${side(high)}`;
  }
  return html`${side(left)} <span class="op">${RELATIONS[relation]}</span> ${side(right)}`;
}

function written(side: Side, write: Writer, place: Place, inBrackets: boolean): Markup {
  if (side.kind === 'term') return write(side.term);
  if (side.kind === 'number')
    return html`<span class="constant">${formatDecimal(String(side.value), place.language)}</span>`;
  if (side.kind === 'binary') {
    const { operator } = side;
    const left = written(side.left, write, place, binds(side.left, operator, false));
    const right = written(side.right, write, place, binds(side.right, operator, true));
    const whole = html`${left} <span class="op">${SIGNS[operator]}</span> ${right}`;
    return inBrackets ? html`(${whole})` : whole;
  }
  const terms = side.terms.map(write);
  if (side.kind === 'sum') {
    const added = joined(terms, html` <span class="op">+</span> `);
    return inBrackets && terms.length > 1 ? html`(${added})` : html`${added}`;
  }
  return html`${side.kind === 'greatest' ? place.words.greatest : place.words.least} (${joined(terms, html`, `)})`;
}

/** True when a side needs brackets to be an operand of the operator. */
function binds(side: Side, operator: '+' | '-' | '*' | '/', isRight: boolean): boolean {
  const isSum =
    side.kind === 'sum' || (side.kind === 'binary' && (side.operator === '+' || side.operator === '-'));
  if (operator === '+') return false;
  if (operator === '-') return isRight && isSum;
  return isSum || (isRight && side.kind === 'binary');
}

function joined(parts: readonly Markup[], between: Markup): readonly Markup[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [between, part]));
}

/** What all terms of a check are for, and what each is for beside that; its unit too where the units differ. */
function labelsOf(
  check: Check,
  place: Place,
): { readonly shared: string; readonly own: ReadonlyMap<Term, string> } {
  const terms = [
    ...termsOf(check.left),
    ...termsOf(check.right),
    ...(check.high === undefined ? [] : termsOf(check.high)),
  ];
  const cells = terms.map(({ cellId }) => place.site.catalogue.cells.get(cellId));
  const units = terms.map((term) => termUnit(term, place));
  const hasSeveralUnits = new Set(units).size > 1;
  const labels = cells.map((cell, at) => [
    ...(cell === undefined ? [] : fullLabels(cell, place)),
    ...(hasSeveralUnits && !saysUnit(cell, units[at] ?? '', place) ? [units[at] ?? ''] : []),
  ]);
  const { shared, own } = splitLabels(labels.map(plainLabels));
  const isSingle = terms.length === 1;
  return {
    shared: shared.join(' · '),
    own: new Map(terms.map((term, at) => [term, isSingle ? '' : (own[at] ?? '')])),
  };
}

/** Names of indicators end in their unit. */
function saysUnit(cell: Cell | undefined, unit: string, place: Place): boolean {
  return (
    cell !== undefined &&
    cellLabels(cell, place).some((label) => label.toLowerCase().includes(unit.toLowerCase()))
  );
}

function termUnit({ cellId, column }: Term, place: Place): string {
  const { catalogue } = place.site;
  const name = catalogue.cells.get(cellId)?.dataset;
  const field = catalogue.datasets
    .find(({ table }) => table.name === name)
    ?.measures.find((measure) => measure.field.name === column)?.field;
  return unitName(field?.unit ?? catalogue.rowsOf.get(cellId)?.[0]?.unit ?? '', place);
}
