import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkOf } from '../../pipeline/locale/look-alikes.ts';
import { takeInk } from '../../pipeline/normalise/reading/ink.ts';
import { inText } from '../../pipeline/normalise/reading/number.ts';
import { besideGraphs } from '../../pipeline/normalise/tables/lattice/beside.ts';
import { inOrder, rowLattice } from '../../pipeline/normalise/tables/lattice/in-order.ts';
import { graphOf, readingsOf, type Way } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import { cutOnce, tornOnce } from '../../pipeline/normalise/tables/lattice/torn-or-cut.ts';
import type { RowForm } from '../../pipeline/template/plan.ts';
import {
  everyBeside,
  everyCut,
  everyInOrder,
  everyTorn,
  type MadeUpRow,
  readingsIn,
  rowOf,
} from './every-reading.ts';
import { whole } from './made-up-ink.ts';

const SPANNING = 'жоқ';

function form(columns: number): RowForm {
  const wide = { decimals: [], minimum: -1000, maximum: 1_000_000 };
  const narrow = { decimals: [0, 1], minimum: 0, maximum: 400_000 };
  return {
    columns: Array.from({ length: columns }, (_, column) => (column % 2 === 0 ? wide : narrow)),
    marks: ['2', '3'],
    phrases: [{ text: SPANNING, before: inkOf(SPANNING), columns: 2 }],
    notation: inText(','),
    ink: '',
  };
}

const PIECES = ['1', '6', '12', '67', '304', '052,7', '8,5', ',4', '9', '-', '…', '1122', ')', '3)', '452)'];
/** What stands before a piece: a space, the end of a line, or a certain cell break. */
const gap = (gaps: string): fc.Arbitrary<string> => fc.constantFrom(...gaps);

/** In how many ways a text is read as one cell. */
function rowReadings(text: string): number {
  const { ink, form: own } = lined(1, text);
  return rowLattice(ink, [whole(ink)], own).count;
}

/** A row of pieces, of which one in some may be a text that spans two columns. */
function rows(gaps: string, most: number, words: readonly string[] = []): fc.Arbitrary<MadeUpRow> {
  const piece = fc.constantFrom(...PIECES, ...words, ...words);
  return fc
    .tuple(
      fc.array(fc.tuple(gap(gaps), piece), { minLength: 1, maxLength: most }),
      fc.integer({ min: 1, max: 4 }),
    )
    .map(([pieces, columns]) => {
      const text = pieces.map(([before, own], at) => (at === 0 ? own : before + own)).join('');
      const cellBreaks = [...text].flatMap((character, offset) => (character === '\t' ? [offset] : []));
      return rowOf(takeInk({ text, evidence: { cellBreaks, raised: [] } }), form(columns));
    });
}

/** A row of lines of pieces, under columns that hold any number. */
function lined(columns: number, ...lines: readonly string[]): MadeUpRow {
  const text = lines.join('\n');
  const any = { decimals: [], minimum: Number.NEGATIVE_INFINITY, maximum: Number.POSITIVE_INFINITY };
  const own = { ...form(columns), columns: Array.from({ length: columns }, () => any) };
  return rowOf(takeInk({ text, evidence: { cellBreaks: [], raised: [] } }), own);
}

const graph = (way: Way<number> | undefined, { form: { columns } }: MadeUpRow): readonly string[] =>
  readingsIn(way === undefined ? [] : [graphOf(way, columns)]);
const pieces = (row: MadeUpRow): Parameters<typeof tornOnce>[1] => ({
  ...row,
  whole: inOrder(row.ink, row.atoms, row.form),
});

/** Whether a row has pieces for its columns: nothing is assumed of one that cannot be read at all. */
const hasEnough = ({ atoms, form: { columns } }: MadeUpRow): boolean =>
  atoms.reduce((sum, { phrase }) => sum + (phrase?.columns ?? 1), 0) >= columns.length;

