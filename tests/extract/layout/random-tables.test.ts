import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InkToken, Rule } from '../../../pipeline/extract/layout/ink.ts';
import { tableTexts } from '../../../pipeline/page/table.ts';
import { drawn, laidOut, level, tablesOf, upright, widthOf } from './made-up-page.ts';

const WORDS = ['Hill', 'Dale', 'Moor', 'Upper', 'lake', 'Old', 'town', 'Northern', 'and', 'Sea'];
const RULINGS = ['none', 'all', 'columns', 'rows', 'head'] as const;

/** A table as it is printed: labels, values of which some are blank, where each stands, and which rules are drawn. */
interface Printed {
  readonly texts: readonly (readonly string[])[];
  readonly ruling: (typeof RULINGS)[number];
  readonly gap: number;
  readonly step: number;
  readonly alignments: readonly ('left' | 'right' | 'middle')[];
}

const label = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map(([first = '', ...rest]) => [first.slice(0, 1).toUpperCase() + first.slice(1), ...rest].join(' '));
const number = fc.oneof(
  fc.integer({ min: 0, max: 999 }).map(String),
  fc.integer({ min: 1000, max: 99_999 }).map((value) => value.toLocaleString('en')),
  fc.integer({ min: 0, max: 9999 }).map((value) => (value / 10).toFixed(1)),
  fc.constantFrom('-', '12', '0'),
);
const value = fc.oneof({ weight: 6, arbitrary: number }, { weight: 1, arbitrary: fc.constant('') });

const printed: fc.Arbitrary<Printed> = fc
  .record({ columns: fc.integer({ min: 2, max: 6 }), rows: fc.integer({ min: 3, max: 9 }) })
  .chain(({ columns, rows }) =>
    fc.record({
      texts: fc
        .tuple(
          fc.array(fc.constantFrom('Men', 'Women', 'All', 'Rain', 'Share'), {
            minLength: columns,
            maxLength: columns,
          }),
          fc.array(fc.tuple(label, fc.array(value, { minLength: columns, maxLength: columns })), {
            minLength: rows,
            maxLength: rows,
          }),
        )
        // Below its last value a table without rules cannot be told from a note, so the last row has one.
        .map(([head, body]) => [
          ['Place', ...head],
          ...body.map(([name, [first = '', ...rest]], at) => [
            name,
            at === body.length - 1 && first === '' ? '7' : first,
            ...rest,
          ]),
        ]),
      ruling: fc.constantFrom(...RULINGS),
      gap: fc.integer({ min: 7, max: 60 }),
      step: fc.integer({ min: 12, max: 24 }),
      alignments: fc.array(fc.constantFrom('left', 'right', 'middle'), {
        minLength: columns,
        maxLength: columns,
      }),
    }),
  );

/** Draws it: each column as wide as its widest text, `gap` points between columns. */
function ink({ texts, ruling, gap, step, alignments }: Printed): { tokens: InkToken[]; rules: Rule[] } {
  const columns = texts[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...texts.map((row) => widthOf(row[column] ?? ''))),
  );
  const lefts: number[] = [];
  let x = 50;
  for (const width of widths) {
    lefts.push(x);
    x += width + gap;
  }
  const right = x - gap;
  const tokens = texts.flatMap((row, at) =>
    row.flatMap((text, column) => {
      if (text === '') return [];
      const free = (widths[column] ?? 0) - widthOf(text);
      const alignment = column === 0 ? 'left' : alignments[column - 1];
      const shift = alignment === 'right' ? free : alignment === 'middle' ? free / 2 : 0;
      return drawn(text, (lefts[column] ?? 0) + shift, 100 + at * step);
    }),
  );
  const [outerLeft, outerRight] = [50 - gap / 2, right + gap / 2];
  const edges = Array.from({ length: texts.length + 1 }, (_, at) => 100 - 0.35 * 10 - step / 2 + at * step);
  const [top = 0, bottom = 0] = [edges[0], edges.at(-1)];
  const uprights = [...lefts.map((left) => left - gap / 2), outerRight].map((at) => upright(at, top, bottom));
  const levels = edges.map((at) => level(at, outerLeft, outerRight));
  const outer = levels.filter((_, at) => at === 0 || at === 1 || at === levels.length - 1);
  const rules = {
    none: [],
    all: [...uprights, ...levels],
    columns: [...uprights, ...outer],
    rows: levels,
    head: outer,
  }[ruling];
  return { tokens, rules };
}

describe('a table of any values, drawn in any way', () => {
  it('comes out cell for cell, or the layout says that places alone do not tell its rows or columns', () => {
    fc.assert(
      fc.property(printed, (table) => {
        const { tokens, rules } = ink(table);
        const found = tablesOf(laidOut(tokens, { rules }));
        const isDoubted = found.some(
          ({ rowsToldBy, columnsToldBy }) => rowsToldBy === 'none' || columnsToldBy === 'none',
        );
        if (isDoubted && table.ruling !== 'all') return;
        expect(found.map(tableTexts)).toEqual([table.texts]);
      }),
      { numRuns: 200, seed: 17 },
    );
  });
});
