import { describe, expect, it } from 'vitest';
import { tableTexts } from '../../../pipeline/page/table.ts';
import { drawn, laidOut, level, onlyTable, proseOf, rows, tablesOf } from './made-up-page.ts';

const XS = [50, 200, 280, 360];
const NAMES = ['Place', '2010', '2011', '2012'];
const BODY = [
  ['Hill', '12', '345', '6.7'],
  ['Dale and mere', '8', '21', '12.9'],
  ['Moor', '105', '71', '0.4'],
];

describe('tables below each other', () => {
  it.each([
    ['the same names, wherever they stand', NAMES, [50, 170, 240, 330]],
    ['other names in words', ['Place', 'Rain', 'Wind', 'Hail'], XS],
  ])('are parted by a short heading over %s', (_, names, xs) => {
    const tokens = [
      ...rows([NAMES, ...BODY], XS, 140),
      ...drawn('Winter', 50, 196),
      ...rows([names, ...BODY], xs, 210),
    ];
    const page = laidOut(tokens);
    expect(tablesOf(page).map(tableTexts)).toEqual([
      [NAMES, ...BODY],
      [names, ...BODY],
    ]);
    expect(proseOf(page)).toEqual(['Winter']);
  });

  it('are one where a heading stands over rows of values, though they say what others do', () => {
    const texts = [NAMES, ['Summer', '', '', ''], ...BODY, ['Winter', '', '', ''], ...BODY];
    expect(onlyTable(laidOut(rows(texts, XS, 140)))).toEqual(texts);
  });
});

describe('a table of groups', () => {
  it('is one where each group ends with the same label above a rule', () => {
    const group = [...BODY.slice(0, 2), ['Total', '20', '366', '19.6']];
    const texts = [NAMES, ['Total', '9', '8', '7'], ...group, ...group];
    const rules = [0, 1, 4, 7].map((row) => level(144 + row * 14, 50, 390));
    expect(onlyTable(laidOut(rows(texts, XS, 140), { rules }))).toEqual(texts);
  });
});

describe('a heading in the midst of a table', () => {
  it('is no part of the value above it, whose column it stands in', () => {
    const texts = [NAMES, ['', '', 'Summer', ''], ...BODY, ['', '', 'Winter', ''], ...BODY];
    expect(onlyTable(laidOut(rows(texts, XS, 140)))).toEqual(texts);
  });

  it('is no part of the label above it, where that is wide', () => {
    const long = 'Rain on hill and dale and all the moor';
    const texts = [
      ['Place', '2010', '2011'],
      ['Hill', '1', '2'],
      [long, '12', '3'],
    ];
    const more = [
      ['Moor', '8', '21'],
      ['Mere', '5', '7'],
    ];
    const tokens = [
      ...rows(texts, [50, 300, 360], 140),
      ...drawn('Winter', 195, 182),
      ...rows(more, [50, 300, 360], 196),
    ];
    expect(onlyTable(laidOut(tokens))).toEqual([...texts, ['Winter', '', ''], ...more]);
  });
});

describe('a table of numbered rows', () => {
  it('is no list, though it has no more than two columns', () => {
    const texts = [
      ['No.', 'Rain'],
      ['1', '12'],
      ['2', '345'],
      ['3', '71'],
      ['4', '8'],
    ];
    const rules = [128, 144, 200].map((y) => level(y, 50, 230));
    expect(onlyTable(laidOut(rows(texts, [50, 200], 140), { rules }))).toEqual(texts);
    expect(onlyTable(laidOut(rows(texts, [50, 200], 140)))).toEqual(texts);
  });

  it('is told from a list, whose items are words', () => {
    const items = ['Rain', 'Wind', 'Hail', 'Snow'].map((item, at) => [`${at + 1}.`, item]);
    expect(tablesOf(laidOut(rows(items, [50, 70], 140)))).toEqual([]);
  });
});
