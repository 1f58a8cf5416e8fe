import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Cell } from '../../site/sql/answer.ts';
import { chartOf, type Shape } from '../../site/sql/chart.ts';
import { choiceFor } from '../../site/sql/chart-choice.ts';
import { scaleOf } from '../../site/sql/scale.ts';

/** An answer from `name TYPE` and its rows. */
function answerOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): Answer {
  const typed = columns.map((column) => {
    const [name = '', type = ''] = column.split(' ');
    return { name, type };
  });
  return { columns: typed, rows, isCut: false };
}

function drawnOf(answer: Answer): {
  readonly shapes: readonly Shape[];
  readonly legend: readonly string[];
  readonly leftOut: number;
} {
  const choice = choiceFor(answer);
  if (choice === undefined) throw new Error('nothing to draw');
  return chartOf(answer, choice, 600, String);
}

const places = (shapes: readonly Shape[], tag: string, name: string): readonly number[] =>
  shapes.filter((shape) => shape.tag === tag).map(({ attributes }) => Number(attributes[name]));

describe('what a chart shows of itself', () => {
  it('is the number over the years, a line for each name where the years repeat', () => {
    const rows = [
      ['KZ', '2010', '1.5'],
      ['KZ-AKM', '2010', '2'],
    ];
    expect(choiceFor(answerOf(['region VARCHAR', 'year INTEGER', 'percent DECIMAL(18,1)'], rows))).toEqual({
      x: 1,
      y: 2,
      series: 0,
      kind: 'line',
    });
    expect(
      choiceFor(answerOf(['region VARCHAR', 'year INTEGER', 'percent DECIMAL(18,1)'], rows.slice(1))),
    ).toEqual({ x: 1, y: 2, series: undefined, kind: 'line' });
  });

  it('is the number by the names, or over the dates', () => {
    expect(choiceFor(answerOf(['name VARCHAR', 'n BIGINT'], [['a', '1']]))).toEqual({
      x: 0,
      y: 1,
      series: undefined,
      kind: 'bar',
    });
    expect(choiceFor(answerOf(['n BIGINT', 'd DATE'], [['1', '2017-07-20']]))).toEqual({
      x: 1,
      y: 0,
      series: undefined,
      kind: 'line',
    });
  });

  it('is nothing without rows, without numbers, or with one number alone', () => {
    expect(choiceFor(answerOf(['name VARCHAR', 'n BIGINT'], []))).toBe(undefined);
    expect(choiceFor(answerOf(['a VARCHAR', 'b VARCHAR'], [['1', '2']]))).toBe(undefined);
    expect(choiceFor(answerOf(['n BIGINT'], [['1']]))).toBe(undefined);
  });
});

describe('a chart of lines', () => {
  const years = ['2010', '2011', '2012'];
  it('puts the greater value higher and the later year further, in any order of rows', () => {
    const rows = [
      ['2012', '30'],
      ['2010', '10'],
      ['2011', '20'],
    ];
    const { shapes } = drawnOf(answerOf(['year INTEGER', 'n BIGINT'], rows));
    const [cx, cy] = [places(shapes, 'circle', 'cx'), places(shapes, 'circle', 'cy')];
    expect(cx).toEqual([...cx].sort((left, right) => left - right));
    expect(cy).toEqual([...cy].sort((left, right) => right - left));
    expect(shapes.filter(({ tag }) => tag === 'text').map(({ text }) => text)).toEqual(
      expect.arrayContaining(years),
    );
  });

  it('leaves out a row without a number and says how many lines had no room', () => {
    const rows = Array.from({ length: 10 }, (_, at) =>
      years.map((year): readonly Cell[] => [year, at === 0 && year === '2011' ? null : '1', `line ${at}`]),
    ).flat();
    const { shapes, legend, leftOut } = drawnOf(answerOf(['year INTEGER', 'n BIGINT', 'name VARCHAR'], rows));
    expect(legend.length).toBe(6);
    expect(leftOut).toBe(4);
    expect(places(shapes, 'circle', 'r').length).toBe(6 * 3 - 1);
  });

  it('puts dates and times where they belong in time', () => {
    const rows = [
      ['2010-01-01', '1'],
      ['2010-01-11', '2'],
      ['2010-01-31', '3'],
    ];
    for (const [type, time] of [
      ['DATE', ''],
      ['TIMESTAMP', ' 12:30:00'],
    ] as const) {
      const timed = rows.map(([day = '', value = '']) => [day + time, value]);
      const [first = 0, second = 0, third = 0] = places(
        drawnOf(answerOf([`day ${type}`, 'n BIGINT'], timed)).shapes,
        'circle',
        'cx',
      );
      expect((third - second) / (second - first)).toBeCloseTo(2, 1);
    }
  });

  it('tells a pointer the value as it is written', () => {
    const { shapes } = drawnOf(answerOf(['year INTEGER', 'n DECIMAL(18,3)'], [['2010', '1.500']]));
    expect(shapes.find(({ tag }) => tag === 'circle')?.title).toBe('2010 · 1.500');
  });
});

describe('a chart of bars', () => {
  it('draws from nought, to the left what is below it', () => {
    const { shapes } = drawnOf(
      answerOf(
        ['name VARCHAR', 'n BIGINT'],
        [
          ['a', '-5'],
          ['b', '10'],
        ],
      ),
    );
    const [left = 0, right = 0] = places(shapes, 'rect', 'x');
    const [short = 0, long = 0] = places(shapes, 'rect', 'width');
    expect(left + short).toBeCloseTo(right, 0);
    expect(long).toBeCloseTo(2 * short, 0);
  });

  it('has room for sixty and counts the others', () => {
    const rows = Array.from({ length: 75 }, (_, at) => [`name ${at}`, String(at)]);
    const { shapes, leftOut } = drawnOf(answerOf(['name VARCHAR', 'n BIGINT'], rows));
    expect(places(shapes, 'rect', 'x').length).toBe(60);
    expect(leftOut).toBe(15);
  });
});

describe('a scale', () => {
  it('holds its values between round ends, in few steps', () => {
    expect(scaleOf(0, 18.1, 200, 0, 4).ticks).toEqual([0, 5, 10, 15, 20]);
    expect(scaleOf(0, 0.3, 0, 100, 3).ticks).toEqual([0, 0.1, 0.2, 0.3]);
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(number, number, (one, other) => {
        const [low, high] = [Math.min(one, other, 0), Math.max(one, other, 0)];
        const { ticks, at } = scaleOf(low, high, 0, 100, 5);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(13);
        for (const value of [low, high]) {
          expect(at(value)).toBeGreaterThan(-0.01);
          expect(at(value)).toBeLessThan(100.01);
        }
      }),
    );
  });
});
