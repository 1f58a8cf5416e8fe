import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../pipeline/extract/layout/ink.ts';
import { tableTexts } from '../../../pipeline/page/table.ts';
import { BODY, laidOut, level, onlyTable, rows, tablesOf, upright, XS } from './made-up-page.ts';

const HEAD = ['Place', 'A', 'B', 'C'];
/** Rules that open a table, part its head off and close it, where its head stands at y. */
const ruled = (y: number, bottom: number, left: number, right: number): Rule[] =>
  [y - 12, y + 5, bottom].map((at) => level(at, left, right));

describe('a table that rules open and close', () => {
  it('keeps a text of many lines among its values', () => {
    const texts = [
      ['Code', 'Meaning', 'Limit', 'Unit'],
      ['A1', 'the largest of all that were measured', '0.5', 'mg/l'],
      ['', 'in the months before the inspection', '', ''],
      ['A2', 'the mean of all of the places there', '0.12', 'mg/l'],
      ['B', 'days on which the limit was exceeded', '35', 'days'],
      ['', 'by more than one half of it or so', '', ''],
      ['C7', 'the acidity', '6.5', 'pH'],
    ];
    const page = laidOut(rows(texts, [50, 90, 300, 360], 140), { rules: ruled(140, 234, 48, 390) });
    expect(onlyTable(page)).toEqual([
      texts[0],
      ['A1', 'the largest of all that were measured in the months before the inspection', '0.5', 'mg/l'],
      texts[3],
      ['B', 'days on which the limit was exceeded by more than one half of it or so', '35', 'days'],
      texts[6],
    ]);
  });

  it('is one of two that stand beside each other', () => {
    const two = [
      ['Year', 'Cases', 'Site', 'Cases'],
      ['2018', '12', 'North', '20'],
      ['2019', '15', 'South', '10'],
      ['2020', '9', 'East', '6'],
    ];
    const rules = [...ruled(140, 187, 48, 140), ...ruled(140, 187, 198, 290)];
    const tables = tablesOf(laidOut(rows(two, [50, 110, 200, 260], 140), { rules }));
    expect(tables.map(tableTexts)).toEqual([
      two.map((row) => row.slice(0, 2)),
      two.map((row) => row.slice(2)),
    ]);
  });

  it('has the rows behind its last rule too, and the labels beside rules of the values alone', () => {
    const all = [HEAD, ...BODY, ['Mere', '3', '4', '5']];
    const tokens = rows(all, XS, 140);
    expect(onlyTable(laidOut(tokens, { rules: ruled(140, 201, 48, 390) }))).toEqual(all);
    expect(onlyTable(laidOut(tokens, { rules: ruled(140, 215, 195, 390) }))).toEqual(all);
  });

  it('has its head above the first of its rules', () => {
    const rules = [145, 187, 201].map((at) => level(at, 48, 390));
    expect(onlyTable(laidOut(rows([HEAD, ...BODY], XS, 140), { rules }))).toEqual([HEAD, ...BODY]);
  });

  it('keeps a line that is stretched to the margins of its cell', () => {
    const texts = [
      ['Item', 'Description', 'Price'],
      ['A-100', 'Bearing, sealed on both sides', '12.50'],
      ['', 'for shafts of up to so many', ''],
      ['A-101', 'Bearing, open', '3.20'],
      ['B-7', '', '48.00'],
      ['', 'with cords of steel in them', ''],
      ['C-12', 'Bolt', '0.11'],
    ];
    const stretched = rows([['Belt,', 'toothed', '1200', 'mm,', 'of']], [100, 135, 177, 204, 226], 196);
    const tokens = [...rows(texts, [50, 100, 300], 140), ...stretched];
    expect(onlyTable(laidOut(tokens, { rules: ruled(140, 234, 48, 330) }))).toEqual([
      texts[0],
      ['A-100', 'Bearing, sealed on both sides for shafts of up to so many', '12.50'],
      texts[3],
      ['B-7', 'Belt, toothed 1200 mm, of with cords of steel in them', '48.00'],
      texts[6],
    ]);
  });

  it('is one of three below each other, of which the first and the last are as wide', () => {
    const wide = [['Place', 'Mean', 'Error', 'Least'], ...BODY];
    const tokens = [
      ...rows([HEAD, ...BODY], XS, 140),
      ...rows(wide, [20, 220, 320, 420], 260),
      ...rows([HEAD, ...BODY], XS, 380),
    ];
    const rules = [
      ...ruled(140, 201, 48, 390).slice(1, 2),
      ...ruled(260, 321, 18, 450),
      ...[367, 385, 399, 413, 427, 441].map((at) => level(at, 48, 390)),
      ...[48, 190, 270, 350, 390].map((at) => upright(at, 367, 441)),
    ];
    const tables = tablesOf(laidOut(tokens, { rules }));
    expect(tables.map(tableTexts)).toEqual([[HEAD, ...BODY], wide, [HEAD, ...BODY]]);
  });
});
