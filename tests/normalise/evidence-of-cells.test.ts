import { describe, expect, it } from 'vitest';
import { evaluate, type SlotValue } from '../../pipeline/identities/verdict.ts';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import type { Cell } from '../../pipeline/normalise/reading/provenance.ts';
import type { BodyItem, ColumnForm } from '../../pipeline/template/plan.ts';
import { annexes, document, sourceOf } from '../project.ts';

/**
 * Holds what is said of a cell against all readings of its row, which are written down one by one here: every way to
 * join pieces of the text between white spaces into as many numbers as there are columns.
 */
const NUMBER = /^-?(?:[1-9]\d{0,2}(?: \d{3})+|0|[1-9]\d*)(?:,\d+)?$/;

const normalised = normalise(sourceOf(annexes), document);
const cellAt = new Map<number, Cell>();
for (const cell of normalised.cells) for (const { slot } of cell.values) cellAt.set(slot, cell);
const values: (SlotValue | undefined)[] = [];
for (const { values: own } of normalised.cells)
  for (const { slot, content } of own) {
    const without = { nil: 'nil', missing: 'unknown' } as const;
    values[slot] =
      content.kind === 'number'
        ? numberIn(content.value, slot)
        : { kind: content.kind === 'nil' || content.kind === 'missing' ? without[content.kind] : 'none' };
  }

function numberIn(said: string, slot: number): SlotValue {
  const decimals = said.split('.')[1]?.length ?? 0;
  const exact = document.plan.slots[slot]?.counted === true;
  return { kind: 'number', value: Number(said), decimals, ...(exact && { exact: true }) };
}

function fits({ decimals, minimum, maximum }: ColumnForm, said: string): boolean {
  const [value, own] = [Number(said), said.split('.')[1]?.length ?? 0];
  return value >= minimum && value <= maximum && (decimals.length === 0 || decimals.includes(own));
}

/** Every reading of a row's pieces in its columns. */
function readings(pieces: readonly string[], columns: readonly ColumnForm[]): readonly (readonly string[])[] {
  const [first, ...others] = columns;
  if (first === undefined) return pieces.length === 0 ? [[]] : [];
  return pieces.flatMap((_, index) => {
    const text = pieces.slice(0, index + 1).join(' ');
    const said = text.replaceAll(' ', '').replace(',', '.');
    if (!NUMBER.test(text) || !fits(first, said)) return [];
    return readings(pieces.slice(index + 1), others).map((rest) => [said, ...rest]);
  });
}

type Row = Extract<BodyItem, { kind: 'row' }>;

/** The rows of plain numbers in one line, of which nothing but white space leaves anything open. */
const rows = document.plan.annexes
  .flatMap(({ elements }) => elements)
  .flatMap((element) => (element.kind === 'grid' ? element.body : []))
  .filter((item): item is Row => item.kind === 'row')
  .flatMap(({ slots, form }) => {
    const cells = slots.flatMap(({ index }) => cellAt.get(index) ?? []);
    const [first, last] = [cells[0], cells.at(-1)];
    if (first === undefined || last === undefined || first.lineStart !== last.lineEnd) return [];
    const text = normalised.layer.slice(first.start, last.end);
    const pieces = text.trim().split(/\s+/);
    const isPlain = cells.every(({ raw }) => NUMBER.test(raw.replaceAll(/\s+/g, ' ')));
    if (!isPlain || cells.length !== slots.length || pieces.length > 14) return [];
    return [{ slots, cells, all: readings(pieces, form.columns) }];
  });

const told = rows.flatMap(({ slots, cells, all }) =>
  cells.map((cell, column) => {
    const said = cells.map((each) => each.values.map(({ content }) => content));
    const own = said.map(([content]) => (content?.kind === 'number' ? content.value : ''));
    const others = all.filter((reading) => Number(reading[column]) !== Number(own[column]));
    const reaching = document.instances.filter((instance) =>
      instance.slots.some((slot) => slots.some(({ index }) => index === slot)),
    );
    const brokenBy = (reading: readonly string[]): number => {
      const attempt = [...values];
      for (const [at, { index }] of slots.entries()) attempt[index] = numberIn(reading[at] ?? '', index);
      return reaching.filter((instance) => {
        const [before, then] = [evaluate(instance, values)?.verdict, evaluate(instance, attempt)?.verdict];
        return (before === 'holds' || before === 'rounding') && then === 'broken';
      }).length;
    };
    return { cell, own, all, others, fewest: Math.min(...others.map(brokenBy)) };
  }),
);

describe('the evidence of a cell', () => {
  it('is told of more than thirty cells of each kind, all of whose readings are known', () => {
    expect(told.filter(({ others }) => others.length > 0).length).toBeGreaterThan(30);
    expect(told.filter(({ others }) => others.length === 0).length).toBeGreaterThan(30);
    for (const { own, all } of told)
      expect(all.map((each) => each.map(Number))).toContainEqual(own.map(Number));
  });

  it('is arithmetic where the form leaves another reading, and the form where it leaves none', () => {
    const wrong = told.filter(
      ({ cell, others }) => cell.evidence !== (others.length > 0 ? 'arithmetic' : 'form'),
    );
    expect(wrong.map(({ cell, others }) => [cell.cellId, cell.evidence, others])).toEqual([]);
  });

  it('counts the identities that the next best reading breaks, at least one', () => {
    const decided = told.filter(({ others }) => others.length > 0);
    const wrong = decided.filter(
      ({ cell, fewest }) => cell.runnerUp?.identities.length !== fewest || fewest < 1,
    );
    expect(wrong.map(({ cell, fewest }) => [cell.cellId, cell.runnerUp?.identities, fewest])).toEqual([]);
  });
});
