import { describe, expect, it } from 'vitest';
import { grouped, justified, plain } from '../../bench/synthesis/typesettings.ts';
import type { NormalisedDocument, Owned } from '../../pipeline/normalise/document.ts';
import { type Ink, takeInk } from '../../pipeline/normalise/reading/ink.ts';
import type { Cell } from '../../pipeline/normalise/reading/provenance.ts';
import type { BodyItem, GridPlan } from '../../pipeline/template/plan.ts';
import { annexes, document, layerOfText, read } from '../project.ts';
import { typeset } from '../typesetting/transcribed-annexes.ts';

const digitsOf = (text: string): string => text.replace(/\D/g, '');
const sorted = (digits: string): string => [...digits].sort().join('');
const byPlace = (a: Owned, b: Owned): number => a.from - b.from;

const texts = [
  { name: 'the source', text: annexes },
  { name: 'wrapped groups', text: typeset({ ...plain, number: grouped('\n') }) },
  { name: 'letter-spaced groups', text: typeset({ ...plain, number: justified, labelMark: '\n' }) },
].map(({ name, text }) => ({ name, layer: layerOfText(text), document: read(text) }));

const grids = document.plan.annexes
  .flatMap(({ elements }) => elements)
  .filter((element) => element.kind === 'grid');

describe.each(texts)('between the text and its cells, in $name,', ({ layer, document: normalised }) => {
  const ink = takeInk(layer);
  const rows = rowsByGrid(normalised);

  it('no digit of a cell is lost, added or changed', () => {
    const numbers = normalised.cells.filter(({ reading }) => reading !== 'sentence' && reading !== 'spanned');
    expect(numbers.length).toBeGreaterThan(2000);
    expect(numbers.map((cell) => `${cell.cellId} ${digitsOf(cell.raw)}`)).toEqual(
      numbers.map((cell) => `${cell.cellId} ${digitsOf(saidBy(cell))}`),
    );
  });

  it('no character is lost, and none belongs to two elements', () => {
    let at = 0;
    for (const { from, to } of [...normalised.owned].sort(byPlace)) {
      expect(from).toBe(at);
      at = to;
    }
    expect(at).toBe(ink.folded.length);
  });

  it('each cell is the text at its offsets', () => {
    for (const { raw, start, end } of normalised.cells) expect(layer.text.slice(start, end)).toBe(raw);
  });

  it('the digits of the rows of each table are those of its labels and its cells', () => {
    expect(rows).toHaveLength(grids.length);
    for (const [index, grid] of grids.entries()) {
      const printed = inkAt(ink, rows[index] ?? []);
      const slots = new Set(
        grid.body.flatMap((item) => (item.kind === 'row' ? item.slots.map((slot) => slot.index) : [])),
      );
      const cells = normalised.cells.filter(({ values }) => values.some(({ slot }) => slots.has(slot)));
      const said = cells.map((cell) => (isNumber(cell) ? saidBy(cell) : cell.raw)).join('');
      expect(sorted(digitsOf(printed))).toBe(sorted(digitsOf(labelsOf(grid) + said)));
    }
  });
});

function isNumber({ reading }: Cell): boolean {
  return reading !== 'sentence' && reading !== 'spanned';
}

/** What a cell was understood as: its value and its footnote marks. */
function saidBy({ values }: Cell): string {
  return values
    .map(({ content }) => (content.kind === 'number' ? [content.value, ...content.marks].join('') : ''))
    .join('');
}

/** The labels of a table's rows with their footnote marks. */
function labelsOf({ body }: GridPlan): string {
  const rows = body.filter((item): item is Extract<BodyItem, { kind: 'row' }> => item.kind === 'row');
  return rows.map(({ label, match }) => [label, ...match.marks].join(' ')).join(' ');
}

/** The labels and cells of each table: what follows its title, up to what is neither row nor heading. */
function rowsByGrid({ owned }: NormalisedDocument): readonly (readonly Owned[])[] {
  const groups: Owned[][] = [];
  let current: Owned[] | undefined;
  for (const each of [...owned].sort(byPlace)) {
    if (each.element === 'table_title') {
      current = [];
      groups.push(current);
    } else if (each.element === 'row_label' || each.element === 'cell') current?.push(each);
    else if (each.element !== 'heading') current = undefined;
  }
  return groups;
}

function inkAt({ folded }: Ink, stretches: readonly Owned[]): string {
  return stretches.map(({ from, to }) => folded.slice(from, to)).join('');
}
