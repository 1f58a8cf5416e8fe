import { describe, expect, it } from 'vitest';
import { drawn, laidOut, onlyTable, proseOf, rows } from './made-up-page.ts';

const XS = [50, 440, 500];
const LONG = 'Rain that fell on hill and dale and on all of the moor beside the wide sea';
const BODY = [
  [LONG, '12', '3'],
  ['Dale', '8', '21'],
  ['Moor', '105', '71'],
  ['Mere', '5', '7'],
];

describe('a label as long as a line of text', () => {
  it('is none of the text that stands right below the table', () => {
    const text = Array.from({ length: 4 }, (_, at) =>
      drawn(
        'Rain fell on hill and dale in all of these years and the moor was wet as ever before',
        50,
        212 + at * 12,
      ),
    ).flat();
    const page = laidOut([...rows([['Place', '2010', '2011'], ...BODY], XS, 141), ...text]);
    expect(onlyTable(page)).toEqual([['Place', '2010', '2011'], ...BODY]);
    expect(proseOf(page)).toHaveLength(4);
  });

  it('may be wrapped around the line of its values', () => {
    const tokens = [
      ...rows(
        [
          ['Place', '2010', '2011'],
          ['Dale', '8', '21'],
          ['Moor', '105', '71'],
        ],
        XS,
        141,
      ),
      ...drawn(LONG, 50, 186),
      ...rows([['', '12', '3']], XS, 191),
      ...drawn('in winter', 50, 196),
      ...rows([['Mere', '5', '7']], XS, 213),
    ];
    expect(onlyTable(laidOut(tokens))).toEqual([
      ['Place', '2010', '2011'],
      ['Dale', '8', '21'],
      ['Moor', '105', '71'],
      [`${LONG} in winter`, '12', '3'],
      ['Mere', '5', '7'],
    ]);
  });
});
