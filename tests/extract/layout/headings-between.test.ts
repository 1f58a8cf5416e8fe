import { describe, expect, it } from 'vitest';
import type { InkToken } from '../../../pipeline/extract/layout/ink.ts';
import { drawn, laidOut, onlyTable, rows } from './made-up-page.ts';

const PITCH = 20;
const LINE = 12;
const XS = [50, 240, 320];

/** Rows of a table without rules: labels of several lines, which stand nearer than rows do, and their values. */
function table(body: readonly (readonly [label: string, ...values: string[]])[], xs = XS): InkToken[] {
  let y = 160;
  const tokens = rows([['Place', '2010', '2011'].slice(0, xs.length)], xs, y - PITCH);
  for (const [label, ...values] of body) {
    const lines = label.split('|');
    for (const [at, line] of lines.entries()) tokens.push(...drawn(line, xs[0] ?? 0, y + at * LINE));
    tokens.push(...rows([['', ...values]], xs, y));
    y += (lines.length - 1) * LINE + PITCH;
  }
  return tokens;
}

const read = (...body: Parameters<typeof table>): readonly (readonly string[])[] =>
  onlyTable(laidOut(table(...body))).slice(1);

describe('a heading between the rows of a table', () => {
  it.each(['SNOW BY HEIGHT', 'snow by height'])(
    'is no further line of the label above it, where those stand nearer than rows do: %s',
    (heading) => {
      const body = [
        ['Rain that fell on the hills and also|on all of the moors beside', '12', '30'],
        ['Hail that fell on the hills and on', '8', '21'],
        [heading, '', ''],
        ['Dales that lie below the moors and', '15', '71'],
        ['Moors', '5', '7'],
      ] satisfies Parameters<typeof table>[0];
      expect(read(body)).toEqual(body.map(([label, ...values]) => [label.replaceAll('|', ' '), ...values]));
    },
  );

  it('is no further line of a year, however narrow the column of years is', () => {
    const years = (...values: readonly string[]) =>
      ['2010', '2011', '2012'].map((year, at) => [year, values[at] ?? '', `${values[at]}1`] as const);
    const body = [...years('12', '13', '14'), ['men', '', ''] as const, ...years('5', '6', '7')];
    expect(read(body, [50, 90, 160])).toEqual(body);
  });

  it('is no part of the row below it, though it reaches over the first value of that row', () => {
    const body = [
      ['all of the people', '', ''],
      ['2010', '12', '31'],
      ['2011', '13', '32'],
      ['men of the dales', '', ''],
      ['2010', '6', '15'],
      ['2011', '7', '16'],
    ] as const;
    expect(read(body, [50, 90, 160])).toEqual(body);
  });

  it('is no beginning of the row below it, though both print what may be the groups of one number', () => {
    const body = [
      ['People of all of the|dales and moors', '825 705'],
      ['women and girls', '360 418'],
      ['men', '465 287'],
      ['2011', ''],
      ['People of all of the|dales and moors', '904 468'],
      ['women and girls', '453 986'],
      ['men', '450 482'],
    ] as const;
    const xs = [50, 160];
    expect(read(body, xs)).toEqual(body.map(([label, ...values]) => [label.replaceAll('|', ' '), ...values]));
  });

  it('opens its group, however little room its label leaves and though the next one begins small', () => {
    const group = (name: string, ...values: readonly string[]) => [
      [name, '', ''],
      ...['n = 10', 'n = 40'].map((label, at) => [label, values[at] ?? '', `${at}.5`]),
    ];
    const body = [
      ...group('Coldharbour', '12', '13'),
      ...group('Birch', '5', '8'),
      ...group('Moor', '6', '9'),
    ];
    expect(indented(body)).toEqual(body);
  });

  it('is none of the row above it, where it is as far from that as rows are', () => {
    const group = (name: string, ...values: readonly string[]) => [
      [name, '', ''],
      ...['<45', '>45'].map((label, at) => [label, values[at] ?? '', `${at}.5`]),
      ['Total', '30', '31'],
    ];
    const body = [...group('Women', '12', '13'), ...group('Men', '5', '8')];
    expect(indented(body, ['Total'])).toEqual(body);
  });
});

/** What is read of rows equally far apart below a head: labels that have values are set in, but for some. */
function indented(
  body: readonly (readonly string[])[],
  out: readonly string[] = [],
): readonly (readonly string[])[] {
  const tokens = body.flatMap((row, at) => {
    const isOut = row[1] === '' || out.includes(row[0] ?? '');
    return rows([row], [isOut ? 50 : 58, 130, 200], 160 + 14 * at);
  });
  return onlyTable(laidOut([...rows([['Group', 'Mean', 'Error']], [50, 130, 200], 146), ...tokens])).slice(1);
}

describe('a text in the midst of values', () => {
  it('that reaches over several of them joins none of their columns', () => {
    const values = [
      ['Hill', '5', '3', '5', '40', '19', '2'],
      ['Dale', '2', '6', '6', '36', '5', '19'],
      ['Moor', '9', '10', '9', '22', '22', '29'],
      ['Mere', '3', '5', '15', '17', '6', '1'],
    ];
    const xs = [50, 150, 190, 230, 270, 310, 350];
    const tokens = [
      ...rows([['Place', '2008', '2009', '2010', '2011', '2012', '2013'], ...values], xs, 140),
      ...rows([['Sea', '', '', '', '', '20', '21']], xs, 210),
      ...drawn('introducedintheyear 2010', 152, 210),
    ];
    expect(onlyTable(laidOut(tokens)).slice(1, 5)).toEqual(values);
  });
});
