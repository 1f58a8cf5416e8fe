import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkOf } from '../../pipeline/locale/look-alikes.ts';
import type { ReadCell } from '../../pipeline/normalise/reading/cell.ts';
import type { Ink } from '../../pipeline/normalise/reading/ink.ts';
import { takeInk } from '../../pipeline/normalise/reading/ink.ts';
import { inText, readNumber } from '../../pipeline/normalise/reading/number.ts';
import { rowLattice } from '../../pipeline/normalise/tables/lattice/in-order.ts';
import { readingsOf } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import type { RowForm } from '../../pipeline/template/plan.ts';
import { inkFor, inkOfCells, whole } from './made-up-ink.ts';

function form(
  columns: number,
  rest: Partial<RowForm> & { readonly decimals?: readonly number[] } = {},
): RowForm {
  const { decimals = [0], ...others } = rest;
  const column = { decimals, minimum: -1000, maximum: 1_000_000 };
  return {
    columns: Array.from({ length: columns }, () => column),
    marks: [],
    phrases: [],
    notation: inText(','),
    ink: '',
    ...others,
  };
}

/** Every reading of a row's cell text, each as `100 | 404304 | -`. */
function readings(text: string | Ink, rules: RowForm): readonly string[] {
  const ink = typeof text === 'string' ? inkFor(text) : text;
  return readingsOf(rowLattice(ink, [whole(ink)], rules)).map((cells) => cells.map(said).join(' | '));
}

function said({ content, columns }: ReadCell): string {
  const text = content.kind === 'number' ? [content.value, ...content.marks].join(' ') : content.kind;
  return columns === 1 ? text : `${text} x${columns}`;
}