const RUNS = { numRuns: 1000 };

describe('the readings of a row under an assumption are those that trying every way finds: its cells', () => {
  it('follow each other', () => {
    fc.assert(
      fc.property(rows('   \n\t', 8, [SPANNING]), (row) => {
        expect(graph(inOrder(row.ink, row.atoms, row.form), row)).toEqual(everyInOrder(row));
      }),
      RUNS,
    );
  });

  it('follow each other, and a line ends within one', () => {
    fc.assert(
      fc.property(rows('  \n\n\t', 7, [SPANNING]), (row) => {
        expect(graph(tornOnce(row.ink, pieces(row), row.form), row)).toEqual(everyTorn(row));
      }),
      RUNS,
    );
  });

  it('follow each other, and two of them touch', () => {
    for (const isPlace of [() => true, (before: string) => /[,.]\d+$/.test(before)]) {
      fc.assert(
        fc.property(rows('   \n\t', 5, [SPANNING]), (row) => {
          fc.pre(hasEnough(row));
          expect(graph(cutOnce(row.ink, pieces(row), row.form, isPlace), row)).toEqual(
            everyCut(row, isPlace),
          );
        }),
        RUNS,
      );
    }
  });

  it.each([true, false])('stand beside each other, with a line that has a piece of each: %s', (hasMain) => {
    fc.assert(
      fc.property(rows('  \n', 6, hasMain ? [] : [SPANNING]), ({ ink, lines, form: own, ...rest }) => {
        const found = besideGraphs(ink, lines, own, hasMain, () => true);
        expect(readingsIn(found)).toEqual(everyBeside({ ink, lines, form: own, ...rest }, hasMain));
      }),
      RUNS,
    );
  });

  it('stand beside each other, one piece of a long line with one of another', () => {
    const long = ['1 052,7 8,5 9,5', '71'];
    for (const row of [lined(3, ...long), lined(8, '1 2 3 4 5 6 7 8', '4')]) {
      const { ink, lines, form: own } = row;
      for (const hasMain of [true, false]) {
        const every = everyBeside(row, hasMain);
        expect(readingsIn(besideGraphs(ink, lines, own, hasMain, () => true))).toEqual(every);
      }
      expect(everyBeside(row, false)).not.toEqual([]);
    }
  });
});

describe('what is tried of a row ends', () => {
  const groups = (count: number): string => Array.from({ length: count }, () => '100').join(' ');
  const inOneCell = (row: MadeUpRow): number => graph(inOrder(row.ink, row.atoms, row.form), row).length;
  const torn = (row: MadeUpRow): number => graph(tornOnce(row.ink, pieces(row), row.form), row).length;

  it('at twelve pieces of a cell, of which two may be torn from each other', () => {
    expect(rowReadings(groups(12))).toBe(1);
    expect(rowReadings(groups(13))).toBe(0);
    expect(inOneCell(lined(1, groups(12)))).toBe(1);
    expect(inOneCell(lined(1, groups(13)))).toBe(0);
    expect(torn(lined(1, `${groups(5)} 10`, `0 ${groups(6)}`))).toBe(1);
    expect(torn(lined(1, `${groups(5)} 10`, `0 ${groups(7)}`))).toBe(0);
  });

  it('at so many cells, as many as were tried', () => {
    const { ink, atoms, form: own } = lined(3, '1 2 3');
    const way = inOrder(ink, atoms, own);
    expect(graphOf(way, own.columns, () => true, 3)?.count).toBe(1);
    expect(graphOf(way, own.columns, () => true, 2)).toBeUndefined();
  });

  it('at as many readings as are asked for', () => {
    const { ink, atoms, form: own } = lined(2, '100 200 300');
    const found = graphOf(inOrder(ink, atoms, own), own.columns);
    const counts = [0, 1, 2, 3].map((most) => found && readingsOf(found, most).length);
    expect(counts).toEqual([0, 1, 2, 2]);
  });
});
