import { describe, expect, it } from 'vitest';
import { areCellsCertain, type ReadCell } from '../../pipeline/normalise/reading/cell.ts';
import { arithmeticOf } from '../../pipeline/normalise/reading/cell-content.ts';
import { type Ink, takeInk } from '../../pipeline/normalise/reading/ink.ts';
import { inText, readNumber } from '../../pipeline/normalise/reading/number.ts';
import { rowLattice } from '../../pipeline/normalise/tables/lattice/in-order.ts';
import { readingsOf } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import type { Span } from '../../pipeline/page/place.ts';
import type { RowForm } from '../../pipeline/template/plan.ts';
import { inkFor, inkOfCells, whole } from './made-up-ink.ts';

function form(columns: number, decimals: number, rest: Partial<RowForm> = {}): RowForm {
  const column = { decimals: [decimals], minimum: -1000, maximum: 1_000_000 };
  return {
    columns: Array.from({ length: columns }, () => column),
    marks: [],
    phrases: [],
    notation: inText(','),
    ink: '',
    ...rest,
  };
}

function readings(ink: Ink, rules: RowForm): readonly string[] {
  return readingsOf(rowLattice(ink, [whole(ink)], rules)).map((cells) => cells.map(said).join(' | '));
}

function said({ content }: ReadCell): string {
  return content.kind === 'number' ? [content.value, ...content.marks].join(' ') : content.kind;
}

describe('a sign that stands apart between two numbers', () => {
  const read = (text: string, isDeclared: boolean): readonly string[] => {
    const columns = text.match(/\d ?,\d/g)?.length ?? 0;
    return readings(inkFor(text), form(columns, 1, { notation: { ...inText(','), isDeclared } }));
  };

  it('is not that of the number from which it stands further away', () => {
    for (const isDeclared of [true, false]) {
      expect(read('5,5 -   6,0', isDeclared)).toEqual([]);
      expect(read('5,5   - 6,0', isDeclared)).toEqual(['5.5 | -6.0']);
    }
  });

  it('in the middle may be a range where nothing is declared, and where the columns are further apart', () => {
    expect(read('5,5 - 6,0', false)).toEqual([]);
    expect(read('5,5  -  6,0', false)).toEqual([]);
    expect(read('5,5 - 6,0', true)).toEqual(['5.5 | -6.0']);
    expect(read('5,5 - 6,0   7,0', true)).toEqual([]);
    expect(read('7,0   5,5 - 6,0', true)).toEqual([]);
  });

  it('is told by its distance from whole numbers too, of one digit or of several groups', () => {
    const digits = (text: string): readonly string[] => readings(inkFor(text), form(2, 0));
    expect(digits('5 -   6')).toEqual([]);
    expect(digits('5   - 6')).toEqual(['5 | -6']);
    expect(digits('5 -   12 162')).toEqual([]);
    expect(read('7,0   55,5 - 6,0', true)).toEqual([]);
  });

  it('is that of its number where a line parts it from the other', () => {
    expect(read('5,5\n- 6,0', false)).toEqual(['5.5 | -6.0']);
    expect(read('5,5 -\n6,0', false)).toEqual(['5.5 | -6.0']);
  });

  it('is that of its number where a border parts it from the other', () => {
    const notation = { ...inText(','), isDeclared: false };
    expect(readings(inkOfCells(['5,5', '- 6,0']), form(2, 1, { notation }))).toEqual(['5.5 | -6.0']);
  });
});

describe('digits of a mark', () => {
  const read = (raised: readonly Span[]): readonly string[] =>
    readings(
      takeInk({ text: '3451)', evidence: { cellBreaks: [], raised } }),
      form(1, 0, { marks: ['1', '51'] }),
    );

  it('are those that are raised, and all of them', () => {
    expect(read([])).toEqual(['345 1', '34 51']);
    expect(read([{ start: 3, end: 5 }])).toEqual(['345 1']);
    expect(read([{ start: 2, end: 5 }])).toEqual(['34 51']);
  });

  it('gathered behind a row are not all of its last value', () => {
    const rules = form(2, 1, { marks: ['3'] });
    expect(readings(inkFor('0,4 0,4 3) 3)'), rules)).toEqual([]);
    expect(readings(inkFor('0,4 3) 0,5'), rules)).toEqual(['0.4 3 | 0.5']);
  });

  it('may be a star, which stands on either side and is none of several', () => {
    const notation = { ...inText(','), marks: [{ before: '', behind: '' }] };
    const markOf = (text: string): unknown =>
      readNumber(text, ['*', '**'], notation).map(({ marks }) => marks);
    expect(markOf('*31,6')).toEqual([['*']]);
    expect(markOf('31,6*')).toEqual([['*']]);
    expect(markOf('**31,6')).toEqual([['**']]);
    expect(markOf('31,6**')).toEqual([['**']]);
  });
});

describe('cells', () => {
  it('are certain where a page parts them, each of them', () => {
    const cells = (ink: Ink): readonly ReadCell[] =>
      readingsOf(rowLattice(ink, [whole(ink)], form(3, 0)))[0] ?? [];
    const certain = inkOfCells(['1', '2', '3']);
    expect(areCellsCertain(certain, cells(certain))).toBe(true);
    for (const [text, at] of [
      ['1\t2 3', 1],
      ['1 2\t3', 3],
    ] as const) {
      const half = takeInk({ text, evidence: { cellBreaks: [at], raised: [] } });
      expect(areCellsCertain(half, cells(half))).toBe(false);
    }
    const spaced = inkFor('1 2 3');
    expect(cells(spaced)).toHaveLength(3);
    expect(areCellsCertain(spaced, cells(spaced))).toBe(false);
  });

  it('are exact for arithmetic where they are counts, and known to their decimals elsewhere', () => {
    const content = { kind: 'number', value: '12.50', marks: [] } as const;
    expect(arithmeticOf(content)).toEqual({ kind: 'number', value: 12.5, decimals: 2 });
    expect(arithmeticOf(content, { counted: true })).toEqual({
      kind: 'number',
      value: 12.5,
      decimals: 2,
      exact: true,
    });
    expect(arithmeticOf({ kind: 'missing' })).toEqual({ kind: 'unknown' });
    expect(arithmeticOf({ kind: 'nil' })).toEqual({ kind: 'nil' });
    expect(arithmeticOf({ kind: 'not_in_force' })).toEqual({ kind: 'none' });
  });
});
