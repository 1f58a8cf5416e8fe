import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeInk } from '../../pipeline/normalise/reading/ink.ts';
import { emptyColumns, rowLattice } from '../../pipeline/normalise/tables/lattice/in-order.ts';
import { readingsOf } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import { notationOf } from '../../pipeline/template/notation.ts';
import type { RowForm } from '../../pipeline/template/plan.ts';
import { inkOfCells } from './made-up-ink.ts';

const NUMBERS = { decimal: ',', group: [' '], negative: ['-'], symbols: { '-': 'nil' } } as const;

function form(columns: number, blank?: 'nil' | 'missing'): RowForm {
  return {
    columns: Array.from({ length: columns }, () => ({ decimals: [], minimum: -1e9, maximum: 1e9 })),
    marks: [],
    phrases: [],
    notation: notationOf(NUMBERS, undefined),
    ...(blank !== undefined && { blank }),
    ink: '',
  };
}

/** Every reading of a row that is printed in ruled cells behind its label. */
function readings(cells: readonly string[], blank?: 'nil' | 'missing'): readonly string[] {
  const ink = inkOfCells(['Hill', ...cells]);
  const rest = { from: 4, to: ink.folded.length };
  return readingsOf(rowLattice(ink, [rest], form(cells.length, blank))).map((row) =>
    row.map(({ content }) => (content.kind === 'number' ? content.value : content.kind)).join(' | '),
  );
}

/** The readings of what stands behind the first characters of a text, its tabs certain breaks; in stretches of the ink. */
function behind(
  text: string,
  columns: number,
  ...stretches: readonly (readonly [number, number?])[]
): readonly string[] {
  const cellBreaks = [...text].flatMap((character, offset) => (character === '\t' ? [offset] : []));
  const ink = takeInk({ text, evidence: { cellBreaks, raised: [] } });
  const places = stretches.map(([from, to = ink.folded.length]) => ({ from, to }));
  return readingsOf(rowLattice(ink, places, form(columns, 'missing'))).map((row) =>
    row.map(({ content }) => (content.kind === 'number' ? content.value : content.kind)).join(' | '),
  );
}

describe('the cells of a line', () => {
  it('are those behind its label, however short that is, whatever stands before it or in another line', () => {
    expect(behind('H\t345\t\t17', 3, [1])).toEqual(['345 | missing | 17']);
    expect(behind('Hil\nl\t345\t\t17', 3, [4])).toEqual(['345 | missing | 17']);
    expect(behind('1\tX\t345\t\t17', 3, [2])).toEqual(['345 | missing | 17']);
  });

  it('are not certain where they go on in the next line, or the label does', () => {
    expect(behind('Hill\t345\t\t17\n8', 3, [4])).toEqual([]);
    expect(behind('Hi\t1\t2\nll 345', 2, [2, 4], [6])).toEqual(['1 | 2345']);
  });

  it('are none where nothing parts them from the label', () => {
    expect(behind('Hill', 1, [4])).toEqual([]);
    expect(behind('Hill\t', 1, [4])).toEqual(['missing']);
  });

  it('are read in their order where one line has more than there are columns, and not where several lines do', () => {
    expect(behind('\t\t14\t15\t17', 3, [0])).toEqual(['14 | 15 | 17']);
    expect(behind('\t14\n\t\t15\t17', 3, [0])).toEqual([]);
  });
});

describe('a row whose cells are certain', () => {
  it('has a value in each column, and none where its cell is empty', () => {
    expect(readings(['345', '', '17'], 'missing')).toEqual(['345 | missing | 17']);
    expect(readings(['', '345', ''], 'nil')).toEqual(['nil | 345 | nil']);
    expect(readings(['', '', ''], 'missing')).toEqual(['missing | missing | missing']);
  });

  it('is not read where nothing is declared about its empty cells, and tells which they are', () => {
    expect(readings(['345', '', '17'])).toEqual([]);
    const ink = inkOfCells(['Hill', '345', '', '17', '']);
    expect(emptyColumns(ink, [{ from: 4, to: ink.folded.length }], form(4))).toEqual([1, 3]);
  });

  it('is never cut within a cell: a range beside an empty one is no two values', () => {
    expect(readings(['10,5 - 15,5', '', '7,0'], 'missing')).toEqual([]);
    expect(readings(['10 15', '', '7'], 'missing')).toEqual([]);
  });

  it('is never joined over a border, whatever its digits', () => {
    const cell = fc.oneof(
      fc.nat({ max: 999 }).map(String),
      fc.constant(''),
      fc.constant('1 234'),
      fc.constant('-'),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
        const meant = cells.map((text) => ({ '': 'missing', '-': 'nil' })[text] ?? text.replace(' ', ''));
        expect(readings(cells, 'missing')).toEqual([meant.join(' | ')]);
      }),
    );
  });
});
