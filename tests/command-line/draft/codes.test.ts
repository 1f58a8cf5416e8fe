import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, codesOf, nameOf } from '../../../pipeline/command-line/draft/codes.ts';

describe('a code of a draft', () => {
  it.each([
    ['Total, rural & urban', 'total_rural_urban'],
    ['Black Hawk', 'black_hawk'],
    ["O'Brien", 'o_brien'],
    ['2017г.', '2017g'],
    ['Алматы облысы', 'almaty_oblysy'],
    ['Қызылорда', 'qyzylorda'],
    ['Щучинск-Бурабай', 'shchuchinsk_burabay'],
    ['Île-de-France', 'ile_de_france'],
    ['Straße', 'strasse'],
    ['in % of all', 'in_percent_of_all'],
    ['—', ''],
  ])('of "%s" is "%s"', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('is cut between words where it is long', () => {
    expect(codeOf('Industrial production of mining and quarrying, total')).toBe(
      'industrial_production_of_mining_and',
    );
    expect(codeOf('a'.repeat(99))).toBe('a'.repeat(40));
  });

  it('is of no other characters, whatever is printed, and depends on the text alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(codeOf(text)).toMatch(/^[a-z0-9_]{0,40}$/);
        expect(codeOf(text)).toBe(codeOf(text));
      }),
    );
  });

  it('is each different, those of equal labels numbered in their order', () => {
    expect(codesOf(['Total', 'Hill', 'Total', '—', 'total'], 'row')).toEqual([
      'total',
      'hill',
      'total_2',
      'row_4',
      'total_3',
    ]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a 2', 'a_2', 'A', '')), (texts) => {
        expect(new Set(codesOf(texts, 'row')).size).toBe(texts.length);
      }),
    );
  });

  it('that names a column or a table begins with a letter', () => {
    expect(nameOf('2010 census', 'table')).toBe('table_2010_census');
    expect(nameOf('', 'table')).toBe('table');
    expect(nameOf('County', 'table')).toBe('county');
  });
});