describe('the cells of a row', () => {
  it('are read in every way that gives one a column', () => {
    expect(readings('100 404 304 2 419 53 382', form(5))).toEqual([
      '100 | 404 | 304 | 2419 | 53382',
      '100 | 404304 | 2 | 419 | 53382',
      '100 | 404304 | 2419 | 53 | 382',
      '100404 | 304 | 2 | 419 | 53382',
      '100404 | 304 | 2419 | 53 | 382',
    ]);
  });

  it('are not read across lines where one of them is empty: the line below may hold what belongs in it', () => {
    const cells = (text: string): Ink => {
      const cellBreaks = [...text].flatMap((character, offset) => (character === '\t' ? [offset] : []));
      return takeInk({ text, evidence: { cellBreaks, raised: [] } });
    };
    expect(readings(cells('\t\t15\t17\n\t14'), form(3))).toEqual([]);
    expect(readings(cells('\t14\t15\t17'), form(3))).toEqual(['14 | 15 | 17']);
  });

  it('have one reading where the columns leave no choice', () => {
    expect(
      readings(
        '28 243\n052,7 31 015\n186,6 9,5',
        form(3, {
          decimals: [1],
          columns: [
            { decimals: [1], minimum: 1000, maximum: 1e9 },
            { decimals: [1], minimum: 1000, maximum: 1e9 },
            { decimals: [1], minimum: 0, maximum: 10 },
          ],
        }),
      ),
    ).toEqual(['28243052.7 | 31015186.6 | 9.5']);
  });

  it('have none where there are too few or too many of them', () => {
    expect(readings('1 2', form(3))).toEqual([]);
    expect(readings('10 20 30 40', form(3))).toEqual([]);
    expect(readings('1,5 2,5 3,5', form(2, { decimals: [1] }))).toEqual([]);
    expect(readings('1 03 756', form(1))).toEqual([]);
  });

  it('must have the decimals of their column and lie within its bounds', () => {
    expect(readings('1,5 2,25', form(2, { decimals: [1] }))).toEqual([]);
    expect(readings('1,5 2,25', form(2, { decimals: [1, 2] }))).toEqual(['1.5 | 2.25']);
    expect(readings('-1001', form(1))).toEqual([]);
    expect(readings('1 000 001', form(1))).toEqual([]);
    expect(readings('1 000 000', form(1))).toEqual(['1000000']);
  });

  it('may be nil or missing, with any dash and any dots', () => {
    expect(readings('- – … ...', form(4))).toEqual(['nil | nil | missing | missing']);
  });

  it('may carry marks of the table, glued or on a line of their own', () => {
    expect(readings('5,02) 6,1\n4)', form(2, { decimals: [1], marks: ['2', '4'] }))).toEqual([
      '5.0 2 | 6.1 4',
    ]);
    expect(readings('5,03)', form(1, { decimals: [1], marks: ['2', '4'] }))).toEqual([]);
  });

  it('gives a value no marks that were gathered behind its row', () => {
    const marked = form(2, { decimals: [1], marks: ['2', '4'] });
    expect(readings('5,0 6,1\n4)', marked)).toHaveLength(1);
    expect(readings('5,0 6,1\n4) 4)', marked)).toEqual([]);
    expect(readings('5,0 6,1\n2)\n4)', marked)).toEqual([]);
    expect(readings('5,02) 6,14)2)', marked)).toHaveLength(1);
  });

  it('are never joined over a certain break', () => {
    expect(readings('12 345 678', form(2))).toEqual(['12 | 345678', '12345 | 678']);
    expect(readings(inkOfCells(['12 345', '678']), form(2))).toEqual(['12345 | 678']);
    expect(readings(inkOfCells(['12', '345']), form(1))).toEqual([]);
  });

  it('may be a text that spans columns', () => {
    const rules = form(4, {
      phrases: [{ text: 'норма енгізілді', before: inkOf('норма енгізілді'), columns: 3 }],
    });
    expect(readings('норма\nенгізілді 13', rules)).toEqual(['not_in_force x3 | 13']);
    expect(readings('13 норма енгізілді', rules)).toEqual(['13 | not_in_force x3']);
    expect(readings('13 14 норма енгізілді', rules)).toEqual([]);
  });

  it('may be a sentence with a number in it', () => {
    const rules = form(2, {
      phrases: [
        {
          text: '1 қаңтардан – {value} теңге',
          before: inkOf('1 қаңтардан –'),
          after: inkOf('теңге'),
          columns: 1,
        },
      ],
    });
    expect(readings('1 қаңтардан – 14 952\nтеңге 15999', rules)).toEqual(['14952 | 15999']);
    expect(readings('1 қаңтардан – теңге 15999', rules)).toEqual([]);
  });

  it('know the ink they stand on and how they were read', () => {
    const ink = inkFor('- 1 2\n162 5 12\n345 2)');
    const rules = form(3, {
      columns: form(3).columns.map((column) => ({ ...column, minimum: -20_000 })),
      marks: ['2'],
    });
    const [cells] = readingsOf(rowLattice(ink, [whole(ink)], rules)).filter(
      (row) => said(row[0] ?? fail()) === '-12162',
    );
    expect(cells?.map(({ from, to, reading }) => [ink.folded.slice(from, to), reading])).toEqual([
      ['-12162', 'letter_spaced'],
      ['5', 'plain'],
      ['123452)', 'footnote'],
    ]);
  });

  it('that are wrapped over lines say so', () => {
    const ink = inkFor('28\n243');
    expect(readingsOf(rowLattice(ink, [whole(ink)], form(1))).map(([cell]) => cell?.reading)).toEqual([
      'wrapped',
    ]);
  });

  it('may stand in several stretches, as when a label is broken by them', () => {
    const ink = inkFor('1 2 | 3');
    expect(
      readingsOf(
        rowLattice(
          ink,
          [
            { from: 0, to: 2 },
            { from: 3, to: 4 },
          ],
          form(3),
        ),
      ).map((cells) => cells.map(said)),
    ).toEqual([['1', '2', '3']]);
  });
});

function fail(): never {
  throw new Error('a row without cells');
}

describe('no reading is lost among those that are not tried', () => {
  const MARKS = ['2', '3'];
  const piece = fc.constantFrom(
    '1',
    '6',
    '12',
    '67',
    '304',
    '052,7',
    '8,5',
    ',',
    '9',
    '-',
    '…',
    '1122',
    ')',
    '3)',
    '452)',
  );

  /** What one cell may say, read without a look at its neighbours. */
  function cell(pieces: readonly string[]): readonly string[] {
    const text = pieces.join(' ');
    if (text === '-') return ['nil'];
    if (text === '…') return ['missing'];
    if (pieces.filter((each) => /^\d+\)$/.test(each)).length > 1) return [];
    return readNumber(text, MARKS, inText(','))
      .filter(({ value }) => Number(value) >= -1000 && Number(value) <= 1_000_000)
      .map(({ value, marks }) => [value, ...marks].join(' '));
  }

  function every(pieces: readonly string[], columns: number): readonly string[] {
    if (columns === 1) return cell(pieces);
    return pieces.slice(1).flatMap((_, index) => {
      const rests = every(pieces.slice(index + 1), columns - 1);
      return cell(pieces.slice(0, index + 1)).flatMap((first) => rests.map((rest) => `${first} | ${rest}`));
    });
  }

  it('of any pieces, in any number of columns', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        (pieces, columns) => {
          const found = readings(pieces.join(' '), form(columns, { marks: MARKS, decimals: [] }));
          expect([...found].sort()).toEqual([...every(pieces, columns)].sort());
        },
      ),
      { numRuns: 3000 },
    );
  });
});
